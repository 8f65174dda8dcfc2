import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Columns, type ColumnRow } from './columns.ts';
import { commonTables, mentions } from './common-tables.ts';
import { startSpark, type Spark, type SparkPlace } from './spark-program.ts';
import { SparkRows } from './spark-rows.ts';
import { kept, parquetIn, seen } from './spark-tables.ts';
import { literal, withValues } from './spark-text.ts';
import { tablesIn, type ColumnTable } from './tables.ts';

/**
 * The graph in columns, counted over by Spark, on one machine or many. One Spark for all texts, each in a session of its own.
 * What is read of the graph, and what a text brings, is Parquet in a folder that this process and the workers share: a worker
 * that is lost has nothing that others cannot count again.
 */
export class SparkColumns extends Columns {
  readonly #place: SparkPlace;
  readonly #memory: number;
  readonly #tables: ReadonlyMap<string, ColumnTable>;
  readonly #filled = new Map<string, Promise<void>>();
  #opening: Promise<{ spark: Spark; rows: SparkRows }> | null = null;

  /** `memory`: in bytes, of the Spark that runs here. */
  constructor(texts: readonly string[], place: SparkPlace, { memory }: { memory: number }) {
    super();
    this.#place = place;
    this.#memory = memory;
    this.#tables = new Map(tablesIn(texts).map((table) => [table.name, table]));
  }

  override async *ask(
    text: string,
    values: Readonly<Record<string, unknown>>,
  ): AsyncGenerator<ColumnRow[]> {
    const { spark, rows } = await this.#open();
    const named = tablesIn([text]);
    await Promise.all(named.map(({ name }) => this.#fill(spark, name)));
    const answer = join(spark.folder, 'answers', randomUUID());
    try {
      await spark.run([
        ...named.map((table) => seen(table, spark.folder)),
        ...steps(text, values, answer),
      ]);
      yield* rows.answered(text, values, rowsIn(answer));
    } finally {
      await rm(answer, { recursive: true, force: true });
    }
  }

  override async close(): Promise<void> {
    const opened = await this.#opening?.catch(() => null);
    this.#opening = null;
    opened?.rows.close();
    await opened?.spark.close();
    await Promise.allSettled(this.#filled.values());
  }

  #open() {
    this.#opening ??= (async () => {
      const spark = await startSpark(this.#place, this.#memory);
      return { spark, rows: await SparkRows.open(this.#tables.values(), spark.folder) };
    })();
    return this.#opening;
  }

  #fill(spark: Spark, name: string): Promise<void> {
    let filling = this.#filled.get(name);
    if (!filling) {
      filling = spark.run(kept(this.#tables.get(name)!, this.#place.neo4j, spark.folder));
      this.#filled.set(name, filling);
    }
    return filling;
  }
}

/** A common table that is named several times is counted once, and kept as Parquet beside the answer. */
function steps(text: string, values: Readonly<Record<string, unknown>>, folder: string): string[] {
  const { tables, query } = commonTables(text);
  const common = tables.flatMap(({ name, query: counted }) => {
    const as = `CREATE TEMPORARY VIEW ${name} AS`;
    if (mentions(text, name) < 2) return [`${as} ${withValues(counted, values)}`];
    const kept = join(folder, name);
    return [writing(kept, withValues(counted, values)), `${as} SELECT * FROM ${parquetIn(kept)}`];
  });
  return [...common, writing(rowsIn(folder), withValues(query, values))];
}

function rowsIn(answer: string): string {
  return join(answer, 'rows');
}

function writing(folder: string, query: string): string {
  return `INSERT OVERWRITE DIRECTORY ${literal(folder)} USING parquet ${query}`;
}
