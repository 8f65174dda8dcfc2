import { randomUUID } from 'node:crypto';
import { mostAnswers } from '../../../domain/pattern/pattern.ts';
import {
  mostWatched,
  patternWatchSchema,
  type PatternStanding,
  type PatternTrial,
  type PatternWatch,
  type WatchedPattern,
  type WatchRequest,
} from '../../../domain/watched-pattern.ts';
import { messages } from '../../../domain/messages/index.ts';
import { latestRun } from '../../detection/runs/read-runs.ts';
import { patternUnwatched, patternWatched } from '../../trust/custody/acts.ts';
import { recorded } from '../../trust/custody/recorded.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { isConstraintBroken } from '../../platform/failures.ts';
import { ConflictError } from '../../platform/problems.ts';
import { answersAt } from './answers.ts';
import { newAnswers } from './new-answers.ts';
import { savedPattern, type SavedPattern } from './saved-pattern.ts';
import { timeOf } from './try-on-past.ts';
import {
  activeWatches,
  askingsOf,
  createAnswers,
  createWatch,
  endWatch,
  lastAskings,
  latestTrial,
  measuredBy,
  trialById,
  watchesOf,
  type StoredAnswer,
  type StoredWatch,
} from './watch-store.ts';

const text = messages.watchedPattern.problems;

/** Who does it, where it is recorded, and when (ISO 8601, UTC, milliseconds). */
export interface By {
  home: string;
  by: string;
  now: string;
}

/** What runs asked, as far as it is shown. */
const mostAskings = 20;

/**
 * Has a saved pattern watched as it is saved now, in the place of an earlier version; recorded in the custody log before. Throws
 * NotFoundError, and ConflictError when that version was not tried, is watched already, or answers too widely.
 */
export async function watchPattern(
  database: Database,
  { home, by, now }: By,
  id: string,
  { trial, why, earlier }: WatchRequest,
): Promise<PatternStanding> {
  const saved = await savedPattern(database, id);
  const tried = await trialById(database, trial);
  if (tried === null || tried.query !== id || tried.version !== saved.version)
    throw new ConflictError(text.notTried(saved.version));
  await refuse(database, id, saved, tried);
  const own = { id: randomUUID(), query: id, version: saved.version };
  const known = earlier ? [] : await answersNow(database, saved, own);
  const watch: StoredWatch = {
    ...{ ...own, title: saved.title, owner: saved.owner, pattern: saved.pattern },
    ...{ trial, why, known: known.length, set_by: by, set_at: now },
    ...{ ended_by: null, ended_at: null },
  };
  const write = () =>
    database.transaction(async (tx) => {
      await endWatch(tx, id, { by, at: now });
      await createWatch(tx, watch);
      await createAnswers(tx, known);
    });
  await recorded(home, patternWatched(watch), () => write().catch(overtaken));
  return patternStanding(database, id);
}

async function refuse(
  database: Database,
  id: string,
  { version }: SavedPattern,
  { runs }: PatternTrial,
): Promise<void> {
  if (runs.some(({ cut }) => cut)) throw new ConflictError(text.tooWide(mostAnswers));
  const active = await activeWatches(database);
  if (active.some((one) => one.query === id && one.version === version))
    throw new ConflictError(text.watched(version));
  const others = active.filter(({ query }) => query !== id);
  if (others.length >= mostWatched) throw new ConflictError(text.tooMany(mostWatched));
}

/** What it answers as of the latest run, but for what is kept already. */
async function answersNow(
  database: Database,
  { pattern }: SavedPattern,
  own: Pick<StoredWatch, 'id' | 'query' | 'version'>,
): Promise<StoredAnswer[]> {
  const run = await latestRun(database);
  if (run === null) return [];
  const { answers } = await answersAt(database, pattern, timeOf(run));
  return newAnswers(database, own, null, answers);
}

/** What is in the queue stays there. Throws NotFoundError, and ConflictError when it is not watched. */
export async function unwatchPattern(
  database: Database,
  { home, by, now }: By,
  id: string,
): Promise<PatternStanding> {
  await savedPattern(database, id);
  const active = (await activeWatches(database)).find(({ query }) => query === id);
  if (!active) throw new ConflictError(text.notWatched);
  await recorded(home, patternUnwatched(active), () =>
    database.transaction((tx) => endWatch(tx, id, { by, at: now })),
  );
  return patternStanding(database, id);
}

function overtaken(error: unknown): never {
  throw isConstraintBroken(error) ? new ConflictError(text.another) : error;
}

/** Throws ConflictError for a saved query that is watched, which then cannot be deleted. */
export async function refuseWatched(database: Database, id: string): Promise<void> {
  const active = await activeWatches(database);
  if (active.some(({ query }) => query === id)) throw new ConflictError(text.stopFirst);
}

/** Those that are watched, by the phrase, each with how often it is right. */
export async function watchedPatterns(database: Database): Promise<WatchedPattern[]> {
  return withMeasured(database, await activeWatches(database));
}

/** Throws NotFoundError, and ConflictError for a saved query that is no pattern. */
export async function patternStanding(database: Database, id: string): Promise<PatternStanding> {
  const { version } = await savedPattern(database, id);
  const watches = await watchesOf(database, id);
  const [active = null] = await withMeasured(
    database,
    watches.filter(({ ended_at }) => ended_at === null),
  );
  return {
    ...{ query: id, version, active },
    trial: await latestTrial(database, id, version),
    watches: watches.map(bare),
    askings: await askingsOf(database, id, mostAskings),
  };
}

async function withMeasured(
  database: Database,
  watches: readonly StoredWatch[],
): Promise<WatchedPattern[]> {
  const measured = await measuredBy(database, watches);
  const last = await lastAskings(
    database,
    watches.map(({ id }) => id),
  );
  return watches.map((watch) => ({
    ...bare(watch),
    measured: measured(watch),
    last: last.get(watch.id) ?? null,
  }));
}

function bare(watch: StoredWatch): PatternWatch {
  return patternWatchSchema.parse(watch);
}
