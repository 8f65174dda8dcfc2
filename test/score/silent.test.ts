import { describe, expect, it } from 'vitest';
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
const everything = [
  ...money,
  finding('F-2', 'machine', 0.01, ['c', 'b']),
  finding('F-3', 'pitch', 0.01, ['c', 'b']),
  finding('F-4', 'nights', 0.01, ['c']),
];
const scoresOf = (findings: typeof money) =>
  networkOf({ findings, detectors, accounts, weights: heard, exitUses: [] }).accounts;

describe('what a platform keeps no record of', () => {
  it('is the part of all that could tell in which nothing was found', () => {
    // Four families, each of a detector that weighs as much as any other.
    expect(silentShare(money, detectors, weights.account)).toBe(0.75);
    expect(silentShare(everything, detectors, weights.account)).toBe(0);
    expect(silentShare([], detectors, weights.account)).toBe(0);
  });

  it('counts by how much it could have told', () => {
    const terms = { ...weights.account.terms, 'own:purse': { weight: 5, why: 'test' } };
    // Of 5.5 + 3 × 2.5 nothing but the 5.5 can be heard.
    expect(silentShare(money, detectors, { ...weights.account, terms })).toBeCloseTo(7.5 / 13, 6);
  });

  it('holds its silence against nobody about whom something else speaks, and lifts nobody else', () => {
    const [a, , , z] = scoresOf(money);
    const raised = a?.reasons.find(({ name }) => name === 'platform:silent');
    expect(raised).toMatchObject({ amount: 0.75, weight: 1.5, findings: [] });
    expect(z).toMatchObject({ score: 0, reasons: [] });
    const [among] = scoresOf(everything);
    expect(among?.reasons.some(({ name }) => name === 'platform:silent')).toBe(false);
    expect(a!.score).toBeGreaterThan(among!.score);
  });
});
