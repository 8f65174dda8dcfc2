import { listCell, type EntityFile, type EntityRow } from './entity-columns.ts';
import type { GrowingCsv } from './growing-csv.ts';

/** Rows of a dataset while several objects add to one of them, by file and by what makes a row unique. */
export class DatasetRows {
  readonly #files = new Map<EntityFile, Map<string, EntityRow>>();

  /** What an earlier object said stands. Returns whether the row is new. */
  add(file: EntityFile, key: string, row: EntityRow): boolean {
    const rows = this.#files.get(file) ?? new Map<string, EntityRow>();
    const before = rows.get(key);
    const filled = Object.fromEntries(Object.entries(before ?? {}).filter(([, cell]) => cell));
    this.#files.set(file, rows.set(key, { ...row, ...filled }));
    return !before;
  }

  /** Fills a cell that is empty. Returns whether it says this now. */
  fill(file: EntityFile, key: string, column: string, value: string): boolean {
    this.add(file, key, { [column]: value });
    return this.#files.get(file)?.get(key)?.[column] === value;
  }

  /** Adds an item to a cell that is a list. */
  append(file: EntityFile, key: string, column: string, item: string): void {
    const row = this.#files.get(file)?.get(key);
    if (row) row[column] = listCell([...(row[column]?.split('|') ?? []), item].filter(Boolean));
  }

  /** Adds a text to a cell after a line break, unless it grows beyond `most` characters. Returns whether it did. */
  extend(file: EntityFile, key: string, column: string, text: string, most: number): boolean {
    const row = this.#files.get(file)?.get(key);
    const longer = `${row?.[column] ?? ''}\n${text}`;
    if (!row || longer.length > most) return false;
    row[column] = longer;
    return true;
  }

  async writeTo(csv: GrowingCsv): Promise<void> {
    for (const [file, rows] of this.#files)
      for (const row of rows.values()) await csv.add(file, row);
  }
}
