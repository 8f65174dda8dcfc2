import { rm } from 'node:fs/promises';
import { fileOf } from '../../../domain/schema/graph.ts';
import type { FileName } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { prepareSchema } from '../../graph/neo4j/graph-schema.ts';
import { importIntoLocal } from '../../graph/neo4j/local.ts';
import { localLayout } from '../../graph/neo4j/local-layout.ts';
import { writtenSoFar } from '../../graph/neo4j/local-import.ts';
import type { KeysAside } from '../../graph/search-keys/keys-aside.ts';
import { UnavailableError } from '../../platform/problems.ts';
import type { Progress } from '../../platform/progress.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { ChangeLog } from './change-log.ts';
import type { Row } from './check.ts';
import type { Heartbeat } from './heartbeat.ts';
import type { RowStore } from './store-rows.ts';
import { BulkGraph, BulkRows } from './bulk-rows.ts';
import { GraphWriter } from './graph-writer.ts';
import { ImportFiles } from './import-files.ts';
import { importFolderIn } from './import-folder.ts';
import { ownGraph, writeOwn } from './own-graph.ts';

/**
 * From so many bytes on, stopping the database, importing and starting it costs clearly less than it saves. Measured on two
 * quiet cores, in seconds, beside the live way: 27 MB 32 and 32, 137 MB (894,000 rows) 76 and 129.
 */
const leastBytes = 50_000_000;

/** Which files an import takes: a link names entries by what lists call them, and labels are kept apart from the graph. */
function isImported(file: FileName): boolean {
  return file !== 'labels' && !('link' in fileOf(file));
}

/** Whether the local database is empty and there is enough to load into it. */
export async function importPays(
  database: Database,
  { neo4j }: Settings,
  files: readonly { file: FileName; size: number }[],
  least = leastBytes,
): Promise<boolean> {
  const bytes = files.reduce((sum, { file, size }) => sum + (isImported(file) ? size : 0), 0);
  return !neo4j && bytes >= least && (await ownGraph(database)) !== null;
}

interface Importing {
  database: Database;
  settings: Settings;
  progress: Progress;
  stamp: { loaded: string; touched: ChangeLog };
  heartbeat: Heartbeat;
  keys: KeysAside;
}

/** By file, the rows that are left to store the live way. */
export type Imported<T> = ReadonlyMap<T, AsyncIterable<readonly Row[]>>;

/**
 * Reads the files once, into what Neo4j's import reads, and puts that in the place of the empty database; then calls `rest` with
 * what is left to store the live way, as long as the files of it last. Returns null; or why it could not be done, with the
 * database as it was.
 */
export async function importFirst<T extends { file: FileName }>(
  { database, settings, progress, stamp, heartbeat, keys }: Importing,
  loaded: readonly T[],
  read: (file: T, store: RowStore) => Promise<void>,
  rest: (imported: Imported<T>) => Promise<void>,
): Promise<string | null> {
  const folder = await importFolderIn(settings.home);
  const files = new ImportFiles(folder);
  try {
    const graph = new BulkGraph(new GraphWriter(files, stamp));
    const imported = new Map<T, AsyncIterable<readonly Row[]>>();
    for (const [number, file] of loaded.filter(({ file }) => isImported(file)).entries()) {
      const rows = new BulkRows({ graph, aside: keys }, file.file, folder, number);
      try {
        await read(file, rows);
      } finally {
        rows.close();
      }
      imported.set(file, rows.waiting());
    }
    graph.writeStubs();
    progress.step(messages.load.step.importing);
    const failed = await heartbeat.resting(() => replace(database, settings, folder, files));
    if (failed !== null) return failed;
    progress.step(messages.database.preparing);
    await prepareSchema(database, progress);
    await rest(imported);
    return null;
  } finally {
    files.end();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Of the mark, what says that the constraints and indexes are there: an import makes none. */
const unmarked = ['statements'];

/** Null; or why it could not be done. */
async function replace(
  database: Database,
  { home }: Settings,
  folder: string,
  files: ImportFiles,
): Promise<string | null> {
  // Before it is looked into: nothing may come between.
  const written = await writtenSoFar(localLayout(home));
  const own = await ownGraph(database);
  if (!own) return messages.database.writtenMeanwhile;
  writeOwn(files, own, unmarked);
  files.close();
  try {
    await importIntoLocal(home, folder, written);
    return null;
  } catch (error) {
    if (error instanceof UnavailableError) return error.message;
    throw error;
  }
}
