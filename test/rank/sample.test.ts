import { beforeAll, describe, expect, it } from 'vitest';
import { triageRoutes } from '../../domain/api/triage.ts';
import type { Cluster } from '../../domain/finding.ts';
import { clusterTitle } from '../../domain/labels/cluster-title.ts';
import type { ParameterChanges } from '../../domain/parameters.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import { queueOf } from '../../server/decisions/triage/queue.ts';
import { activateParameters } from '../../server/decisions/trial/activate-parameters.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { clustersById, clustersOfRun, latestRun } from '../../server/detection/runs/read-runs.ts';
import { withTitled } from '../../server/explore/graph/named.ts';
import { exactSum } from '../../server/graph/money/money-totals.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { rowsOf } from '../datasets/rows.ts';
import { detectedSample } from '../detected-sample.ts';

const tested = testDatabase();
const minutes = 60_000;

let first: DetectionResult;
beforeAll(async () => {
  first = await detectedSample(tested);
}, 10 * minutes);

/** In their order, as the list, the API and the report have them. */
async function standing(): Promise<Cluster[]> {
  const run = await latestRun(tested.database);
  return clustersOfRun(tested.database, run!.run);
}

const detectAgain = (parameters: ParameterChanges = {}) =>
  detect(tested.database, { changedOnly: true, parameters }, silentProgress);

