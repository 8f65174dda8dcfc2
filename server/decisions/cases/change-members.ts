import { loadQuery } from '../../../cypher/load-query.ts';
import type { CaseSummary } from '../../../domain/case.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { ConflictError } from '../../platform/problems.ts';
import { caseById } from './case-store.ts';
import { joinedInto } from './family.ts';
import { holdForWork, noteEvent, stamp } from './held-case.ts';
import { checkMembers, membersOf, sameMembers, type Members } from './members.ts';

/**
 * Says to whom a case is shown, and all that is joined into it. Throws NotFoundError, UsageError as `checkMembers` does, and
 * ConflictError for a case that is joined into another, or has changed since the revision that this rests on.
 */
export async function changeMembers(
  database: Database,
  id: string,
  { members, why, rests_on: restsOn }: { members: Members; why: string; rests_on: number },
): Promise<CaseSummary> {
  await checkMembers(database, members);
  const next = members === null ? null : [...new Set(members)].toSorted();
  const stamped = stamp();
  await database.transaction(async (tx) => {
    // Nothing is joined into it meanwhile.
    const { revision, title } = await holdForWork(tx, id);
    if (revision !== restsOn) throw new ConflictError(messages.caseProblems.changedMeanwhile);
    const was = await membersOf(tx, id);
    if (sameMembers(was, next)) return;
    const cases = await joinedInto((query, params) => tx.run(query, params), id);
    await tx.run(loadQuery('cases/change_members'), { cases, members: next, ...stamped });
    await noteEvent(tx, stamped, {
      ...{ case: id, act: 'members', of: id, title, text: why },
      before: { members: said(was) },
      after: { members: said(next) },
    });
  });
  return caseById(database, id);
}

const said = (members: Members) => members?.join(', ') ?? null;
