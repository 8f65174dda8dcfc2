import { describe, expect, it } from 'vitest';
import type { Finding } from '../../domain/finding.ts';
import { restsOn } from '../../server/detection/findings/rests-on.ts';
import { groupEvidence } from '../../server/detection/group/evidence.ts';
import { exitsFrom } from '../../server/detection/group/exits.ts';
import { hiresFrom } from '../../server/detection/group/clients.ts';
import { judge } from '../../server/detection/group/judge.ts';
import { linksOf } from '../../server/detection/link/links.ts';
import { countedOnce, type Weighing } from '../../server/detection/link/same-rows.ts';
import { networkOf } from '../../server/detection/score/network.ts';
import { telling } from '../../server/detection/weights/weights.ts';
import type { StoredNode, StoredRelation } from '../../server/graph/neo4j/records.ts';
import { detectors, finding, weights } from '../score/findings.ts';

const options = { detectors, accounts: 1_024, model: weights.link };

/** A finding that ties each of two accounts by rows of those names. */
function resting(one: Finding, a: readonly string[], b: readonly string[]): Finding {
  return {
    ...one,
    rests_on: [
      { account: 'a', rows: [...a] },
      { account: 'b', rows: [...b] },
    ],
  };
}
const purse = finding('F-1', 'purse', 0.9, ['a', 'b']);
const machine = finding('F-2', 'machine', 0.5, ['a', 'b']);
const text = finding('F-3', 'pitch', 0.3, ['a', 'b']);

function linkOf(...findings: Finding[]) {
  const [link, ...others] = linksOf(findings, options);
  expect(others).toEqual([]);
  return link!;
}

describe('a row counts once', () => {
  it('between findings of other families that rest on the same rows: the strongest alone weighs', () => {
    const link = linkOf(resting(purse, ['r1'], ['r2']), resting(machine, ['r1'], ['r2']));
    expect(link.parts.map(({ finding: id }) => id)).toEqual(['F-1']);
    expect(link.total).toBeCloseTo(-4 + 4 * telling(0.9), 9);
    expect(link.repeats).toMatchObject([
      { finding: 'F-2', weight: 0, sameRows: { as: 'F-1', alone: 4 * telling(0.5) } },
    ]);
  });

  it('and those that rest on rows of their own add up, as do those of which no rows are known', () => {
    const both = -4 + 4 * telling(0.9) + 4 * telling(0.5);
    expect(linkOf(resting(purse, ['r1'], ['r2']), resting(machine, ['r3'], ['r4'])).total).toBe(
      linkOf(purse, machine).total,
    );
    expect(linkOf(purse, resting(machine, ['r1'], ['r2'])).total).toBeCloseTo(both, 9);
    expect(linkOf(purse, machine).repeats).toEqual([]);
  });

  it('while fewer than half of the smaller one’s rows are the same, that is no one body of evidence', () => {
    const link = linkOf(
      resting(purse, ['r1', 'r2', 'r3'], ['r4']),
      resting(machine, ['r1', 'r5', 'r6'], ['r7']),
    );
    expect(link.parts.map(({ sameRows }) => sameRows)).toEqual([undefined, undefined]);
  });

  it('of which one has more rows, that one for the share of its own, or the whole instead, whichever tells more', () => {
    const rows = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6'];
    const link = linkOf(resting(purse, rows, ['s1', 's2']), resting(machine, ['r1'], ['s1']));
    expect(link.parts).toMatchObject([
      { finding: 'F-1', weight: 4 * telling(0.9) * 0.75, sameRows: { as: 'F-2' } },
      { finding: 'F-2', weight: 4 * telling(0.5) },
    ]);
    expect(link.total).toBeGreaterThan(linkOf(purse).total);
    const faint = finding('F-2', 'machine', 0.05, ['a', 'b']);
    const whole = linkOf(resting(purse, rows, ['s1']), resting(faint, rows.slice(1), ['s1']));
    expect(whole.parts.map(({ finding: id, sameRows }) => [id, sameRows])).toEqual([
      ['F-1', undefined],
    ]);
  });

  it('whatever the order in which findings come', () => {
    const findings = [
      resting(purse, ['r1'], ['r2']),
      resting(machine, ['r1'], ['r2', 'r3']),
      resting(text, ['r3'], ['r4']),
    ];
    expect(linksOf(findings.toReversed(), options)).toEqual(linksOf(findings, options));
  });

  it('so that another of a kind counts where the strongest of it repeats what is counted', () => {
    const weighing = (name: string, kind: string, weight: number, ...rows: string[]): Weighing => ({
      ...{ finding: name, kind, weight },
      rows: new Set(rows),
    });
    const all = countedOnce([
      weighing('F-1', 'money', 5, 'r1'),
      weighing('F-2', 'watchlist', 4, 'r1'),
      weighing('F-3', 'watchlist', 3, 'r2'),
    ]);
    expect(all.map(({ item, own }) => [item.finding, own])).toEqual([
      ['F-1', 1],
      ['F-3', 1],
    ]);
  });

  it('in what an account shows itself, with the line that repeats shown at nothing', () => {
    const scoreWith = (findings: Finding[]) =>
      networkOf({
        ...{
          findings,
          detectors,
          accounts: ['a', 'b', 'c', 'd'],
          weights,
          exitUses: [],
          hires: [],
        },
      }).accounts[0]!;
    const own = (findings: Finding[]) =>
      scoreWith(findings).reasons.filter(({ name }) => name.startsWith('own:'));
    const apart = own([resting(purse, ['r1'], ['r2']), resting(machine, ['r3'], ['r4'])]);
    expect(apart.every(({ weight }) => weight > 0)).toBe(true);
    expect(apart).toHaveLength(2);
    const together = own([resting(purse, ['r1'], ['r2']), resting(machine, ['r1'], ['r2'])]);
    expect(together.find(({ name }) => name === 'own:machine')).toMatchObject({
      weight: 0,
      same_rows_as: 'F-1',
    });
  });

  it('in what binds the members of a group', () => {
    const bondsOf = (findings: Finding[]) => {
      const links = linksOf(findings, { ...options, model: weights.group, repeated: 'left in' });
      const about = {
        accounts: 1_024,
        covered: new Set<string>(),
        ...{ exits: exitsFrom([]), hires: hiresFrom([]) },
        silent: 0,
      };
      const evidence = groupEvidence(findings, links, detectors, about);
      const { terms } = judge(['a', 'b'], evidence, weights.group);
      return terms.map(({ name }) => name).filter((name) => name.startsWith('bond:'));
    };
    const apart = [resting(purse, ['r1'], ['r2']), resting(machine, ['r3'], ['r4'])];
    expect(bondsOf(apart)).toEqual(['bond:money', 'bond:device']);
    const together = [resting(purse, ['r1'], ['r2']), resting(machine, ['r1'], ['r2'])];
    expect(bondsOf(together)).toEqual(['bond:money']);
  });
});

