import type { ColumnTable } from './tables.ts';

/** Where the tables lie, out of sight: a text sees of each what it names, whatever others name. */
export const schema = 'graph';

/** What a database begins with: what Spark has and DuckDB calls otherwise is there under Spark's name, so that one text does for both. */
export const begun: readonly string[] = [
  `CREATE SCHEMA IF NOT EXISTS ${schema}`,
  'CREATE OR REPLACE MACRO arrays_overlap(one, other) AS list_has_any(one, other)',
];

export function declared({ name, columns }: ColumnTable): string {
  const kinds = columns.map((column) => `"${column.name}" ${column.kind}`);
  return `CREATE TABLE ${schema}.${name} (${kinds.join(', ')})`;
}

/** Of the connection alone. */
export function seenAs({ name, columns, fixed }: ColumnTable): string {
  const named = [
    ...columns.map((column) => `"${column.name}"`),
    ...fixed.map(([column, value]) => `'${value}' AS ${column}`),
  ];
  return `CREATE TEMP VIEW ${name} AS SELECT ${named.join(', ')} FROM ${schema}.${name}`;
}
