import { describe, expect, it } from 'vitest';
import { fitLogistic } from '../../quality/logistic.ts';
import type { Row } from '../../server/detection/calibrate/map-logistic.ts';

const assumed = { prior: -2, weightOf: () => 1, strength: 1 };

/** `bad` of `all` rows that show the terms are positive. */
function rows(terms: Record<string, number>, bad: number, all: number): Row[] {
  const shown = new Map(Object.entries(terms));
  return [
    { terms: shown, positive: true, count: bad },
    { terms: shown, positive: false, count: all - bad },
  ];
}

describe('the fit', () => {
  it('finds the log-odds that the rows were made of', () => {
    const fitted = fitLogistic(
      [...rows({}, 1_000, 100_000), ...rows({ tell: 1 }, 50_000, 100_000)],
      assumed,
    );
    expect(fitted.prior).toBeCloseTo(Math.log(0.01 / 0.99), 1);
    expect(fitted.weights.get('tell')).toBeCloseTo(-Math.log(0.01 / 0.99), 1);
  });

  it('gives no term a weight below zero, however honest those are that show it', () => {
    const fitted = fitLogistic(
      [...rows({}, 5_000, 100_000), ...rows({ honest: 1 }, 1, 100_000)],
      assumed,
    );
    expect(fitted.weights.get('honest')).toBe(0);
  });

  it('keeps near what was assumed where there is little to learn from', () => {
    const fitted = fitLogistic([...rows({}, 100, 10_000), ...rows({ rare: 1 }, 1, 1)], assumed);
    expect(fitted.weights.get('rare')).toBeGreaterThan(1);
    expect(fitted.weights.get('rare')).toBeLessThan(3);
  });

  it('does not count one circumstance twice when two terms always come together', () => {
    const fitted = fitLogistic(
      [...rows({}, 1_000, 100_000), ...rows({ one: 1, other: 1 }, 50_000, 100_000)],
      assumed,
    );
    const together = fitted.weights.get('one')! + fitted.weights.get('other')!;
    expect(together).toBeCloseTo(-Math.log(0.01 / 0.99), 1);
  });
});
