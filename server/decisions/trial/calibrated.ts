import type { Calibration } from '../../../domain/calibration.ts';
import { messages } from '../../../domain/messages/index.ts';
import { besideInForce, calibrate } from '../../detection/calibrate/calibrate.ts';
import type { Decided } from '../../detection/calibrate/decided.ts';
import type { NetworkInput } from '../../detection/score/network.ts';
import { shippedWeights, type Weights } from '../../detection/weights/weights.ts';
import { UsageError } from '../../platform/problems.ts';
import type { CheckedCount } from '../../../domain/explanation-check.ts';
import type { StoredCheck } from '../explanations/check-store.ts';
import { checkedCounts } from '../explanations/counts.ts';
import type { Disposition } from '../triage/disposition.ts';

/**
 * What was confirmed and what dismissed, as it was when it was decided. Other decisions settle nothing: somebody is waited
 * for, or those concerned were made use of. An error in the data speaks of the data, and not of what findings tell. What the
 * parts of a cluster have of it since it split was decided once. Throws UsageError when there is none.
 */
export function decisionsFrom(dispositions: readonly Disposition[]): Decided[] {
  const heard = new Set<string>();
  const earliestFirst = dispositions.toSorted((a, b) => a.lineage.length - b.lineage.length);
  const decided = earliestFirst.flatMap((one): Decided[] => {
    const { id, kind, of, members, lineage, snapshot, decision } = one;
    const verdict = verdictOf(one);
    if (kind === 'answer' || verdict === null) return [];
    // A part has the decision and the snapshot of what it was a part of, until it is decided about itself.
    const act = JSON.stringify([lineage[0] ?? id, decision?.at, snapshot?.accounts ?? null]);
    if (heard.has(act)) return [];
    heard.add(act);
    return [{ id: of, kind, verdict, accounts: snapshot?.accounts ?? members }];
  });
  if (decided.length === 0) throw new UsageError(messages.calibration.problems.nothingDecided);
  return decided;
}

/** Null of what settles nothing. */
function verdictOf({ decision }: Disposition): Decided['verdict'] | null {
  const verdict = decision?.state;
  const settles = verdict === 'confirmed' || verdict === 'dismissed';
  return settles && decision?.reason !== 'data_error' ? verdict : null;
}

/**
 * How the honest explanations of what was confirmed and dismissed had been checked. It is counted for whoever judges the
 * estimate: an explanation may hold and a scheme as well, so no weight is moved by it.
 */
export function explanationsChecked(
  dispositions: readonly Disposition[],
  checks: readonly StoredCheck[],
): CheckedCount[] {
  return checkedCounts(
    dispositions.filter((one) => verdictOf(one) !== null),
    checks,
  );
}

/** The weights estimated anew over what a run would be made of, beside those in force. */
export function calibrated(
  input: Omit<NetworkInput, 'weights'>,
  decisions: readonly Decided[],
  inForce: Weights,
): { weights: Weights; calibration: Calibration } {
  const shipped = shippedWeights();
  const { weights, estimates, decisions: sides } = calibrate(input, decisions, shipped);
  return {
    weights,
    calibration: { ...sides, weights: besideInForce(estimates, inForce, shipped) },
  };
}
