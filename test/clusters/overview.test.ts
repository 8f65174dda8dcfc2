import { beforeAll, describe, expect, it } from 'vitest';
import {
  clusterOverviewSchema,
  mostClusters,
  type ClusterOverview,
} from '../../domain/cluster-overview.ts';
import { testDatabase } from '../database.ts';
import { ask, servedApp } from '../http/served.ts';
import { madeCluster, madeRun, storeMade } from '../triage/made-runs.ts';

const tested = testDatabase();
const app = servedApp(tested);

/** Likeliest first, so that this is their order. */
const clusters = [
  madeCluster(['a1', 'a2'], 0.9, []),
  madeCluster(['b1', 'b2'], 0.8, []),
  madeCluster(['c1', 'c2', 'c3'], 0.7, []),
];
const [a, b, c] = clusters.map(({ id }) => id) as [string, string, string];

async function overview(): Promise<ClusterOverview> {
  const { status, text } = await ask(app.port, '/api/v1/views/clusters');
  expect(status, text).toBe(200);
  return clusterOverviewSchema.parse(JSON.parse(text));
}

/** By thing, the accounts that use it, as often as they do. */
async function use(relation: string, label: string, users: Record<string, string[]>) {
  await tested.database.write(
    `UNWIND $uses AS use
     MERGE (a:Account {id: use.account}) MERGE (t:${label} {id: use.thing})
     CREATE (a)-[:${relation} {key: use.key}]->(t)`,
    {
      uses: Object.entries(users).flatMap(([thing, accounts]) =>
        accounts.map((account, at) => ({ account, thing, key: `${thing} ${at}` })),
      ),
    },
  );
}

const everybody = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2', 'c3'];
const crowd = Array.from({ length: 40 }, (_, at) => `guest-${at}`);

it('says of no run that there is none', async () => {
  expect(await overview()).toEqual({
    ...{ run: null, clusters: [], ties: [] },
    omitted: { clusters: 0, accounts: 0, ties: 0 },
  });
});

describe('all clusters of a run', () => {
  beforeAll(async () => {
    await storeMade(tested.database, madeRun(1, [], clusters));
    await use('LOGGED_IN_ON', 'Device', {
      shared: ['a1', 'a1', 'a2', 'b1', 'elsewhere'],
      own: ['a1', 'a2'],
      known: everybody,
    });
    await use('LOGGED_IN_FROM', 'Ip', { crowded: [...crowd, 'a1', 'c1'], exit: everybody });
    await use('PAID_THROUGH', 'PaymentAccount', {
      'purse of a': ['a1', 'a2'],
      'purse of c': ['c1'],
      'purse of both': ['b1', 'c2'],
    });
    await tested.database.write(
      `MATCH (i:Ip {id: 'exit'}) SET i.kind = 'vpn'
       WITH i MATCH (d:Device {id: 'known'}) CREATE (:KnownShared {id: 'list'})-[:COVERS {key: 'list'}]->(d)
       WITH d
       MATCH (p:PaymentAccount {id: 'purse of a'}), (q:PaymentAccount {id: 'purse of c'}), (r:PaymentAccount {id: 'purse of both'})
       CREATE (p)-[:TRANSFERRED_TO {key: 't1', amount: 100.0, currency: 'USD', _at: '2024-01-01T00:00:00.000Z'}]->(q),
              (p)-[:TRANSFERRED_TO {key: 't2', amount: 50.0, currency: 'USD', status: 'settled', _at: '2024-02-01T00:00:00.000Z'}]->(q),
              (p)-[:TRANSFERRED_TO {key: 't3', amount: 7.0, currency: 'USD', status: 'reversed', _at: '2024-03-01T00:00:00.000Z'}]->(q),
              (p)-[:TRANSFERRED_TO {key: 't4', amount: 9.0, currency: 'USD'}]->(r)`,
    );
  });

  it('come in their order, each with its size and what was decided', async () => {
    const { run, clusters: shown } = await overview();
    expect(run).toBe('R-1');
    expect(shown.map(({ id, accounts, decided }) => [id, accounts, decided])).toEqual([
      [a, 2, null],
      [b, 2, null],
      [c, 3, null],
    ]);
  });

  it('are joined by what accounts of two use, and how often; crowds, exits and known things join none', async () => {
    const { ties } = await overview();
    expect(ties.map(({ between, things }) => [between, things.map(({ node }) => node.id)])).toEqual(
      [
        [[a, b], ['shared']],
        [[b, c], ['purse of both']],
        [[a, c], []],
      ],
    );
    expect(ties[0]).toMatchObject({ shared: 1, uses: 4, money: [] });
    expect(ties[0]!.things[0]).toMatchObject({
      ...{ node: { type: 'device', id: 'shared' }, users: 4 },
      ...{ accounts: [2, 1], uses: [3, 1] },
    });
  });

  it('are joined by money that went straight from one to another, save what was reversed', async () => {
    const { ties } = await overview();
    const tie = ties.find(({ between }) => between.includes(a) && between.includes(c));
    expect(tie?.money).toEqual([
      {
        ...{ from: a, to: c, currency: 'USD', amount: 150, count: 2 },
        ...{ first: '2024-01-01T00:00:00.000Z', last: '2024-02-01T00:00:00.000Z' },
      },
    ]);
  });

  it('beyond a thousand are left out, which is said', async () => {
    const many = Array.from({ length: mostClusters + 5 }, (_, at) =>
      madeCluster([`x${at}`, `y${at}`], 0.5, []),
    );
    const made = madeRun(2, [], many);
    made.run.counts = { clusters: many.length };
    await storeMade(tested.database, made);
    const { clusters: shown, omitted } = await overview();
    expect(shown).toHaveLength(mostClusters);
    expect(omitted.clusters).toBe(5);
  });
});
