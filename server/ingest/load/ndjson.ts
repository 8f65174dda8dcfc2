import { isUtf8 } from 'node:buffer';
import { limits } from '../../../domain/schema/cell-kinds.ts';
import { messages } from '../../../domain/messages/index.ts';
import { mostCells } from './csv-cells.ts';
import type { Line } from './lines.ts';
import type { TableRecord } from './table.ts';

const text = messages.load.record;

/** How deep a value may be nested; what is deeper would overflow the stack of whoever writes it as text. */
const mostNested = 64;
/** Values of a line, in lists too: as many as no row has, and few enough to be read at once. */
const mostValues = 100_000;
/** Records handed on at once. */
const partRecords = 1_000;
const partCharacters = 1_000_000;

/** One JSON object a line, read into cells as a CSV file would hold them. Empty lines are no records. */
export class NdjsonRecords {
  /** The keys of the line before: most lines have the same ones, and then share this array. */
  #columns: readonly string[] = [];

  /** A part at a time, for who would let others have their turn in between. */
  *parts(lines: readonly Line[]): Generator<TableRecord[]> {
    let records: TableRecord[] = [];
    let characters = 0;
    for (const line of lines) {
      const record = this.#read(line);
      if (!record) continue;
      records.push(record);
      characters += record.text.length;
      if (records.length < partRecords && characters < partCharacters) continue;
      yield records;
      records = [];
      characters = 0;
    }
    if (records.length > 0) yield records;
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
    const beyond = beyondRow(whole);
    if (beyond !== null) return failed(beyond);
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
    const items = Object.entries(value);
    if (items.length > mostCells) return failed(text.manyCells(mostCells));
    for (const [name, item] of items) {
      if (name.length > limits.id) return failed(messages.load.row.columnName(limits.id));
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

/** What is more than a row can be, seen before it is parsed; null for JSON that may be, and for what is none. */
function beyondRow(whole: string): string | null {
  // Nearly every line is flat and short.
  if (whole.length < mostNested) return null;
  let nested = 0;
  let values = 0;
  for (let at = 0; at < whole.length; at += 1) {
    const code = whole.charCodeAt(at);
    if (code === quote) {
      at = endOfString(whole, at);
      continue;
    }
    if (code === comma) values += 1;
    else if (code === openBrace || code === openBracket) nested += 1;
    else if (code === closeBrace || code === closeBracket) nested -= 1;
    if (nested > mostNested) return text.deep(mostNested);
    if (values > mostValues) return text.manyValues(mostValues);
  }
  return null;
}

/** Where the string that begins there ends; the end of the text for one that does not. */
function endOfString(whole: string, from: number): number {
  for (let at = from + 1; ; at += 1) {
    at = whole.indexOf('"', at);
    if (at === -1) return whole.length;
    let back = at;
    while (whole.charCodeAt(back - 1) === backslash) back -= 1;
    if ((at - back) % 2 === 0) return at;
  }
}

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

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
