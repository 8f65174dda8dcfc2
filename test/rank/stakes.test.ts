import { rm } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Cluster, Finding } from '../../domain/finding.ts';
import type { Stakes } from '../../domain/ranking.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import { catalogue } from '../../server/detection/catalogue/catalogue.ts';
import { openColumns } from '../../server/detection/columns/open-columns.ts';
import { rankClusters, rankedUntil, untilSql } from '../../server/detection/rank/rank.ts';
import type { Excepting } from '../../server/detection/link/excepted.ts';
import type { ClusterThing } from '../../server/detection/runs/run-parts.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { cluster } from '../compare/runs.ts';
import { testDatabase } from '../database.ts';
import { writeDataset, type Dataset, type Row } from '../dataset.ts';
import { finding } from '../score/findings.ts';
import { settings } from './cases.ts';

const tested = testDatabase();

/** A time of 2024; the last that the cases tell of is 30 June, half a year before which is 30 December. */
const on = (month: number, day: number) =>
  new Date(Date.UTC(2024, month - 1, day, 9)).toISOString();
const end = on(6, 30);

const member = cluster(['a1', 'a2'], ['F-1']);

interface Asked {
  clusters?: readonly Cluster[];
  findings?: readonly Finding[];
  exceptions?: readonly Excepting[];
  things?: readonly ClusterThing[];
  asOf?: string | null;
}

const accounts: Row[] = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2'].map((account_id) => ({
  account_id,
  created_at: '2023-01-01T00:00:00Z',
}));

async function load(dataset: Dataset): Promise<void> {
  await tested.empty();
  const folder = await writeDataset({ accounts, ...dataset });
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  await rm(folder, { recursive: true });
}

async function until(asOf: string | null): Promise<string> {
  const columns = openColumns(tested.database, [untilSql]);
  try {
    return await rankedUntil(columns, asOf);
  } finally {
    await columns.close();
  }
}

async function stakes({ asOf = end, ...more }: Asked = {}): Promise<Stakes> {
  const [first] = await rankClusters(tested.database, {
    ...{ clusters: [member], findings: [], exceptions: [], things: [], settings },
    detectors: await catalogue(),
    asOf: await until(asOf),
    ...more,
  });
  return first!.ranking!.stakes;
}

const payout = (account_id: string, payment_account_id: string, more: Row = {}): Row => ({
  ...{ account_id, payment_account_id, purpose: 'payout', first_used_at: on(1, 1) },
  ...more,
});

let transfers = 0;
const transfer = (from: string, to: string, amount: number | string, more: Row = {}): Row => ({
  transfer_id: `t${(transfers += 1)}`,
  ...{ from_payment_account_id: from, to_payment_account_id: to, amount },
  ...{ currency: 'USD', sent_at: on(5, 1), status: 'settled' },
  ...more,
});

it('money is what settled to the payment accounts of its own, in the last months, by currency', async () => {
  await load({
    account_payments: [
      payout('a1', 'p1'),
      payout('a2', 'p1'),
      payout('a2', 'p2', { purpose: 'funding' }),
      payout('b1', 'p3'),
    ],
    transfers: [
      transfer('q1', 'p1', '100.10'),
      transfer('q1', 'p1', '200.20', { sent_at: on(6, 2) }),
      transfer('q1', 'p1', 7000, { currency: 'JPY' }),
      // None of these came to it in these months.
      transfer('q1', 'p1', 1_000, { sent_at: '2023-11-01T00:00:00Z' }),
      transfer('q1', 'p1', 1_000, { sent_at: '2024-07-01T00:00:00Z' }),
      transfer('q1', 'p1', 1_000, { status: 'failed' }),
      transfer('q1', 'p1', 1_000, { status: 'disputed' }),
      transfer('p2', 'p1', 1_000),
      transfer('q1', 'p2', 1_000),
      transfer('q1', 'p3', 100),
    ],
  });
  const { money, payment_accounts, left_out } = await stakes();
  expect(payment_accounts).toEqual(['p1']);
  expect(left_out).toEqual([]);
  expect(money).toMatchObject([
    { currency: 'JPY', amount: '7000', transfers: 1, usual: '7000', usual_of: 1, times: 1 },
    {
      ...{ currency: 'USD', amount: '300.3', transfers: 2 },
      ...{ first: on(5, 1), last: on(6, 2) },
      // In the middle of 100 and of what came to p1, its own payer included.
      ...{ usual: '100', usual_of: 2, times: 3 },
    },
  ]);
});

