import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { columnsOf, fileNames, keyOfRow } from '../../../domain/schema/graph.ts';
import type { FileName, files } from '../../../domain/schema/schema.ts';

type ColumnName<F extends FileName> = keyof (typeof files)[F]['columns'] & string;

/** A row of a file of the contract; what is left out is an empty cell. */
export type Row<F extends FileName> = Partial<Record<ColumnName<F>, string | number | undefined>>;

type Cells = Record<string, string | number | undefined>;

/** The rows of the sample, file by file. A row may still change after it was added. */
export class Dataset {
  readonly #rows = new Map<FileName, Cells[]>();

  add<F extends FileName>(file: F, row: Row<F>): Row<F> {
    const rows = this.#rows.get(file) ?? [];
    rows.push(row);
    this.#rows.set(file, rows);
    return row;
  }

  rows<F extends FileName>(file: F): Row<F>[] {
    return (this.#rows.get(file) ?? []) as Row<F>[];
  }

  /**
   * Writes a CSV a file. Rows are sorted by their key; ids are random, so that the order of rows says
   * nothing of who made them. Columns that no row fills are left out.
   */
  write(folder: string): void {
    mkdirSync(folder, { recursive: true });
    for (const file of fileNames) {
      const rows = this.#rows.get(file);
      if (rows) writeFileSync(join(folder, `${file}.csv`), csvOf(file, rows));
    }
  }
}

function csvOf(file: FileName, rows: readonly Cells[]): string {
  const columns = Object.keys(columnsOf(file)).filter((column) =>
    rows.some((row) => row[column] !== undefined && row[column] !== ''),
  );
  const keyed = rows.map((row) => ({ key: keyOfRow(file, row), row }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const lines = keyed.map(({ row }) => columns.map((column) => csvCell(row[column])).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}

function csvCell(value: string | number | undefined): string {
  const text = value === undefined ? '' : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
