import { loadQuery } from '../../cypher/load-query.ts';
import { messages } from '../../domain/messages/index.ts';
import type { Database } from '../graph/neo4j/database.ts';
import { Guesses, waitAfter } from '../platform/access/guesses.ts';
import { TooManyError } from '../platform/problems.ts';
import type { StoredPassword } from './passwords.ts';

const text = messages.people;

/** However often a person's password was guessed, they wait no longer. */
const longestLockMs = 15 * 60_000;
/** After so many wrong ones the wait grows no more. */
const countsTold = 20;

/** A person who is tried to come in as. */
export interface Tried extends StoredPassword {
  /** A code is asked for, too. */
  factor: boolean;
  id: string;
  name: string;
  active: boolean;
  locked_until: string | null;
}

/** Wrong tries to come in: counted by person in the database, which all servers share, and by address in this process. */
export class Tries {
  readonly #database: Database;
  readonly #now: () => Date;
  readonly #addresses: Guesses;
  /** Names that nobody bears are treated as if somebody did, so that nobody finds out who is here. */
  readonly #unknown: Guesses;

  constructor(database: Database, now: () => Date) {
    this.#database = database;
    this.#now = now;
    const clock = () => now().getTime();
    this.#addresses = new Guesses(clock);
    this.#unknown = new Guesses(clock, longestLockMs);
  }

  /** Counts a try from an address until it turns out well. Throws TooManyError while it must wait. */
  from(address: string): void {
    this.mayFrom(address);
    this.#addresses.failed(address);
  }

  mayFrom(address: string): void {
    const wait = this.#addresses.waitOf(address);
    if (wait > 0) throw new TooManyError(text.waits(wait), wait);
  }

  failedFrom(address: string): void {
    this.#addresses.failed(address);
  }

  succeededFrom(address: string): void {
    this.#addresses.succeeded(address);
  }

  /** Counts the try of a name, before it is known how it ends. Throws TooManyError while the name must wait. */
  async as(key: string): Promise<Tried | undefined> {
    const now = this.#now();
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

  /** It turned out well. */
  async succeeded({ id }: { id: string }, address: string): Promise<void> {
    this.succeededFrom(address);
    await this.#database.write(loadQuery('people/unlock_person'), { id });
  }
}

function secondsTo(until: string | null, now: Date): number {
  return until === null ? 0 : Math.max(1, Math.ceil((Date.parse(until) - now.getTime()) / 1_000));
}
