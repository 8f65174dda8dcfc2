import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { columnNames, quoted, writtenFiles, type WrittenFile } from '../tables/contract-tables.ts';
import { type Random } from './random.ts';

export type Row = Record<string, string>;

export type Tables = Record<WrittenFile, Row[]>;

export function emptyTables(): Tables {
  return Object.fromEntries(writtenFiles.map((name) => [name, []])) as unknown as Tables;
}

/** `keep` says what share of a column's cells the platform kept: the same for every row, whoever it is about. */
export async function writeTables(
  tables: Tables,
  folder: string,
  random: Random,
  keep: (column: string) => number,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of writtenFiles) {
    const columns = columnNames(name);
    const shares = columns.map((column) => keep(`${name}.${column}`));
    const lines = [columns.join(',')];
    const rows = keep(name) > 0 ? random.shuffle(tables[name]) : [];
    for (const row of rows) {
      lines.push(
        columns
          .map((column, at) => (random.next() < shares[at]! ? quoted(row[column] ?? '') : ''))
          .join(','),
      );
    }
    await writeFile(join(folder, `${name}.csv`), `${lines.join('\n')}\n`);
  }
}
