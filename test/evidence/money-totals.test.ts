import { beforeAll, describe, expect, test } from 'vitest';
import { exactSum, moneyOf } from '../../server/graph/money/money-totals.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';

const tested = testDatabase();

beforeAll(async () => {
  const transfer = (id: string, from: string, to: string, amount: string, day: string) => ({
    transfer_id: id,
    from_payment_account_id: from,
    to_payment_account_id: to,
    amount,
    currency: 'USD',
    sent_at: `${day}T00:00:00Z`,
  });
  const folder = await writeDataset({
    accounts: [{ account_id: 'a1' }, { account_id: 'a2' }],
    payment_accounts: ['p1', 'p2', 'out'].map((payment_account_id) => ({ payment_account_id })),
    account_payments: [
      { account_id: 'a1', payment_account_id: 'p1', purpose: 'payout' },
      { account_id: 'a2', payment_account_id: 'p1', purpose: 'payout' },
      { account_id: 'a2', payment_account_id: 'p2', purpose: 'payout' },
    ],
    transfers: [
      transfer('t1', 'out', 'p1', '0.1', '2024-01-05'),
      transfer('t2', 'out', 'p1', '0.2', '2024-01-06'),
      transfer('t3', 'out', 'p2', '0.3', '2024-01-07'),
      transfer('t4', 'p1', 'p2', '99', '2024-01-08'),
      transfer('t5', 'p2', 'out', '7.5', '2024-02-01'),
      { ...transfer('t6', 'out', 'p1', '50', '2024-02-02'), status: 'reversed' },
      { ...transfer('t7', 'out', 'p1', '3', '2024-03-01'), currency: 'EUR' },
    ],
  });
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
});

describe('the totals of some accounts', () => {
  test('count what came from and went to others, each transfer once, by currency and month', async () => {
    const { totals, counted } = await moneyOf(tested.database, ['a1', 'a2'], null);
    expect(counted).toBe(2);
    const usd = { currency: 'USD', unsettled: 0 };
    expect(totals).toEqual([
      { ...usd, currency: 'EUR', direction: 'in', month: '2024-03', amount: '3', transfers: 1 },
      { ...usd, direction: 'in', month: '2024-01', amount: '0.6', transfers: 3 },
      { ...usd, direction: 'in', month: '2024-02', amount: '0', transfers: 0, unsettled: 1 },
      { ...usd, direction: 'out', month: '2024-02', amount: '7.5', transfers: 1 },
    ]);
  });

  test('of one of two count what it sent to the other, and nothing later than asked', async () => {
    const { totals } = await moneyOf(tested.database, ['a1'], '2024-01-31T00:00:00.000Z');
    expect(totals.map(({ direction, amount }) => [direction, amount])).toEqual([
      ['in', '0.3'],
      ['out', '99'],
    ]);
  });
});

test.each([
  [['0.1', '0.2'], '0.3'],
  [['1e-7', '-0.5', '2e3'], '1999.5000001'],
  [['-0.25'], '-0.25'],
  [[], '0'],
])('the sum of %j is %s', (amounts, sum) => {
  expect(exactSum(amounts)).toBe(sum);
});
