import { randomBytes } from 'node:crypto';
import type { Load, LoadFile } from '../../../domain/answers.ts';
import { columnsOf } from '../../../domain/schema/graph.ts';
import type { FileName } from '../../../domain/schema/schema.ts';
import { without } from '../../../domain/mapping.ts';
import { messages } from '../../../domain/messages/index.ts';
import { actor } from '../../platform/access/actor.ts';
import { loadBegun, loadEnded } from '../../trust/custody/acts.ts';
import { append } from '../../trust/custody/log.ts';
import { recorded } from '../../trust/custody/recorded.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { InvalidDataError } from '../../platform/problems.ts';
import type { Progress } from '../../platform/progress.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { batches, oneAhead, type Batch } from './batches.ts';
import type { LoadStamp } from './changes.ts';
import { RowCheck, type Reject } from './check.ts';
import { EndpointResolver } from './endpoint-resolver.ts';
import { readFolders, type DatasetFilePath } from './folder.ts';
import { hasContent, inspectFiles } from './inspect.ts';
import { withHeartbeat } from './heartbeat.ts';
import { beginLoad, endLoad, sourceRef, storeSourceFile, type BegunLoad } from './load-store.ts';
import { nearest } from './nearest.ts';
import { RejectsFile } from './rejects.ts';
import { keepSource, keptBytes } from './source-store.ts';
import { rowStore, type RowStore, type StoredBatch } from './store-rows.ts';
import { refuseBadRows } from './strict.ts';
import { tableRecords } from './table.ts';
import { ChangeLog } from './change-log.ts';

export interface LoadOptions {
  /** Refuse everything at the first bad row. */
  strict?: boolean;
  /** A mapping that goes before the folders' own. */
  map?: string;
  /** What the record of the load calls its folders; their paths when absent. */
  called?: readonly string[];
  /** Ends it with the signal's reason as long as nothing is written; afterwards it goes on to its end. */
  signal?: AbortSignal;
  /** Called before the first thing is written. */
  writing?: () => void;
  /** The load's id; the same one again goes on with a load that was killed. */
  load?: string;
  /** The files that are to be loaded, by their names, where not all are. */
  only?: ReadonlySet<string>;
  /** Called with the rejected rows of a file of the contract, as they are found. */
  rejected?: (file: FileName, found: readonly Reject[]) => void;
}

/** A file whose bytes are kept. */
interface KeptFile extends DatasetFilePath {
  sha256: string;
  /** Bytes, unpacked. */
  size: number;
  ref: string;
}

interface Loading {
  database: Database;
  settings: Settings;
  progress: Progress;
  load: string;
  stamp: LoadStamp;
  ends: EndpointResolver;
  strict: boolean;
}

/**
 * Loads dataset folders. Rows that cannot be stored are counted and written to a rejects file; with `strict`
 * the first one ends it before anything changed. Throws UsageError and InvalidDataError for folders, mappings
 * and files that cannot be read at all, and UnavailableError when the custody log cannot be written, also before anything
 * changed. Killed half-way, it can be run again.
 */
export async function loadFolders(
  database: Database,
  settings: Settings,
  folders: readonly string[],
  options: LoadOptions,
  progress: Progress,
): Promise<Load> {
  const found = await readFolders(folders, options.map ?? null, options.only);
  const notes = await inspectFiles(found.files);
  const strict = options.strict === true;
  if (strict) await refuseBadRows(database, found.files, progress);
  const files = await keepFiles(settings, found.files, progress, options.signal);
  options.signal?.throwIfAborted();
  options.writing?.();

  const started = new Date().toISOString();
  const load = options.load ?? loadId(started);
  const begun: BegunLoad = {
    ...{ load, started, by: actor(), folders: [...(options.called ?? folders)] },
    files: [...new Set(files.map(({ file }) => file))],
  };
  const result = await recorded(settings.home, loadBegun(load, files), async () => {
    const touched = new ChangeLog();
    const again = await beginLoad(database, begun);
    // What the attempt before it has written, this one finds written.
    if (again) for (const { file } of files) touched.file(file);
    const refs = new Set(files.map((file) => file.ref));
    const stamp: LoadStamp = { loaded: started, refs, touched };
    const ends = new EndpointResolver(database, stamp);
    const loading: Loading = { database, settings, progress, load, stamp, ends, strict };
    return withHeartbeat(database, load, () =>
      loadFiles(loading, files, { unknown_files: found.unknown, notes }, options.rejected),
    );
  });
  await append(settings.home, loadEnded(result));
  return result;
}

/** Of a load that begins at that time. */
export function loadId(started: string): string {
  return `${started.replaceAll(/[:.]/g, '-')}-${randomBytes(2).toString('hex')}`;
}

async function loadFiles(
  loading: Loading,
  files: readonly KeptFile[],
  known: Pick<Load, 'unknown_files' | 'notes'>,
  rejected: LoadOptions['rejected'],
): Promise<Load> {
  const { database, settings, progress, load, stamp } = loading;
  const result: Load = { load, files: [], unknown_columns: [], ...known };
  const rejectNames = new Set<string>();
  for (const file of files) {
    const rejects = new RejectsFile(settings, load, file.name, rejectsName(file.name, rejectNames));
    try {
      const told = (found: readonly Reject[]) => rejected?.(file.file, found);
      const { counts, unknown } = await loadFile(loading, file, { rejects, told });
      result.files.push(counts);
      result.unknown_columns.push(...unknown);
    } finally {
      await rejects.close();
    }
  }
  progress.end();
  const refs = files.map(({ ref }) => ref);
  const touched = stamp.touched.types();
  await endLoad(database, result, { ended: new Date().toISOString(), refs, touched });
  return result;
}

