import { randomUUID } from 'node:crypto';
import { loadQuery } from '../../cypher/load-query.ts';
import type { Person, Role } from '../../domain/people.ts';
import { messages } from '../../domain/messages/index.ts';
import type { Database } from '../graph/neo4j/database.ts';
import { actor, operator } from '../platform/access/actor.ts';
import {
  ConflictError,
  InvalidDataError,
  NotFoundError,
  UsageError,
} from '../platform/problems.ts';
import { linkMade, passwordSet, personAdded, personChanged } from '../trust/custody/access-acts.ts';
import { recorded } from '../trust/custody/recorded.ts';
import type { SecretSetting } from '../platform/settings/secret-setting.ts';
import type { SessionEnds } from '../platform/settings/session-settings.ts';
import type { Settings } from '../platform/settings/settings.ts';
import { accountKeys } from './account-key.ts';
import type { Caller } from './caller.ts';
import { hashOf } from './passwords.ts';
import { digestOf, newSecret } from './secret.ts';
import { endSessions } from './sessions.ts';
import { weaknessOf } from './weak-passwords.ts';

const text = messages.people;

const linkMs = 24 * 60 * 60_000;

/** A database of people, and the home whose custody log says what was changed, and whose key their passwords have. */
export interface House {
  database: Database;
  home: string;
  /** The key, where it is not the home's own. */
  accountKey?: SecretSetting | undefined;
  /** Where sessions end otherwise than usual. */
  sessions?: SessionEnds | undefined;
}

/** With the key that the settings say. */
export function houseOf(
  database: Database,
  { home, accountKey, sessions }: Pick<Settings, 'home' | 'accountKey' | 'sessions'>,
): House {
  return { database, home, accountKey, sessions };
}

/** How many have a password or a second factor that this server cannot tell, as it was made with another key. */
export async function personsOfOtherKeys(house: House): Promise<number> {
  const { id: key } = await accountKeys(house);
  const query = loadQuery('people/of_other_keys');
  const [counted] = await house.database.read<{ persons: number }>(query, { key });
  return counted?.persons ?? 0;
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

interface Change {
  role?: Role | undefined;
  active?: boolean | undefined;
  /** Whether they come in by single sign-on, from the next time on. */
  sign_on?: boolean | undefined;
}

/**
 * Another role, on or off, or how they come in. Switched off, their sessions, tokens and links end for good: whoever is switched on again
 * comes in anew. Known by a provider no longer, their sessions end.
 */
export async function changePerson(
  { database, home }: House,
  of: string,
  { role, active, sign_on }: Change,
): Promise<Person> {
  if (role === undefined && active === undefined && sign_on === undefined)
    throw new UsageError(text.nothingToChange);
  const before = await personOf(database, of);
  if (role !== undefined && role !== before.role && before.sign_on === 'yes' && sign_on !== false)
    throw new ConflictError(messages.signOn.noRole(before.name));
  const after = {
    ...{ role: role ?? before.role, active: active ?? before.active },
    sign_on: sign_on === undefined ? before.sign_on : awaited(sign_on, before.sign_on),
  };
  await recorded(home, personChanged(before, after), async () => {
    const asked = { id: before.id, ...after, sign_on: sign_on ?? null };
    const shutOut = () => database.write(loadQuery('people/shut_out'), { person: before.id });
    // Nor does what an earlier Skein, or a token made at that very moment, left of the time before hold again.
    if (!before.active) await shutOut();
    await database.write(loadQuery('people/change_person'), asked);
    const isOut = before.sign_on === 'yes' && after.sign_on === 'no';
    if (!after.active) await shutOut();
    else if (isOut) await endSessions(database, before.id, {});
  });
  return personOf(database, before.id);
}

function awaited(signOn: boolean, before: Person['sign_on']): Person['sign_on'] {
  if (!signOn) return 'no';
  return before === 'yes' ? 'yes' : 'awaited';
}

/**
 * Ends what was come with before: links, all sessions but `keep`, and tokens unless they are to stay. Throws InvalidDataError for a
 * password that would soon be guessed.
 */
export async function setPassword(
  house: House,
  { id, name }: { id: string; name: string },
  password: string,
  keep: string | null,
  tokens: 'revoked' | 'kept' = 'revoked',
): Promise<void> {
  const { database, home } = house;
  const problem = await weaknessOf(password, name);
  if (problem !== null) throw new InvalidDataError(problem, [{ where: 'body.password', problem }]);
  const keys = await accountKeys(house);
  const hash = await hashOf(password, keys);
  await recorded(home, passwordSet(name, tokens), async () => {
    const asked = { id, hash, key: keys.id, keepTokens: tokens === 'kept' };
    await database.write(loadQuery('people/set_password'), asked);
    await endSessions(database, id, { but: keep });
  });
}

/** What a link holds; `first` ones serve only while nobody can sign in. Throws ConflictError for who is switched off or comes in otherwise. */
export async function makeLink(
  { database, home }: House,
  { id, name, sign_on }: Pick<Person, 'id' | 'name'> & { sign_on?: Person['sign_on'] },
  now: Date,
  first = false,
): Promise<{ secret: string; expires: string }> {
  if (sign_on === 'yes') throw new ConflictError(messages.signOn.noLink(name));
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

/** Whether anybody can sign in again, without a link. */
export async function canAnybodySignIn(database: Database): Promise<boolean> {
  return (await database.read(loadQuery('people/anybody_signs_in'))).length > 0;
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

/** The secret of a link by which whoever runs this comes in first; null once anybody can sign in. */
export async function firstLink(house: House, now: Date): Promise<string | null> {
  if (await canAnybodySignIn(house.database)) return null;
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
