import { join } from 'node:path';
import { loadQuery } from '../../../cypher/load-query.ts';
import type { Keeping, Renewal } from '../columns/keeping.ts';
import type { ColumnTable } from '../columns/tables.ts';
import { columnsFolder } from '../../graph/neo4j/local-reset.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { editionsOf } from '../derive/editions.ts';
import { changesSince, endedLoads, type GraphChanges } from './graph-changes.ts';

/** Of a table with more rows that were written, and more than this share of all, all are read: it is faster than one by one. */
const [mostRenewed, shareRenewed] = [20_000, 0.1];

/**
 * How the columns of a run are kept under the home, of which only one that asks what has changed uses what is there. No
 * backup has them: they can be read again.
 */
export async function keepingColumns(
  database: Database,
  home: string,
  { loads, changedOnly }: Pick<Keeping, 'loads'> & { changedOnly: boolean },
): Promise<Keeping | undefined> {
  const [mark] = await database.read<{ database: string | null }>(loadQuery('explore/database_id'));
  if (!mark?.database) return undefined;
  return {
    folder: join(home, columnsFolder),
    database: mark.database,
    loads,
    editions: () => editionsOf(database),
    renewals: changedOnly ? (known, tables) => renewalsSince(database, known, tables) : null,
  };
}

/** None of a table: it stands. */
async function renewalsSince(
  database: Database,
  known: readonly string[],
  tables: readonly ColumnTable[],
): Promise<Map<string, Renewal>> {
  const ended = new Set(await endedLoads(database));
  // Otherwise it is another state of the same database, as one that was restored.
  const isEarlier = known.every((load) => ended.has(load));
  const changes = isEarlier ? await changesSince(database, known) : null;
  const renewals = new Map<string, Renewal>();
  for (const table of tables) {
    const renewal = await renewalOf(database, table, changes);
    if (renewal !== null) renewals.set(table.name, renewal);
  }
  return renewals;
}

async function renewalOf(
  database: Database,
  { of }: ColumnTable,
  changes: GraphChanges | null,
): Promise<Renewal | null> {
  if (changes === null) return 'all';
  const { nodes, relations, things } = changes;
  if (!(of.kind === 'nodes' ? nodes : relations).has(of.type)) return null;
  if (things === null) return 'all';
  const written =
    of.kind === 'nodes'
      ? (things.nodes[of.type] ?? [])
      : (things.relations[of.type] ?? []).map(([, , key]) => key);
  const most = Math.max(mostRenewed, shareRenewed * (await rowsOf(database, of)));
  return written.length > most ? 'all' : [...new Set(written)];
}

/** Neo4j keeps these counts, so that nothing is counted. */
async function rowsOf(database: Database, { kind, type }: ColumnTable['of']): Promise<number> {
  const pattern = kind === 'nodes' ? `(n:${type})` : `()-[n:${type}]->()`;
  const [all] = await database.read<{ rows: number }>(`MATCH ${pattern} RETURN count(n) AS rows`);
  return all?.rows ?? 0;
}
