import type { Database } from '../../graph/neo4j/database.ts';
import type { Columns } from './columns.ts';
import { DuckDbColumns, type DuckDbOptions } from './duckdb.ts';
import { ofColumns, usualMemory } from './memory.ts';
import { SparkColumns } from './spark.ts';
import type { SparkPlace } from './spark-program.ts';

export interface ColumnsOptions extends Omit<DuckDbOptions, 'memory'> {
  /** What the run may hold, in bytes. */
  memory?: number | undefined;
  /** The Spark that counts; where absent, DuckDB does in this process. */
  spark?: SparkPlace;
}

/** `texts`: all SQL that will be asked, so that each table is read once, with what any of them names. */
export function openColumns(
  database: Database,
  texts: readonly string[],
  { spark, memory = usualMemory(), ...options }: ColumnsOptions = {},
): Columns {
  return spark
    ? new SparkColumns(texts, spark, { memory })
    : new DuckDbColumns(database, texts, { ...options, memory: ofColumns(memory) });
}
