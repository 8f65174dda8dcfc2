import { beforeAll, describe, expect, it } from 'vitest';
import { detect } from '../../server/decisions/applied/detect.ts';
import { formatRef } from '../../domain/schema/graph.ts';
import { explain, explainGraph } from '../../server/decisions/explain/explain.ts';
import { linkedAccounts } from '../../server/decisions/explain/linked-accounts.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { plainAccounts, time } from '../detectors/detecting.ts';

const tested = testDatabase();

describe('an explanation', () => {
  beforeAll(async () => {
    await tested.empty();
    const folder = await writeDataset({
      accounts: plainAccounts(12),
      payment_accounts: [{ payment_account_id: 'p1', kind: 'bank', holder_name: 'Somebody Else' }],
      account_payments: [
        ...['a1', 'a2', 'a3'].map((account_id) => [account_id, 'p1'] as const),
        ...['a2', 'a3'].map((account_id) => [account_id, 'p2'] as const),
      ].map(([account_id, payment_account_id]) => ({
        ...{ account_id, payment_account_id },
        purpose: 'payout',
        first_used_at: time(1),
      })),
      logins: Array.from({ length: 12 }, (_, day) => ({
        account_id: `a${(day % 2) + 1}`,
        device_id: 'd1',
        ip: `192.0.2.${day + 1}`,
        started_at: time(day),
        ended_at: time(day, 12),
      })),
    });
    await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
    await detect(tested.database, {}, silentProgress);
  });

  it('adds up: the prior and every weight make the total, and the total the score', async () => {
    const { prior, weights, total, score } = await explain(tested.database, 'a1', 'a2');
    expect(weights.map(({ detector }) => detector)).toEqual(
      expect.arrayContaining(['shared-payout', 'shared-device']),
    );
    expect(weights.reduce((sum, { weight }) => sum + weight, prior)).toBeCloseTo(total, 9);
    expect(score).toBeCloseTo(1 / (1 + Math.exp(-total)), 9);
  });

  it('shows all that the two have in common, also what weighs nothing beside more of its kind', async () => {
    const { weights, prior, total } = await explain(tested.database, 'a2', 'a3');
    const payouts = weights.filter(({ detector }) => detector === 'shared-payout');
    expect(payouts.map(({ nodes }) => nodes[1]?.id).sort()).toEqual(['p1', 'p2']);
    expect(payouts.filter(({ weight }) => weight > 0)).toHaveLength(1);
    expect(payouts.find(({ weight }) => weight === 0)?.reason).toContain(
      'of which the strongest counts: 0.00 of',
    );
    expect(weights.reduce((sum, { weight }) => sum + weight, prior)).toBeCloseTo(total, 9);
  });

  it('shows each way from one account to the other, and its rows', async () => {
    const { weights, paths } = await explain(tested.database, 'a2', 'a1');
    const payout = weights.find(({ detector }) => detector === 'shared-payout')!;
    expect(payout.nodes).toEqual([
      { type: 'account', id: 'a2' },
      { type: 'payment_account', id: 'p1' },
      { type: 'account', id: 'a1' },
    ]);
    expect(payout.sources.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'account_payments.csv:2',
      'account_payments.csv:3',
    ]);
    expect(payout.reason).toContain('3 of 12 accounts');
    expect(paths).toContainEqual(payout.nodes);
  });

  it('says when each used what they share, and whether both did at the same time', async () => {
    const { weights } = await explain(tested.database, 'a1', 'a2');
    const device = weights.find(({ detector }) => detector === 'shared-device')!;
    // They take turns, a day each.
    expect(device.times).toEqual({
      a: { from: time(0), to: time(10, 12), rows: 6 },
      b: { from: time(1), to: time(11, 12), rows: 6 },
      overlap: { from: time(1), to: time(10, 12) },
      same_days: 0,
    });
    const payout = weights.find(({ detector }) => detector === 'shared-payout')!;
    // The row names no last use: it goes on.
    const since = { from: time(1), to: null };
    expect(payout.times).toEqual({
      a: { ...since, rows: 1 },
      b: { ...since, rows: 1 },
      overlap: since,
      same_days: 1,
    });
  });

  it('draws what lies on the paths between the two, and nothing beside', async () => {
    const graph = await explainGraph(tested.database, 'a1', 'a2');
    expect(graph.nodes.map(formatRef).sort()).toEqual([
      'account:a1',
      'account:a2',
      'device:d1',
      'payment_account:p1',
    ]);
    const ends = graph.relations.flatMap(({ from, to }) => [formatRef(from), formatRef(to)]);
    expect(new Set(ends).size).toBe(4);
  });

  it('draws two accounts without anything in common, apart', async () => {
    const graph = await explainGraph(tested.database, 'a1', 'a9');
    expect(graph.nodes.map(formatRef)).toEqual(['account:a1', 'account:a9']);
    expect(graph.relations).toEqual([]);
  });

  it('lists the accounts that one shares something with, likeliest first, as each link says', async () => {
    const linked = await linkedAccounts(tested.database, 'a1', 50);
    expect(linked.map(({ account }) => account.id)).toEqual(['a2', 'a3']);
    for (const { account, score, bonds } of linked) {
      const link = await explain(tested.database, 'a1', account.id);
      expect(score).toBeCloseTo(link.score, 9);
      expect(bonds).toHaveLength(link.weights.filter(({ weight }) => weight > 0).length);
    }
    expect(await linkedAccounts(tested.database, 'a9', 50)).toEqual([]);
    await expect(linkedAccounts(tested.database, 'nobody', 50)).rejects.toThrow('nobody');
  });

  it('has no weights and no paths where nothing is in common, and that is no error', async () => {
    const nothing = await explain(tested.database, 'a1', 'a9');
    expect(nothing).toMatchObject({ weights: [], paths: [], total: nothing.prior });
  });

  it('says which account there is not, and that one account has no link to itself', async () => {
    await expect(explain(tested.database, 'a1', 'nobody')).rejects.toThrow('no account nobody');
    await expect(explain(tested.database, 'a1', 'a1')).rejects.toThrow('two different accounts');
  });
});
