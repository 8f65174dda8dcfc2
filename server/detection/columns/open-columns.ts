import type { Database } from '../../graph/neo4j/database.ts';
import type { Columns } from './columns.ts';
import { DuckDbColumns, type DuckDbOptions } from './duckdb.ts';
import { SparkColumns } from './spark.ts';
import type { SparkPlace } from './spark-program.ts';

export interface ColumnsOptions extends DuckDbOptions {
  /** The Spark that counts; where absent, DuckDB does in this process. */
  spark?: SparkPlace;
}

/** `texts`: all SQL that will be asked, so that each table is read once, with what any of them names. */
export function openColumns(
  database: Database,
  texts: readonly string[],
  { spark, ...options }: ColumnsOptions = {},
): Columns {
  return spark
    ? new SparkColumns(texts, spark, options)
    : new DuckDbColumns(database, texts, options);
}
