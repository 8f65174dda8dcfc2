import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { loadQuery } from '../../../cypher/load-query.ts';
import type {
  BoardSummary,
  Case,
  CaseState,
  CaseSummary,
  caseWritingSchema,
} from '../../../domain/case.ts';
import type { GraphNode } from '../../../domain/answers.ts';
import { groupBy } from '../../../domain/group-by.ts';
import { messages } from '../../../domain/messages/index.ts';
import { actor } from '../../platform/access/actor.ts';
import { clustersById, latestRun } from '../../detection/runs/run-store.ts';
import { nodesByRef } from '../../graph/canvas/canvas.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { NotFoundError } from '../../platform/problems.ts';

const accountsShown = 500;

/** Cases, those changed last first; archived ones only when that state is asked for. */
export async function listCases(
  database: Database,
  {
    state,
    after,
    limit,
  }: {
    state: CaseState | undefined;
    /** When the last one before was changed, and its id. */
    after: readonly [string, string] | null;
    limit: number;
  },
): Promise<CaseSummary[]> {
  const rows = await database.read<{ found: CaseSummary }>(loadQuery('cases/cases'), {
    state: state ?? null,
    after,
    limit,
  });
  return rows.map(({ found }) => found);
}

export async function createCase(
  database: Database,
  {
    id = randomUUID(),
    ...writing
  }: z.output<typeof caseWritingSchema> & { id?: string | undefined },
): Promise<CaseSummary> {
  await database.write(loadQuery('cases/create_case'), { id, ...writing, ...stamp() });
  return caseById(database, id);
}

/** Throws NotFoundError. */
export async function caseById(database: Database, id: string): Promise<CaseSummary> {
  const [row] = await database.read<{ found: CaseSummary }>(loadQuery('cases/case'), { id });
  if (!row) throw new NotFoundError(messages.cases.noCase(id));
  return row.found;
}

export async function changeCase(
  database: Database,
  id: string,
  change: Partial<Pick<CaseSummary, 'title' | 'description' | 'tags' | 'state'>>,
): Promise<CaseSummary> {
  const unchanged = { title: null, description: null, tags: null, state: null };
  const changed = await database.write(loadQuery('cases/change_case'), {
    ...unchanged,
    ...change,
    id,
    ...stamp(),
  });
  if (changed.length === 0) throw new NotFoundError(messages.cases.noCase(id));
  return caseById(database, id);
}

/** A case with its boards and the accounts on those that are not archived. */
export async function wholeCase(database: Database, id: string): Promise<Case> {
  const summary = await caseById(database, id);
  const rows = await database.read<{ found: BoardSummary; accounts: string[] }>(
    loadQuery('cases/boards'),
    { case: id },
  );
  const ids = new Set(rows.flatMap(({ found, accounts }) => (found.archived ? [] : accounts)));
  const refs = [...ids].map((account) => ({ type: 'account' as const, id: account }));
  const found = await nodesByRef(database, refs);
  const shown = found.map((node) => node.shown);
  const accounts = shown
    .toSorted((one, other) => (other.score ?? 0) - (one.score ?? 0))
    .slice(0, accountsShown);
  return {
    ...summary,
    board_list: rows.map((row) => row.found),
    accounts,
    accounts_in_all: ids.size,
    clusters: await clustersWith(database, shown),
  };
}

async function clustersWith(
  database: Database,
  accounts: readonly GraphNode[],
): Promise<Case['clusters']> {
  const run = await latestRun(database);
  const inCluster = groupBy(accounts, ({ cluster_id }) => cluster_id);
  const ids = [...inCluster.keys()].filter((id) => id !== null);
  if (!run || ids.length === 0) return [];
  const clusters = await clustersById(database, run.run, ids);
  return clusters.map(({ id, name, score, accounts: all }) => ({
    id,
    name,
    score,
    accounts: all.length,
    here: inCluster.get(id)?.length ?? 0,
  }));
}

/** Who changes something, and when. */
export function stamp(): { by: string; now: string } {
  return { by: actor(), now: new Date().toISOString() };
}
