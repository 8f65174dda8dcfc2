import { describe, expect, it } from 'vitest';
import { families, type Family } from '../../domain/detector.ts';
import { networkOf } from '../../server/detection/score/network.ts';
import { silentShare } from '../../server/detection/weights/silent.ts';
import type { Weights } from '../../server/detection/weights/weights.ts';
import { detectors, finding, weights } from './findings.ts';

const heard: Weights = {
  ...weights,
  account: {
    ...weights.account,
    terms: { ...weights.account.terms, 'platform:*': { weight: 2, why: 'test' } },
  },
};
const accounts = ['a', 'b', 'c', 'z'];
const money = [finding('F-1', 'purse', 0.9, ['a', 'b'])];
const scoresOf = (findings: typeof money, recorded: readonly Family[]) =>
  networkOf({ findings, detectors, accounts, weights: heard, exitUses: [], hires: [], recorded })
    .accounts;
const share = (...recorded: Family[]) => silentShare(detectors, new Set(recorded), weights.account);

describe('what a platform keeps no record of', () => {
  it('is the part of all that could tell of which there are no records', () => {
    // Four families, each of a detector that weighs as much as any other.
    expect(share('money')).toBe(0.75);
    expect(share(...families)).toBe(0);
    // Nothing can be found there, and nobody raised.
    expect(share()).toBe(0);
  });

  it('counts by how much it could have told', () => {
    const terms = { ...weights.account.terms, 'own:purse': { weight: 5, why: 'test' } };
    // Of 5.5 + 3 × 2.5 nothing but the 5.5 can be heard.
    const model = { ...weights.account, terms };
    expect(silentShare(detectors, new Set(['money']), model)).toBeCloseTo(7.5 / 13, 6);
  });

  it('holds its silence against nobody about whom something else speaks, and lifts nobody else', () => {
    const [a, , , z] = scoresOf(money, ['money']);
    const raised = a?.reasons.find(({ name }) => name === 'platform:silent');
    expect(raised).toMatchObject({ amount: 0.75, weight: 1.5, findings: [] });
    expect(z).toMatchObject({ score: 0, reasons: [] });
    // Where there are records of all, that nothing was found in them says something.
    const [among] = scoresOf(money, families);
    expect(among?.reasons.some(({ name }) => name === 'platform:silent')).toBe(false);
    expect(a!.score).toBeGreaterThan(among!.score);
  });
});
