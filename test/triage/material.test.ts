import { describe, expect, it } from 'vitest';
import type { BareFinding } from '../../domain/finding.ts';
import { carryOver } from '../../server/decisions/triage/carry-over.ts';
import { materiallyNew } from '../../server/decisions/triage/material.ts';
import { clusterSnapshot, findingSnapshot } from '../../server/decisions/triage/snapshot.ts';
import { madeCluster, madeFinding } from './made-runs.ts';

const of = (finding: BareFinding) => findingSnapshot('R-1', finding);

describe('a finding', () => {
  const then = of(madeFinding('F-1', 'shared-payout', ['a1', 'a2'], 0.4));
  it.each<[string, BareFinding, unknown[]]>([
    ['as it was', madeFinding('F-1', 'shared-payout', ['a1', 'a2'], 0.4), []],
    ['a little stronger', madeFinding('F-1', 'shared-payout', ['a1', 'a2'], 0.549), []],
    ['weaker', madeFinding('F-1', 'shared-payout', ['a1', 'a2'], 0.1), []],
    [
      'of another version that says the same',
      madeFinding('F-1', 'shared-payout', ['a1'], 0.4, 2),
      [],
    ],
    [
      'a step stronger',
      madeFinding('F-1', 'shared-payout', ['a1', 'a2'], 0.55),
      [{ kind: 'score', from: 0.4, to: 0.55 }],
    ],
    [
      'of another version that says more',
      madeFinding('F-1', 'shared-payout', ['a1', 'a2'], 0.6, 2),
      [{ kind: 'version', version: 2, from: 0.4, to: 0.6 }],
    ],
    [
      'with another account',
      madeFinding('F-1', 'shared-payout', ['a3', 'a1', 'a2'], 0.4),
      [{ kind: 'accounts', accounts: ['a3'] }],
    ],
  ])('%s', (_what, now, news) => {
    expect(materiallyNew(then, of(now))).toEqual(news);
  });

  it('with other figures alone is nothing new', () => {
    expect(materiallyNew(then, { ...then, facts: { days: 300 }, nodes: ['ip:192.0.2.1'] })).toEqual(
      [],
    );
  });
});

describe('a cluster', () => {
  const families = new Map([['watchlist-match', 'watchlist']]);
  const at = (
    score: number,
    members: string[],
    findings: BareFinding[],
    confirmed: string[] = [],
  ) =>
    clusterSnapshot(
      'R-1',
      madeCluster(members, score, findings),
      findings,
      (detector) => families.get(detector) ?? 'money',
      confirmed,
    );
  const payout = madeFinding('F-1', 'shared-payout', ['a1', 'a2'], 0.4);
  const then = at(0.6, ['a1', 'a2'], [payout]);

  it('that grows by the same kind of evidence is nothing new', () => {
    const more = madeFinding('F-2', 'shared-payout', ['a2', 'a3'], 0.9);
    expect(materiallyNew(then, at(0.7, ['a1', 'a2', 'a3', 'a4'], [payout, more]))).toEqual([]);
  });

  it('is new where another detector speaks, but not by a hint', () => {
    const device = (score: number) => madeFinding('F-3', 'shared-device', ['a1', 'a2'], score);
    expect(materiallyNew(then, at(0.6, ['a1', 'a2'], [payout, device(0.1)]))).toEqual([]);
    expect(materiallyNew(then, at(0.6, ['a1', 'a2'], [payout, device(0.3)]))).toEqual([
      { kind: 'detectors', detectors: ['shared-device'] },
    ]);
  });

  it('is new where a watchlist names a member, each time another', () => {
    const match = (id: string) => madeFinding(id, 'watchlist-match', ['a1'], 0.05);
    const once = at(0.6, ['a1', 'a2'], [payout, match('F-4')]);
    expect(materiallyNew(then, once)).toEqual([{ kind: 'watchlist', findings: ['F-4'] }]);
    expect(materiallyNew(once, at(0.6, ['a1', 'a2'], [payout, match('F-4')]))).toEqual([]);
    expect(materiallyNew(once, at(0.6, ['a1'], [match('F-4'), match('F-5')]))).toEqual([
      { kind: 'watchlist', findings: ['F-5'] },
    ]);
  });

  it('is new where its score crosses a band or takes a step, and where a member was confirmed', () => {
    const likely = at(0.7, ['a1', 'a2'], [payout]);
    expect(materiallyNew(likely, at(0.76, ['a1', 'a2'], [payout]))).toEqual([]);
    expect(materiallyNew(likely, at(0.78, ['a1', 'a2'], [payout]))).toEqual([
      { kind: 'band', from: 0.7, to: 0.78, band: 0.75 },
    ]);
    expect(materiallyNew(at(0.51, ['a1'], []), at(0.7, ['a1'], []))).toEqual([
      { kind: 'score', from: 0.51, to: 0.7 },
    ]);
    expect(materiallyNew(then, at(0.6, ['a1', 'a2'], [payout], ['a2']))).toEqual([
      { kind: 'confirmed', accounts: ['a2'] },
    ]);
  });
});

describe('what was decided of a cluster', () => {
  const group = (id: string, ...accounts: string[]) => ({ id, accounts });
  it('goes to the one with the most of its members, and to each part when it splits', () => {
    const { takenBy, joined } = carryOver(
      [group('D-1', 'a', 'b', 'c', 'd', 'e')],
      [group('C-1', 'a', 'b'), group('C-2', 'c', 'd', 'e', 'x'), group('C-3', 'y')],
    );
    expect([...takenBy]).toEqual([['D-1', ['C-2', 'C-1']]]);
    expect(joined.size).toBe(0);
  });

  it('is one of two where clusters merge, by members and then by id', () => {
    const { takenBy, joined } = carryOver(
      [group('D-2', 'a', 'b'), group('D-1', 'c', 'd')],
      [group('C-1', 'a', 'b', 'c', 'd')],
    );
    expect([...takenBy]).toEqual([['D-1', ['C-1']]]);
    expect([...joined]).toEqual([['D-2', 'D-1']]);
  });

  it('goes nowhere where less than three tenths of the smaller one are shared', () => {
    const few = carryOver(
      [group('D-1', 'a', 'b', 'c', 'd')],
      [group('C-1', 'a', 'u', 'v', 'w', 'x')],
    );
    expect([few.takenBy.size, few.joined.size]).toEqual([0, 0]);
  });
});