it('money into what mostly others use, or strangers share, is named and not counted', async () => {
  await load({
    account_payments: [
      payout('a1', 'p1'),
      ...['b1', 'b2'].map((one) => payout(one, 'p1')),
      payout('a2', 'p2'),
      payout('b1', 'p2'),
      payout('a2', 'p3'),
    ],
    known_shared: [{ type: 'payment_account', value: 'p3', reason: 'a payroll service' }],
    transfers: ['p1', 'p2', 'p3'].map((to) => transfer('q1', to, 50)),
  });
  // What is known to be shared is inferred by a run.
  await detect(tested.database, { only: ['shared-payout'] }, silentProgress);
  const { money, payment_accounts, left_out } = await stakes();
  expect(payment_accounts).toEqual(['p2']);
  expect(left_out).toEqual(['p1', 'p3']);
  expect(money.map(({ amount }) => amount)).toEqual(['50']);
});

it('active is who logged in, bid or was paid within the last days', async () => {
  const rows = {
    account_payments: [payout('a2', 'p1')],
    jobs: [{ job_id: 'j1', client_account_id: 'c1', posted_at: on(1, 2) }],
    logins: [
      { account_id: 'a1', ip: '192.0.2.1', started_at: on(5, 20) },
      { account_id: 'c1', ip: '192.0.2.2', started_at: end },
    ],
    bids: [{ bid_id: 'b1', account_id: 'a2', job_id: 'j1', submitted_at: on(4, 1) }],
  };
  await load(rows);
  expect((await stakes()).active).toEqual({
    ...{ last: on(5, 20), what: 'login', account: 'a1', accounts: [] },
    since: on(5, 31),
  });
  await load({ ...rows, transfers: [transfer('q1', 'p1', 5, { sent_at: on(6, 15) })] });
  expect((await stakes()).active).toMatchObject({
    ...{ last: on(6, 15), what: 'payment', account: 'a2', accounts: ['a2'] },
  });
  // What comes to where another is paid too was paid to nobody in particular.
  const shared = [...rows.account_payments, payout('a1', 'p1')];
  await load({
    ...{ ...rows, account_payments: shared },
    transfers: [transfer('q1', 'p1', 5, { sent_at: on(6, 15) })],
  });
  expect((await stakes()).active).toMatchObject({ what: 'login', account: 'a1', accounts: [] });
  // At an earlier time, nothing later is known.
  expect((await stakes({ asOf: on(4, 20) })).active).toMatchObject({
    ...{ last: on(4, 1), what: 'bid', account: 'a2', accounts: ['a2'] },
  });
});

it('growing are members whose account is new, and older ones that came to use what is shared', async () => {
  await load({
    accounts: [
      { account_id: 'a1', created_at: on(3, 1) },
      { account_id: 'a2', created_at: '2023-01-01T00:00:00Z' },
      { account_id: 'a3', created_at: '2023-01-01T00:00:00Z' },
      { account_id: 'a4' },
    ],
  });
  const four = cluster(['a1', 'a2', 'a3', 'a4'], []);
  const use = (account: string, since: string | null) => ({ account, since, evidence: evidence() });
  const thing = (uses: ClusterThing['uses']): ClusterThing => ({
    ...{ thing: { type: 'device', id: 'd1' }, holds: [four.id], users: uses.length, uses },
    ...{ own: true, shared: null },
  });
  const things = [
    thing([use('a1', on(3, 2)), use('a2', on(2, 1)), use('a3', on(2, 1)), use('b1', on(2, 1))]),
    thing([use('a3', '2023-02-01T00:00:00.000Z'), use('a4', null)]),
  ];
  expect((await stakes({ clusters: [four], things })).growing).toEqual({
    ...{ created: ['a1'], joined: ['a2'], of: 4 },
  });
});

it('clients are those outside who hired members, or paid from a payment account of theirs alone', async () => {
  await load({
    jobs: [
      ...['c1', 'c2', 'b1', 'a2'].map((client_account_id) => ({
        ...{ job_id: `of-${client_account_id}`, client_account_id, posted_at: on(2, 1) },
      })),
    ],
    bids: [
      ['c1', 'accepted'],
      ['c2', 'rejected'],
      // Among themselves.
      ['a2', 'accepted'],
    ].map(([client, status]) => ({
      ...{ bid_id: `on-${client!}`, account_id: 'a1', job_id: `of-${client!}`, status: status! },
      submitted_at: on(2, 2),
    })),
    account_payments: [
      payout('a1', 'p1'),
      payout('c1', 'q1', { purpose: 'funding' }),
      payout('b1', 'q2', { purpose: 'funding' }),
      // From here two pay: nobody can say for whom it was.
      payout('b2', 'q3', { purpose: 'funding' }),
      payout('c2', 'q3', { purpose: 'funding' }),
    ],
    transfers: ['q1', 'q2', 'q3', 'q4'].map((from) => transfer(from, 'p1', 10)),
  });
  expect((await stakes()).victims).toEqual({
    ...{ clients: 2, hired: 1, paid: 2, accounts: ['b1', 'c1'] },
  });
});

