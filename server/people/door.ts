import { loadQuery } from '../../cypher/load-query.ts';
import { messages } from '../../domain/messages/index.ts';
import type { WayIn } from '../../domain/people.ts';
import type { Database } from '../graph/neo4j/database.ts';
import { actingAs } from '../platform/access/actor.ts';
import {
  ConflictError,
  InvalidDataError,
  NotFoundError,
  NotSignedInError,
  SecondFactorError,
} from '../platform/problems.ts';
import { signedIn, signedOut, signInFailed } from '../trust/custody/access-acts.ts';
import type { Draft } from '../trust/custody/draft.ts';
import { append } from '../trust/custody/log.ts';
import { callerInfo, type Caller } from './caller.ts';
import { accountKeys, type AccountKeys } from './account-key.ts';
import { PasskeyDoor } from './passkey-door.ts';
import { hashOf, isPassword, type StoredPassword } from './passwords.ts';
import { canAnybodySignIn, nameKey, personOf, setPassword, type House } from './persons.ts';
import { comingOf, newComing, type Coming } from './coming.ts';
import type { Provider, Vouched } from './provider.ts';
import { personVouched } from './provider-persons.ts';
import { beginSecondFactor, removeSecondFactor, useCode, wrongCode } from './second-factor.ts';
import { digestOf } from './secret.ts';
import { beginSession, callerOfSession, endSessions, type Entered, type From } from './sessions.ts';
import { callerOfToken } from './tokens.ts';
import { Tries, type Tried } from './tries.ts';

const text = messages.people;

/** By which somebody signs in; `code` of their second factor, where they have one. */
interface Given {
  name: string;
  password: string;
  code?: string | undefined;
}

const noPassword: StoredPassword = { hash: null, key: null };

interface DoorOptions extends House {
  /** Told when a sign-in could not be recorded, which keeps nobody out: an auditor of a log that was altered has to come in. */
  unrecorded: (error: unknown) => void;
  now?: () => Date;
  /** Of single sign-on; null or absent: there is none. */
  provider?: Provider | null;
}

/** Where people come in. A way to sign in other than by password or link ends as these do: in `#begin`. */
export class Door {
  readonly #house: House;
  readonly #unrecorded: (error: unknown) => void;
  readonly now: () => Date;
  readonly #provider: Provider | null;
  readonly #tries: Tries;
  readonly passkeys: PasskeyDoor;

  constructor({ unrecorded, now = () => new Date(), provider, ...house }: DoorOptions) {
    this.#house = house;
    this.#unrecorded = unrecorded;
    this.now = now;
    this.#provider = provider ?? null;
    this.#tries = new Tries(house.database, now);
    this.passkeys = new PasskeyDoor({
      ...{ house, now, tries: this.#tries },
      note: (draft) => this.#note(draft),
      begin: (person, from) => this.#begin(person, 'passkey', from),
      proven: (who, password, address) => this.#proven(who, password, address),
    });
  }

  get #database(): Database {
    return this.#house.database;
  }

  /**
   * Throws NotSignedInError where name, password or code is wrong, SecondFactorError where a code is missing, TooManyError where
   * it was tried too often: a right password frees nobody of waiting while the code is wrong.
   */
  async signIn(given: Given, from: From): Promise<Entered> {
    const person = await this.#withPassword(given, from.address);
    const factor = person.factor ? await this.#withCode(person, given.code, from.address) : null;
    await this.#tries.succeeded(person, from.address);
    return this.#begin(person, 'password', from, factor ?? undefined);
  }

