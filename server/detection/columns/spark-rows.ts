import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { ColumnRow } from './columns.ts';
import { begun, declared, seenAs } from './duckdb-schema.ts';
import { batchesOf, boundIn } from './rows.ts';
import { tablesIn, type ColumnTable } from './tables.ts';

/**
 * Reads what Spark has written, as DuckDB would have brought it: the two call the type of a count or a sum otherwise, so
 * DuckDB is asked the same text over tables without rows, and says what each column is.
 */
export class SparkRows {
  readonly #instance: DuckDBInstance;

  private constructor(instance: DuckDBInstance) {
    this.#instance = instance;
  }

  /** Reads nothing outside the folder. */
  static async open(tables: Iterable<ColumnTable>, folder: string): Promise<SparkRows> {
    const instance = await DuckDBInstance.create(':memory:', {
      autoinstall_known_extensions: 'false',
    });
    const connection = await instance.connect();
    for (const statement of begun) await connection.run(statement);
    for (const table of tables) await connection.run(declared(table));
    await connection.run(`SET allowed_directories = ['${folder.replaceAll("'", "''")}']`);
    await connection.run('SET enable_external_access = false');
    connection.closeSync();
    return new SparkRows(instance);
  }

  /** What the text has brought, in batches, from the folder that Spark has written it to. */
  async *answered(
    text: string,
    values: Readonly<Record<string, unknown>>,
    folder: string,
  ): AsyncGenerator<ColumnRow[]> {
    const connection = await this.#instance.connect();
    try {
      const columns = await columnsOf(connection, text, values);
      const cast = columns.map(({ name, type }) => `CAST("${name}" AS ${type}) AS "${name}"`);
      const result = await connection.stream(
        `SELECT ${cast.join(', ')} FROM read_parquet('${folder.replaceAll("'", "''")}/*.parquet')`,
      );
      yield* batchesOf(result.columnNames(), result.yieldRows());
    } finally {
      connection.closeSync();
    }
  }

  close(): void {
    this.#instance.closeSync();
  }
}

async function columnsOf(
  connection: DuckDBConnection,
  text: string,
  values: Readonly<Record<string, unknown>>,
) {
  for (const table of tablesIn([text])) await connection.run(seenAs(table));
  const { bound, of } = boundIn(text, values);
  const result = await connection.stream(text, bound, of);
  return result.columnNames().map((name, at) => ({ name, type: result.columnType(at).toString() }));
}
