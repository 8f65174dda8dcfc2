import { describe, expect, it } from 'vitest';
import { outOf100 } from '../../domain/score.ts';

describe('a score of 100', () => {
  it('rounds neither to certainty nor to nothing', () => {
    expect([0, 0.003, 0.5, 0.516, 0.997, 1].map((score) => outOf100(score))).toEqual([
      0, 1, 50, 52, 99, 100,
    ]);
  });

  it('has the decimals asked for', () => {
    expect([0.00001, 0.51649, 0.99997].map((score) => outOf100(score, 1))).toEqual([
      0.1, 51.6, 99.9,
    ]);
  });
});