describe('the clusters of the sample', () => {
  it('are led by the one behind two OFAC entries, though others are likelier', async () => {
    const [leading, ...others] = await standing();
    expect(leading!.accounts).toContain('a14875');
    const entries = leading!.ranking!.stakes.listed.map(({ node }) => node.id);
    expect(entries.sort()).toEqual(['OFAC-SDN-24977', 'OFAC-SDN-24978']);
    expect(others.some(({ score }) => score > leading!.score)).toBe(true);
    for (const { ranking } of others) expect(ranking!.stakes.listed).toEqual([]);
  });

  it('are in the same order in the queue, where it holds clusters alone', async () => {
    const run = await latestRun(tested.database);
    const filter = triageRoutes.triage.query.parse({ kind: 'cluster' });
    const { found } = await queueOf(tested.database, run!.run, filter, 'test', null, 100);
    expect(found.map(({ id }) => id)).toEqual((await standing()).map(({ id }) => id));
  });

  it('are titled by the clients of their own, as the files name them', async () => {
    const names = new Map(
      rowsOf('accounts').map((row) => [row['account_id']!, row['display_name']!]),
    );
    const hired = (cluster: Cluster) =>
      (cluster.group?.terms ?? []).flatMap(({ clients = [] }) => clients);
    const run = await latestRun(tested.database);
    const named = await withTitled(tested.database, run!.run, await standing());
    const led = named.filter((cluster) => hired(cluster).length > 0);
    expect(led.length).toBeGreaterThan(0);
    for (const cluster of led) {
      const [one] = hired(cluster);
      const written = { money: String, day: String, decimal: String };
      expect(cluster.own_clients.count).toBe(hired(cluster).length);
      expect(clusterTitle(cluster, written)).toContain(
        `hired or rated by ${names.get(one!.client)!}`,
      );
    }
  });

  it('are titled by what the finding that holds them most names, as the canvas names it', async () => {
    const run = await latestRun(tested.database);
    const named = await withTitled(tested.database, run!.run, await standing());
    const titles = named.map(({ held_at }) => held_at.map(({ caption }) => caption));
    const machine = rowsOf('devices').find((row) => row['device_id'] === named[2]!.held_at[0]?.id);
    // The destination of the funnel; of the ring of ratings accounts alone; a machine; an address.
    expect(titles).toEqual([
      ['Meridian Osprey Trading Ltd'],
      [],
      [machine!['fingerprint']],
      ['192.0.2.175'],
    ]);
    expect(named.map(({ held_at: [at] }) => at?.type)).toEqual([
      'payment_account',
      undefined,
      'device',
      'ip',
    ]);
    const written = { money: String, day: String, decimal: String };
    expect(clusterTitle(named[0]!, written)).toMatch(/ at one place, Meridian Osprey Trading Ltd/);
  });

  it('say of money and clients what the files say, counted anew', async () => {
    const [{ accounts, ranking } = expect.fail('no cluster')] = await standing();
    const { stakes } = ranking!;
    const members = new Set(accounts);
    const own = new Set(
      rowsOf('account_payments')
        .filter((row) => members.has(row['account_id']!))
        .map((row) => row['payment_account_id']!),
    );
    const counted = rowsOf('transfers').filter((row) => {
      const at = new Date(row['sent_at']!).toISOString();
      return (
        stakes.payment_accounts.includes(row['to_payment_account_id']!) &&
        !own.has(row['from_payment_account_id']!) &&
        (row['status'] === '' || row['status'] === 'settled') &&
        at > stakes.since &&
        at <= stakes.as_of
      );
    });
    expect(stakes.money.map(({ currency }) => currency)).toEqual([
      ...new Set(counted.map((row) => row['currency'])),
    ]);
    expect(stakes.money[0]).toMatchObject({
      amount: exactSum(counted.map((row) => row['amount']!)),
      transfers: counted.length,
    });
    const clientOf = new Map(
      rowsOf('jobs').map((row) => [row['job_id'], row['client_account_id']]),
    );
    const hired = new Set(
      rowsOf('bids')
        .filter((row) => members.has(row['account_id']!) && row['status'] === 'accepted')
        .map((row) => clientOf.get(row['job_id'])!)
        .filter((client) => !members.has(client)),
    );
    expect(stakes.victims.hired).toBe(hired.size);
    expect(stakes.victims.accounts).toEqual(expect.arrayContaining([...hired].slice(0, 10)));
    expect(new Set(stakes.active.accounts.filter((id) => !members.has(id)))).toEqual(new Set());
  });

  it(
    'are the same over what changed, and in another order with other weights, which the run keeps',
    async () => {
      const again = await detectAgain();
      expect(again.run.detectors.some(({ kept_from }) => kept_from)).toBe(true);
      expect(JSON.stringify(again.clusters)).toBe(JSON.stringify(first.clusters));
      const before = (await standing()).map(({ id }) => id);

      const weightless = { weight_listed: 0, weight_money: 0, weight_victims: 0 };
      const { run } = await detectAgain({ ranking: weightless });
      const after = await standing();
      expect(after.map(({ id }) => id)).not.toEqual(before);
      expect(after[0]!.id).not.toBe(before[0]);
      expect(after.map(({ id }) => id).sort()).toEqual(before.toSorted());
      expect(run.ranking).toMatchObject({
        ...{ revision: 0, asked: Object.keys(weightless).sort() },
        parameters: { ...weightless, weight_active: 1 },
      });

      // Put in force, they hold for the next run too.
      const home = tested.settings.home;
      await activateParameters(
        tested.database,
        { home, by: 'test', now: new Date().toISOString() },
        'ranking',
        { values: weightless, why: 'a test', rests_on: 0, trial: null },
      );
      const next = await detectAgain();
      expect(next.run.ranking).toMatchObject({ revision: 1, parameters: weightless });
      expect((await standing()).map(({ id }) => id)).toEqual(after.map(({ id }) => id));
      await expect(detectAgain({ ranking: { weight_money: 11 } })).rejects.toThrow(
        'must be from 0 to 10, not 11',
      );
      await expect(detectAgain({ ranking: { weight_nation: 1 } })).rejects.toThrow(
        'ranking has no parameter weight_nation',
      );
    },
    10 * minutes,
  );

  it('of a run of before they were ranked are read, by score', async () => {
    const run = (await latestRun(tested.database))!;
    const bare = first.clusters.map((one) => ({ ...one, ranking: undefined }));
    await tested.database.write(
      `UNWIND $rows AS row MATCH (c:SkeinCluster {run: $run, id: row.id})
       SET c.json = row.json REMOVE c.rank_total`,
      { run: run.run, rows: bare.map((one) => ({ id: one.id, json: JSON.stringify(one) })) },
    );
    const scores = (await standing()).map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
    const ids = bare.map(({ id }) => id);
    expect(await clustersById(tested.database, run.run, ids)).toHaveLength(ids.length);
  });
});
