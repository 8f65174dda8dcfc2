import { withInterval, type Interval } from './ranking.ts';

/** A figure with the interval that holds it in 95 of 100 resamplings, and how many cases it rests on. */
export interface Measured extends Interval {
  of: number;
}

/** The figure over the cases, and over resamplings of them from a fixed seed. */
export function measured<T>(
  cases: readonly T[],
  figure: (cases: readonly T[]) => number,
): Measured {
  return { ...withInterval(cases, figure), of: cases.length };
}

/** The share of cases that hold. */
export function measuredShare(cases: readonly boolean[]): Measured {
  return measured(cases, (all) => all.filter((holds) => holds).length / Math.max(1, all.length));
}
