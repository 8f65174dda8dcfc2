import type { ParameterRevision, ParameterActivation } from '../../../domain/parameters.ts';
import { messages } from '../../../domain/messages/index.ts';
import { parametersChanged } from '../../trust/custody/acts.ts';
import { recorded } from '../../trust/custody/recorded.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { isConstraintBroken } from '../../platform/failures.ts';
import { ConflictError, NotFoundError, UsageError } from '../../platform/problems.ts';
import { trialById } from './trial-store.ts';
import { faultsOfValues } from '../../detection/parameters/check-values.ts';
import {
  declaredAmong,
  otherThanDeclared,
} from '../../detection/parameters/effective-parameters.ts';
import { refuse } from '../../detection/parameters/read-values.ts';
import { tunables, type Tunable } from '../../detection/parameters/tunable.ts';
import {
  activeRevisions,
  revisionsOf,
  storeRevision,
} from '../../detection/parameters/revision-store.ts';

const text = messages.parameters.problems;

/** Who puts something in force, and when (ISO 8601, UTC, milliseconds). */
export interface By {
  home: string;
  by: string;
  now: string;
}

/**
 * Puts values in force from the next run on, recorded in the custody log before; what was in force stays in the history.
 * Throws NotFoundError, UsageError for what no run could use or changes nothing, and ConflictError when another was first
 * or when the trial was not of these values.
 */
export async function activateParameters(
  database: Database,
  { home, by, now }: By,
  id: string,
  { values: asked, why, rests_on, trial }: ParameterActivation,
): Promise<ParameterRevision> {
  const detector = await knownTunable(id);
  refuse(faultsOfValues(detector, asked), 'body.values.');
  const values = otherThanDeclared(detector, asked);
  const before = (await activeRevisions(database)).get(id) ?? null;
  if ((before?.revision ?? 0) !== rests_on)
    throw new ConflictError(text.overtaken(id, before?.by ?? '', before?.at ?? ''));
  const was = before?.values ?? {};
  if (JSON.stringify(values) === JSON.stringify(was)) throw new UsageError(text.nothing(id));
  if (trial !== null) await checkTrial(database, trial, detector, { ...values });
  const revision: ParameterRevision = {
    ...{ detector: id, revision: rests_on + 1, values, why, trial, by, at: now },
  };
  await recorded(home, parametersChanged(revision, was), () =>
    storeRevision(database, revision).catch((error: unknown) => {
      throw isConstraintBroken(error) ? new ConflictError(text.justOvertaken(id)) : error;
    }),
  );
  return revision;
}

/** Every change of it, the one in force first. Throws NotFoundError. */
export async function parameterHistory(
  database: Database,
  id: string,
): Promise<ParameterRevision[]> {
  const revisions = await revisionsOf(database, id);
  // What a program of before changed of a detector that is no more stays to be read.
  if (revisions.length === 0) await knownTunable(id);
  return revisions;
}

/** The detector of that id, or the order of clusters. Throws NotFoundError. */
export async function knownTunable(id: string): Promise<Tunable> {
  const all = await tunables();
  const found = all.find((entry) => entry.id === id);
  if (found) return found;
  const known = all.map((entry) => entry.id);
  throw new NotFoundError(messages.detect.unknownDetector(id, known));
}

/** A trial speaks for the values that it ran with, and for no others. */
async function checkTrial(
  database: Database,
  trial: string,
  detector: Tunable,
  values: ParameterRevision['values'],
): Promise<void> {
  const { state, result } = await trialById(database, trial);
  const ran = result?.detectors.find(({ id }) => id === detector.id);
  if (state !== 'done' || !ran) throw new ConflictError(text.notTried(trial, detector.id));
  if (ran.query !== null) throw new ConflictError(text.otherQuery(trial, detector.id));
  const of = otherThanDeclared(detector, declaredAmong(detector, ran.to.parameters));
  if (JSON.stringify(of) !== JSON.stringify(values))
    throw new ConflictError(text.triedOthers(trial, detector.id));
}
