import { randomBytes } from 'node:crypto';
import type { Load, LoadFile } from '../../../domain/answers.ts';
import { columnsOf } from '../../../domain/schema/graph.ts';
import type { FileName } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/index.ts';
import { actor } from '../../platform/access/actor.ts';
import { loadBegun, loadEnded } from '../../trust/custody/acts.ts';
import { append } from '../../trust/custody/log.ts';
import { recorded } from '../../trust/custody/recorded.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { noRemoval } from '../../graph/neo4j/removal.ts';
import { KeysAside } from '../../graph/search-keys/keys-aside.ts';
import { InvalidDataError } from '../../platform/problems.ts';
import type { Progress } from '../../platform/progress.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { importFirst, importPays } from './bulk-load.ts';
import { forgetAbandoned } from './import-folder.ts';
import { batches, oneAhead, type Batch } from './batches.ts';
import type { LoadStamp } from './changes.ts';
import { RowCheck, type Reject } from './check.ts';
import { EndpointResolver } from './endpoint-resolver.ts';
import { erasedAccounts, type ErasedAccounts } from './erased-accounts.ts';
import { readFolders } from './folder.ts';
import { inspectFiles } from './inspect.ts';
import { keepFiles, type KeptFile } from './kept-files.ts';
import { withHeartbeat, type Heartbeat } from './heartbeat.ts';
import { beginLoad, endLoad, storeSourceFile, type BegunLoad } from './load-store.ts';
import { nearest } from './nearest.ts';
import { RejectsFile } from './rejects.ts';
import { keptBytes } from './source-store.ts';
import { rowStore, type RowStore, type StoredBatch } from './store-rows.ts';
import { StrictCheck } from './strict.ts';
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
  /** From so many bytes on, an empty local database takes them by Neo4j's import; what was measured when absent. */
  importFrom?: number;
  /** Called with the rejected rows of a file of the contract, as they are found. */
  rejected?: (file: FileName, found: readonly Reject[]) => void;
}

interface Loading {
  database: Database;
  settings: Settings;
  progress: Progress;
  load: string;
  stamp: LoadStamp;
  ends: EndpointResolver;
  heartbeat: Heartbeat;
  keys: KeysAside;
  erased: ErasedAccounts;
  options: LoadOptions;
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
  const { inspected, notes } = await inspectFiles(found.files);
  const strict =
    options.strict === true
      ? new StrictCheck(database, progress, await erasedAccounts(database, settings))
      : null;
  const files = await keepFiles({ settings, progress, strict }, inspected, options.signal);
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
    const known = { unknown_files: found.unknown, notes };
    const keys = new KeysAside();
    return withHeartbeat(database, load, async (heartbeat) => {
      // Once others see that this one lives: whoever begins to remove data from now on waits for it.
      await noRemoval(database, progress);
      const erased = await erasedAccounts(database, settings);
      const by = { database, settings, progress, heartbeat, keys, erased, options };
      return loadFiles({ ...by, load, stamp, ends }, files, known, again);
    }).finally(() => keys.close());
  });
  await append(settings.home, loadEnded(result));
  return result;
}

/** Of a load that begins at that time. */
export function loadId(started: string): string {
  return `${started.replaceAll(/[:.]/g, '-')}-${randomBytes(2).toString('hex')}`;
}

/** `again`: the load was begun before, and may have written. */
async function loadFiles(
  loading: Loading,
  files: readonly KeptFile[],
  known: Pick<Load, 'unknown_files' | 'notes'>,
  again: boolean,
): Promise<Load> {
  const { database, settings, progress, load, stamp, options } = loading;
  for (const { ref, name, sha256, file, mapping } of files) {
    const source = { ref, file: name, sha256, withheld: file === 'labels' };
    await storeSourceFile(database, source, mapping ?? {});
  }
  await forgetAbandoned(settings.home);
  const pays = !again && (await importPays(database, settings, files, options.importFrom));
  const imported = pays ? await loadByImport(loading, files) : null;
  const loaded = imported?.loaded ?? (await loadLive(loading, files));
  progress.end();
  const { notes, ...others } = known;
  const failed = imported?.failed ?? null;
  const result: Load = {
    load,
    files: loaded.map(({ counts }) => counts),
    unknown_columns: loaded.flatMap(({ unknown }) => unknown),
    ...others,
    notes: [
      ...notes,
      ...(failed === null ? [] : [messages.load.notImported(failed)]),
      ...(loading.erased.leftOut === 0 ? [] : [messages.retention.leftOut(loading.erased.leftOut)]),
    ],
  };
  const refs = files.map(({ ref }) => ref);
  const { touched } = stamp;
  await endLoad(database, result, { ended: new Date().toISOString(), refs, touched });
  return result;
}

