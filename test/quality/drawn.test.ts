import { describe, expect, it } from 'vitest';
import { drawnPlatform } from '../../quality/drawn.ts';
import { catalogue } from '../../server/detection/catalogue/catalogue.ts';
import { labelledWorld } from './labelled-world.ts';

const detectors = await catalogue();
const world = labelledWorld('first-100-1', { households: 30, rings: 20, size: 4, others: 100 });
const draws = Array.from({ length: 40 }, (_, seed) => drawnPlatform(world, seed, detectors));

describe('a platform drawn from an observed world', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(drawnPlatform(world, 7, detectors)).toEqual(drawnPlatform(world, 7, detectors));
    expect(new Set(draws.map(({ accounts }) => accounts.length)).size).toBeGreaterThan(10);
  });

  it('keeps whole circles, everybody without a label, and nothing about those that are gone', () => {
    for (const { accounts, labels, findings, groups } of draws) {
      const left = new Set(accounts);
      expect(accounts.filter((account) => account.startsWith('other'))).toHaveLength(100);
      expect(groups.map(({ account_id }) => account_id)).toEqual(accounts);
      for (const cluster of new Set(labels.map((label) => label.cluster)))
        expect(labels.filter((label) => label.cluster === cluster)).toHaveLength(4);
      for (const finding of findings)
        expect(finding.accounts.every((account) => left.has(account))).toBe(true);
    }
  });

  it('has other shares of look-alikes and of rings, silent detectors, and rings that show less', () => {
    const share = (sort: string, of: number) =>
      draws.map(({ labels }) => labels.filter(({ kind }) => kind === sort).length / (4 * of));
    expect(Math.min(...share('household', 30))).toBeLessThan(0.4);
    expect(Math.max(...share('household', 30))).toBeGreaterThan(0.8);
    expect(Math.min(...share('ring', 20))).toBeGreaterThan(0.2);
    expect(draws.some(({ findings }) => findings.length === 0)).toBe(true);
    const shown = draws.map(({ labels, findings }) => {
      const rings = new Set(labels.filter(({ kind }) => kind === 'ring').map((l) => l.cluster));
      const seen = findings.filter(({ accounts }) => accounts[0]!.startsWith('ring'));
      return seen.length / rings.size;
    });
    expect(shown.filter((part) => part > 0 && part < 1).length).toBeGreaterThan(10);
  });

  it('has no voice of whole families of evidence, on some', () => {
    const [one] = world.findings;
    const ofEach = detectors.map(({ id }) => ({ ...one!, id: `F-${id}`, detector: id }));
    const families = new Map(detectors.map(({ id, family }) => [id, family]));
    const heard = Array.from({ length: 40 }, (_, seed) => {
      const { findings, recorded = [] } = drawnPlatform(
        { ...world, findings: ofEach },
        seed,
        detectors,
      );
      const voices = new Set(findings.map(({ detector }) => families.get(detector)!));
      expect([...voices].filter((family) => !recorded.includes(family))).toEqual([]);
      return recorded.length;
    });
    const all = new Set(families.values()).size;
    expect(heard.filter((some) => some > all - 2).length).toBeGreaterThan(5);
    expect(heard.filter((some) => some > 0 && some < all - 3).length).toBeGreaterThan(5);
  });

  it('leaves a finding without those of it that are gone, and none where nobody is left to tie', () => {
    const [one, other] = ['ring0-0', 'household0-0'];
    const tied = {
      ...world,
      findings: [
        {
          ...world.findings[0]!,
          accounts: [one, other, 'other1'],
          ties: [{ a: one, b: other, share: 1 }],
        },
      ],
    };
    const outcomes = Array.from({ length: 60 }, (_, seed) =>
      drawnPlatform(tied, seed, detectors),
    ).map(({ accounts, findings }) => ({
      both: accounts.includes(one) && accounts.includes(other),
      ties: findings[0]?.ties,
    }));
    expect(outcomes.some(({ both, ties }) => both && ties?.length === 1)).toBe(true);
    expect(outcomes.filter(({ both }) => !both).every(({ ties }) => ties === undefined)).toBe(true);
  });
});
