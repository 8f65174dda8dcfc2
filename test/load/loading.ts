import { readFile } from 'node:fs/promises';
import type { Load, LoadFile } from '../../domain/answers.ts';
import { loadFolders, type LoadOptions } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import type { TestDatabase } from '../database.ts';
import { folderOf } from './folder-of.ts';

type Files = Readonly<Record<string, string | Buffer>>;

/** Loads folders of exactly these files, in this order. */
export async function loadFiles(
  tested: TestDatabase,
  folders: Files | readonly Files[],
  options: LoadOptions = {},
): Promise<Load> {
  const all = Array.isArray(folders) ? (folders as readonly Files[]) : [folders as Files];
  const paths = await Promise.all(all.map(folderOf));
  return loadFolders(tested.database, tested.settings, paths, options, silentProgress);
}

/** The lines of a rejects file below its header, as `line,column,value,reason`. */
export async function rejectsOf(file: LoadFile | undefined): Promise<string[]> {
  if (!file?.rejects) return [];
  const lines = (await readFile(file.rejects, 'utf8')).trimEnd().split('\r\n').slice(1);
  return lines.map((line) => line.slice(line.indexOf(',') + 1));
}

/** The properties of a node that a person stated, and the program's own beside them. */
export async function nodeOf(
  tested: TestDatabase,
  label: string,
  id: string,
): Promise<Record<string, unknown> | undefined> {
  const [found] = await tested.database.read<{ properties: Record<string, unknown> }>(
    `MATCH (n:\`${label}\` {id: $id}) RETURN properties(n) AS properties`,
    { id },
  );
  return found?.properties;
}
