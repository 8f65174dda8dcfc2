import { randomUUID } from 'node:crypto';
import {
  mostRunsTried,
  type PatternTrial,
  type TriedRun,
} from '../../../domain/watched-pattern.ts';
import type { Run } from '../../../domain/finding.ts';
import { messages } from '../../../domain/messages/index.ts';
import { runs as storedRuns } from '../../detection/runs/read-runs.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { ConflictError, InvalidDataError } from '../../platform/problems.ts';
import { wilson } from '../numbers/wilson.ts';
import { allDispositions } from '../triage/disposition-store.ts';
import type { Disposition } from '../triage/disposition.ts';
import { answersAt, askingProblem, type FoundAnswer, type FoundAnswers } from './answers.ts';
import { storeTrial } from './watch-store.ts';
import { savedPattern } from './saved-pattern.ts';

/** Who does it, and when (ISO 8601, UTC, milliseconds). */
interface By {
  by: string;
  now: string;
}

/** Somebody waits for it: after so long no further run is begun. */
const mostMs = 60_000;

/**
 * What a saved pattern would have answered at the latest runs, as of their times, and how it was decided of the accounts of those
 * answers afterwards. It is kept, and changes nothing. Throws NotFoundError, ConflictError for what is no pattern or before the
 * first run, and InvalidDataError where the database cannot answer it.
 */
export async function tryOnPast(
  database: Database,
  id: string,
  { by, now }: By,
): Promise<PatternTrial> {
  const { pattern, version } = await savedPattern(database, id);
  const all = await storedRuns(database, null, mostRunsTried);
  if (all.length === 0) throw new ConflictError(messages.watchedPattern.problems.noRun);
  const until = Date.now() + mostMs;
  const asked = await database.apart(async (apart) => {
    const found: AskedRun[] = [];
    for (const run of all) {
      if (found.length > 0 && Date.now() > until) break;
      found.push({ run, ...(await answersAt(apart, pattern, timeOf(run)).catch(refused)) });
    }
    return found;
  });
  const decided = decisionsBy(await allDispositions(database));
  const trial: PatternTrial = {
    ...{ id: randomUUID(), query: id, version, by, at: now },
    ...triedRuns(asked, decided),
    untried: all.length - asked.length,
  };
  await storeTrial(database, trial);
  return trial;
}

/** Until when a run looked: where none was set, until it ended. */
export function timeOf({ as_of, ended }: Pick<Run, 'as_of' | 'ended'>): string {
  return as_of ?? ended;
}

function refused(error: unknown): never {
  throw new InvalidDataError(askingProblem(error), [], { cause: error });
}

interface AskedRun extends FoundAnswers {
  run: Pick<Run, 'run' | 'as_of' | 'ended'>;
}

/** By which decision an answer was right or wrong. */
type Outcome = { state: 'confirmed' | 'dismissed'; by: string } | null;

/** Latest first, as they are given. */
function triedRuns(
  asked: readonly AskedRun[],
  outcomeOf: (answer: FoundAnswer, since: string) => Outcome,
): Omit<PatternTrial, 'id' | 'query' | 'version' | 'by' | 'at' | 'untried'> {
  const outcomes = new Map<string, Outcome>();
  const tried: TriedRun[] = [];
  for (const { run, answers, cut } of asked.toReversed()) {
    const fresh = answers.filter(({ ref }) => !outcomes.has(ref));
    for (const answer of fresh) outcomes.set(answer.ref, outcomeOf(answer, run.ended));
    const counted = answers.map(({ ref }) => outcomes.get(ref) ?? null);
    tried.unshift({
      ...{ run: run.run, ended: run.ended, as_of: timeOf(run), cut },
      ...{ answers: answers.length, fresh: fresh.length, ...sides(counted) },
    });
  }
  const all = [...outcomes.values()];
  // Members of one cluster were not judged one by one: what a person decided once is one observation.
  const once = sides([...new Map(all.map((outcome) => [outcome?.by, outcome])).values()]);
  const decisions = once.confirmed + once.dismissed;
  return {
    runs: tried,
    answers: outcomes.size,
    ...{ ...sides(all), decisions, ...wilson(once.confirmed, decisions) },
  };
}

function sides(outcomes: readonly Outcome[]): { confirmed: number; dismissed: number } {
  const of = (state: 'confirmed' | 'dismissed') =>
    outcomes.filter((outcome) => outcome?.state === state).length;
  return { confirmed: of('confirmed'), dismissed: of('dismissed') };
}

/**
 * Confirmed, else dismissed, where that was decided of a finding or a cluster with one of the accounts at that time or later. What
 * was decided of answers of patterns does not count: they would speak for themselves.
 */
function decisionsBy(
  dispositions: readonly Pick<Disposition, 'id' | 'kind' | 'decision' | 'snapshot' | 'members'>[],
): (answer: FoundAnswer, since: string) => Outcome {
  const latest = { confirmed: new Map<string, Decided>(), dismissed: new Map<string, Decided>() };
  for (const { id, kind, decision, snapshot, members } of dispositions) {
    const state = decision?.state;
    if (kind === 'answer' || (state !== 'confirmed' && state !== 'dismissed')) continue;
    for (const account of snapshot?.accounts ?? members) {
      const known = latest[state].get(account)?.at ?? '';
      if (decision!.at > known) latest[state].set(account, { at: decision!.at, by: id });
    }
  }
  return ({ accounts }, since) => {
    const by = (state: 'confirmed' | 'dismissed') =>
      accounts.flatMap((account) => latest[state].get(account) ?? []).find(({ at }) => at >= since)
        ?.by;
    const [confirmed, dismissed] = [by('confirmed'), by('dismissed')];
    if (confirmed !== undefined) return { state: 'confirmed', by: confirmed };
    return dismissed === undefined ? null : { state: 'dismissed', by: dismissed };
  };
}

interface Decided {
  at: string;
  /** Id of the disposition. */
  by: string;
}
