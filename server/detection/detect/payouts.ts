/** Where the accounts of clusters are paid, as a run keeps it. */
import { loadQuery } from '../../../cypher/load-query.ts';
import type { Cluster } from '../../../domain/finding.ts';
import { mostTransfersCounted } from '../../graph/money/money-totals.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { Payout } from '../runs/run-parts.ts';

const query = loadQuery('detect/payouts');

/** Of the members of these clusters; nothing after `asOf`. */
export async function payoutsIn(
  database: Database,
  clusters: readonly Cluster[],
  asOf: string,
): Promise<Payout[]> {
  return database.read<Payout>(query, {
    accounts: clusters.flatMap(({ accounts }) => accounts),
    ...{ as_of: asOf, most_counted: mostTransfersCounted },
  });
}

/** Of a run; null when it kept none, as those of earlier programs did not. */
export async function payoutsOfRun(database: Database, run: string): Promise<Payout[] | null> {
  const rows = await database.read<{ payouts: string | null }>(
    'MATCH (c:SkeinCluster {run: $run}) RETURN c.payouts AS payouts ORDER BY c.id',
    { run },
  );
  if (rows.some(({ payouts }) => payouts === null)) return null;
  return rows.flatMap(({ payouts }) => JSON.parse(payouts!) as Payout[]);
}
