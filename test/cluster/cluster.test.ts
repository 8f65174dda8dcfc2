import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../domain/finding.ts';
import { clusterId, clustersOf, scoreAccounts } from '../../server/cluster/cluster.ts';

function finding(id: string, detector: string, score: number, accounts: string[]): Finding {
  return {
    id,
    detector,
    version: 1,
    score,
    title: id,
    accounts,
    nodes: [],
    facts: {},
    indicators: [],
    possible_role: 'operator',
    first_seen: `2024-01-0${id.slice(-1)}T00:00:00.000Z`,
    last_seen: null,
    evidence: [],
  };
}
const bonds = (detector: string) => `bond ${detector}`;

describe('clusters', () => {
  const findings = [
    finding('F-1', 'x', 0.9, ['a', 'b']),
    finding('F-2', 'y', 0.5, ['b', 'c']),
    finding('F-3', 'y', 0.3, ['a', 'c']),
    finding('F-4', 'y', 0.4, ['c', 'd']),
    finding('F-5', 'x', 0.9, ['e']),
    finding('F-6', 'x', 0.6, ['f', 'g']),
  ];
  const clusters = clustersOf(findings, bonds);

  it('join what strong findings share, and leave out what only weak ones name', () => {
    expect(clusters.map(({ accounts }) => accounts).sort()).toEqual([
      ['a', 'b', 'c'],
      ['f', 'g'],
    ]);
  });

  it('count weaker findings among their members as well, none that reaches outside', () => {
    const cluster = clusters.find(({ accounts }) => accounts.includes('a'))!;
    expect(cluster.findings).toEqual(['F-1', 'F-2', 'F-3']);
    expect(cluster.score).toBeCloseTo(1 - 0.1 * 0.5, 6);
    expect(cluster.first_seen).toBe('2024-01-01T00:00:00.000Z');
  });

  it('are named after the smallest digest of a member', () => {
    const smallest = ['a', 'b', 'c']
      .map((id) => createHash('sha256').update(id).digest('hex'))
      .sort()[0]!;
    expect(clusterId(['c', 'b', 'a'])).toBe(`C-${smallest.slice(0, 16)}`);
  });

  it('give every account a score, 0 where nothing names it', () => {
    const scores = scoreAccounts(['e', 'a', 'z'], findings, clusters);
    expect(scores.map(({ account_id, score }) => [account_id, score])).toEqual([
      ['a', 0.93],
      ['e', 0.9],
      ['z', 0],
    ]);
    expect(scores[2]).toMatchObject({ cluster_id: null, detectors: [] });
  });

  it('do not depend on the order of findings', () => {
    expect(clustersOf([...findings].reverse(), bonds)).toEqual(clusters);
  });
});