it('listed are entries that an identified match of a member leads to, while they stand on their list', async () => {
  await load({
    watchlist: [
      { entry_id: 'E1', list: 'OFAC-SDN', name: 'Listed Ltd' },
      { entry_id: 'E2', list: 'OFAC-SDN', name: 'Delisted Ltd', delisted_on: '2024-02-01' },
      { entry_id: 'E3', list: 'OFAC-SDN', name: 'Listed later', listed_on: '2024-07-01' },
      { entry_id: 'E4', list: 'EU', name: 'Namesake' },
    ],
  });
  const match = (id: string, score: number, about: string[], entries: [string, string][]) => ({
    ...finding(id, 'front-company', score, about),
    nodes: [{ type: 'company' as const, id: 'front' }],
    facts: { entries: entries.map(([list, entry]) => ({ list, entry })) },
  });
  const findings = [
    match(
      'F-1',
      0.7,
      ['a1', 'z9'],
      [
        ['OFAC-SDN', 'E1'],
        ['OFAC-SDN', 'E2'],
      ],
    ),
    match(
      'F-2',
      0.9,
      ['a2'],
      [
        ['OFAC-SDN', 'E1'],
        ['OFAC-SDN', 'E3'],
      ],
    ),
    // A name alone; somebody else; no detector of watchlists.
    { ...finding('F-3', 'watchlist-match', 0.3, ['a1']), facts: { list: 'EU', entry: 'E4' } },
    match('F-4', 0.9, ['b1'], [['EU', 'E4']]),
    { ...match('F-5', 0.9, ['a1'], [['EU', 'E4']]), detector: 'shared-payout' },
  ];
  expect((await stakes({ findings })).listed).toEqual([
    {
      node: { type: 'watchlist_entry', id: 'E1' },
      ...{ list: 'OFAC-SDN', name: 'Listed Ltd', score: 0.9, findings: ['F-1', 'F-2'] },
    },
  ]);
  // Whoever found an honest reason for the front left too little of either to identify anybody.
  const front = { id: 'X-1', nodes: [{ type: 'company' as const, id: 'front' }] };
  const exceptions = [{ ...front, accounts: [], detectors: [] }];
  expect((await stakes({ findings, exceptions })).listed).toEqual([]);
});

it('without a time asked for, all is as of the last time that the data tell of', async () => {
  await load({
    logins: [
      { account_id: 'a1', ip: '192.0.2.1', started_at: on(2, 1) },
      { account_id: 'b1', ip: '192.0.2.1', started_at: on(3, 1) },
    ],
  });
  expect(await stakes({ asOf: null })).toMatchObject({
    as_of: on(3, 1),
    active: { accounts: ['a1'], last: on(2, 1) },
  });
  await load({});
  expect((await stakes({ asOf: null })).active.last).toBeNull();
});

it('is the same from the same rows in another order', async () => {
  const dataset = {
    account_payments: [payout('a1', 'p1'), payout('a2', 'p2'), payout('b1', 'p3')],
    transfers: ['0.1', '0.2', '0.3', '0.0000001', '123456.78', '5'].flatMap((amount) =>
      ['p1', 'p2', 'p3'].map((to) => transfer('q1', to, amount)),
    ),
    logins: ['a2', 'a1'].map((account_id) => ({
      ...{ account_id, ip: '192.0.2.1', started_at: on(6, 1) },
    })),
  };
  await load(dataset);
  const first = JSON.stringify(await stakes());
  await load(
    Object.fromEntries(Object.entries(dataset).map(([file, rows]) => [file, rows.toReversed()])),
  );
  expect(JSON.stringify(await stakes())).toBe(first);
});

function evidence(): ClusterThing['uses'][number]['evidence'] {
  return {
    ...{ type: 'logins.device_id', from: { type: 'account', id: 'a1' } },
    ...{ to: { type: 'device', id: 'd1' }, at: null, sources: [] },
  };
}
