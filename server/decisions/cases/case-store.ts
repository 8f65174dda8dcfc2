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
import { clustersById, latestRun } from '../../detection/runs/read-runs.ts';
import { nodesByRef } from '../../graph/canvas/canvas.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { ConflictError, NotFoundError } from '../../platform/problems.ts';
import { admitToCase, checkMembers, reader, type Members } from './members.ts';
import { differences, holdForWork, noteEvent, stamp } from './held-case.ts';

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
    reader: reader(),
    after,
    limit,
  });
  return rows.map(({ found }) => found);
}

/** Throws UsageError as `checkMembers` does. */
export async function createCase(
  database: Database,
  {
    id = randomUUID(),
    members = null,
    ...writing
  }: z.output<typeof caseWritingSchema> & { id?: string | undefined; members?: Members },
): Promise<CaseSummary> {
  await checkMembers(database, members);
  await database.write(loadQuery('cases/create_case'), { id, members, ...writing, ...stamp() });
  // The id may be that of a case of others.
  await admitToCase(database, id);
  return caseById(database, id);
}

/** Throws NotFoundError. */
export async function caseById(database: Database, id: string): Promise<CaseSummary> {
  const [row] = await database.read<{ found: CaseSummary }>(loadQuery('cases/case'), { id });
  if (!row) throw new NotFoundError(messages.cases.noCase(id));
  return row.found;
}

/**
 * Changes what is given. Throws NotFoundError, and ConflictError for one that is joined into another, or that has changed
 * since the revision that the change rests on.
 */
export async function changeCase(
  database: Database,
  id: string,
  {
    rests_on: restsOn,
    ...change
  }: Partial<Pick<CaseSummary, 'title' | 'description' | 'tags' | 'state'>> & {
    rests_on?: number;
  },
): Promise<CaseSummary> {
  const unchanged = { title: null, description: null, tags: null, state: null };
  const stamped = stamp();
  await database.transaction(async (tx) => {
    const { revision } = await holdForWork(tx, id);
    if (restsOn !== undefined && restsOn !== revision)
      throw new ConflictError(messages.caseProblems.changedMeanwhile);
    const [row] = await tx.run<{ was: Stated; is: Stated }>(loadQuery('cases/change_case'), {
      ...{ ...unchanged, ...change, id, ...stamped },
    });
    const differs = differences(row!.was, row!.is);
    if (!differs) return;
    const act = differs.after['state'] === undefined ? 'change' : 'state';
    await noteEvent(tx, stamped, { case: id, act, of: id, title: row!.is.title, ...differs });
  });
  return caseById(database, id);
}

type Stated = Pick<CaseSummary, 'title' | 'description' | 'tags' | 'state'>;

/** A case with its boards and the accounts on those that are not archived. */
export async function wholeCase(database: Database, id: string): Promise<Case> {
  const summary = await caseById(database, id);
  const rows = await boardsOf(database, id);
  const ids = accountsOf(rows);
  const refs = ids.map((account) => ({ type: 'account' as const, id: account }));
  const found = await nodesByRef(database, refs);
  const shown = found.map((node) => node.shown);
  const accounts = shown
    .toSorted((one, other) => (other.score ?? 0) - (one.score ?? 0))
    .slice(0, accountsShown);
  return {
    ...summary,
    board_list: rows.map((row) => row.found),
    accounts,
    accounts_in_all: ids.length,
    clusters: await clustersWith(database, shown),
  };
}

interface BoardRow {
  found: BoardSummary;
  accounts: string[];
}

function boardsOf(database: Database, id: string): Promise<BoardRow[]> {
  return database.read<BoardRow>(loadQuery('cases/boards'), { case: id });
}

function accountsOf(boards: readonly BoardRow[]): string[] {
  return [...new Set(boards.flatMap(({ found, accounts }) => (found.archived ? [] : accounts)))];
}

/** Ids of the accounts on those boards of a case that are not archived. */
export async function accountsOnBoards(database: Database, id: string): Promise<string[]> {
  return accountsOf(await boardsOf(database, id));
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
