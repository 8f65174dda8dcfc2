import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { loadQuery } from '../../../cypher/load-query.ts';
import { messages } from '../../../domain/messages/index.ts';
import { schemaVersion } from '../../../domain/schema/schema.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { ExactGraph } from '../../graph/neo4j/exact-graph.ts';
import { prepareSchema } from '../../graph/neo4j/graph-schema.ts';
import { whenFree } from '../../graph/neo4j/lease.ts';
import { localStatus } from '../../graph/neo4j/local-status.ts';
import { actor } from '../../platform/access/actor.ts';
import { ConflictError, UnavailableError } from '../../platform/problems.ts';
import type { Progress } from '../../platform/progress.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { backupRestored } from '../../trust/custody/acts.ts';
import { append } from '../../trust/custody/log.ts';
import { Archive, checkBackup, type CheckedBackup } from './archive-reader.ts';
import { lastingMark, type Whole } from './back-up.ts';
import { propertiesIn, type Properties } from './graph-lines.ts';
import { GraphWriting } from './graph-writing.ts';
import { moveIntoPlace, namesInTheWay, restoredNames, unpackPart } from './home-files.ts';
import { graphParts } from './manifest.ts';
import type { ExactJson } from '../../graph/neo4j/exact-values.ts';

const says = messages.backup;
/** How often one that waits for another asks. */
const askMs = 1_000;

/**
 * Puts a backup into a database and a home that hold nothing, once every byte of it has been checked. What people came in with at its
 * time lets in nobody: much of it was ended since, and nobody could tell which. Killed half-way, the same
 * again begins anew: what it had put there is taken away first. Until it has ended nobody serves the database
 * (`checkNotRestoring`). Throws InvalidDataError for a bad file, UnavailableError for one of a later program, ConflictError
 * where something is in the way; nothing is changed then.
 */
export async function restore(
  whole: Whole,
  file: string,
  progress: Progress,
): Promise<CheckedBackup & { ended: EndedEntries }> {
  const checked = await checkBackup(resolve(file), progress);
  const { schema_version: version } = checked.manifest;
  if (version > schemaVersion) throw new UnavailableError(says.later(file, version, schemaVersion));
  await refuseOtherUsers(whole.settings);
  await findEmpty(whole);
  for (let told = ''; ;) {
    const turn = await whenFree(whole.database, () => restoreInto(whole, checked, progress));
    if ('done' in turn) return { ...checked, ended: turn.done };
    const { by, since } = turn.heldBy;
    if (told !== since) progress.step(says.step.waiting(by, since));
    told = since;
    await after(askMs);
    await findEmpty(whole);
  }
}

async function refuseOtherUsers({ home, neo4j }: Settings): Promise<void> {
  if (neo4j) return;
  const others = (await localStatus(home)).users.filter(({ pid }) => pid !== process.pid);
  if (others.length > 0) throw new UnavailableError(messages.database.inUse(others));
}

interface Found {
  /** What the mark of the schema holds; null where there is none. */
  mark: Properties | null;
  /** A restore that was killed left what is there. */
  begun: boolean;
}

/** Throws ConflictError unless there is nothing but what a restore that was killed has left. */
async function findEmpty({ database, settings }: Whole): Promise<Found> {
  const [mark] = await database.read<{ properties: Properties }>(loadQuery('backup/mark'));
  const properties = mark?.properties ?? null;
  const restoring = properties?.['restoring'];
  const begun = restoring !== undefined;
  const [foreign] = await database.read<{ labels: string[] }>(loadQuery('backup/foreign'));
  if (foreign && !begun) throw new ConflictError(says.databaseNotEmpty(foreign.labels.join(', ')));
  const own = await readFile(markerIn(settings.home), 'utf8').catch(() => null);
  const inTheWay = await namesInTheWay(settings.home);
  if (inTheWay.length > 0 && (!begun || own !== restoring))
    throw new ConflictError(says.homeNotEmpty(settings.home, inTheWay.join(', ')));
  return { mark: properties, begun };
}

const stagingIn = (home: string) => join(home, 'restoring');
/** Holds what the database's mark does while the home's files are this restore's to take away. */
const markerIn = (home: string) => join(stagingIn(home), 'begun');

async function restoreInto(
  whole: Whole,
  checked: CheckedBackup,
  progress: Progress,
): Promise<EndedEntries> {
  const { database, settings } = whole;
  const { mark, begun } = await findEmpty(whole);
  if (begun) {
    progress.step(says.step.clearing);
    await clear(whole);
  }
  const before = begun ? null : versioned(mark);
  try {
    await begin(whole);
    const ended = await fill(whole, checked, progress);
    await database.write(loadQuery('backup/end_restoring'));
    await rm(stagingIn(settings.home), { recursive: true, force: true });
    return ended;
  } catch (error) {
    // What cannot be taken away now, the next restore takes away.
    await clear(whole)
      .then(() => unmark(whole, before))
      .catch(() => undefined);
    throw error;
  }
}