  /** By the secret of a link, once. Throws NotSignedInError. */
  async enter(secret: string, from: From): Promise<Entered> {
    this.#tries.from(from.address);
    const asked = { digest: digestOf(secret), now: this.now().toISOString() };
    const [used] = await this.#database.write<{ id: string; name: string; first: boolean }>(
      loadQuery('people/use_link'),
      asked,
    );
    // A link of the first start lies in some terminal: it is worth nothing once somebody can sign in.
    if (!used || (used.first && (await canAnybodySignIn(this.#database)))) {
      const who = { person: used?.name ?? null, given: '' };
      await this.#note(signInFailed(who, 'link', from.address));
      throw new NotSignedInError(text.linkOver);
    }
    this.#tries.succeededFrom(from.address);
    return this.#begin(used, 'link', from);
  }

  /** Where a browser goes to sign in by the provider, and what it keeps meanwhile. Throws NotFoundError where there is none, TooManyError, BusyError, UnavailableError. */
  async leave(redirect: string, address: string): Promise<{ coming: Coming; address: string }> {
    const provider = this.#asked();
    this.#tries.mayFrom(address);
    const coming = newComing();
    return { coming, address: await provider.addressFor(coming, redirect) };
  }

  /** By what the provider sent a browser back with, to `address`; `kept` is what the browser kept. Throws as `leave` does, and NotSignedInError. */
  async comeBack(kept: string | null, address: URL, from: From): Promise<Entered> {
    const provider = this.#asked();
    this.#tries.mayFrom(from.address);
    let vouched: Vouched | null = null;
    try {
      // Whoever has begun nothing has no secret, and no answer is theirs: the provider need not be asked.
      if (kept === null)
        throw new NotSignedInError(messages.signOn.notYours(provider.settings.name));
      vouched = await provider.vouched(comingOf(kept), address);
      const person = await personVouched(this.#house, vouched, provider.settings, this.now());
      this.#tries.succeededFrom(from.address);
      return await this.#begin(person, 'provider', from);
    } catch (error) {
      // Nobody is to wait because the provider is away.
      if (!(error instanceof NotSignedInError)) throw error;
      this.#tries.failedFrom(from.address);
      const who = { person: null, given: vouched?.name ?? '' };
      await this.#note(signInFailed(who, 'provider', from.address));
      throw error;
    }
  }

  #asked(): Provider {
    if (!this.#provider) throw new NotFoundError(messages.signOn.off);
    return this.#provider;
  }

  async signOut(who: Caller | null): Promise<void> {
    if (!who?.session || who.person.id === null) return;
    const { id, name } = who.person;
    await endSessions(this.#database, id, { session: who.session });
    await this.#note(signedOut(name));
  }

  /** Who comes with a session, or with a token; null where neither serves. `unattended`: nobody sits before the page that asks. */
  async whoHas(kept: {
    session: string | null;
    token: string | null;
    unattended?: boolean;
  }): Promise<Caller | null> {
    const now = this.now();
    if (kept.token !== null) return callerOfToken(this.#database, kept.token, now);
    return kept.session === null
      ? null
      : callerOfSession(this.#house, kept.session, now, kept.unattended);
  }

  /** Throws InvalidDataError where the one before is needed and is another. */
  async changePassword(
    { person, session, maySetPassword }: Caller,
    id: string,
    {
      current,
      password,
      keep_tokens,
    }: { current?: string | undefined; password: string; keep_tokens?: boolean },
    address: string,
  ): Promise<void> {
    const { name } = person;
    if (person.sign_on === 'yes') throw new ConflictError(messages.signOn.noPassword(name));
    if (!maySetPassword) {
      const refused = (problem: string) =>
        new InvalidDataError(problem, [{ where: 'body.current', problem }]);
      if (current === undefined) throw refused(text.currentNeeded);
      try {
        const person = await this.#withPassword({ name, password: current }, address);
        await this.#tries.succeeded(person, address);
      } catch (error) {
        throw error instanceof NotSignedInError ? refused(text.currentWrong) : error;
      }
    }
    await setPassword(
      this.#house,
      { id, name },
      password,
      session,
      keep_tokens ? 'kept' : 'revoked',
    );
  }

  /** Begins to set up a second factor, for whoever knows the password. Throws InvalidDataError, ConflictError. */
  async beginSecondFactor(
    who: { id: string; name: string },
    password: string,
    address: string,
  ): Promise<{ secret: string; address: string }> {
    const { has_password, sign_on } = await personOf(this.#database, who.id);
    if (sign_on === 'yes') throw new ConflictError(messages.secondFactor.bySignOn);
    if (!has_password) throw new ConflictError(messages.secondFactor.passwordFirst);
    await this.#proven(who, password, address);
    return beginSecondFactor(this.#house, who);
  }

  /** Takes it off for whoever has a code of it; tries are counted as those of passwords are. Throws InvalidDataError, ConflictError. */
  async removeSecondFactor(
    who: { id: string; name: string },
    code: string,
    address: string,
  ): Promise<void> {
    this.#tries.from(address);
    await this.#tries.as(nameKey(who.name));
    if ((await useCode(this.#house, who, code, this.now())) === null)
      throw wrongCode(messages.secondFactor.wrong);
    await this.#tries.succeeded(who, address);
    await removeSecondFactor(this.#house, who);
  }

  /** For what lets somebody in later: whoever has a password gives it. Throws InvalidDataError where it is another, or none. */
  async prove(
    who: { id: string; name: string },
    password: string | undefined,
    address: string,
  ): Promise<void> {
    const { has_password, sign_on } = await personOf(this.#database, who.id);
    if (!has_password || sign_on === 'yes') return;
    const problem = text.passwordNeeded;
    if (password === undefined)
      throw new InvalidDataError(problem, [{ where: 'body.password', problem }]);
    await this.#proven(who, password, address);
  }

  /** For what only its person may do. Throws InvalidDataError where it is another password. */
  async #proven({ name }: { name: string }, password: string, address: string): Promise<void> {
    try {
      const person = await this.#withPassword({ name, password }, address);
      await this.#tries.succeeded(person, address);
    } catch (error) {
      if (!(error instanceof NotSignedInError)) throw error;
      const problem = text.currentWrong;
      throw new InvalidDataError(problem, [{ where: 'body.password', problem }]);
    }
  }

  /** Whose name and password that are. */
  async #withPassword(
    { name, password }: { name: string; password: string },
    address: string,
  ): Promise<Tried> {
    this.#tries.from(address);
    const key = nameKey(name);
    const tried = await this.#tries.as(key);
    const keys = await accountKeys(this.#house);
    const right = await isPassword(password, tried?.active ? tried : noPassword, keys);
    if (tried && right) {
      if (tried.key === null) await this.#renew(tried, password, keys);
      return tried;
    }
    const who = { person: tried?.name ?? null, given: name };
    await this.#note(signInFailed(who, 'password', address));
    throw new NotSignedInError(text.wrong);
  }

  async #withCode(
    person: Tried,
    code: string | undefined,
    address: string,
  ): Promise<'code' | 'recovery'> {
    if (code === undefined) throw new SecondFactorError(messages.secondFactor.needed);
    const used = await useCode(this.#house, person, code, this.now());
    if (used) return used;
    const who = { person: person.name, given: '' };
    await this.#note(signInFailed(who, 'password', address, 'wrong'));
    throw new SecondFactorError(messages.secondFactor.wrong);
  }

  /** One that was hashed without a key is hashed with it, now that it is known once more. */
  async #renew({ id, hash: before }: Tried, password: string, keys: AccountKeys): Promise<void> {
    const renewed = { id, before, hash: await hashOf(password, keys), key: keys.id };
    await this.#database.write(loadQuery('people/renew_password'), renewed);
  }

  async #begin(
    { id, name }: { id: string; name: string },
    by: WayIn,
    from: From,
    factor?: 'code' | 'recovery',
  ): Promise<Entered> {
    const begun = await beginSession(this.#house, id, by, from, this.now());
    const caller = begun && (await callerOfSession(this.#house, begun.secret, this.now()));
    if (!begun || !caller) throw new NotSignedInError(text.wrong);
    await actingAs(name, () => this.#note(signedIn(name, by, from.address, factor)));
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

/** Whoever asks, told again after their account was changed. */
export function withPassword(who: Caller): ReturnType<typeof callerInfo> {
  return callerInfo({ ...who, person: { ...who.person, has_password: true } });
}