describe('what a finding rests on', () => {
  const node = (elementId: string, type: string, id: string) =>
    [elementId, { elementId, type, id }] as const;
  const nodes = new Map([
    node('1', 'account', 'a'),
    node('2', 'account', 'b'),
    node('3', 'device', 'd'),
    node('4', 'ip', 'i'),
  ]) as unknown as ReadonlyMap<string, StoredNode>;
  const relation = (type: string, key: string, from: string, to: string, derived = false) =>
    ({ type, key, derived, fromElementId: from, toElementId: to }) as StoredRelation;
  const logins = [
    relation('logins.device_id', 'LOGGED_IN_ON|l1', '1', '3'),
    relation('logins.ip', 'LOGGED_IN_FROM|l1', '1', '4'),
    relation('logins.device_id', 'LOGGED_IN_ON|l2', '2', '3'),
  ];

  it('is a row of each account, one however many relations it makes, in any order', () => {
    const rests = restsOn(['b', 'a'], nodes, logins);
    expect(rests.map(({ account, rows }) => [account, rows.length])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
    expect(rests[0]!.rows).not.toEqual(rests[1]!.rows);
    expect(restsOn(['a', 'b'], nodes, logins.toReversed())).toEqual(rests);
  });

  it('is, of what was inferred of an account and a thing, the thing’s row: the same as the row that ties the two', () => {
    const things = new Map([
      ...nodes,
      node('5', 'document', 'p1') as never,
      ['6', { elementId: '6', type: 'document', id: 'p2', stub: true } as StoredNode],
    ]);
    const named = relation('derived.name-disagrees', 'NAME_DISAGREES|x', '1', '5', true);
    const handedIn = relation('documents.account_id', 'HANDED_IN_BY|p1', '5', '1');
    expect(restsOn(['a'], things, [named])).toEqual(restsOn(['a'], things, [handedIn]));
    const unknown = relation('derived.name-disagrees', 'NAME_DISAGREES|y', '1', '6', true);
    expect(restsOn(['a'], things, [unknown])).toEqual([]);
  });

  it('is nothing of what was inferred of two accounts, nor of accounts that are not the finding’s, and bounded', () => {
    const inferred = relation('derived.writes-like', 'WRITES_LIKE|x', '1', '2', true);
    expect(restsOn(['a', 'b'], nodes, [inferred])).toEqual([]);
    expect(restsOn(['a'], nodes, logins).map(({ account }) => account)).toEqual(['a']);
    const many = Array.from({ length: 500 }, (_, at) =>
      relation('logins.ip', `LOGGED_IN_FROM|m${at}`, '1', '4'),
    );
    const [all] = restsOn(['a'], nodes, many);
    expect(all!.rows).toHaveLength(48);
    expect(restsOn(['a'], nodes, many.toReversed())).toEqual([all]);
  });
});
