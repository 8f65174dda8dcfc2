import { compareText } from '../../../domain/compare-text.ts';
import { exactSum, moneyOf } from '../../graph/money/money-totals.ts';
import type { Database } from '../../graph/neo4j/database.ts';

/** What came in, in one currency. */
export interface Received {
  currency: string;
  /** Exact, with a point. */
  amount: string;
  transfers: number;
}

/**
 * What the payment accounts of these accounts received from others, settled; nothing after `asOf`. Payment accounts of
 * very many transfers, such as a platform's own, are left out.
 */
export async function receivedBy(
  database: Database,
  accounts: readonly string[],
  asOf: string | null,
): Promise<Received[]> {
  const { totals } = await moneyOf(database, accounts, asOf);
  const incoming = totals.filter(({ direction }) => direction === 'in');
  const currencies = [...new Set(incoming.map(({ currency }) => currency))].sort(compareText);
  return currencies
    .map((currency) => {
      const own = incoming.filter((total) => total.currency === currency);
      return {
        currency,
        amount: exactSum(own.map(({ amount }) => amount)),
        transfers: own.reduce((sum, { transfers }) => sum + transfers, 0),
      };
    })
    .filter(({ transfers }) => transfers > 0);
}