async function keepFiles(
  settings: Settings,
  files: readonly DatasetFilePath[],
  progress: Progress,
  signal: AbortSignal | undefined,
): Promise<KeptFile[]> {
  const kept: KeptFile[] = [];
  for (const file of files) {
    progress.step(messages.load.step.keeping(file.name));
    try {
      const { sha256, size } = await keepSource(settings, file.path, file.gzip, signal);
      // It may be another one than when it was inspected.
      await hasContent(file, await keptBytes(settings, { file: file.name, sha256 }));
      kept.push({ ...file, sha256, size, ref: refOf(file, sha256) });
    } catch (error) {
      if (!(error instanceof InvalidDataError)) throw error;
      throw new InvalidDataError(
        messages.load.header.faults([{ where: file.path, problem: error.message }]),
      );
    }
  }
  return kept;
}

/** What `_sources` will name the file by, if these are its bytes. */
export function refOf(file: DatasetFilePath, sha256: string): string {
  return sourceRef(file.name, sha256, readingOf(file));
}

/** All that decides what the file's rows say, as text; a mapping that only renames says what it always said. */
function readingOf({ file, mapping }: DatasetFilePath): string {
  const { columns } = mapping ?? { columns: {} };
  const rest = mapping ? without(mapping, 'columns', 'file') : {};
  return JSON.stringify(Object.keys(rest).length === 0 ? [file, columns] : [file, columns, rest]);
}

interface LoadedFile {
  counts: LoadFile;
  unknown: Load['unknown_columns'];
}

async function loadFile(
  loading: Loading,
  file: KeptFile,
  { rejects, told }: { rejects: RejectsFile; told: (found: readonly Reject[]) => void },
): Promise<LoadedFile> {
  const { database, settings, progress } = loading;
  const form = file.mapping ?? {};
  const { ref, name, sha256 } = file;
  const withheld = file.file === 'labels';
  await storeSourceFile(database, { ref, file: name, sha256, withheld }, form);
  const store = rowStore(loading, file.file);
  const check = new RowCheck(file.file, file.ref, file.mapping);
  const counts = { read: 0, added: 0, updated: 0, unchanged: 0, rejected: 0, conflicts: 0 };

  progress.step(messages.load.step.loading(file.name));
  let passed = 0;
  const bytes = await keptBytes(settings, { file: name, sha256 });
  const read = batches(tableRecords(bytes, file.format, form), check, store.atOnce);
  for await (const { batch, storing } of handedOver(store, oneAhead(read))) {
    const stored = await storing;
    const refused = [...batch.rejects, ...stored.rejects];
    await reject(loading, file, rejects, refused);
    told(refused);
    for (const { outcome, conflict } of stored.outcomes) {
      counts[outcome] += 1;
      if (conflict) counts.conflicts += 1;
    }
    counts.rejected = rejects.count;
    counts.read += batch.rows.length + batch.rejects.length;
    passed += batch.size;
    const total = Math.round((counts.read * Math.max(file.size, passed)) / passed);
    progress.advance(counts.read, total, messages.load.unit);
  }
  return {
    counts: { file: file.name, ...counts, rejects: rejects.path },
    unknown: unknownColumns(file, check),
  };
}

/** How many batches are with the store at once: while one is written, the next is made ready. */
const atOnce = 2;

async function* handedOver(
  store: RowStore,
  read: AsyncIterable<Batch>,
): AsyncGenerator<{ batch: Batch; storing: Promise<StoredBatch> }> {
  const waiting: { batch: Batch; storing: Promise<StoredBatch> }[] = [];
  for await (const batch of read) {
    const storing = store.store(batch.rows);
    // Its failure is seen when its turn comes.
    storing.catch(() => undefined);
    waiting.push({ batch, storing });
    if (waiting.length > atOnce) yield waiting.shift()!;
  }
  yield* waiting;
}

async function reject(
  loading: Loading,
  file: KeptFile,
  rejects: RejectsFile,
  found: readonly Reject[],
): Promise<void> {
  const [first] = found;
  if (!first) return;
  // The file may have changed since it was checked.
  if (loading.strict)
    throw new InvalidDataError(
      messages.load.strictLate(file.path, first.line, first.column, first.reason),
    );
  await rejects.write(found);
}

function unknownColumns(file: KeptFile, check: RowCheck): Load['unknown_columns'] {
  const known = Object.keys(columnsOf(file.file));
  return [...check.unknown].map((column) => ({
    file: file.name,
    column,
    nearest: nearest(column, known),
  }));
}

/** The rejects file's name, apart from those of files of the same name in other folders. */
function rejectsName(file: string, taken: Set<string>): string {
  let name = `${file}.rejects.csv`;
  for (let number = 2; taken.has(name); number += 1) name = `${file}.${number}.rejects.csv`;
  taken.add(name);
  return name;
}
