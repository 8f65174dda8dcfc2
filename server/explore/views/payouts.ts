import { loadQuery } from '../../../cypher/load-query.ts';
import type { GraphRelation } from '../../../domain/answers.ts';
import type { NodeRef } from '../../../domain/schema/graph.ts';
import type { Payouts } from '../../../domain/views.ts';
import { graphRelation } from '../../graph/canvas/canvas.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { storedRelation, type RawRelation } from '../../graph/neo4j/records.ts';
import { sourcesAmong } from '../../graph/neo4j/sources.ts';
import { nodeValues } from './node-values.ts';
import { accountRefs, paymentRefs, scopeOf, type ViewOfAccounts } from './scope.ts';

const mostUses = 5_000;
const mostCounted = 10_000;

/** Which payment accounts these accounts use, and how rare it is to use each. */
export async function payouts(database: Database, view: ViewOfAccounts): Promise<Payouts> {
  const scope = scopeOf(view);
  const uses = await usesOf(database, scope);
  const payments = [...new Set(uses.map(({ to }) => to.id))];
  const [nodes, users, accounts, omitted] = await Promise.all([
    nodeValues(database, [...accountRefs(scope.accounts), ...paymentRefs(payments)]),
    usersOf(database, payments),
    accountCount(database),
    uses.length < mostUses ? 0 : beyondLimit(database, scope),
  ]);
  return { nodes, uses, users, accounts, omitted };
}

type Scope = ReturnType<typeof scopeOf>;

interface UseRow {
  account: string;
  payment: string;
  relation: RawRelation;
}

/** Which of the accounts uses which payment account, by account. */
export async function usesOf(database: Database, scope: Scope): Promise<GraphRelation[]> {
  const rows = await database.read<UseRow>(loadQuery('views/payouts'), {
    ...scope,
    most: mostUses,
  });
  const uses = rows.map(({ relation, ...ends }) => ({ ...ends, stored: storedRelation(relation) }));
  const cited = uses.flatMap(({ stored }) => stored.sources);
  const sourceOf = await sourcesAmong(database, cited);
  return uses.map(({ account, payment, stored }) => {
    const ends = new Map<string, NodeRef>([
      [stored.fromElementId, { type: 'account', id: account }],
      [stored.toElementId, { type: 'payment_account', id: payment }],
    ]);
    return graphRelation(stored, ends, sourceOf);
  });
}

async function usersOf(
  database: Database,
  payments: readonly string[],
): Promise<Record<string, number>> {
  const rows = await database.read<{ payment: string; users: number }>(
    loadQuery('views/payout_users'),
    {
      payments,
      most_counted: mostCounted,
    },
  );
  return Object.fromEntries(rows.map(({ payment, users }) => [payment, users]));
}

async function accountCount(database: Database): Promise<number> {
  const [row] = await database.read<{ count: number }>(
    loadQuery('explore/counts', { label: 'Account' }),
  );
  return row?.count ?? 0;
}

async function beyondLimit(database: Database, scope: Scope): Promise<number> {
  const [row] = await database.read<{ count: number }>(loadQuery('views/payout_count'), scope);
  return Math.max(0, (row?.count ?? 0) - mostUses);
}
