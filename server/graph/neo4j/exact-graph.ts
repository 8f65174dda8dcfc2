import neo4j, { type BookmarkManager, type Driver } from 'neo4j-driver';
import type { Connection } from '../../platform/settings/settings.ts';
import type { Params } from './database.ts';
import { connectedDriver } from './driver.ts';

/** A whole graph is read in one transaction: longer than any other. */
const readLimitMs = 4 * 60 * 60_000;
const writeLimitMs = 15 * 60_000;
/** A connection that broke is tried again for so long. */
const retryMs = 120_000;
/** Rows that lie ready at once: some are of a megabyte. */
const fetchSize = 200;

/** Rows as they come, no faster than they are taken. */
export type Reading = <T>(query: string, params?: Params) => AsyncGenerator<T>;

/**
 * A database whose values are neither rounded nor turned into other kinds: whole numbers are bigint, so that 1 and 1.0 stay
 * apart. Over a few connections of its own; close it.
 */
export class ExactGraph {
  readonly #driver: Driver;
  readonly #connection: Connection;
  /** So that each step sees what the one before it wrote, in a cluster too. */
  readonly #bookmarks: BookmarkManager = neo4j.bookmarkManager();

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#driver = connectedDriver(connection, {
      useBigInt: true,
      maxConnectionPoolSize: 4,
      maxTransactionRetryTime: retryMs,
    });
  }

  /**
   * Reads in one transaction, and says whether anything was committed meanwhile: Neo4j's transactions see what others commit.
   * A bookmark names the last transaction of the server that was asked, and the transaction of the work is no older than
   * the bookmark before it. So where the one at its end is the same, all that was read is the graph as of that one.
   */
  async unchanged<T>(work: (read: Reading) => Promise<T>): Promise<{ made: T; changed: boolean }> {
    const session = this.#driver.session({
      ...{ defaultAccessMode: neo4j.session.READ, fetchSize },
      ...this.#named(),
    });
    try {
      await session.run('RETURN 1');
      const before = session.lastBookmarks();
      const tx = await session.beginTransaction({ timeout: readLimitMs });
      const made = await work(async function* <R>(query: string, params: Params = {}) {
        for await (const row of tx.run(query, params)) yield row.toObject() as R;
      });
      await tx.commit();
      const changed = before.length === 0 || !isSame(before, session.lastBookmarks());
      return { made, changed };
    } finally {
      await session.close().catch(() => undefined);
    }
  }

  /** Runs the statements in one transaction; the rows of each. */
  async write<T>(statements: readonly { query: string; params: Params }[]): Promise<T[][]> {
    const session = this.#driver.session({ bookmarkManager: this.#bookmarks, ...this.#named() });
    try {
      return await session.executeWrite(
        async (tx) => {
          const rows: T[][] = [];
          for (const { query, params } of statements) {
            const { records } = await tx.run(query, params);
            rows.push(records.map((row) => row.toObject() as T));
          }
          return rows;
        },
        { timeout: writeLimitMs },
      );
    } finally {
      await session.close();
    }
  }

  async close(): Promise<void> {
    await this.#driver.close().catch(() => undefined);
  }

  #named(): { database?: string } {
    const { database } = this.#connection;
    return database ? { database } : {};
  }
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return [...some].sort().join('\n') === [...others].sort().join('\n');
}
