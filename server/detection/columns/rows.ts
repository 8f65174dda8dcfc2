import { LIST, VARCHAR, listValue, type DuckDBType, type DuckDBValue } from '@duckdb/node-api';
import type { ColumnRow } from './columns.ts';

/** So many rows go to the graph at once, or more where one group has more. */
export const batchRows = 2_000;

/** Rows as DuckDB brings them, in batches; those of one value in the first column, by which they come, are never parted. */
export async function* batchesOf(
  names: readonly string[],
  parts: AsyncIterable<readonly (readonly DuckDBValue[])[]>,
): AsyncGenerator<ColumnRow[]> {
  let batch: ColumnRow[] = [];
  let group: DuckDBValue | undefined;
  for await (const part of parts)
    for (const row of part) {
      if (batch.length >= batchRows && row[0] !== group) {
        yield batch;
        batch = [];
      }
      group = row[0];
      batch.push(rowOf(names, row));
    }
  if (batch.length > 0) yield batch;
}

/** The values that the text names, as DuckDB takes them; what an empty list is of must be said. */
export function boundIn(
  text: string,
  values: Readonly<Record<string, unknown>>,
): { bound: Record<string, DuckDBValue>; of: Record<string, DuckDBType> } {
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
