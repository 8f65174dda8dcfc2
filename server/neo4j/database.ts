import neo4j, { type Driver, type Record as Row, type Session } from 'neo4j-driver';
import { databaseProblem, needsTooMuchMemory } from './failures.ts';
import { PersonalQueries } from './personal.ts';
import { record } from './recording.ts';

/** What a query takes: plain values only; query text never holds data. */
export type Params = Readonly<Record<string, unknown>>;

export interface Connection {
  uri: string;
  user: string;
  password: string;
  /** Null: the server's default database. */
  database: string | null;
  /** A plan once made is used again though the graph has grown or shrunk: where planning takes longest. */
  keepsPlans?: boolean;
}

/** A write transaction; all of its statements take effect or none does. */
export interface Writer {
  run<T>(query: string, params?: Params): Promise<T[]>;
}

/** The longest a read may take: a detector over a large platform takes minutes. */
const detectorLimitMs = 10 * 60_000;
const connectTimeoutMs = 15_000;

/**
 * The product's one way into Neo4j. Reads run in READ sessions, in which the server itself refuses
 * writes. Transient errors are retried by the driver's managed transactions, here and nowhere else.
 * Integers come back as numbers; nodes and relations as the driver's own (see `records.ts`).
 */
export class Database {
  /** For what a person wrote. */
  readonly personal: PersonalQueries;
  readonly #driver: Driver;
  readonly #connection: Connection;
  readonly #readLimitMs: number;

  constructor(
    connection: Connection,
    readLimitMs = detectorLimitMs,
    driver = connectedDriver(connection, { disableLosslessIntegers: true }),
    // All digits of an integer: what a person asks for is shown as it stands.
    personal = new PersonalQueries(
      connectedDriver(connection, { useBigInt: true, maxConnectionPoolSize: 20 }),
      connection.database,
    ),
  ) {
    this.#connection = connection;
    this.#readLimitMs = readLimitMs;
    this.#driver = driver;
    this.personal = personal;
  }

  /** The same database over the same connections, for reads that may take no longer than `ms`. */
  withReadLimit(ms: number): Database {
    return new Database(this.#connection, ms, this.#driver, this.personal);
  }

  /** Throws the driver's error when the server cannot be reached or refuses the password. */
  async verify(): Promise<void> {
    const { database } = this.#connection;
    await this.#driver.verifyConnectivity(database ? { database } : {});
    await this.#driver.verifyAuthentication(database ? { database } : {});
  }

  async read<T>(query: string, params: Params = {}): Promise<T[]> {
    return this.#withSession('READ', (session) =>
      session.executeRead(
        async (tx) => {
          try {
            const { records } = await tx.run(this.#planned(query), params);
            record({ query, params, rows: records.length });
            return records.map((row) => row.toObject() as T);
          } catch (error) {
            throw asFinal(error);
          }
        },
        { timeout: this.#readLimitMs },
      ),
    );
  }

  /** Rows as they arrive, for results that need not fit in memory. Not retried. */
  async *stream<T>(query: string, params: Params = {}): AsyncGenerator<T> {
    const session = this.#session('READ', 10_000);
    let count = 0;
    try {
      const rows: AsyncIterable<Row> = session.run(this.#planned(query), params, {
        timeout: this.#readLimitMs,
      });
      for await (const row of rows) {
        count += 1;
        yield row.toObject() as T;
      }
    } finally {
      record({ query, params, rows: count });
      await session.close();
    }
  }

  async write<T>(query: string, params: Params = {}): Promise<T[]> {
    return this.transaction((tx) => tx.run<T>(query, params));
  }

  /** Runs `work` in one transaction; it may run again after a transient error, so it must only write. */
  async transaction<T>(work: (tx: Writer) => Promise<T>): Promise<T> {
    return this.#withSession('WRITE', (session) =>
      session.executeWrite((tx) =>
        work({
          run: async <R>(query: string, params: Params = {}) =>
            (await tx.run(this.#planned(query), params)).records.map((row) => row.toObject() as R),
        }),
      ),
    );
  }

  /** For statements that manage their own transaction, such as CREATE CONSTRAINT. */
  async command<T>(query: string, params: Params = {}): Promise<T[]> {
    return this.#withSession('WRITE', async (session) =>
      (await session.run(query, params)).records.map((row) => row.toObject() as T),
    );
  }

  async close(): Promise<void> {
    await this.#driver.close();
    await this.personal.close();
  }

  #planned(query: string): string {
    return this.#connection.keepsPlans ? `CYPHER replan=skip ${query}` : query;
  }

  async #withSession<T>(
    mode: 'READ' | 'WRITE',
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    const session = this.#session(mode);
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  }

  #session(mode: 'READ' | 'WRITE', fetchSize = 1_000): Session {
    return this.#driver.session({
      defaultAccessMode: mode === 'READ' ? neo4j.session.READ : neo4j.session.WRITE,
      fetchSize,
      ...(this.#connection.database ? { database: this.#connection.database } : {}),
    });
  }
}

/** How integers come back, and to how many queries at once. */
type Numbers = Readonly<Partial<Record<'disableLosslessIntegers' | 'useBigInt', true>>> & {
  maxConnectionPoolSize?: number;
};

/**
 * The server calls a query that needs too much memory a passing trouble, which the driver would run again and
 * again; it will need as much the next time.
 */
function asFinal(error: unknown): unknown {
  return needsTooMuchMemory(error) ? databaseProblem(error) : error;
}

function connectedDriver(connection: Connection, numbers: Numbers): Driver {
  return neo4j.driver(connection.uri, neo4j.auth.basic(connection.user, connection.password), {
    ...numbers,
    connectionAcquisitionTimeout: connectTimeoutMs,
    connectionTimeout: connectTimeoutMs,
    userAgent: 'skein',
    telemetryDisabled: true,
  });
}
