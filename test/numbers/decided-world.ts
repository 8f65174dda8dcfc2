import type { TriageChange } from '../../domain/disposition.ts';
import type { Cluster, BareFinding } from '../../domain/finding.ts';
import { changeItems } from '../../server/decisions/triage/change.ts';
import type { TestDatabase } from '../database.ts';
import { loadFiles } from '../load/loading.ts';
import { madeCluster, madeFinding, madeRun, storeMade } from '../triage/made-runs.ts';

const payout1 = madeFinding('F-1', 'shared-payout', ['a1', 'a2'], 0.6);
const device3 = madeFinding('F-3', 'shared-device', ['a1', 'a2'], 0.5);
const first: BareFinding[] = [
  payout1,
  madeFinding('F-2', 'shared-payout', ['a3', 'a4'], 0.6),
  device3,
  madeFinding('F-4', 'shared-device', ['a5', 'a6'], 0.5),
  madeFinding('F-5', 'shared-payout', ['a9', 'a10'], 0.4),
  madeFinding('F-7', 'shared-device', ['a2', 'a8'], 0.4),
];
export const ring = madeCluster(['a1', 'a2'], 0.8, [payout1, device3]);

/** Money as the contract has it: p1 is of two accounts, p2 of one that is confirmed twice. */
const money = {
  'accounts.csv': `account_id\n${Array.from({ length: 10 }, (_, at) => `a${at + 1}`).join('\n')}\n`,
  'payment_accounts.csv': 'payment_account_id\np1\np2\np3\np4\nx\n',
  'account_payments.csv':
    'account_id,payment_account_id\na1,p1\na2,p1\na2,p2\na3,p3\na8,p4\na5,p3\n',
  'transfers.csv': [
    'transfer_id,from_payment_account_id,to_payment_account_id,sent_at,amount,currency,status',
    't1,x,p1,2026-01-05T00:00:00Z,100.1,USD,settled',
    't2,x,p2,2026-01-06T00:00:00Z,0.2,USD,settled',
    't3,p1,p2,2026-01-07T00:00:00Z,50,USD,settled',
    't4,x,p1,2026-01-08T00:00:00Z,9,USD,failed',
    't5,x,p3,2026-01-09T00:00:00Z,5,USD,settled',
    't6,p1,x,2026-01-10T00:00:00Z,7,USD,settled',
    't7,x,p4,2026-02-01T00:00:00Z,1,USD,settled',
    't8,x,p4,2026-02-02T00:00:00Z,3,EUR,settled',
    '',
  ].join('\n'),
};

/** Six findings and a cluster of the first of March 2026, decided in March and April; one more of the tenth of April. */
export async function decidedWorld(tested: TestDatabase): Promise<void> {
  await loadFiles(tested, money);
  await found(tested, 'R-1', '2026-03-01T01:00:00.000Z', first, [ring]);
  const put = (id: string, rests_on: number, at: string, to: TriageChange, fourEyes = false) =>
    changeItems(
      tested.database,
      { home: tested.settings.home, by: 'ana', now: at, fourEyes },
      [{ id, rests_on }],
      to,
    );
  const confirm = { state: 'confirmed', why: 'one desk' } as const;
  await put('F-1', 0, '2026-03-02T01:00:00.000Z', confirm);
  await put('F-2', 0, '2026-03-03T01:00:00.000Z', {
    ...{ state: 'dismissed', reason: 'family', why: 'siblings' },
  });
  await put(ring.id, 0, '2026-03-03T13:00:00.000Z', confirm);
  await put('F-7', 0, '2026-03-04T01:00:00.000Z', confirm);
  await put('F-4', 0, '2026-03-05T01:00:00.000Z', {
    ...{ state: 'accepted', until: '2099-01-01', why: 'a contract' },
  });
  await put('F-2', 1, '2026-04-02T00:00:00.000Z', { state: 'in_review' });
  await put('F-1', 1, '2026-04-03T00:00:00.000Z', { state: 'referred', why: 'handed over' });
  await put('F-5', 0, '2026-04-03T00:00:00.000Z', { assignee: 'ben', due: '2026-04-09' });
  await put('F-3', 0, '2026-04-03T00:00:00.000Z', confirm, true);
  await found(
    tested,
    'R-2',
    '2026-04-10T01:00:00.000Z',
    [...first, madeFinding('F-6', 'shared-payout', ['a7', 'a10'], 0.4, 2)],
    [ring],
  );
}

export async function found(
  tested: TestDatabase,
  run: string,
  ended: string,
  findings: readonly BareFinding[],
  clusters: readonly Cluster[],
): Promise<void> {
  const made = madeRun(1, findings, clusters);
  await storeMade(tested.database, { ...made, run: { ...made.run, run, started: ended, ended } });
}
