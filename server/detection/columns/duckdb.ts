import {
  DuckDBDataChunk,
  DuckDBInstance,
  listValue,
  type DuckDBConnection,
} from '@duckdb/node-api';
import { BIGINT, DOUBLE, LIST, VARCHAR, type DuckDBType, type DuckDBValue } from '@duckdb/node-api';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { messages } from '../../../domain/messages/index.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { UnavailableError } from '../../platform/problems.ts';
import { Columns, type ColumnRow, type KeptTables } from './columns.ts';
import { giveKept, takeKept, workingFolder } from './kept-file.ts';
import { ofColumns } from './memory.ts';
import { readAs, readState, writeState, type Keeping, type KeptTable } from './keeping.ts';
import { unrecorded } from '../../graph/neo4j/recording.ts';
import { batchesOf, boundIn } from './rows.ts';
import { begun, declared, schema, seenAs } from './duckdb-schema.ts';
import { tablesIn, type ColumnKind, type ColumnTable, type TableColumn } from './tables.ts';

export interface DuckDbOptions {
  /** In bytes, of the columns alone; a run's usual where absent. What does not fit is spilled to disk. */
  memory?: number;
  /** Where what does not fit is spilled; the system's folder for such where absent. */
  folder?: string | null;
  /** How long DuckDB may take over a part of an answer; as long as a query of a detector where absent. */
  longestMs?: number;
  /** That tables are kept for a later run; they are forgotten where absent. */
  keeping?: Keeping | undefined;
}

interface Opened {
  instance: DuckDBInstance;
  folder: string;
}

/** In bytes: with less for each, threads may need more than there is before any of it can be spilled. */
const ofThread = 2 ** 26;

/** As long as the database gives a read. */
const usualLongestMs = 10 * 60_000;

