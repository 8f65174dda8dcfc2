import { seeded } from './homonyms.ts';

/** A figure with the interval that holds it in 95 of 100 resamplings. */
export interface Measured {
  value: number;
  low: number;
  high: number;
  of: number;
}

const resamplings = 1_000;

/** The figure over the cases, and over resamplings of them from a fixed seed. */
export function measured<T>(
  cases: readonly T[],
  figure: (cases: readonly T[]) => number,
): Measured {
  const next = seeded(1);
  const values = Array.from({ length: resamplings }, () =>
    figure(cases.map(() => cases[Math.floor(next() * cases.length)]!)),
  ).sort((a, b) => a - b);
  return {
    value: figure(cases),
    low: values[Math.floor(resamplings * 0.025)]!,
    high: values[Math.ceil(resamplings * 0.975) - 1]!,
    of: cases.length,
  };
}

/** The share of cases that hold. */
export function measuredShare(cases: readonly boolean[]): Measured {
  return measured(cases, (all) => all.filter((holds) => holds).length / Math.max(1, all.length));
}
