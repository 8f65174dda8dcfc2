import { describe, expect, it } from 'vitest';
import { measureUsual, rarityOfAmount } from '../../server/detection/score/usual.ts';

const accounts = 1_000;
const shownBy = (...groups: [amount: number, accounts: number][]) =>
  groups.flatMap(([amount, count]) => Array.from({ length: count }, () => amount));

describe('what is usual', () => {
  it('takes little from what few show, and nearly all from what half the platform shows', () => {
    const usual = measureUsual(
      new Map([
        ['rare', shownBy([0.9, 12], [0.2, 8])],
        ['eighth', shownBy([0.6, 170])],
        ['half', shownBy([0.4, 600])],
      ]),
      accounts,
    );
    expect(rarityOfAmount(usual, 'rare', 0.9)).toBe(1);
    expect(rarityOfAmount(usual, 'rare', 0.2)).toBe(1);
    expect(rarityOfAmount(usual, 'eighth', 0.6)).toBeCloseTo(3 / 7);
    expect(rarityOfAmount(usual, 'half', 0.4)).toBeCloseTo(1 / 7);
    expect(rarityOfAmount(usual, 'unheard-of', 0.4)).toBe(1);
  });

  it('leaves a strong sign its worth where only weak ones are usual', () => {
    const usual = measureUsual(new Map([['d', shownBy([0.9, 6], [0.1, 500])]]), accounts);
    expect(rarityOfAmount(usual, 'd', 0.9)).toBe(1);
    expect(rarityOfAmount(usual, 'd', 0.1)).toBeLessThan(0.3);
  });

  it('does not take a scheme for what is usual on a small platform', () => {
    const usual = measureUsual(new Map([['d', shownBy([0.8, 10])]]), 30);
    expect(rarityOfAmount(usual, 'd', 0.8)).toBe(1);
  });

  it('does not move with one more account', () => {
    const marks = (size: number) => measureUsual(new Map([['d', shownBy([0.6, 170])]]), size);
    expect(marks(1_000)).toEqual(marks(1_001));
  });
});
