import { timed } from './asked-queries.ts';
import { AsyncResource } from 'node:async_hooks';
import { setMaxListeners } from 'node:events';
import neo4j, {
  type BookmarkManager,
  type Driver,
  type Record as Row,
  type Result,
  type Session,
} from 'neo4j-driver';
import { loadQuery } from '../../../cypher/load-query.ts';
import { messages } from '../../../domain/messages/index.ts';
import { SilentError, within } from '../../platform/deadline.ts';
import type { Connection } from '../../platform/settings/settings.ts';
import { connectedDriver } from './driver.ts';
import { fenceHere } from './fence.ts';
import { databaseProblem, needsTooMuchMemory } from '../../platform/failures.ts';
import { PersonalQueries } from './personal.ts';
import { record } from './recording.ts';
import { UnavailableError } from '../../platform/problems.ts';
import { unlessAborted, unlessGone } from './wanted.ts';

/** What a query takes: plain values only; query text never holds data. */
export type Params = Readonly<Record<string, unknown>>;

/** What all have in common that share connections. */
interface Shared {
  personal: PersonalQueries;
  bookmarks: BookmarkManager | null;
  abandoned: AbortController;
}

/** What is done with each row. */
type Taker<T> = (row: T) => void;

/** A write transaction; all of its statements take effect or none does. */
export interface Writer {
  run<T>(query: string, params?: Params): Promise<T[]>;
}

/** The longest a read may take: a detector over a large platform takes minutes. */
const detectorLimitMs = 10 * 60_000;
/** The longest a transaction may be open, as the local server has it, and what is given to it to say so. */
const [transactionLimitMs, graceMs] = [15 * 60_000, 10_000];
/** The longest a write may take that others wait for: leases and the states of jobs, which take milliseconds. */
export const briefMs = 60_000;
/** Indexes over a large graph, or its deletion step by step, take longest of all. */
const commandLimitMs = 4 * 60 * 60_000;
/** So long a server may take to say that it is there, to put a connection at rest, and to see to a person's query. */
const [verifyMs, restMs, overseeMs] = [20_000, 10_000, 10_000];
/**
 * So long transactions are tried again whose connection broke: a local server that hangs is noticed, ended and
 * started again in that time, and what used it goes on.
 */
const retryMs = 120_000;
/** Clicks, detection, loads and the schedules, all at once. */
const poolSize = 100;
const apartSize = 2;

/**
 * The product's one way into Neo4j. Reads run in READ sessions, in which the server itself refuses
 * writes, and end with whoever waits for them (`wanted.ts`). Transient errors are retried by the driver's managed
 * transactions, here and nowhere else.
 * Integers come back as numbers; nodes and relations as the driver's own (see `records.ts`).
 */
export class Database {
  /** For what a person wrote. */
  readonly personal: PersonalQueries;
  readonly #driver: Driver;
  readonly #connection: Connection;
  readonly #readLimitMs: number;
  /** Of a cluster, what was written here last: a replica that is asked next has it before it answers. */
  readonly #bookmarks: BookmarkManager | null;
  readonly #abandoned: AbortController;
  #verifying: Promise<void> | null = null;

  constructor(
    connection: Connection,
    readLimitMs = detectorLimitMs,
    driver = connectedDriver(connection, {
      disableLosslessIntegers: true,
      maxConnectionPoolSize: poolSize,
      maxTransactionRetryTime: retryMs,
    }),
    shared: Shared | null = null,
  ) {
    this.#connection = connection;
    this.#readLimitMs = readLimitMs;
    this.#driver = driver;
    const routed = isRouted(connection);
    this.#bookmarks = shared ? shared.bookmarks : routed ? neo4j.bookmarkManager() : null;
    this.#abandoned = shared?.abandoned ?? endless();
    this.personal =
      shared?.personal ??
      new PersonalQueries(connection, {
        terminate: (mark) => this.#oversee('terminate', { mark }).then(() => undefined),
        terminateRun: async (id) => (await this.#oversee('terminate_run', { id })).length > 0,
        lingers: async (mark) =>
          (await this.#oversee('lingering', { mark }))[0]?.['lingers'] === true,
        answers: () => this.verify(overseeMs),
      });
  }

  /**
   * Does the work over a few connections of its own, which end with it: what people wrote must not keep the product's
   * own queries waiting.
   */
  async apart<T>(work: (database: Database) => Promise<T>): Promise<T> {
    const driver = connectedDriver(this.#connection, {
      disableLosslessIntegers: true,
      maxConnectionPoolSize: apartSize,
    });
    try {
      return await work(this.#sharing(this.#readLimitMs, driver));
    } finally {
      await within(restMs, driver.close()).catch(() => undefined);
    }
  }

  /** The same database over the same connections, for reads that may take no longer than `ms`. */
  withReadLimit(ms: number): Database {
    return this.#sharing(ms, this.#driver);
  }

  #sharing(readLimitMs: number, driver: Driver): Database {
    const [bookmarks, abandoned] = [this.#bookmarks, this.#abandoned];
    const shared = { personal: this.personal, bookmarks, abandoned };
    return new Database(this.#connection, readLimitMs, driver, shared);
  }

  /** Of a server that has gone for good: whatever is asked of it, or was, throws UnavailableError at once, which says so. */
  abandon(says: string): void {
    this.#abandoned.abort(new UnavailableError(says));
  }

  /**
   * Throws the driver's error when the server cannot be reached or refuses the password, and UnavailableError when it
   * does not answer. However many ask at once, it is asked once.
   */
  verify(ms = verifyMs): Promise<void> {
    this.#verifying ??= within(ms, this.#verify()).finally(() => {
      this.#verifying = null;
    });
    return this.#verifying;
  }

  async #verify(): Promise<void> {
    const { database } = this.#connection;
    await this.#driver.verifyConnectivity(database ? { database } : {});
    await this.#driver.verifyAuthentication(database ? { database } : {});
  }

