/** What came to and went from the payment accounts of the accounts that are exported, by currency and month. */
import { compareText } from '../../../domain/compare-text.ts';
import { loadQuery } from '../../../cypher/load-query.ts';
import type { Database } from '../neo4j/database.ts';

export interface MoneyTotal {
  direction: 'in' | 'out';
  currency: string;
  /** `2024-03`; empty where no time is known. */
  month: string;
  /** Exact, with a point. */
  amount: string;
  transfers: number;
  /** Failed, reversed or disputed ones; not in the amount. */
  unsettled: number;
}

export interface Money {
  totals: MoneyTotal[];
  /** Ids of all payment accounts of these accounts, in order. */
  own: string[];
  /** How many payment accounts are in the totals. */
  counted: number;
  /** Ids of payment accounts with so many transfers that they are nobody's own. */
  not_counted: string[];
}

/** Who sends or receives more often is a platform or a bank. */
export const mostTransfersCounted = 20_000;

interface Row {
  payment_account: string;
  totals:
    | {
        direction: 'in' | 'out';
        currency: string;
        month: string;
        amounts: number[];
        unsettled: number;
      }[]
    | null;
}

/** Nothing that happened after `asOf` is counted; null is all. */
export async function moneyOf(
  database: Database,
  accounts: readonly string[],
  asOf: string | null,
): Promise<Money> {
  const rows = await database.read<Row>(loadQuery('evidence/transfers'), {
    accounts,
    to: asOf ?? '9999-12-31T23:59:59.999Z',
    most_counted: mostTransfersCounted,
  });
  return {
    own: rows.map(({ payment_account: id }) => id),
    totals: addedUp(rows.flatMap(({ totals }) => totals ?? [])),
    counted: rows.filter(({ totals }) => totals !== null).length,
    not_counted: rows.flatMap(({ payment_account: id, totals }) => (totals === null ? [id] : [])),
  };
}

function addedUp(parts: readonly NonNullable<Row['totals']>[number][]): MoneyTotal[] {
  const sums = new Map<string, { amounts: number[]; unsettled: number }>();
  for (const { direction, currency, month, amounts, unsettled } of parts) {
    const key = JSON.stringify([currency, direction, month]);
    const sum = sums.get(key) ?? { amounts: [], unsettled: 0 };
    for (const amount of amounts) sum.amounts.push(amount);
    sum.unsettled += unsettled;
    sums.set(key, sum);
  }
  return [...sums]
    .sort(([one], [other]) => compareText(one, other))
    .map(([key, { amounts, unsettled }]) => {
      const [currency, direction, month] = JSON.parse(key) as [string, 'in' | 'out', string];
      return {
        direction,
        currency,
        month,
        amount: exactSum(amounts.map(String)),
        transfers: amounts.length,
        unsettled,
      };
    });
}

const decimals = 12;

/** The sum of decimal numbers, whatever their order; without trailing zeros. */
export function exactSum(amounts: readonly string[]): string {
  const total = amounts.reduce((sum, amount) => sum + scaled(amount), 0n);
  const sign = total < 0n ? '-' : '';
  const digits = (total < 0n ? -total : total).toString().padStart(decimals + 1, '0');
  const fraction = digits.slice(-decimals).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -decimals)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** A number as JavaScript writes it, `1e-7` too, in units of 10^-12. */
function scaled(amount: string): bigint {
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(amount) ?? [];
  const shift = decimals - fraction.length + Number(exponent);
  const digits = BigInt(whole + fraction);
  const value = shift >= 0 ? digits * 10n ** BigInt(shift) : digits / 10n ** BigInt(-shift);
  return sign === '-' ? -value : value;
}
