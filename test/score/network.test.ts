import { describe, expect, it } from 'vitest';
import { networkOf } from '../../server/detection/score/network.ts';
import { probability } from '../../server/detection/weights/weights.ts';
import { detectors, finding, weights } from './findings.ts';

const findings = [
  finding('F-1', 'purse', 0.9, ['a', 'b', 'c']),
  finding('F-2', 'machine', 0.9, ['a', 'b', 'c']),
  finding('F-3', 'nights', 0.5, ['a']),
  finding('F-4', 'pitch', 0.2, ['c', 'd']),
];
const accounts = ['d', 'c', 'b', 'a', 'z'];
const network = networkOf({ findings, detectors, accounts, weights, exitUses: [], hires: [] });
const scoreOf = (id: string) => network.accounts.find(({ account_id }) => account_id === id)!;

describe('scores', () => {
  it('are given to every account, in order, 0 where nothing speaks', () => {
    expect(network.accounts.map(({ account_id }) => account_id)).toEqual(['a', 'b', 'c', 'd', 'z']);
    expect(scoreOf('z')).toMatchObject({ score: 0, reasons: [], cluster_id: null, detectors: [] });
  });

  it('are the sum of their reasons', () => {
    for (const { score, prior, reasons } of network.accounts) {
      if (reasons.length === 0) continue;
      const total = reasons.reduce((sum, { weight }) => sum + weight, prior);
      expect(score).toBeCloseTo(Math.min(0.99, probability(total)), 6);
    }
  });

  it('count what the accounts linked with it show, as far as they are linked', () => {
    const names = scoreOf('b').reasons.map(({ name }) => name);
    expect(names).toContain('peers:conduct');
    expect(names).toContain('linked:surest');
    expect(scoreOf('d').reasons.find(({ name }) => name === 'peers:conduct')).toBeUndefined();
  });

  it('count how sure the surest link is, and nothing of those that are less so', () => {
    const surest = (account: string) => {
      const { weight } = scoreOf(account).reasons.find(({ name }) => name === 'linked:surest')!;
      const totals = network.links.filter(({ a, b }) => a === account || b === account);
      return { weight, total: Math.max(...totals.map(({ total }) => total)) };
    };
    for (const account of ['a', 'b', 'c']) {
      const { weight, total } = surest(account);
      expect(weight).toBeCloseTo(2 * Math.min(1, Math.max(0, (total + 4) / 5)), 5);
    }
  });

  it('do not hear again from peers what an account shows itself', () => {
    const heardBy = (account: string) =>
      scoreOf(account)
        .reasons.filter(({ name }) => name.startsWith('peers:'))
        .flatMap(({ findings: ids }) => ids);
    expect(heardBy('a')).toEqual(['F-4']);
    expect(heardBy('b').sort()).toEqual(['F-3', 'F-4']);
  });

  it('are the same whatever the order of findings and accounts', () => {
    const again = networkOf({
      findings: [...findings].reverse(),
      detectors,
      accounts: [...accounts].reverse(),
      weights,
      exitUses: [],
      hires: [],
    });
    expect(JSON.stringify(again)).toBe(JSON.stringify(network));
  });
});
