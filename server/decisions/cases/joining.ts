import type { z } from 'zod';
import { loadQuery } from '../../../cypher/load-query.ts';
import type { CaseSummary } from '../../../domain/case.ts';
import type { AlikeCase, JoinedCase, joiningSchema } from '../../../domain/case-work.ts';
import { messages } from '../../../domain/messages/index.ts';
import { clustersById, latestRun } from '../../detection/runs/read-runs.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { ConflictError, UsageError } from '../../platform/problems.ts';
import { accountsOnBoards, caseById, wholeCase } from './case-store.ts';
import { familyOf } from './family.ts';
import { holdCase, noteEvent, stamp } from './held-case.ts';
import { admitToCase, membersOf, reader, sameMembers } from './members.ts';

const text = messages.caseProblems;

/**
 * Joins a case into another. Throws NotFoundError, UsageError for a case into itself, and ConflictError when it has changed
 * since the revision that this rests on, or when either is joined into another already.
 */
export async function joinCase(
  database: Database,
  id: string,
  { into, as, why, rests_on: restsOn }: z.output<typeof joiningSchema>,
): Promise<CaseSummary> {
  if (into === id)
    throw new UsageError(messages.http.badRequest, [{ where: 'body.into', problem: text.itself }]);
  await admitToCase(database, into);
  const stamped = stamp();
  await database.transaction(async (tx) => {
    // Both in one order, so that two who join them crosswise do not wait for each other.
    const [first, second] = [id, into].sort();
    const held = { [first!]: await holdCase(tx, first!), [second!]: await holdCase(tx, second!) };
    const [own, other] = [held[id]!, held[into]!];
    if (own.joined_into !== null)
      throw new ConflictError(text.joined(own.joined_title ?? own.joined_into));
    // So there is no circle either: what it is joined into is joined into nothing.
    if (other.joined_into !== null)
      throw new ConflictError(text.otherJoined(other.joined_title ?? other.joined_into));
    if (own.revision !== restsOn) throw new ConflictError(text.changedMeanwhile);
    // What is joined is read as one.
    if (!sameMembers(await membersOf(tx, id), await membersOf(tx, into)))
      throw new ConflictError(text.otherMembers);
    await tx.run(loadQuery('cases/join_case'), { case: id, into, as, why, ...stamped });
    const after = { as };
    await noteEvent(tx, stamped, {
      ...{ case: id, act: 'join', of: into, title: other.title, text: why, after },
    });
    await noteEvent(tx, stamped, {
      ...{ case: into, act: 'take', of: id, title: own.title, text: why, after },
    });
    await tx.run(loadQuery('cases/touch_case'), { case: into, ...stamped });
  });
  return caseById(database, id);
}

/** Undoes it. Throws NotFoundError, and ConflictError when it is joined into nothing, or has changed meanwhile. */
export async function partCase(
  database: Database,
  id: string,
  { why, rests_on: restsOn }: Pick<z.output<typeof joiningSchema>, 'why' | 'rests_on'>,
): Promise<CaseSummary> {
  const stamped = stamp();
  await database.transaction(async (tx) => {
    const held = await holdCase(tx, id);
    const into = held.joined_into;
    if (into === null) throw new ConflictError(text.notJoined);
    if (held.revision !== restsOn) throw new ConflictError(text.changedMeanwhile);
    await tx.run(loadQuery('cases/part_case'), { case: id, ...stamped });
    const title = held.joined_title;
    await noteEvent(tx, stamped, { case: id, act: 'part', of: into, title, text: why });
    await noteEvent(tx, stamped, {
      ...{ case: into, act: 'release', of: id, title: held.title, text: why },
    });
  });
  return caseById(database, id);
}

type JoinedRow = Pick<JoinedCase, 'board_list' | 'comments' | 'open_tasks'> & {
  found: CaseSummary;
};

/** Those joined into it at once, those joined first first. Throws NotFoundError. */
export async function joinedCases(database: Database, id: string): Promise<JoinedCase[]> {
  await caseById(database, id);
  const rows = await database.read<JoinedRow>(loadQuery('cases/joined_cases'), { case: id });
  return rows.map(({ found, ...rest }) => ({ ...found, ...rest }));
}

const mostAlike = 20;

interface SharingRow {
  id: string;
  title: string;
  state: CaseSummary['state'];
  accounts: number;
  given: string[];
}

/**
 * Cases whose boards share accounts with this one's, or clusters of the latest run; those with the greatest part in common first.
 * Throws NotFoundError.
 */
export async function casesAlike(database: Database, id: string): Promise<AlikeCase[]> {
  const [{ clusters }, own, cases, run] = await Promise.all([
    wholeCase(database, id),
    accountsOnBoards(database, id),
    familyOf(database, id),
    latestRun(database),
  ]);
  if (own.length === 0) return [];
  const ids = clusters.map((cluster) => cluster.id);
  const whole = run ? await clustersById(database, run.run, ids) : [];
  const accounts = [...new Set([...own, ...whole.flatMap((cluster) => cluster.accounts)])];
  const rows = await database.read<SharingRow>(loadQuery('cases/boards_sharing'), {
    cases,
    accounts,
    reader: reader(),
  });
  const mine = new Set(own);
  // Of all accounts of both: one of one says more than one of fourteen.
  const inCommon = ({ accounts: theirs, shared_accounts: shared }: AlikeCase) =>
    shared / (mine.size + theirs - shared);
  return rows
    .map(({ given, ...row }): AlikeCase => {
      const theirs = new Set(given);
      const both = whole.filter((cluster) => cluster.accounts.some((one) => theirs.has(one)));
      return {
        ...row,
        shared_accounts: given.filter((one) => mine.has(one)).length,
        shared_clusters: both.map((cluster) => ({ id: cluster.id, name: cluster.name })),
      };
    })
    .sort(
      (one, other) =>
        inCommon(other) - inCommon(one) ||
        other.shared_clusters.length - one.shared_clusters.length ||
        (one.id < other.id ? -1 : 1),
    )
    .slice(0, mostAlike);
}
