import { isUtf8 } from 'node:buffer';
import { words } from '../../domain/words/index.ts';
import type { Line } from './lines.ts';
import type { TableRecord } from './table.ts';

const text = words.load.record;

/** One JSON object a line, read into cells as a CSV file would hold them. Empty lines are no records. */
export class NdjsonRecords {
  /** The keys of the line before: most lines have the same ones, and then share this array. */
  #columns: readonly string[] = [];

  push(lines: readonly Line[]): TableRecord[] {
    return lines.flatMap((line) => this.#read(line) ?? []);
  }

  #read(line: Line): TableRecord | null {
    const whole = line.bytes.toString('utf8').trimEnd();
    if (whole === '') return null;
    const record: TableRecord = {
      line: line.number,
      lastLine: line.number,
      columns: [],
      cells: [],
      problem: null,
      notUtf8: whole.includes('\ufffd') && !isUtf8(line.bytes),
      text: whole,
    };
    if (line.cut) return { ...record, problem: text.tooLong };
    return { ...record, ...this.#cells(whole) };
  }

  #cells(whole: string): Pick<TableRecord, 'columns' | 'cells' | 'problem'> {
    const failed = (problem: string) => ({ columns: [], cells: [], problem });
    let value: unknown;
    try {
      value = JSON.parse(whole);
    } catch (error) {
      return failed(text.notJson((error as Error).message));
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return failed(text.notObject);
    const cells: string[] = [];
    const columns: string[] = [];
    for (const [name, item] of Object.entries(value)) {
      const cell = cellText(item);
      if (cell === null) return failed(text.notExact(name));
      columns.push(name);
      cells.push(cell);
    }
    return { columns: this.#shared(columns), cells, problem: null };
  }

  #shared(columns: readonly string[]): readonly string[] {
    const same =
      columns.length === this.#columns.length &&
      columns.every((name, at) => name === this.#columns[at]);
    if (!same) this.#columns = columns;
    return this.#columns;
  }
}

/** A JSON value as a CSV cell would hold it; null when a cell cannot hold it as it is. */
function cellText(value: unknown): string | null {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number')
    return Number.isInteger(value) && !Number.isSafeInteger(value) ? null : String(value);
  if (!Array.isArray(value)) return JSON.stringify(value);
  const items = value.map(cellText);
  return items.some((item) => item === null || item.includes('|')) ? null : items.join('|');
}