  /**
   * Asked at first by itself, which is one message to the server and one back; a managed transaction begins and commits
   * with messages of their own. Where that fails in passing, such a transaction tries again.
   */
  async read<T>(query: string, params: Params = {}): Promise<T[]> {
    const planned = this.#planned(query);
    const limit = { timeout: this.#readLimitMs };
    const rowsOf = async (result: Result) => {
      try {
        const { records } = await result;
        record({ query, params, rows: records.length });
        return records.map((row) => row.toObject() as T);
      } catch (error) {
        throw asFinal(error);
      }
    };
    return timed(query, () =>
      this.#withSession('READ', this.#readLimitMs + retryMs, async (session) => {
        try {
          // A server that says nothing is not asked again.
          const asked = rowsOf(session.run(planned, params, limit));
          return await within(this.#readLimitMs + graceMs, asked);
        } catch (error) {
          if (!(error instanceof Error && neo4j.isRetryableError(error))) throw error;
          return session.executeRead((tx) => rowsOf(tx.run(planned, params)), limit);
        }
      }),
    );
  }

  /**
   * Takes each row as it arrives, for results that are long. What takes them waits for nothing: the next comes at once, and
   * the work is done with the last. Not retried.
   */
  async each<T>(query: string, params: Params, take: Taker<T>): Promise<void> {
    const session = this.#session('READ', 10_000);
    let count = 0;
    try {
      const result = session.run(this.#planned(query), params, { timeout: this.#readLimitMs });
      await timed(query, () =>
        unlessGone(() =>
          this.#unlessAbandoned(() =>
            takenFrom(result, this.#readLimitMs + graceMs, (row) => {
              count += 1;
              take(row.toObject() as T);
            }),
          ),
        ),
      );
    } finally {
      record({ query, params, rows: count });
      await closed(session);
    }
  }

  /** Rows as they are asked for, for results that need not fit in memory and whose taker waits. Not retried. */
  async *stream<T>(query: string, params: Params = {}): AsyncGenerator<T> {
    const session = this.#session('READ', 10_000);
    let count = 0;
    try {
      const result = session.run(this.#planned(query), params, { timeout: this.#readLimitMs });
      const rows: AsyncIterator<Row> = result[Symbol.asyncIterator]();
      for (;;) {
        const next = await unlessGone(() =>
          this.#unlessAbandoned(() => within(this.#readLimitMs + graceMs, rows.next())),
        );
        if (next.done) break;
        count += 1;
        yield next.value.toObject() as T;
      }
    } finally {
      record({ query, params, rows: count });
      await closed(session);
    }
  }

  async write<T>(query: string, params: Params = {}): Promise<T[]> {
    return this.transaction((tx) => tx.run<T>(query, params));
  }

  /** A write that others wait for; its locks are gone after `briefMs`, even if this process stands still. */
  async writeBriefly<T>(query: string, params: Params = {}): Promise<T[]> {
    return this.transaction((tx) => tx.run<T>(query, params), briefMs);
  }

  /**
   * Runs `work` in one transaction; it may run again after a transient error, so it must only write. The server ends
   * it after `limitMs` and frees what it locked, whether or not this process still lives. Under a lease it takes effect
   * only while that is still held (`fence.ts`).
   */
  async transaction<T>(work: (tx: Writer) => Promise<T>, limitMs = transactionLimitMs): Promise<T> {
    const fence = fenceHere();
    return this.#withSession('WRITE', limitMs + retryMs, (session) =>
      session.executeWrite(
        async (tx) => {
          const writer: Writer = {
            run: <R>(query: string, params: Params = {}) =>
              timed(query, async () => {
                const { records } = await tx.run(this.#planned(query), params);
                return records.map((row) => row.toObject() as R);
              }),
          };
          const done = await work(writer);
          await fence?.(writer);
          return done;
        },
        { timeout: limitMs },
      ),
    );
  }

  /** For statements that manage their own transaction, such as CREATE CONSTRAINT. */
  async command<T>(query: string, params: Params = {}): Promise<T[]> {
    const fence = fenceHere();
    if (fence) await this.transaction(() => Promise.resolve());
    return this.#withSession('WRITE', commandLimitMs, async (session) =>
      (await session.run(query, params)).records.map((row) => row.toObject() as T),
    );
  }

  async close(): Promise<void> {
    await this.personal.close();
    await within(restMs, this.#driver.close()).catch(() => undefined);
  }

  #unlessAbandoned<T>(work: () => Promise<T>): Promise<T> {
    const { signal } = this.#abandoned;
    return unlessAborted(signal, () => signal.reason as UnavailableError, work);
  }

  #planned(query: string): string {
    return this.#connection.keepsPlans ? `CYPHER replan=skip ${query}` : query;
  }

  async #withSession<T>(
    mode: 'READ' | 'WRITE',
    limitMs: number,
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    const session = this.#session(mode);
    const done = () => this.#unlessAbandoned(() => within(limitMs + graceMs, work(session)));
    try {
      return await (mode === 'READ' ? unlessGone(done) : done());
    } finally {
      await closed(session);
    }
  }

  /** Looks after people's transactions, which have connections of their own. */
  async #oversee(
    name: 'terminate' | 'terminate_run' | 'lingering',
    whose: { mark: string } | { id: string },
  ): Promise<Record<string, unknown>[]> {
    const session = this.#session('READ');
    try {
      const result = session.run(loadQuery(`query/${name}`), whose, { timeout: overseeMs });
      const { records } = await within(overseeMs, result);
      return records.map((row) => row.toObject());
    } finally {
      await closed(session);
    }
  }

  #session(mode: 'READ' | 'WRITE', fetchSize = 1_000): Session {
    return this.#driver.session({
      defaultAccessMode: mode === 'READ' ? neo4j.session.READ : neo4j.session.WRITE,
      fetchSize,
      ...(this.#bookmarks ? { bookmarkManager: this.#bookmarks } : {}),
      ...(this.#connection.database ? { database: this.#connection.database } : {}),
    });
  }
}

