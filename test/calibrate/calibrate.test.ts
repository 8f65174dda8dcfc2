import { describe, expect, it } from 'vitest';
import type { Decided } from '../../server/detection/calibrate/decided.ts';
import { weightIn } from '../../server/detection/weights/named-weights.ts';
import { alone, bondOf, calibrated, decided, shipped } from './decided-platform.ts';

const twoSided = [...decided('purse', 'confirmed', 30), ...decided('pitch', 'dismissed', 30)];

/** How far the weight that moved furthest has. */
function furthest({ estimates }: ReturnType<typeof calibrated>): number {
  return Math.max(...estimates.map(({ from, to }) => Math.abs(to - from)));
}

describe('calibrated weights', () => {
  it('without decisions are the shipped ones', () => {
    expect(calibrated([])).toEqual({
      ...{ weights: shipped, estimates: [] },
      decisions: { confirmed: 0, dismissed: 0 },
    });
  });

  it('move little by few decisions', () => {
    const few = [...decided('purse', 'confirmed', 2), ...decided('pitch', 'dismissed', 2)];
    const moved = furthest(calibrated(few));
    expect(moved).toBeGreaterThan(0);
    expect(moved).toBeLessThan(0.4);
  });

  it.each(['confirmed', 'dismissed'] as const)(
    'move little by however many decisions that are all %s',
    (verdict) => {
      const oneSided = [...decided('purse', verdict, 40), ...decided('pitch', verdict, 40)];
      expect(furthest(calibrated(oneSided))).toBeLessThan(0.4);
    },
  );

  it('move up where decisions confirm and down where they dismiss, and others stay', () => {
    const { weights } = calibrated(twoSided);
    expect(bondOf(weights, 'purse')).toBeGreaterThan(bondOf(shipped, 'purse') + 0.5);
    expect(bondOf(weights, 'pitch')).toBeLessThan(bondOf(shipped, 'pitch') - 0.5);
    expect(weights.group.terms['bond:*']).toEqual(shipped.group.terms['bond:*']);
    expect(weights.group.terms['shown:*']).toEqual(shipped.group.terms['shown:*']);
  });

  it('are not overturned by a decision that now and then is wrong', () => {
    const withWrong = [
      ...decided('purse', 'confirmed', 27),
      ...decided('purse', 'dismissed', 3, 27),
      ...decided('pitch', 'dismissed', 27),
      ...decided('pitch', 'confirmed', 3, 27),
    ];
    const { weights } = calibrated(withWrong);
    expect(bondOf(weights, 'purse')).toBeGreaterThan(bondOf(shipped, 'purse') + 0.25);
    expect(bondOf(weights, 'pitch')).toBeLessThan(bondOf(shipped, 'pitch') - 0.25);
    expect(bondOf(weights, 'purse')).toBeLessThan(bondOf(calibrated(twoSided).weights, 'purse'));
  });

  it('are the same in whichever order things were decided', () => {
    const order = twoSided.map((one, at) => ({ one, at: (at * 37) % twoSided.length }));
    const others = order.sort((a, b) => a.at - b.at).map(({ one }) => one);
    expect(others).not.toEqual(twoSided);
    expect(JSON.stringify(calibrated(others))).toBe(JSON.stringify(calibrated(twoSided)));
  });

  it('lie within their intervals, which narrow as more is decided', () => {
    const widthOf = (count: number) => {
      const { estimates } = calibrated([
        ...decided('purse', 'confirmed', count),
        ...decided('pitch', 'dismissed', count),
      ]);
      for (const { term, to, low, high } of estimates) {
        expect(to, term).toBeGreaterThanOrEqual(low);
        expect(to, term).toBeLessThanOrEqual(high);
      }
      const { low, high, decisions } = estimates.find(
        ({ sum, term }) => sum === 'group' && term === 'bond:purse',
      )!;
      expect(decisions).toBe(count);
      return high - low;
    };
    expect(widthOf(40)).toBeLessThan(widthOf(2) - 0.1);
  });

  it('never let anything that binds become nothing, however often it is dismissed', () => {
    const { weights, estimates } = calibrated([
      ...decided('purse', 'confirmed', 40),
      ...decided('pitch', 'dismissed', 40),
    ]);
    const binding = estimates.filter(({ term }) => term.startsWith('bond:'));
    expect(binding.length).toBeGreaterThan(0);
    for (const { sum, term, shipped: was } of binding)
      expect(weightIn(weights, sum, term)).toBeGreaterThanOrEqual(0.1 * was);
  });

  it('take what was decided of a finding as said of the cluster that has most of its accounts', () => {
    const [one] = decided('purse', 'confirmed', 1);
    const finding = { ...one!, id: 'F-1', kind: 'finding' as const };
    const within = { ...finding, accounts: finding.accounts.slice(1) };
    expect(calibrated([within]).estimates).toEqual(calibrated([finding]).estimates);
    // Of the cluster itself something was decided: that goes before.
    const against = { ...within, verdict: 'dismissed' as const };
    expect(calibrated([one!, against]).estimates).toEqual(calibrated([one!]).estimates);
  });

  it('speak of accounts that nobody knows any more in nothing', () => {
    const gone = [{ ...twoSided[0]!, accounts: ['gone-1', 'gone-2'] }];
    expect(calibrated(gone).weights).toEqual(shipped);
  });

  it('of single accounts are learned from what was decided of them, and the threshold from sets alone', () => {
    const decide = (verdict: 'confirmed' | 'dismissed'): Decided[] =>
      alone.map((account) => ({
        id: `F-${account}-1`,
        kind: 'finding',
        verdict,
        accounts: [account],
      }));
    const sumsIn = (decisions: Decided[]) =>
      new Set(calibrated(decisions).estimates.map(({ sum }) => sum));
    expect([...sumsIn(decide('confirmed'))]).toEqual(['account']);
    expect([...sumsIn(twoSided)].sort()).toEqual(['cluster', 'group', 'link']);
    const own = ({ weights }: ReturnType<typeof calibrated>) =>
      weightIn(weights, 'account', 'own:nights');
    const both = [...decided('pitch', 'dismissed', 10), ...decided('purse', 'confirmed', 10)];
    expect(own(calibrated([...both, ...decide('confirmed')]))).toBeGreaterThan(2);
    expect(own(calibrated([...both, ...decide('dismissed')]))).toBeLessThan(2);
  });
});
