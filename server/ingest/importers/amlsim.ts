import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { messages } from '../../../domain/messages/index.ts';
import { exactCsvLine } from '../../../domain/csv-line.ts';
import { exactTable } from '../load/exact-rows.ts';
import { writeOwnFile } from '../../platform/own-file.ts';
import { InvalidDataError, UsageError } from '../../platform/problems.ts';

export interface AmlsimOptions {
  /** The date of the simulation's first day. */
  start?: string;
  /** The currency of its amounts, which it does not name. */
  currency?: string;
}

/** What an import made. */
export interface AmlsimImport {
  folder: string;
  accounts: number;
  transfers: number;
  labels: number;
}

const text = messages.load.amlsim;
const usualStart = '2020-01-01';
const usualCurrency = 'USD';
const dayMs = 86_400_000;

/**
 * Turns a network of IBM's AMLSim (nodes.csv, transactions.csv) into a dataset folder: each account with one
 * payment account into which it is paid, each transaction a transfer on its day. Whom the simulation calls
 * fraudulent goes to labels.csv alone, for measuring; when it made them so (fraudStep) is not read.
 */
export async function importAmlsim(
  source: string,
  out: string,
  options: AmlsimOptions,
): Promise<AmlsimImport> {
  const start = Date.parse(`${options.start ?? usualStart}T00:00:00Z`);
  if (Number.isNaN(start)) throw new UsageError(text.badStart(options.start ?? ''));
  const names = await readdir(source).catch(() => {
    throw new UsageError(messages.load.folder.noFolder(source));
  });
  const file = (stem: string) => {
    const found = names.find((name) => new RegExp(`^${stem}\\.csv(\\.gz)?$`, 'i').test(name));
    if (!found) throw new UsageError(text.noFile(source, `${stem}.csv`));
    return join(source, found);
  };

  const accounts = [['account_id', 'platform']];
  const payments = [['account_id', 'payment_account_id', 'purpose']];
  const labels = [['account_id', 'role', 'kind']];
  for await (const row of rows(file('nodes'), ['nodeid', 'isFraud'])) {
    const [id = '', fraud = ''] = row;
    accounts.push([id, 'AMLSim']);
    payments.push([id, paymentAccount(id), 'payout']);
    if (/^(true|1)$/i.test(fraud)) labels.push([id, 'operator', 'amlsim']);
  }
  const transfers = [transferColumns];
  const currency = options.currency ?? usualCurrency;
  const columns = ['sourceNodeId', 'targetNodeId', 'value', 'time'];
  for await (const row of rows(file('transactions'), columns)) {
    const [from = '', to = '', amount = '', day = ''] = row;
    const at = new Date(start + (Number(day) - 1) * dayMs);
    if (day === '' || Number.isNaN(at.getTime()))
      throw new InvalidDataError(text.badDay(file('transactions'), day));
    const id = `t${transfers.length}`;
    const parties = [paymentAccount(from), paymentAccount(to)];
    transfers.push([id, ...parties, amount, currency, at.toISOString()]);
  }

  await mkdir(out, { recursive: true });
  const write = (name: string, table: readonly string[][]) =>
    writeOwnFile(join(out, `${name}.csv`), table.map(exactCsvLine).join(''));
  await write('accounts', accounts);
  await write('account_payments', payments);
  await write('transfers', transfers);
  await write('labels', labels);
  return {
    folder: out,
    accounts: accounts.length - 1,
    transfers: transfers.length - 1,
    labels: labels.length - 1,
  };
}

const transferColumns = [
  'transfer_id',
  'from_payment_account_id',
  'to_payment_account_id',
  'amount',
  'currency',
  'sent_at',
];

const paymentAccount = (account: string) => `p${account}`;

/** The cells of the named columns, row by row. */
async function* rows(path: string, columns: readonly string[]): AsyncGenerator<string[]> {
  const table = await exactTable(path, columns);
  const places = columns.map((column) => table.columns.indexOf(column));
  for await (const cells of table.rows) yield places.map((place) => cells[place]!.trim());
}
