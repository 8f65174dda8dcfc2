import { limits } from '../../../domain/schema/cell-kinds.ts';
import { listCell, type EntityFile, type EntityRow } from './entity-columns.ts';
import type { GrowingCsv } from './growing-csv.ts';

interface Gathered {
  row: EntityRow;
  /** By column, what a cell lists, and how long it is. */
  lists: Map<string, { items: Set<string>; length: number }>;
}

/** Rows of a dataset while several objects add to one of them, by file and by what makes a row unique. */
export class DatasetRows {
  readonly #files = new Map<EntityFile, Map<string, Gathered>>();

  /** What an earlier object said stands. Returns whether the row is new. */
  add(file: EntityFile, key: string, row: EntityRow): boolean {
    const rows = this.#files.get(file) ?? new Map<string, Gathered>();
    this.#files.set(file, rows);
    const before = rows.get(key);
    if (!before) rows.set(key, { row: { ...row }, lists: new Map() });
    else for (const [column, cell] of Object.entries(row)) before.row[column] ||= cell;
    return !before;
  }

  /** Fills a cell that is empty. Returns whether it says this now. */
  fill(file: EntityFile, key: string, column: string, value: string): boolean {
    this.add(file, key, { [column]: value });
    return this.#files.get(file)?.get(key)?.row[column] === value;
  }

  /** Adds an item to a cell that is a list. Returns whether it holds it now: no cell outgrows what a load takes. */
  append(file: EntityFile, key: string, column: string, item: string): boolean {
    const gathered = this.#files.get(file)?.get(key);
    if (!gathered) return false;
    const list = gathered.lists.get(column) ?? { items: new Set<string>(), length: 0 };
    gathered.lists.set(column, list);
    if (list.items.has(item)) return true;
    if (list.length + item.length + 1 > limits.cell) return false;
    list.items.add(item);
    list.length += item.length + 1;
    return true;
  }

  /** Adds a text to a cell after a line break. Returns whether it still fits. */
  extend(file: EntityFile, key: string, column: string, text: string): boolean {
    const row = this.#files.get(file)?.get(key)?.row;
    const longer = `${row?.[column] ?? ''}\n${text}`;
    if (!row || longer.length > limits.cell) return false;
    row[column] = longer;
    return true;
  }

  async writeTo(csv: GrowingCsv): Promise<void> {
    for (const [file, rows] of this.#files)
      for (const { row, lists } of rows.values()) {
        const cells = { ...row };
        for (const [column, { items }] of lists) cells[column] = listCell([...items]);
        await csv.add(file, cells);
      }
  }
}
