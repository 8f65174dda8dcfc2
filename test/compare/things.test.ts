/** Who has come to use what holds a cluster: told, told weakly, or not at all. */
import { expect, it } from 'vitest';
import { isOtherwise, markOf, runDiffSchema } from '../../domain/run-diff.ts';
import { compareRuns } from '../../server/decisions/compare/compare-runs.ts';
import type { ClusterThing } from '../../server/detection/runs/run-parts.ts';
import { withLocale } from '../../server/platform/locale.ts';
import { cluster, found, wholeRun } from './runs.ts';

const members = ['a1', 'a2', 'a3'];
const ring = cluster(members, ['F-1'], 0.9);

function thing(users: readonly string[], more: Partial<ClusterThing> = {}): ClusterThing {
  return {
    thing: { type: 'ip', id: '192.0.2.7' },
    holds: [ring.id],
    users: users.length,
    uses: users.map((account) => ({
      account,
      since: '2024-05-01T00:00:00.000Z',
      evidence: {
        type: 'logins.ip',
        from: { type: 'account' as const, id: account },
        to: { type: 'ip' as const, id: '192.0.2.7' },
        at: '2024-05-01T00:00:00.000Z',
        sources: [{ file: 'logins.csv', sha256: 'ab', line: 7 }],
      },
    })),
    own: true,
    shared: null,
    ...more,
  };
}

/** The diff of a ring of which nothing else changed. */
function compared(before: readonly ClusterThing[] | null, after: readonly ClusterThing[] | null) {
  const same = { findings: [found('F-1', { accounts: members })], clusters: [ring] };
  const diff = compareRuns(
    wholeRun('R-1', { ...same, things: before }),
    wholeRun('R-2', { ...same, things: after }),
  );
  expect(runDiffSchema.parse(diff)).toEqual(diff);
  return { ...diff.clusters[0]!, users_known: diff.users_known };
}

const newcomers = ['x1', 'x2'];

it('is told of a cluster’s own thing, though its members and score stayed', () => {
  const one = compared([thing(members)], [thing([...members, ...newcomers])]);
  expect(one).toMatchObject({
    change: 'unchanged',
    new_users: [
      {
        ...{ thing: { type: 'ip', id: '192.0.2.7' }, shared: null, users: { then: 3, now: 5 } },
        accounts: [{ account_id: 'x1', evidence: [{ type: 'logins.ip' }] }, { account_id: 'x2' }],
      },
    ],
  });
  expect([isOtherwise(one), markOf(one)]).toEqual([true, 'used']);
  expect(one.reasons).toEqual([
    '2 accounts not in the cluster now share its IP address 192.0.2.7, since 2024-05-01: x1, x2',
  ]);
});

it.each([
  ['network', thing(members, { shared: 'network' })],
  ['known_shared', thing(members, { shared: 'known_shared' })],
  ['exception', thing(members, { shared: 'exception' })],
  // Five of eight users were strangers already.
  ['others', thing([...members, 's1', 's2', 's3', 's4', 's5'], { own: false })],
] as const)('tells little where strangers meet: %s', (shared, then) => {
  const users = [...then.uses.map(({ account }) => account), ...newcomers];
  const one = compared([then], [thing(users, { own: then.own, shared: then.shared })]);
  expect(one.new_users).toMatchObject([{ shared }]);
  expect([isOtherwise(one), markOf(one)]).toEqual([false, 'unchanged']);
  expect(one.reasons[0]).toContain('this tells little, as');
});

it('is news when a ring’s thing becomes a crowd’s overnight', () => {
  const crowd = Array.from({ length: 60 }, (_, at) => `x${at + 100}`);
  const one = compared([thing(members)], [thing([...members, ...crowd], { shared: 'crowd' })]);
  expect(one.new_users).toMatchObject([{ shared: null, users: { then: 3, now: 63 } }]);
  expect(one.reasons[0]).toContain('60 accounts not in the cluster');
});

it('is told again when an exception has ended', () => {
  const one = compared(
    [thing(members, { shared: 'exception' })],
    [thing([...members, ...newcomers])],
  );
  expect(isOtherwise(one)).toBe(true);
});

it('is told of a cluster that is gone, which its things have gained users', () => {
  const held = { findings: [found('F-1', { accounts: members })], clusters: [ring] };
  const diff = compareRuns(
    wholeRun('R-1', { ...held, things: [thing(members)] }),
    wholeRun('R-2', { things: [thing([...members, ...newcomers], { holds: [] })] }),
  );
  expect(diff.clusters).toMatchObject([{ change: 'gone', new_users: [{ shared: null }] }]);
  expect(diff.clusters[0]!.reasons[0]).toContain('x1, x2');
});

it('is told of what no thing holds, such as texts, by the finding that is now about more', () => {
  const texts = (accounts: string[]) =>
    found('F-9', { detector: 'shared-payout', accounts, nodes: [], title: 'Texts in common' });
  const clusters = [cluster(members, ['F-9'])];
  const diff = compareRuns(
    wholeRun('R-1', { findings: [texts(members)], clusters, things: [] }),
    wholeRun('R-2', { findings: [texts([...members, 'x1'])], clusters, things: [] }),
  );
  expect(diff.clusters[0]!.new_users).toMatchObject([
    { thing: null, finding: 'F-9', accounts: [{ account_id: 'x1' }] },
  ]);
});

it('says nothing of those who joined, and that nothing is known where a run kept nothing', () => {
  const grown = cluster([...members, 'x1'], ['F-1']);
  const diff = compareRuns(
    wholeRun('R-1', { clusters: [ring], things: [thing(members)] }),
    wholeRun('R-2', { clusters: [grown], things: [thing([...members, 'x1'])] }),
  );
  expect(diff.clusters[0]).toMatchObject({ joined: ['x1'], new_users: [] });
  expect(compared(null, [thing([...members, ...newcomers])])).toMatchObject({
    ...{ new_users: [], users_known: false },
  });
});

it('is said in French', () =>
  withLocale('fr', () => {
    const one = compared([thing(members)], [thing([...members, 'x1'])]);
    expect(one.reasons[0]!.replaceAll(/\s/g, ' ')).toBe(
      '1 compte hors du groupe partage maintenant avec lui 192.0.2.7 (adresse IP), depuis le 1er mai 2024 : x1',
    );
  }));
