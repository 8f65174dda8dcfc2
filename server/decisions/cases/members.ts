/** To whom a case is shown: to everybody who may see cases, or to those named in it alone. A case and all that is joined into it are shown to the same. */
import { loadQuery } from '../../../cypher/load-query.ts';
import type { CaseSummary } from '../../../domain/case.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Database, Writer } from '../../graph/neo4j/database.ts';
import { caller } from '../../people/caller.ts';
import { NotFoundError, UsageError } from '../../platform/problems.ts';
import { people } from './people.ts';

const text = messages.caseProblems;

export type Members = CaseSummary['members'];

/** By whose right cases are read; null where nobody signs in: by command, by schedule, and on an open server. */
export function reader(): string | null {
  const who = caller();
  return who === null || who.by === 'open' ? null : who.person.name;
}

/** Throws NotFoundError for a case that whoever asks is not shown, as for one that is not there: nobody learns that it is. */
export async function admitToCase(database: Database, id: string): Promise<void> {
  const name = reader();
  if (name === null) return;
  const [row] = await database.read<{ members: Members }>(loadQuery('cases/members'), { case: id });
  if (!row || !isShown(row.members, name)) throw new NotFoundError(messages.cases.noCase(id));
}

function isShown(members: Members, name: string): boolean {
  return members === null || members.includes(name);
}

/** Whether both are shown to the same. */
export function sameMembers(one: Members, other: Members): boolean {
  const key = (members: Members) => JSON.stringify(members?.toSorted() ?? null);
  return key(one) === key(other);
}

/** Throws UsageError for somebody whom Skein does not know, and for a list that leaves out whoever asks. */
export async function checkMembers(database: Database, members: Members): Promise<void> {
  if (members === null) return;
  const known = new Set((await people(database)).map(({ name }) => name));
  const unknown = members.filter((name) => !known.has(name));
  const problem =
    unknown.length > 0
      ? text.unknownMembers(unknown)
      : members.includes(reader() ?? members[0]!)
        ? null
        : text.withoutYou;
  if (problem !== null)
    throw new UsageError(messages.http.badRequest, [{ where: 'body.members', problem }]);
}

/** Throws UsageError where a task would be for somebody whom its case is not shown to. */
export async function checkWhom(tx: Writer, id: string, whom: string | null): Promise<void> {
  if (whom === null || isShown(await membersOf(tx, id), whom)) return;
  const problem = text.notAMember(whom);
  throw new UsageError(messages.http.badRequest, [{ where: 'body.whom', problem }]);
}

/** Null where the case is shown to all. */
export async function membersOf(tx: Pick<Writer, 'run'>, id: string): Promise<Members> {
  const [row] = await tx.run<{ members: Members }>(loadQuery('cases/members'), { case: id });
  return row?.members ?? null;
}
