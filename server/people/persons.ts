import { randomUUID } from 'node:crypto';
import { loadQuery } from '../../cypher/load-query.ts';
import type { Person, Role } from '../../domain/people.ts';
import { messages } from '../../domain/messages/index.ts';
import type { Database } from '../graph/neo4j/database.ts';
import { actor, operator } from '../platform/access/actor.ts';
import { ConflictError, NotFoundError, UsageError } from '../platform/problems.ts';
import { linkMade, passwordSet, personAdded, personChanged } from '../trust/custody/access-acts.ts';
import { recorded } from '../trust/custody/recorded.ts';
import type { Caller } from './caller.ts';
import { hashOf } from './passwords.ts';
import { digestOf, newSecret } from './secret.ts';
import { endSessions } from './sessions.ts';

const text = messages.people;

const linkMs = 24 * 60 * 60_000;

/** A database of people, and the home whose custody log says what was changed. */
export interface House {
  database: Database;
  home: string;
}

/** By which a person is found, whatever the case of its letters. */
export function nameKey(name: string): string {
  return name.trim().normalize('NFKC').toLowerCase();
}

export async function listPersons(database: Database): Promise<Person[]> {
  const rows = await database.read<{ person: Person }>(loadQuery('people/persons'));
  return rows.map(({ person }) => person);
}

/** By id or by name. Throws NotFoundError. */
export async function personOf(database: Database, of: string): Promise<Person> {
  const asked = { id: of, key: nameKey(of) };
  const [row] = await database.read<{ person: Person }>(loadQuery('people/person'), asked);
  if (!row) throw new NotFoundError(text.noPerson(of));
  return row.person;
}

/** Throws ConflictError for a name that is taken. */
export async function addPerson(
  { database, home }: House,
  name: string,
  role: Role,
  now: Date,
): Promise<Person> {
  const id = randomUUID();
  await recorded(home, personAdded(name, role), async () => {
    const row = { id, name, key: nameKey(name), role, now: now.toISOString(), by: actor() };
    const [made] = await database.write<{ added: boolean }>(loadQuery('people/add_person'), row);
    if (!made?.added) throw new ConflictError(text.taken(name));
  });
  return personOf(database, id);
}

/** Another role, or on or off; switched off, their sessions end. */
export async function changePerson(
  { database, home }: House,
  of: string,
  change: { role?: Role | undefined; active?: boolean | undefined },
): Promise<Person> {
  if (change.role === undefined && change.active === undefined)
    throw new UsageError(text.nothingToChange);
  const before = await personOf(database, of);
  const after = { role: change.role ?? before.role, active: change.active ?? before.active };
  await recorded(home, personChanged(before, after), async () => {
    await database.write(loadQuery('people/change_person'), { id: before.id, ...after });
    if (!after.active) await endSessions(database, before.id, {});
  });
  return personOf(database, before.id);
}

/** Ends all of the person's sessions but `keep`. */
export async function setPassword(
  { database, home }: House,
  { id, name }: { id: string; name: string },
  password: string,
  keep: string | null,
): Promise<void> {
  const hash = await hashOf(password);
  await recorded(home, passwordSet(name), async () => {
    await database.write(loadQuery('people/set_password'), { id, hash });
    await endSessions(database, id, { but: keep });
  });
}

/** What a link holds; `first` ones serve only while nobody has a password. Throws ConflictError for who is switched off. */
export async function makeLink(
  { database, home }: House,
  { id, name }: { id: string; name: string },
  now: Date,
  first = false,
): Promise<{ secret: string; expires: string }> {
  const secret = newSecret();
  const expires = new Date(now.getTime() + linkMs).toISOString();
  const link = { digest: digestOf(secret), person: id, made: now.toISOString(), expires, first };
  await recorded(home, linkMade(name, expires), async () => {
    const asked = { link, now: now.toISOString() };
    const made = await database.write(loadQuery('people/make_link'), asked);
    if (made.length === 0) throw new ConflictError(text.isOff(name));
  });
  return { secret, expires };
}

/** Whether anybody can sign in by a password. */
export async function hasAnyPassword(database: Database): Promise<boolean> {
  return (await database.read(loadQuery('people/any_password'))).length > 0;
}

/** The person who runs this, made where missing: an administrator, since whoever runs it may do all of it anyway. */
export async function operatorsPerson(house: House, now: Date): Promise<Person> {
  const name = operator();
  try {
    return await personOf(house.database, name);
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
  }
  return addPerson(house, name, 'admin', now);
}

/** The secret of a link by which whoever runs this comes in first; null once anybody has a password. */
export async function firstLink(house: House, now: Date): Promise<string | null> {
  if (await hasAnyPassword(house.database)) return null;
  const person = await operatorsPerson(house, now);
  return person.active ? (await makeLink(house, person, now, true)).secret : null;
}

/** The person behind whoever asks; where everybody is let in, made when first needed. */
export async function ownPerson(
  house: House,
  { person }: Caller,
  now: Date,
): Promise<{ id: string; name: string }> {
  const { id, name } = person;
  return id === null ? operatorsPerson(house, now) : { id, name };
}
