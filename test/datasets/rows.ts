import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { FileName } from '../../domain/schema/schema.ts';

export type CsvRow = Record<string, string>;

export const silverstar = join(import.meta.dirname, '..', '..', 'datasets', 'silverstar');

/** The rows of a file of the sample; none when the sample has no such file. */
export function rowsOf(file: FileName): CsvRow[] {
  const path = join(silverstar, `${file}.csv`);
  return existsSync(path) ? parse(readFileSync(path, 'utf8'), { columns: true }) : [];
}

export function groupBy(
  rows: readonly CsvRow[],
  key: (row: CsvRow) => string,
): Map<string, CsvRow[]> {
  const groups = new Map<string, CsvRow[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}
