import { compareText } from '../../../domain/compare-text.ts';
import { loadQuery } from '../../../cypher/load-query.ts';
import type { FoundKind } from '../../../domain/disposition.ts';
import type { MoneyNumbers, Period } from '../../../domain/numbers.ts';
import { exactSum, mostTransfersCounted } from '../../graph/money/money-totals.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { momentsOf } from './period.ts';

/** Confirmed in the period, and still. */
interface Confirmed {
  disposition: string;
  kind: FoundKind;
  accounts: string[];
}

interface Received {
  payment_account: string;
  left_out: boolean;
  sums: { sender: string; currency: string; month: string; amounts: number[] }[];
}

const batchSize = 2_000;

/** Latest first. */
export function confirmedIn(database: Database, period: Period): Promise<Confirmed[]> {
  return database.read<Confirmed>(loadQuery('numbers/confirmed'), momentsOf(period));
}

/** What the payment accounts of all that is confirmed received from others; each transfer once. */
export async function moneyNumbers(
  database: Database,
  confirmed: readonly Confirmed[],
): Promise<MoneyNumbers> {
  const accounts = [...new Set(confirmed.flatMap((one) => one.accounts))];
  const own = new Set<string>();
  await inBatches(accounts, async (batch) => {
    const query = loadQuery('numbers/payment_accounts');
    for (const { id } of await database.read<{ id: string }>(query, { accounts: batch }))
      own.add(id);
  });
  const sums = new Map<string, string[]>();
  const not_counted: string[] = [];
  await inBatches([...own], async (ids) => {
    const rows = await database.read<Received>(loadQuery('numbers/received'), {
      ...{ ids, most_counted: mostTransfersCounted },
    });
    for (const row of rows) {
      if (row.left_out) not_counted.push(row.payment_account);
      for (const { sender, currency, month, amounts } of row.sums) {
        if (own.has(sender)) continue;
        const key = JSON.stringify([currency, month]);
        const sum = sums.get(key) ?? [];
        sums.set(key, sum);
        for (const amount of amounts) sum.push(String(amount));
      }
    }
  });
  return {
    clusters: confirmed.filter(({ kind }) => kind === 'cluster').length,
    findings: confirmed.filter(({ kind }) => kind === 'finding').length,
    accounts: accounts.length,
    payment_accounts: own.size,
    not_counted: not_counted.sort(compareText),
    totals: totalsOf(sums),
  };
}

function totalsOf(sums: ReadonlyMap<string, readonly string[]>): MoneyNumbers['totals'] {
  const parts = [...sums].map(([key, amounts]) => {
    const [currency, month] = JSON.parse(key) as [string, string];
    return { currency, month, amount: exactSum(amounts), transfers: amounts.length };
  });
  const currencies = [...new Set(parts.map(({ currency }) => currency))].sort(compareText);
  return currencies.map((currency) => {
    const months = parts
      .filter((one) => one.currency === currency)
      .map(({ month, amount, transfers }) => ({ month, amount, transfers }))
      .sort((one, other) => compareText(one.month, other.month));
    return {
      currency,
      amount: exactSum(months.map(({ amount }) => amount)),
      transfers: months.reduce((sum, { transfers }) => sum + transfers, 0),
      months,
    };
  });
}

async function inBatches(ids: readonly string[], read: (batch: string[]) => Promise<void>) {
  for (let at = 0; at < ids.length; at += batchSize) await read(ids.slice(at, at + batchSize));
}