/**
 * A promise for each row would take longer than the row: so they are taken as the connection reads them, in the context of
 * whoever asked. Once `take` has thrown, the rest is read and left, for a connection in the midst of rows is of no use.
 * SilentError once the server has said nothing for so long.
 */
function takenFrom(result: Result, silentMs: number, take: (row: Row) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let failure: Error | null = null;
    const late = setTimeout(() => {
      // What still comes is for nobody.
      failure = new SilentError(messages.database.failures.silent);
      reject(failure);
    }, silentMs);
    const inContext = AsyncResource.bind(take);
    const end = (error: Error | null) => {
      clearTimeout(late);
      const why = failure ?? error;
      if (why) reject(why);
      else resolve();
    };
    result.subscribe({
      onNext: (row) => {
        late.refresh();
        if (failure) return;
        try {
          inContext(row);
        } catch (error) {
          failure = error instanceof Error ? error : new Error(String(error));
        }
      },
      onCompleted: () => end(null),
      onError: end,
    });
  });
}

/** However much is asked at once waits for its end. */
function endless(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}

/** Whether several servers may stand behind the address, each with what it has heard of so far; a local one stands alone. */
function isRouted({ uri }: Connection): boolean {
  return uri.startsWith('neo4j');
}

/** A connection that does not come to rest is left to the driver. */
async function closed(session: Session): Promise<void> {
  await within(restMs, session.close()).catch((error: unknown) => {
    if (!(error instanceof UnavailableError)) throw error;
  });
}

/**
 * The server calls a query that needs too much memory a passing trouble, which the driver would run again and
 * again; it will need as much the next time.
 */
function asFinal(error: unknown): unknown {
  return needsTooMuchMemory(error) ? databaseProblem(error) : error;
}
