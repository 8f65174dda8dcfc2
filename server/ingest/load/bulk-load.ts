import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileOf } from '../../../domain/schema/graph.ts';
import type { FileName } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { prepareSchema } from '../../graph/neo4j/graph-schema.ts';
import { importIntoLocal } from '../../graph/neo4j/local.ts';
import { localLayout } from '../../graph/neo4j/local-layout.ts';
import { manifestName, writtenSoFar, type ImportManifest } from '../../graph/neo4j/local-import.ts';
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
import { ownGraph, writeOwn } from './own-graph.ts';

/**
 * From so many bytes on, stopping the database, importing and starting it costs less than it saves: measured, about twelve
 * seconds, in which the live way stores some forty thousand rows.
 */
const leastBytes = 8_000_000;

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
}

/** By file of `files`, the rows that are left to store the live way. */
export type Imported<T> = ReadonlyMap<T, AsyncIterable<readonly Row[]>>;

/**
 * Reads the files once, into what Neo4j's import reads, and puts that in the place of the empty database; then calls `rest` with
 * what is left to store the live way, as long as the files of it last. False, with the database as it was, where it could
 * not be done.
 */
export async function importFirst<T extends { file: FileName }>(
  { database, settings, progress, stamp, heartbeat }: Importing,
  files: readonly T[],
  read: (file: T, store: RowStore) => Promise<void>,
  rest: (imported: Imported<T>) => Promise<void>,
): Promise<boolean> {
  await mkdir(settings.home, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(settings.home, 'import-'));
  try {
    const graph = new ImportFiles(folder, '');
    const writer = new GraphWriter(graph, stamp);
    const bulk = new BulkGraph(writer);
    const imported = new Map<T, AsyncIterable<readonly Row[]>>();
    for (const [number, file] of files.filter(({ file }) => isImported(file)).entries()) {
      const rows = new BulkRows(bulk, file.file, folder, number);
      await read(file, rows);
      rows.close();
      imported.set(file, rows.waiting());
    }
    bulk.writeStubs();
    const manifest = graph.close();
    progress.step(messages.load.step.importing);
    const took = await heartbeat.resting(() => replace(database, settings, folder, manifest));
    if (!took) return false;
    progress.step(messages.database.preparing);
    await prepareSchema(database, progress);
    await rest(imported);
    return true;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Of the mark, what says that the constraints and indexes are there: an import makes none. */
const unmarked = ['statements'];

async function replace(
  database: Database,
  settings: Settings,
  folder: string,
  graph: ImportManifest,
): Promise<boolean> {
  // Before it is looked into: nothing may come between.
  const written = await writtenSoFar(localLayout(settings.home));
  const own = await ownGraph(database);
  if (!own) return false;
  const files = new ImportFiles(folder, 'own-');
  writeOwn(files, own, unmarked);
  const { nodes, multiline } = files.close();
  const manifest: ImportManifest = {
    nodes: [...nodes, ...graph.nodes],
    relations: graph.relations,
    multiline: [...multiline, ...graph.multiline],
  };
  await writeFile(join(folder, manifestName), JSON.stringify(manifest), { mode: 0o600 });
  try {
    await importIntoLocal(settings.home, folder, written);
    return true;
  } catch (error) {
    if (error instanceof UnavailableError) return false;
    throw error;
  }
}
