import { compareText } from '../../../domain/compare-text.ts';
import { weighedSums, type MovedWeight, type WeighedSum } from '../../../domain/calibration.ts';
import { networkOf, type NetworkInput } from '../score/network.ts';
import type { Weights } from '../weights/weights.ts';
import { decidedSets, sidesOf, type Decided, type Sides } from './decided.ts';
import { fitRows, type Assumed } from './map-logistic.ts';
import {
  isRival,
  leastTerm,
  otherThan,
  pickedTerm,
  priorTerm,
  toldWeight,
  weightIn,
  withWeights,
} from '../weights/named-weights.ts';
import { rowsOf, type DecidedRow, type RowsBySum } from './rows.ts';

/** Weights, priors and the threshold estimated anew from what was decided. */
export interface Calibration {
  weights: Weights;
  /** Those that decisions speak of, by sum and term; `from` is what is shipped. */
  estimates: MovedWeight[];
  decisions: Sides;
}

/** Scores decide which bond counts and which explanation fits best, and weights decide scores: so it is done a few times. */
const rounds = 3;

/**
 * The inverse variance of what is shipped, where a decision is one row: shipped weights rest on thousands of labels, or
 * on what is known of such cases, and what was decided on a platform numbers in the hundreds.
 */
const strength = 2;

/** Priors move all scores at once, and the threshold every cluster, so they are held more firmly. */
const [strengthOfPriors, strengthOfLeast] = [4, 12];

/** What comes of having been found is unknown altogether. */
const strengthOfPicked = 0.01;

/** The commoner side speaks so many times as much as the rarer one at most, and as so many decisions beside. */
const [mostTimes, mostAlone] = [10, 2];

/** What binds or shows keeps at least this share of its shipped weight: no decision makes blind to anything. */
const leastShare = 0.1;

/** Of a Gaussian, 95 of 100 lie within so many standard deviations. */
const wide = 1.96;

/**
 * The same for the same decisions in any order; without any, what is shipped. It starts from `shipped` each time, so that
 * no decision counts twice.
 */
export function calibrate(
  input: Omit<NetworkInput, 'weights'>,
  decisions: readonly Decided[],
  shipped: Weights,
): Calibration {
  const sides = sidesOf(decisions);
  const { groups } = networkOf({ ...input, weights: shipped });
  const sets = decidedSets(decisions, groups, new Set(input.accounts));
  if (sets.length === 0) return { weights: shipped, estimates: [], decisions: sides };
  let weights = shipped;
  let estimates: MovedWeight[] = [];
  for (let round = 0; round < rounds; round++) {
    estimates = estimatesFrom(rowsOf({ ...input, weights }, sets), shipped);
    weights = withWeights(shipped, estimates);
  }
  return { weights, estimates, decisions: sides };
}

/**
 * The estimates beside what is in force, with those that are in force and that no decision speaks of any more: they go
 * back to what is shipped.
 */
export function besideInForce(
  estimates: readonly MovedWeight[],
  inForce: Weights,
  shipped: Weights,
): MovedWeight[] {
  const estimated = new Set(estimates.map(({ sum, term }) => `${sum} ${term}`));
  const back = otherThan(shipped, inForce)
    .filter(({ sum, term }) => !estimated.has(`${sum} ${term}`))
    .map(({ sum, term }) => unspoken(sum, term, shipped));
  return [...estimates, ...back].map((one) => ({
    ...one,
    from: toldWeight(one.sum, weightIn(inForce, one.sum, one.term)),
  }));
}

/** What is thought of a number that no decision speaks of. */
function unspoken(sum: WeighedSum, term: string, shipped: Weights): MovedWeight {
  const { weightOf, strengthOf, floorOf } = assumedOf(sum, shipped);
  const weight = weightOf(term);
  const half = wide / Math.sqrt(strengthOf(term));
  const was = toldWeight(sum, weight);
  return {
    ...{ sum, term, shipped: was, from: was, to: was, decisions: 0 },
    low: toldWeight(sum, Math.max(floorOf(term), weight - half)),
    high: toldWeight(sum, weight + half),
  };
}

function estimatesFrom(rows: RowsBySum, shipped: Weights): MovedWeight[] {
  return weighedSums.flatMap((sum) => estimatesOf(sum, rows[sum], shipped));
}

function estimatesOf(
  sum: WeighedSum,
  rows: readonly DecidedRow[],
  shipped: Weights,
): MovedWeight[] {
  const assumed = assumedOf(sum, shipped);
  const { weights, spread } = fitRows(balanced(rows), assumed);
  const spreads = spread();
  const about = decisionsByTerm(rows);
  return [...weights]
    .filter(([term]) => term !== pickedTerm)
    .map(([term, weight]) => {
      const half = wide * spreads.get(term)!;
      const was = toldWeight(sum, assumed.weightOf(term));
      return {
        ...{ sum, term, shipped: was, from: was, to: toldWeight(sum, weight) },
        low: toldWeight(sum, Math.max(assumed.floorOf(term), weight - half)),
        high: toldWeight(sum, weight + half),
        decisions: about.get(term)!,
      };
    })
    .sort((one, other) => compareText(one.term, other.term));
}

/** Each number drawn to what is shipped. */
function assumedOf(sum: WeighedSum, shipped: Weights): Assumed {
  const isPrior = (term: string) => term === priorTerm || isRival(term);
  const weightOf = (term: string) => (term === pickedTerm ? 0 : weightIn(shipped, sum, term));
  return {
    weightOf,
    strengthOf: (term) => {
      if (term === pickedTerm) return strengthOfPicked;
      if (term === leastTerm) return strengthOfLeast;
      return isPrior(term) ? strengthOfPriors : strength;
    },
    floorOf: (term) =>
      isPrior(term) || term === leastTerm || term === pickedTerm
        ? -Infinity
        : leastShare * weightOf(term),
  };
}

/** Whoever only ever confirms, or only ever dismisses, has said little of what tells the one from the other. */
function balanced(rows: readonly DecidedRow[]): DecidedRow[] {
  const massOf = (side: boolean) =>
    rows.reduce((sum, { positive, count }) => sum + (positive === side ? count : 0), 0);
  const mass = { true: massOf(true), false: massOf(false) };
  const share = (side: boolean) =>
    Math.min(1, (mostTimes * mass[`${!side}`] + mostAlone) / Math.max(mass[`${side}`], mostAlone));
  const shares = { true: share(true), false: share(false) };
  return rows.map((row) => ({ ...row, count: row.count * shares[`${row.positive}`] }));
}

function decisionsByTerm(rows: readonly DecidedRow[]): Map<string, number> {
  const sets = new Map<string, Set<DecidedRow['about']>>();
  for (const { terms, about } of rows)
    for (const term of terms.keys()) sets.set(term, (sets.get(term) ?? new Set()).add(about));
  return new Map(
    [...sets].map(([term, all]) => [term, [...all].reduce((sum, one) => sum + one.decisions, 0)]),
  );
}
