import { describe, expect, it } from 'vitest';
import { fitRows, type Assumed, type Row } from '../../server/detection/calibrate/map-logistic.ts';

const assumed = (more: Partial<Assumed> = {}): Assumed => ({
  weightOf: () => 0,
  strengthOf: () => 1,
  floorOf: () => -Infinity,
  ...more,
});
const row = (terms: Record<string, number>, positive: boolean, count: number): Row => ({
  ...{ terms: new Map(Object.entries(terms)), positive, count },
});

describe('a fit of rows', () => {
  it('stops at the floor, however much speaks against a term', () => {
    const { weights } = fitRows(
      [row({ bond: 1 }, false, 10_000)],
      assumed({ weightOf: () => 3, floorOf: () => 0.3 }),
    );
    expect(weights.get('bond')).toBe(0.3);
  });

  it('is as unsure as what was assumed where rows say nothing, and as they are where they say all', () => {
    const silent = fitRows([row({ term: 1e-9 }, true, 1)], assumed({ strengthOf: () => 4 }));
    expect(silent.spread().get('term')).toBeCloseTo(1 / 2, 6);
    // Of a share of one half, the log-odds have the variance 4 / n.
    const even = [row({ term: 1 }, true, 500), row({ term: 1 }, false, 500)];
    const { weights, spread } = fitRows(even, assumed({ strengthOf: () => 0 }));
    expect(weights.get('term')).toBeCloseTo(0, 4);
    expect(spread().get('term')).toBeCloseTo(Math.sqrt(4 / 1_000), 4);
  });

  it('is unsure of either of two terms that always come together, by what holds them apart', () => {
    const even = [row({ one: 1, other: 1 }, true, 5_000), row({ one: 1, other: 1 }, false, 5_000)];
    const { spread } = fitRows(even, assumed());
    // Their sum is known; their difference only by the assumption, of variance 2.
    expect(spread().get('one')).toBeCloseTo(Math.sqrt(1 / 2), 2);
  });

  it('holds an offset against the terms', () => {
    const offset = 2;
    const even = [true, false].map((side) => ({ ...row({ term: 1 }, side, 5_000), offset }));
    const { weights } = fitRows(even, assumed({ strengthOf: () => 0.01 }));
    expect(weights.get('term')).toBeCloseTo(-2, 2);
  });
});
