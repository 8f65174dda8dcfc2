import type { MovedWeight, WeightRevision, Weighing } from '../../../domain/calibration.ts';
import { messages } from '../../../domain/messages/index.ts';
import { weightsChanged } from '../../trust/custody/acts.ts';
import { recorded } from '../../trust/custody/recorded.ts';
import { toldWeight, weightIn } from '../../detection/weights/named-weights.ts';
import { shippedWeights } from '../../detection/weights/weights.ts';
import {
  shippedWith,
  storeWeightRevision,
  weightRevisions,
  weightsDigest,
} from '../../detection/weights/weights-in-force.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { isConstraintBroken } from '../../platform/failures.ts';
import { ConflictError, NotFoundError, UsageError } from '../../platform/problems.ts';
import type { By } from './activate-parameters.ts';
import { trialById } from './trial-store.ts';

const text = messages.calibration.problems;

/**
 * Puts weights in force from the next run on, recorded in the custody log before; what was in force stays in the history.
 * What a trial estimated takes another person than who began it; what was in force before, anybody brings back. Throws
 * NotFoundError, UsageError for what changes nothing, and ConflictError when it is one's own trial, when the trial has no
 * weights that this program could use, or when another was first.
 */
export async function activateWeights(
  database: Database,
  { home, by, now }: By,
  { trial, back_to, why, rests_on }: Weighing,
): Promise<WeightRevision> {
  const history = await weightRevisions(database);
  const [before] = history;
  if ((before?.revision ?? 0) !== rests_on)
    throw new ConflictError(text.overtaken(before?.by ?? '', before?.at ?? ''));
  const asked =
    trial === null ? earlier(history, back_to ?? 0) : await estimatedBy(database, trial, by);
  const weights = asked.weights.filter(({ to, shipped }) => to !== shipped);
  const digest = weightsDigest(shippedWith(weights));
  if (digest === weightsDigest(shippedWith(before?.weights ?? [])))
    throw new UsageError(text.nothing);
  const revision: WeightRevision = {
    ...{ revision: rests_on + 1, weights, digest, why, trial, by, at: now },
    proposed_by: asked.proposed_by,
  };
  await recorded(home, weightsChanged(revision, before ?? null), () =>
    storeWeightRevision(database, revision).catch((error: unknown) => {
      throw isConstraintBroken(error) ? new ConflictError(text.justOvertaken) : error;
    }),
  );
  return revision;
}

interface Asked {
  weights: readonly MovedWeight[];
  proposed_by: string | null;
}

function earlier(history: readonly WeightRevision[], revision: number): Asked {
  if (revision === 0) return { weights: [], proposed_by: null };
  const found = history.find((one) => one.revision === revision);
  if (!found) throw new NotFoundError(text.noRevision(revision));
  return { weights: found.weights, proposed_by: null };
}

async function estimatedBy(database: Database, id: string, by: string): Promise<Asked> {
  const { state, result, by: proposed_by } = await trialById(database, id);
  const calibration = result?.calibration;
  if (state !== 'done' || !calibration) throw new ConflictError(text.notEstimated(id));
  if (proposed_by === by) throw new ConflictError(text.ownTrial(id));
  const shipped = shippedWeights();
  // Estimated under another version of the program, they were drawn to other weights than it has now.
  const others = calibration.weights.some(
    (one) => toldWeight(one.sum, weightIn(shipped, one.sum, one.term)) !== one.shipped,
  );
  if (others) throw new ConflictError(text.otherProgram(id));
  return { weights: calibration.weights, proposed_by };
}