/** In the folder of a run that keeps what it reads. */
const fileName = 'columns.duckdb';

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
  /** Of the tables that an earlier run has kept and this one asks: whether some rows were read again. */
  readonly #renewed = new Map<string, boolean>();
  /** What the tables hold that are there. */
  readonly #holding = new Map<string, KeptTable>();
  #opening: Promise<Opened> | null = null;

  /** `texts`: all SQL that will be asked, so that each table is read once, with what any of them names. */
  constructor(database: Database, texts: readonly string[], options: DuckDbOptions = {}) {
    super();
    this.#database = database;
    this.#tables = new Map(
      tablesIn(texts, { keyed: options.keeping !== undefined }).map((table) => [table.name, table]),
    );
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
    // Where one failed, the others are not left to read on.
    await Promise.allSettled(this.#filled.values());
    // As often as one likes.
    opened.instance.closeSync();
    await rm(opened.folder, { recursive: true, force: true });
  }

  override get tables(): KeptTables | null {
    const renewed = [...this.#renewed.values()].filter(Boolean).length;
    const kept = this.#renewed.size - renewed;
    return kept + renewed === 0
      ? null
      : { kept, renewed, read: this.#filled.size - kept - renewed };
  }

  override async keep(): Promise<void> {
    const { keeping } = this.#options;
    const opened = await this.#opening;
    if (!keeping || !opened) return;
    try {
      await this.#write(keeping, opened);
    } catch {
      // A disk that is full, say: the run has what it asked for, and the next one reads more.
    }
  }

  async #write(keeping: Keeping, opened: Opened): Promise<void> {
    const connection = await opened.instance.connect();
    try {
      const tables = Object.fromEntries(this.#holding);
      await writeState(connection, { loads: keeping.loads, tables });
      await connection.run('CHECKPOINT');
    } finally {
      connection.closeSync();
    }
    opened.instance.closeSync();
    await giveKept(keeping.folder, keeping.database, join(opened.folder, fileName));
  }

  #open(): Promise<Opened> {
    // Whoever asks first, what is read is read for all: no rule by itself rests on it.
    this.#opening ??= unrecorded(() => this.#begin(this.#options.keeping));
    return this.#opening;
  }

  async #begin(keeping: Keeping | undefined): Promise<Opened> {
    if (!keeping) {
      const folder = await mkdtemp(join(this.#options.folder ?? tmpdir(), 'skein-columns-'));
      return { instance: await this.#instance(':memory:', folder), folder };
    }
    const folder = await workingFolder(keeping.folder);
    const file = join(folder, fileName);
    if (keeping.renewals && (await takeKept(keeping.folder, keeping.database, file))) {
      const instance = await this.#standing(file, folder, keeping.renewals);
      if (instance) return { instance, folder };
      for (const path of [file, `${file}.wal`]) await rm(path, { force: true });
    }
    return { instance: await this.#instance(file, folder), folder };
  }

  /** What was kept, brought up to what the graph has now; null where it is of no use: all is read then. */
  async #standing(
    file: string,
    folder: string,
    renewals: NonNullable<Keeping['renewals']>,
  ): Promise<DuckDBInstance | null> {
    let instance: DuckDBInstance | null = null;
    let connection: DuckDBConnection | null = null;
    try {
      instance = await this.#instance(file, folder);
      connection = await instance.connect();
      const state = await readState(connection);
      if (!state) throw new Error('It was kept by another program.');
      const same = [...this.#tables.values()].filter(
        (table) => state.tables[table.name]?.as === readAs(table),
      );
      const recorded = same.filter(({ of }) => of.kind !== 'inferred');
      const again = await renewals(state.loads, recorded);
      for (const [name, held] of Object.entries(state.tables)) {
        const stands = same.some((table) => table.name === name) && again.get(name) !== 'all';
        if (stands) this.#holding.set(name, held);
        else await connection.run(`DROP TABLE ${schema}.${name}`);
      }
      for (const table of recorded.filter(({ name }) => this.#holding.has(name))) {
        const known = again.get(table.name);
        if (Array.isArray(known)) await this.#renew(connection, table, known);
        this.#renewed.set(table.name, known !== undefined);
        this.#filled.set(table.name, Promise.resolve());
      }
      connection.closeSync();
      return instance;
    } catch {
      connection?.closeSync();
      instance?.closeSync();
      for (const known of [this.#renewed, this.#filled, this.#holding]) known.clear();
      return null;
    }
  }

  async #renew(
    connection: DuckDBConnection,
    table: ColumnTable,
    known: readonly string[],
  ): Promise<void> {
    await connection.run(
      `DELETE FROM ${schema}.${table.name} WHERE "${table.known}" IN (SELECT unnest($known))`,
      { known: listValue(known) },
      { known: LIST(VARCHAR) },
    );
    await this.#append(connection, table, table.some, { known });
  }

  /** `file`: or ':memory:'. */
  async #instance(file: string, folder: string): Promise<DuckDBInstance> {
    const memory = this.#options.memory ?? ofColumns();
    const instance = await DuckDBInstance.create(file, {
      threads: String(Math.max(1, Math.min(availableParallelism(), Math.floor(memory / ofThread)))),
      memory_limit: `${Math.floor(memory / 2 ** 20)}MiB`,
      temp_directory: folder,
      // Nothing but what it is given: no file of the machine, no extension from afar.
      enable_external_access: 'false',
      autoinstall_known_extensions: 'false',
    });
    const connection = await instance.connect();
    for (const statement of begun) await connection.run(statement);
    connection.closeSync();
    return instance;
  }

  #fill(instance: DuckDBInstance, name: string): Promise<void> {
    let filling = this.#filled.get(name);
    if (!filling) {
      filling = unrecorded(() => this.#read(instance, this.#tables.get(name)!));
      this.#filled.set(name, filling);
    }
    return filling;
  }

  /** What is inferred may have changed since the run began: it is looked at when it is first asked. */
  async #read(instance: DuckDBInstance, table: ColumnTable): Promise<void> {
    const { name } = table;
    const edition = await this.#editionOf(table);
    const held = this.#holding.get(name);
    if (held?.edition === edition) {
      this.#renewed.set(name, false);
      return;
    }
    const connection = await instance.connect();
    try {
      if (held) await connection.run(`DROP TABLE ${schema}.${name}`);
      await connection.run(declared(table));
      await this.#append(connection, table, table.query);
      this.#holding.set(name, { as: readAs(table), edition });
    } finally {
      connection.closeSync();
    }
  }

  async #editionOf({ of }: ColumnTable): Promise<string | null> {
    const { keeping } = this.#options;
    if (of.kind !== 'inferred' || !keeping) return null;
    return (await keeping.editions())[of.type] ?? null;
  }

  async #append(
    connection: DuckDBConnection,
    { name, columns }: ColumnTable,
    query: string,
    params: { known?: readonly string[] } = {},
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
    await this.#database.each<{ row?: Stored[]; rows?: Stored[][] }>(query, params, (found) => {
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