async function loadLive(loading: Loading, files: readonly KeptFile[]): Promise<LoadedFile[]> {
  // An import that came to nothing has read the same rows.
  loading.erased.leftOut = 0;
  const { loaded } = await withReadings(loading, files, async (readings) => {
    for (const reading of readings)
      await readInto(loading, reading, rowStore(loading, reading.file));
  });
  return loaded;
}

/** What was loaded; null when it could not be done, and why: nothing is written then. */
async function loadByImport(
  loading: Loading,
  files: readonly KeptFile[],
): Promise<{ loaded: LoadedFile[] | null; failed: string | null }> {
  const { made: failed, loaded } = await withReadings(loading, files, (readings) =>
    importFirst(
      loading,
      readings,
      (reading, store) => readInto(loading, reading, store),
      async (imported) => {
        for (const reading of readings) {
          const store = rowStore(loading, reading.file);
          const left = imported.get(reading);
          if (!left) await readInto(loading, reading, store);
          else
            for await (const rows of left)
              await take(loading, reading, [], await store.store(rows));
        }
      },
    ),
  );
  return { failed, loaded: failed === null ? loaded : null };
}

/** What the work makes of the files, and of each; their rejects files are open as long. */
async function withReadings<T>(
  { settings, load, erased }: Loading,
  files: readonly KeptFile[],
  work: (readings: readonly Reading[]) => Promise<T>,
): Promise<{ made: T; loaded: LoadedFile[] }> {
  const names = new Set<string>();
  const readings = files.map((kept): Reading => ({
    ...{ kept, file: kept.file },
    check: new RowCheck(kept.file, kept.ref, kept.mapping, erased),
    rejects: new RejectsFile(settings, load, kept.name, rejectsName(kept.name, names)),
    counts: { read: 0, added: 0, updated: 0, unchanged: 0, rejected: 0, conflicts: 0 },
  }));
  let made: T;
  try {
    made = await work(readings);
  } finally {
    for (const { rejects } of readings) await rejects.close();
  }
  const loaded = readings.map(({ kept, check, rejects, counts }) => ({
    counts: { file: kept.name, ...counts, rejects: rejects.path },
    unknown: unknownColumns(kept, check),
  }));
  return { made, loaded };
}

interface LoadedFile {
  counts: LoadFile;
  unknown: Load['unknown_columns'];
}

/** A file that is being read. */
interface Reading {
  kept: KeptFile;
  file: FileName;
  check: RowCheck;
  rejects: RejectsFile;
  counts: Omit<LoadFile, 'file' | 'rejects'>;
}

async function readInto(loading: Loading, reading: Reading, store: RowStore): Promise<void> {
  const { settings, progress } = loading;
  const { kept, check, counts } = reading;
  const { name, sha256, size, format, mapping } = kept;
  progress.step(messages.load.step.loading(name));
  let passed = 0;
  const bytes = await keptBytes(settings, { file: name, sha256 });
  const read = batches(tableRecords(bytes, format, mapping ?? {}), check, store.atOnce);
  for await (const { batch, storing } of handedOver(store, oneAhead(read))) {
    await take(loading, reading, batch.rejects, await storing);
    counts.read += batch.rows.length + batch.rejects.length;
    passed += batch.size;
    // Rounded down: the first line, which is none of the rows, is in the size.
    const total = Math.floor((counts.read * Math.max(size, passed)) / passed);
    progress.advance(counts.read, total, messages.load.unit);
  }
}

/** Counts what became of rows, and writes down those that are not stored. */
async function take(
  loading: Loading,
  { kept, rejects, counts }: Reading,
  unread: readonly Reject[],
  stored: StoredBatch,
): Promise<void> {
  const refused = [...unread, ...stored.rejects];
  await reject(loading, kept, rejects, refused);
  loading.options.rejected?.(kept.file, refused);
  for (const { outcome, conflict } of stored.outcomes) {
    counts[outcome] += 1;
    if (conflict) counts.conflicts += 1;
  }
  counts.rejected = rejects.count;
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
  if (loading.options.strict)
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
