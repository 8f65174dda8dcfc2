import {
  DuckDBDataChunk,
  DuckDBInstance,
  listValue,
  type DuckDBConnection,
} from '@duckdb/node-api';
import { BIGINT, DOUBLE, LIST, VARCHAR, type DuckDBType, type DuckDBValue } from '@duckdb/node-api';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { messages } from '../../../domain/messages/index.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { UnavailableError } from '../../platform/problems.ts';
import { Columns, type ColumnRow } from './columns.ts';
import { batchesOf, boundIn } from './rows.ts';
import { begun, declared, schema, seenAs } from './duckdb-schema.ts';
import { tablesIn, type ColumnKind, type ColumnTable, type TableColumn } from './tables.ts';

/** In bytes, where nobody says otherwise; what does not fit is spilled to disk. */
const usualMemory = () => Math.floor(totalmem() / 4);

export interface DuckDbOptions {
  /** In bytes. */
  memory?: number;
  /** Where what does not fit is spilled; the system's folder for such where absent. */
  folder?: string | null;
  /** How long DuckDB may take over a part of an answer; as long as a query of a detector where absent. */
  longestMs?: number;
}

/** As long as the database gives a read. */
const usualLongestMs = 10 * 60_000;

/** DuckDB takes so many rows at a time. */
const chunkRows = 2_048;

const types: Record<ColumnKind, DuckDBType> = {
  VARCHAR,
  BIGINT,
  DOUBLE,
  'VARCHAR[]': LIST(VARCHAR),
};

/** The graph in columns, in this process. */
export class DuckDbColumns extends Columns {
  readonly #database: Database;
  readonly #tables: ReadonlyMap<string, ColumnTable>;
  readonly #options: DuckDbOptions;
  readonly #filled = new Map<string, Promise<void>>();
  #opening: Promise<{ instance: DuckDBInstance; folder: string }> | null = null;

  /** `texts`: all SQL that will be asked, so that each table is read once, with what any of them names. */
  constructor(database: Database, texts: readonly string[], options: DuckDbOptions = {}) {
    super();
    this.#database = database;
    this.#tables = new Map(tablesIn(texts).map((table) => [table.name, table]));
    this.#options = options;
  }

  override async *ask(
    text: string,
    values: Readonly<Record<string, unknown>>,
  ): AsyncGenerator<ColumnRow[]> {
    const { instance } = await this.#open();
    const named = tablesIn([text]);
    await Promise.all(named.map(({ name }) => this.#fill(instance, name)));
    const connection = await instance.connect();
    try {
      for (const table of named) await connection.run(seenAs(table));
      const { bound, of } = boundIn(text, values);
      const result = await this.#inTime(connection, connection.stream(text, bound, of));
      yield* batchesOf(result.columnNames(), this.#partsInTime(connection, result.yieldRows()));
    } finally {
      connection.closeSync();
    }
  }

  async *#partsInTime<T>(connection: DuckDBConnection, parts: AsyncIterator<T>): AsyncGenerator<T> {
    for (;;) {
      const part = await this.#inTime(connection, parts.next());
      if (part.done) return;
      yield part.value;
    }
  }

  /** Ends work that takes longer than it may: UnavailableError. */
  async #inTime<T>(connection: DuckDBConnection, work: Promise<T>): Promise<T> {
    const longest = this.#options.longestMs ?? usualLongestMs;
    const late = new AbortController();
    const ending = setTimeout(() => {
      late.abort();
      connection.interrupt();
    }, longest);
    try {
      return await work;
    } catch (error) {
      if (!late.signal.aborted) throw error;
      throw new UnavailableError(messages.detect.countsTooLong(longest / 60_000));
    } finally {
      clearTimeout(ending);
    }
  }

  override async close(): Promise<void> {
    const opened = await this.#opening?.catch(() => null);
    if (!opened) return;
    opened.instance.closeSync();
    await rm(opened.folder, { recursive: true, force: true });
  }

  #open(): Promise<{ instance: DuckDBInstance; folder: string }> {
    this.#opening ??= (async () => {
      const folder = await mkdtemp(join(this.#options.folder ?? tmpdir(), 'skein-columns-'));
      const instance = await DuckDBInstance.create(':memory:', {
        threads: String(availableParallelism()),
        memory_limit: `${Math.floor((this.#options.memory ?? usualMemory()) / 2 ** 20)}MiB`,
        temp_directory: folder,
        // Nothing but what it is given: no file of the machine, no extension from afar.
        enable_external_access: 'false',
        autoinstall_known_extensions: 'false',
      });
      const connection = await instance.connect();
      for (const statement of begun) await connection.run(statement);
      connection.closeSync();
      return { instance, folder };
    })();
    return this.#opening;
  }

  #fill(instance: DuckDBInstance, name: string): Promise<void> {
    let filling = this.#filled.get(name);
    if (!filling) {
      filling = this.#read(instance, this.#tables.get(name)!);
      this.#filled.set(name, filling);
    }
    return filling;
  }

  async #read(instance: DuckDBInstance, table: ColumnTable): Promise<void> {
    const connection = await instance.connect();
    try {
      await connection.run(declared(table));
      await this.#append(connection, table.name, table.columns, table.query);
    } finally {
      connection.closeSync();
    }
  }

  async #append(
    connection: DuckDBConnection,
    name: string,
    columns: ColumnTable['columns'],
    query: string,
  ): Promise<void> {
    const appender = await connection.createAppender(name, schema);
    const kinds = columns.map(({ kind }) => types[kind]);
    let rows: DuckDBValue[][] = [];
    const flush = () => {
      if (rows.length === 0) return;
      const chunk = DuckDBDataChunk.create(kinds, rows.length);
      chunk.setRows(rows);
      appender.appendDataChunk(chunk);
      rows = [];
    };
    const take = (row: readonly Stored[]) => {
      rows.push(columns.map((column) => cellOf(row[column.at], column)));
      if (rows.length === chunkRows) flush();
    };
    await this.#database.each<{ row?: Stored[]; rows?: Stored[][] }>(query, {}, (found) => {
      if (found.row) take(found.row);
      for (const row of found.rows ?? []) take(row);
    });
    flush();
    appender.closeSync();
  }
}

/** What the driver brings of a property. */
type Stored = string | number | boolean | string[] | null | undefined;

function cellOf(value: Stored, { kind, made }: TableColumn): DuckDBValue {
  if (value === null || value === undefined) return null;
  if (made) return made.of(String(value));
  if (kind === 'BIGINT') return BigInt(Math.trunc(Number(value)));
  if (kind === 'VARCHAR[]') return listValue(Array.isArray(value) ? value : [String(value)]);
  return kind === 'DOUBLE' ? Number(value) : String(value);
}
