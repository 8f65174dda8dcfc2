/** Who may know of a list of watchlist entries, and that being changed. */
import { loadQuery } from '../../../cypher/load-query.ts';
import type { ListMembers, MarkedList } from '../../../domain/list-marking.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Person } from '../../../domain/people.ts';
import { derivedRelations } from '../../../domain/schema/derived.ts';
import { nodeTypes, relationTypes } from '../../../domain/schema/graph.ts';
import { catalogue } from '../../detection/catalogue/catalogue.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { admit, caller } from '../../people/caller.ts';
import { ConflictError, NotFoundError, UsageError } from '../../platform/problems.ts';
import { stamp } from '../cases/held-case.ts';
import { reader, sameMembers } from '../cases/members.ts';

const text = messages.lists;

/** Those that whoever asks may know of, by name. */
export async function listsKnown(database: Database): Promise<MarkedList[]> {
  const name = reader();
  const all = await database.read<MarkedList>(loadQuery('lists/known'));
  return all.filter(
    ({ members, entries, revision }) =>
      (members === null || name === null || members.includes(name)) &&
      (entries > 0 || members !== null || revision > 0),
  );
}

/** Throws NotFoundError, also for one that whoever asks may not know of. */
export async function listKnown(database: Database, list: string): Promise<MarkedList> {
  const found = (await listsKnown(database)).find((one) => one.list === list);
  if (!found) throw new NotFoundError(text.noList(list));
  return found;
}

export interface ChangeOfMembers {
  members: ListMembers;
  why: string;
  rests_on: number;
}

/**
 * Says who alone may know of a list. Throws NotFoundError, ForbiddenError, ConflictError where it has changed since the revision that this
 * rests on, and UsageError for people who could not know of it, or a list whose words cannot be told from others.
 */
export async function changeListMembers(
  database: Database,
  list: string,
  { members, why, rests_on: restsOn }: ChangeOfMembers,
): Promise<MarkedList> {
  const { members: were } = await listKnown(database, list);
  if (were === null && reader() !== null) admit(caller(), { may: 'lead' });
  await checkPeople(database, members);
  if (members !== null) await checkWords(database, list);
  const next = members === null ? null : [...new Set(members)].toSorted();
  const { now, by } = stamp();
  await database.transaction(async (tx) => {
    const [held] = await tx.run<Pick<MarkedList, 'members' | 'revision'>>(loadQuery('lists/hold'), {
      list,
    });
    if (held?.revision !== restsOn) throw new ConflictError(text.changedMeanwhile(list));
    if (sameMembers(held.members, next)) return;
    await tx.run(loadQuery('lists/change_members'), {
      ...{ list, members: next, revision: restsOn + 1, why, now, by },
    });
  });
  return listKnown(database, list);
}

/** Each is somebody whom Skein knows, one of them may come in, and whoever asks is among them. */
async function checkPeople(database: Database, members: ListMembers): Promise<void> {
  if (members === null) return;
  const known = await database.read<{ person: Person }>(loadQuery('people/persons'));
  const byName = new Map(known.map(({ person }) => [person.name, person]));
  const unknown = members.filter((name) => !byName.has(name));
  const name = reader();
  const problem =
    unknown.length > 0
      ? text.unknown(unknown)
      : name !== null && !members.includes(name)
        ? text.withoutYou
        : members.some((one) => byName.get(one)!.active)
          ? null
          : text.nobodyComesIn;
  if (problem !== null)
    throw new UsageError(messages.http.badRequest, [{ where: 'body.members', problem }]);
}

/** What is withheld is found by its words in every answer: a word that says other things too would take those with it. */
async function checkWords(database: Database, list: string): Promise<void> {
  const own = await ownWords();
  const isPlain = (word: string) => !isDistinct(word) || own.has(word.toLowerCase());
  if (isPlain(list)) throw new UsageError(text.plainList(list));
  const entries = await database.read<{ id: string }>(loadQuery('lists/entries'), {
    lists: [list],
  });
  const plain = entries.map(({ id }) => id).filter(isPlain);
  if (plain.length > 0) throw new UsageError(text.plainEntries(plain.length, plain.slice(0, 3)));
}

/** Four characters and a letter among them, or six figures. */
function isDistinct(word: string): boolean {
  return (word.length >= 4 && /\p{L}/u.test(word)) || /\p{N}{6}/u.test(word);
}

/** What Skein itself calls things, in lower case. */
async function ownWords(): Promise<ReadonlySet<string>> {
  const detectors = (await catalogue()).map(({ id }) => id);
  const schema = nodeTypes.flatMap(({ type, label, columns }) => [
    ...[type, label, ...Object.keys(columns)],
    ...Object.values(columns).flatMap((column) => column.values ?? []),
  ]);
  const relations = [...relationTypes, ...derivedRelations].map(({ relation }) => relation);
  return new Set([...detectors, ...schema, ...relations].map((word) => word.toLowerCase()));
}
