import { loadQuery } from '../../cypher/load-query.ts';
import { messages } from '../../domain/messages/index.ts';
import type { Database } from '../graph/neo4j/database.ts';
import { Guesses, waitAfter } from '../platform/access/guesses.ts';
import { actingAs } from '../platform/access/actor.ts';
import { InvalidDataError, NotSignedInError, TooManyError } from '../platform/problems.ts';
import { signedIn, signedOut, signInFailed } from '../trust/custody/access-acts.ts';
import type { Draft } from '../trust/custody/draft.ts';
import { append } from '../trust/custody/log.ts';
import { callerInfo, type Caller } from './caller.ts';
import { isPassword } from './passwords.ts';
import { hasAnyPassword, nameKey, setPassword, type House } from './persons.ts';
import { digestOf } from './secret.ts';
import { beginSession, callerOfSession, endSessions, type From } from './sessions.ts';
import { callerOfToken } from './tokens.ts';

const text = messages.people;

/** However often a person's password was guessed, they wait no longer. */
const longestLockMs = 15 * 60_000;
/** After so many wrong ones the wait grows no more. */
const countsTold = 20;

/** What whoever comes in is given. */
export interface Entered {
  /** Of the session; the browser keeps it, and nobody else. */
  secret: string;
  ends: Date;
  caller: Caller;
}

interface DoorOptions extends House {
  /** Told when a sign-in could not be recorded, which keeps nobody out: an auditor of a log that was altered has to come in. */
  unrecorded: (error: unknown) => void;
  now?: () => Date;
}

interface Tried {
  id: string;
  name: string;
  active: boolean;
  hash: string | null;
  locked_until: string | null;
}

/**
 * Where people come in. Wrong tries are counted by person in the database, which all servers share, and by address in this
 * process. A way to sign in other than by password or link ends as these do: in `#begin`.
 */
export class Door {
  readonly #house: House;
  readonly #unrecorded: (error: unknown) => void;
  readonly now: () => Date;
  readonly #addresses: Guesses;
  /** Names that nobody bears are treated as if somebody did, so that nobody finds out who is here. */
  readonly #unknown: Guesses;

  constructor({ database, home, unrecorded, now = () => new Date() }: DoorOptions) {
    this.#house = { database, home };
    this.#unrecorded = unrecorded;
    this.now = now;
    const clock = () => now().getTime();
    this.#addresses = new Guesses(clock);
    this.#unknown = new Guesses(clock, longestLockMs);
  }

  get #database(): Database {
    return this.#house.database;
  }

  /** Throws NotSignedInError where name or password is wrong, TooManyError where it was tried too often. */
  async signIn(given: { name: string; password: string }, from: From): Promise<Entered> {
    const person = await this.#withPassword(given, from.address);
    return this.#begin(person, 'password', from);
  }

  /** By the secret of a link, once. Throws NotSignedInError. */
  async enter(secret: string, from: From): Promise<Entered> {
    this.#count(from.address);
    const asked = { digest: digestOf(secret), now: this.now().toISOString() };
    const [used] = await this.#database.write<{ id: string; name: string; first: boolean }>(
      loadQuery('people/use_link'),
      asked,
    );
    // A link of the first start lies in some terminal: it is worth nothing once somebody can sign in.
    if (!used || (used.first && (await hasAnyPassword(this.#database)))) {
      const who = { person: used?.name ?? null, given: '' };
      await this.#note(signInFailed(who, 'link', from.address));
      throw new NotSignedInError(text.linkOver);
    }
    this.#addresses.succeeded(from.address);
    return this.#begin(used, 'link', from);
  }

  async signOut(who: Caller | null): Promise<void> {
    if (!who?.session || who.person.id === null) return;
    const { id, name } = who.person;
    await endSessions(this.#database, id, { session: who.session });
    await this.#note(signedOut(name));
  }

  /** Who comes with a session, or with a token; null where neither serves. */
  async whoHas(kept: { session: string | null; token: string | null }): Promise<Caller | null> {
    const now = this.now();
    if (kept.token !== null) return callerOfToken(this.#database, kept.token, now);
    return kept.session === null ? null : callerOfSession(this.#database, kept.session, now);
  }

  /** Throws InvalidDataError where the one before is needed and is another. */
  async changePassword(
    { person, session, maySetPassword }: Caller,
    id: string,
    { current, password }: { current?: string | undefined; password: string },
    address: string,
  ): Promise<void> {
    const { name } = person;
    if (!maySetPassword) {
      const refused = (problem: string) =>
        new InvalidDataError(problem, [{ where: 'body.current', problem }]);
      if (current === undefined) throw refused(text.currentNeeded);
      try {
        await this.#withPassword({ name, password: current }, address);
      } catch (error) {
        throw error instanceof NotSignedInError ? refused(text.currentWrong) : error;
      }
    }
    await setPassword(this.#house, { id, name }, password, session);
  }

  /** Whose name and password that are. */
  async #withPassword(
    { name, password }: { name: string; password: string },
    address: string,
  ): Promise<{ id: string; name: string }> {
    this.#count(address);
    const key = nameKey(name);
    const tried = await this.#tried(key);
    const right = await isPassword(password, tried?.active ? tried.hash : null);
    if (tried && right) {
      this.#addresses.succeeded(address);
      await this.#database.write(loadQuery('people/unlock_person'), { id: tried.id });
      return tried;
    }
    const who = { person: tried?.name ?? null, given: name };
    await this.#note(signInFailed(who, 'password', address));
    throw new NotSignedInError(text.wrong);
  }

  /** Counts the try, before it is known how it ends. Throws TooManyError while the name must wait. */
  async #tried(key: string): Promise<Tried | undefined> {
    const now = this.now();
    const locks = Array.from({ length: countsTold }, (_none, count) => {
      const wait = waitAfter(count, longestLockMs);
      return wait === 0 ? '' : new Date(now.getTime() + wait).toISOString();
    });
    const asked = { key, now: now.toISOString(), locks };
    const [tried] = await this.#database.writeBriefly<Tried>(
      loadQuery('people/try_password'),
      asked,
    );
    const wait = tried ? secondsTo(tried.locked_until, now) : this.#unknown.waitOf(key);
    if (wait > 0) throw new TooManyError(text.waits(wait), wait);
    if (!tried) this.#unknown.failed(key);
    return tried;
  }

  /** Counts a try from an address until it turns out well. Throws TooManyError while it must wait. */
  #count(address: string): void {
    const wait = this.#addresses.waitOf(address);
    if (wait > 0) throw new TooManyError(text.waits(wait), wait);
    this.#addresses.failed(address);
  }

  async #begin(
    { id, name }: { id: string; name: string },
    by: 'password' | 'link',
    from: From,
  ): Promise<Entered> {
    const begun = await beginSession(this.#database, id, by, from, this.now());
    const caller = begun && (await callerOfSession(this.#database, begun.secret, this.now()));
    if (!begun || !caller) throw new NotSignedInError(text.wrong);
    await actingAs(name, () => this.#note(signedIn(name, by, from.address)));
    return { ...begun, caller };
  }

  async #note(draft: Draft): Promise<void> {
    try {
      await append(this.#house.home, draft);
    } catch (error) {
      this.#unrecorded(error);
    }
  }
}

function secondsTo(until: string | null, now: Date): number {
  return until === null ? 0 : Math.max(1, Math.ceil((Date.parse(until) - now.getTime()) / 1_000));
}

/** Whoever asks, told again after their account was changed. */
export function withPassword(who: Caller): ReturnType<typeof callerInfo> {
  return callerInfo({ ...who, person: { ...who.person, has_password: true } });
}