/** The lease's own mark, of a database that held nothing, is none. */
function versioned(mark: Properties | null): Properties | null {
  return mark && mark['schema_version'] !== undefined && mark['schema_version'] !== null
    ? mark
    : null;
}

async function begin({ database, settings: { home } }: Whole): Promise<void> {
  const restoring = randomUUID();
  await rm(stagingIn(home), { recursive: true, force: true });
  await mkdir(stagingIn(home), { recursive: true, mode: 0o700 });
  await database.write(loadQuery('backup/begin_restoring'), {
    ...{ restoring, by: actor(), since: new Date().toISOString() },
  });
  await writeFile(markerIn(home), restoring, { mode: 0o600, flush: true });
}

async function fill(
  { database, connection, settings }: Whole,
  { file, sha256, manifest }: CheckedBackup,
  progress: Progress,
): Promise<EndedEntries> {
  const { home, sources } = settings;
  const staging = stagingIn(home);
  const archive = await Archive.open(file);
  const graph = new ExactGraph(connection);
  const writing = new GraphWriting(graph, archive, staging, progress);
  try {
    await unpack(archive, { staging, kept: sources }, progress);
    await writing.nodes();
    await writing.relations();
    await checkCounts(database, archive);
    const mark = propertiesIn(manifest.mark as Record<string, ExactJson>);
    // Those of this database alone say which constraints and indexes it has.
    await graph.write([
      { query: loadQuery('backup/set_mark'), params: { mark: { ...mark, statements: null } } },
    ]);
    progress.step(messages.database.preparing);
    await prepareSchema(database, progress);
    const ended = await endAllEntries(database);
    await moveIntoPlace(staging, home);
    await append(home, backupRestored(manifest.database, sha256, manifest.written));
    return ended;
  } finally {
    writing.close();
    await graph.close();
    archive.close();
  }
}

/** How many there were of what lets people in. */
export interface EndedEntries {
  sessions: number;
  tokens: number;
  links: number;
}

/** Once the schema is up to date, as an earlier one called them otherwise. */
async function endAllEntries(database: Database): Promise<EndedEntries> {
  const [ended] = await database.write<EndedEntries>(loadQuery('people/shut_everybody_out'));
  return ended ?? { sessions: 0, tokens: 0, links: 0 };
}

async function unpack(
  archive: Archive,
  places: { staging: string; kept: string },
  progress: Progress,
): Promise<void> {
  progress.step(says.step.unpacking);
  const graph: readonly string[] = Object.values(graphParts);
  const parts = archive.manifest.parts.filter(({ name }) => !graph.includes(name));
  for (const [at, part] of parts.entries()) {
    await unpackPart(part, archive.chunks(part.name), places);
    progress.advance(at + 1, parts.length, says.parts);
  }
}

/** Throws ConflictError when there is not what the manifest says: somebody else has written. */
async function checkCounts(database: Database, { manifest }: Archive): Promise<void> {
  const counts = async (query: string) =>
    new Map(
      (await database.read<{ name: string; count: number }>(loadQuery(query))).map(
        ({ name, count }) => [name, count],
      ),
    );
  for (const [query, expected] of [
    ['backup/count_labels', manifest.labels],
    ['backup/count_types', manifest.types],
  ] as const) {
    const found = await counts(query);
    const names = new Set([...found.keys(), ...Object.keys(expected)]);
    for (const name of names) {
      const [is, should] = [found.get(name) ?? 0, expected[name] ?? 0];
      if (is !== should) throw new ConflictError(says.otherCount(name, is, should));
    }
  }
}

/** Takes away all that a restore has put there. The database still bears its mark. */
async function clear({ database, settings: { home } }: Whole): Promise<void> {
  await database.command(loadQuery('backup/clear_relations'));
  await database.command(loadQuery('backup/clear_nodes'));
  const [mark] = await database.read<{ properties: Properties }>(loadQuery('backup/mark'));
  const own = await readFile(markerIn(home), 'utf8').catch(() => null);
  // Otherwise the files of the home are none of this database's restore.
  if (own !== null && own === mark?.properties['restoring'])
    for (const name of restoredNames) await rm(join(home, name), { recursive: true, force: true });
  await rm(stagingIn(home), { recursive: true, force: true });
}

/** As the database was before. */
async function unmark({ database }: Whole, before: Properties | null): Promise<void> {
  if (!before) {
    await database.write(loadQuery('backup/unmark'));
    return;
  }
  const mark = lastingMark(before);
  await database.write(loadQuery('backup/set_mark'), { mark });
  await database.write(loadQuery('backup/end_restoring'));
}
