/** Which rows of money count, and whose they are. */
import type { CsvRow, World } from './world.ts';

export const isPayout = (row: CsvRow) => row['purpose'] === '' || row['purpose'] === 'payout';
export const payoutsOf = (world: World, account: string) =>
  world.where('account_payments', 'account_id', account).filter(isPayout);
export const paidInto = (world: World, purse: string) =>
  world.where('account_payments', 'payment_account_id', purse);
export const accountsOf = (rows: readonly CsvRow[]) => [
  ...new Set(rows.map((row) => row['account_id']!)),
];
export const amount = (row: CsvRow) => Number(row['amount']);
export const isSettled = (row: CsvRow) => ['', 'settled'].includes(row['status'] ?? '');
