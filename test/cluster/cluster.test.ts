import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { clusterId, clustersOf } from '../../server/detection/cluster/cluster.ts';
import { linksOf } from '../../server/detection/link/links.ts';
import type { Finding } from '../../domain/finding.ts';
import { detectors, finding, weights } from '../score/findings.ts';

function clustersIn(
  findings: readonly Finding[],
  scoreOf: (account: string) => number = () => 0.9,
  asOne: (accounts: readonly string[]) => number = () => 0,
) {
  const links = linksOf(findings, { detectors, accounts: 1_024, model: weights.link });
  return clustersOf({
    findings,
    links,
    linkPrior: weights.link.prior,
    ...{ scoreOf, asOne },
    least: 0.5,
    bondOf: (detector) => `one ${detector}`,
  });
}

/** Two teams of four, each with one purse and one machine. */
const teams = [
  finding('F-1', 'purse', 0.9, ['a1', 'a2', 'a3', 'a4']),
  finding('F-2', 'machine', 0.9, ['a1', 'a2', 'a3', 'a4']),
  finding('F-3', 'purse', 0.9, ['b1', 'b2', 'b3', 'b4']),
  finding('F-4', 'machine', 0.9, ['b1', 'b2', 'b3', 'b4']),
];
const membersOf = (findings: readonly Finding[]) =>
  clustersIn(findings)
    .map(({ accounts }) => accounts.join(' '))
    .sort();

describe('clusters', () => {
  it('are the accounts that independent bonds hold together', () => {
    expect(membersOf(teams)).toEqual(['a1 a2 a3 a4', 'b1 b2 b3 b4']);
  });

  it('hold what is found of their accounts alone, and nothing that is found of no account', () => {
    const own = finding('F-5', 'nights', 0.9, ['a1']);
    const shared = finding('F-6', 'nights', 0.9, ['a1', 'z1']);
    const ofNobody = finding('F-7', 'nights', 0.9, []);
    const all = [...teams.slice(0, 2), own, shared, ofNobody];
    const [cluster] = clustersIn(all);
    expect(cluster?.findings).toEqual(['F-1', 'F-2', 'F-5']);
    expect(cluster?.first_seen).toBe('2024-01-01T00:00:00.000Z');
  });

  it('are none where something honest explains them better than their members look likely', () => {
    const clustersOfOdds = (odds: number, score: number) =>
      clustersIn(
        teams.slice(0, 2),
        () => score,
        () => odds,
      );
    expect(clustersOfOdds(-4, 0.7)).toEqual([]);
    expect(clustersOfOdds(-4, 0.8)).toHaveLength(1);
    // What speaks for a scheme as one set makes no member likelier.
    expect(clustersOfOdds(4, 0.7)[0]?.score).toBe(0.7);
    expect(clustersOfOdds(4, 0.4)).toEqual([]);
  });

  it('are not glued together by one bridge', () => {
    const bridge = finding('F-5', 'pitch', 1, ['a4', 'b1']);
    expect(membersOf([...teams, bridge])).toEqual(['a1 a2 a3 a4', 'b1 b2 b3 b4']);
  });

  it('hold a doubtful account that two likely members are in the same hands with, and no other', () => {
    const membersWhen = (scores: Readonly<Record<string, number>>) =>
      clustersIn(teams.slice(0, 2), (account) => scores[account] ?? 0).map(({ accounts }) =>
        accounts.join(' '),
      );
    expect(membersWhen({ a1: 0.9, a2: 0.9, a3: 0.3, a4: 0.1 })).toEqual(['a1 a2 a3']);
    expect(membersWhen({ a1: 0.9, a2: 0.3, a3: 0.3, a4: 0.3 })).toEqual([]);
  });

  it('are not glued together by a hub that both teams and many others use', () => {
    const crowd = Array.from({ length: 60 }, (_, index) => `c${index}`);
    const hub = finding('F-5', 'machine', 0.3, ['a1', 'a2', 'b1', 'b2', ...crowd]);
    expect(membersOf([...teams, hub])).toEqual(['a1 a2 a3 a4', 'b1 b2 b3 b4']);
  });

  it('leave out whom little speaks about', () => {
    const clusters = clustersIn(teams, (account) => (account.startsWith('a') ? 0.9 : 0.2));
    expect(clusters.map(({ accounts }) => accounts)).toEqual([['a1', 'a2', 'a3', 'a4']]);
    expect(clusters[0]!.score).toBe(0.9);
  });

  it('say what holds them together and what would split them', () => {
    const chain = [
      finding('F-1', 'purse', 0.9, ['a1', 'a2']),
      finding('F-2', 'machine', 0.9, ['a1', 'a2']),
      finding('F-3', 'pitch', 1, ['a2', 'a3']),
    ];
    const [cluster] = clustersIn(chain);
    expect(cluster).toMatchObject({
      accounts: ['a1', 'a2', 'a3'],
      splits_without: 'F-3',
      name: '3 accounts by one pitch',
      first_seen: '2024-01-01T00:00:00.000Z',
    });
    expect(cluster!.held_by).toEqual(['F-3', 'F-1', 'F-2']);
    const [whole] = clustersIn(teams);
    expect(whole!.splits_without).toBeNull();
  });

  it('keep their name and members when an account comes elsewhere', () => {
    const before = clustersIn(teams);
    const more = [...teams, finding('F-6', 'purse', 0.9, ['c1', 'c2'])];
    for (const cluster of before) expect(clustersIn(more)).toContainEqual(cluster);
  });

  it('are named after the smallest digest of a member', () => {
    const smallest = ['a', 'b', 'c']
      .map((id) => createHash('sha256').update(id).digest('hex'))
      .sort()[0]!;
    expect(clusterId(['c', 'b', 'a'])).toBe(`C-${smallest.slice(0, 16)}`);
  });

  it('do not depend on the order of findings', () => {
    expect(clustersIn([...teams].reverse())).toEqual(clustersIn(teams));
  });

  it('look at what is found as often as there are clusters that it may be of, not as there are any', () => {
    const readOf = (count: number) => {
      let reads = 0;
      const all = Array.from({ length: count }, (_, team) =>
        ['purse', 'machine'].map((detector) => {
          const members = ['1', '2', '3'].map((one) => `t${team}-${one}`);
          const found = finding(`F-${team}-${detector}`, detector, 0.9, members);
          return Object.defineProperty(found, 'accounts', {
            get() {
              reads += 1;
              return members;
            },
          });
        }),
      ).flat();
      expect(clustersIn(all)).toHaveLength(count);
      return reads;
    };
    expect(readOf(80)).toBe(8 * readOf(10));
  });
});
