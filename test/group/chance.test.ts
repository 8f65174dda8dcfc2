import { describe, expect, it } from 'vitest';
import { surpriseOf } from '../../server/detection/group/chance.ts';

/** A hundred of a thousand accounts show something, one more strongly than the next. */
const all = Array.from({ length: 100 }, (_, index) => 1 - index / 200);
const platform = { all, accounts: 1_000, tried: 1 };

describe('what chance explains', () => {
  it('is counted on the platform: the binomial tail, less what the search costs', () => {
    const { nats, shown } = surpriseOf([0.6, 0.6, 0.6], 4, platform);
    // 81 of 1,000 show at least 0.6, as if one more did and one more did not.
    const share = 82 / 1_002;
    const tail = 4 * share ** 3 * (1 - share) + share ** 4;
    expect(nats).toBeCloseTo(-Math.log(tail) - Math.log(Math.log2(5)), 6);
    expect(shown).toBe(3);
  });

  it('is everything where as many show it as anywhere', () => {
    expect(surpriseOf([0.5], 10, platform).nats).toBe(0);
    const usual = Array.from({ length: 1_000 }, () => 0.7);
    const among = { all: usual, accounts: 1_000, tried: 1 };
    expect(surpriseOf([0.7, 0.7, 0.7, 0.7], 4, among).nats).toBe(0);
  });

  it('is everything of what one member alone shows, however rare', () => {
    expect(surpriseOf([1], 2, platform).nats).toBe(0);
  });

  it('is less, the more show it strongly', () => {
    const weak = surpriseOf([0.51, 0.51, 0.51], 3, platform).nats;
    const strong = surpriseOf([0.99, 0.99, 0.99], 3, platform).nats;
    expect(strong).toBeGreaterThan(weak);
  });
});
