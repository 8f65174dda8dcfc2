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
import { tablesIn, type ColumnKind, type ColumnTable, type TableColumn } from './tables.ts';

/** In bytes, where nobody says otherwise; what does not fit is spilled to disk. */
const usualMemory = () => Math.floor(totalmem() / 4);

export interface ColumnsOptions {
  /** In bytes. */
  memory?: number;
  /** Where what does not fit is spilled; the system's folder for such where absent. */
  folder?: string | null;
  /** How long DuckDB may take over a part of an answer; as long as a query of a detector where absent. */
  longestMs?: number;
}

/** A row of an answer, by column. Whole numbers are `bigint`, so that Cypher reckons with them as such. */
export type ColumnRow = Readonly<Record<string, unknown>>;

/** So many rows go to the graph at once, or more where one group has more. */
const batchRows = 2_000;

/** Where the tables lie, out of sight: a text sees of each what it names, whatever others name. */
const schema = 'graph';

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

/**
 * The graph in columns, to be asked in SQL: what Cypher is slow at, counting and windows over all sessions, ratings and
 * payments of a platform. The graph stays the one truth; a table is read from it when SQL first names it.
 */
export class Columns {
  readonly #database: Database;
  readonly #tables: ReadonlyMap<string, ColumnTable>;
  readonly #options: ColumnsOptions;
  readonly #filled = new Map<string, Promise<void>>();
  #opening: Promise<{ instance: DuckDBInstance; folder: string }> | null = null;

  /** `texts`: all SQL that will be asked, so that each table is read once, with what any of them names. */
  constructor(database: Database, texts: readonly string[], options: ColumnsOptions = {}) {
    this.#database = database;
    this.#tables = new Map(tablesIn(texts).map((table) => [table.name, table]));
    this.#options = options;
  }

  /**
   * The rows that the text brings, in batches; those of one value in the first column, by which it must be ordered, are
   * never parted. Of the values, those that the text names as `$name` are used.
   */
  async *ask(text: string, values: Readonly<Record<string, unknown>>): AsyncGenerator<ColumnRow[]> {
    const { instance } = await this.#open();
    const named = tablesIn([text]);
    await Promise.all(named.map(({ name }) => this.#fill(instance, name)));
    const connection = await instance.connect();
    try {
      for (const table of named) await connection.run(seenAs(table));
      const { bound, of } = boundIn(text, values);
      const result = await this.#inTime(connection, connection.stream(text, bound, of));
      const names = result.columnNames();
      const parts = result.yieldRows();
      let batch: ColumnRow[] = [];
      let group: DuckDBValue | undefined;
      for (;;) {
        const part = await this.#inTime(connection, parts.next());
        if (part.done) break;
        for (const row of part.value) {
          if (batch.length >= batchRows && row[0] !== group) {
            yield batch;
            batch = [];
          }
          group = row[0];
          batch.push(rowOf(names, row));
        }
      }
      if (batch.length > 0) yield batch;
    } finally {
      connection.closeSync();
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

  /** The one row that the text brings, its whole numbers as JSON has them; nothing when it brings none. */
  async one(text: string, values: Readonly<Record<string, unknown>>): Promise<ColumnRow> {
    for await (const [row] of this.ask(text, values))
      if (row)
        return Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            typeof value === 'bigint' ? Number(value) : value,
          ]),
        );
    return {};
  }

  async close(): Promise<void> {
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
      await connection.run(`CREATE SCHEMA ${schema}`);
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

  async #read(instance: DuckDBInstance, { name, columns, query }: ColumnTable): Promise<void> {
    const connection = await instance.connect();
    try {
      const declared = columns.map((column) => `"${column.name}" ${column.kind}`).join(', ');
      await connection.run(`CREATE TABLE ${schema}.${name} (${declared})`);
      await this.#append(connection, name, columns, query);
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
      rows.push(row.map((value, at) => cellOf(value, columns[at]!)));
      if (rows.length === chunkRows) flush();
    };
    const read = this.#database.stream<{ row?: Stored[]; rows?: Stored[][] }>(query);
    for await (const found of read) {
      if (found.row) take(found.row);
      for (const row of found.rows ?? []) take(row);
    }
    flush();
    appender.closeSync();
  }
}

/** What the driver brings of a property. */
type Stored = string | number | boolean | string[] | null | undefined;

/** Of the connection alone. */
function seenAs({ name, columns, fixed }: ColumnTable): string {
  const named = [
    ...columns.map((column) => `"${column.name}"`),
    ...fixed.map(([column, value]) => `'${value}' AS ${column}`),
  ];
  return `CREATE TEMP VIEW ${name} AS SELECT ${named.join(', ')} FROM ${schema}.${name}`;
}

function cellOf(value: Stored, { kind, made }: TableColumn): DuckDBValue {
  if (value === null || value === undefined) return null;
  if (made) return made(String(value));
  if (kind === 'BIGINT') return BigInt(Math.trunc(Number(value)));
  if (kind === 'VARCHAR[]') return listValue(Array.isArray(value) ? value : [String(value)]);
  return kind === 'DOUBLE' ? Number(value) : String(value);
}

/** The values that the text names, as DuckDB takes them; what an empty list is of must be said. */
function boundIn(text: string, values: Readonly<Record<string, unknown>>) {
  const named = [...new Set([...text.matchAll(/\$(\w+)/g)].map(([, name]) => name!))];
  const lists = named.filter((name) => Array.isArray(values[name]));
  return {
    bound: Object.fromEntries(named.map((name) => [name, boundOf(name, values[name])])),
    of: Object.fromEntries(lists.map((name) => [name, LIST(VARCHAR)])),
  };
}

function boundOf(name: string, value: unknown): DuckDBValue {
  if (value === undefined) throw new Error(`SQL names $${name}, which nothing is given for.`);
  return Array.isArray(value) ? listValue(value as DuckDBValue[]) : (value as DuckDBValue);
}

function rowOf(names: readonly string[], row: readonly DuckDBValue[]): ColumnRow {
  return Object.fromEntries(names.map((name, at) => [name, valueOf(row[at]!)]));
}

function valueOf(value: DuckDBValue): unknown {
  if (typeof value === 'object' && value !== null && 'items' in value)
    return value.items.map(valueOf);
  return value;
}
