import { isUtf8 } from 'node:buffer';
import { words } from '../../domain/words/index.ts';
import { longestLine, type Line } from './lines.ts';

/** A record of a file: its cells, or what keeps it from being read. */
export interface RawRecord {
  /** The physical line where it begins, and the one where it ends. */
  line: number;
  lastLine: number;
  cells: string[];
  /** Null when the cells are to be trusted; else why they are not. */
  problem: string | null;
  /** Some byte is not UTF-8; the cells show it as U+FFFD. */
  notUtf8: boolean;
  /** Word for word, without the line end. */
  text: string;
}

const text = words.load.record;
const carriageReturn = '\r';

/**
 * RFC 4180, record by record, from physical lines. A quote that is never closed, or is closed amid a cell,
 * costs only the line that it stands on: reading goes on at the next physical line. That going back is why
 * this is no library's reader: csv-parse reads such a quote up to the end of the file.
 * A quote inside an unquoted cell stands for itself. Empty lines are no records.
 */
export class CsvRecords {
  readonly #longest: number;
  readonly #delimiter: string;
  /** The lines of a record whose quote is still open. */
  #held: Line[] = [];
  #heldLength = 0;
  #open: OpenRecord = emptyRecord();

  /** Cells are parted by commas where no other delimiter is given. */
  constructor({
    longest = longestLine,
    delimiter = ',',
  }: { longest?: number; delimiter?: string | undefined } = {}) {
    this.#longest = longest;
    this.#delimiter = delimiter;
  }

  push(lines: readonly Line[]): RawRecord[] {
    const records: RawRecord[] = [];
    for (const line of lines) this.#take(line, records);
    return records;
  }

  /** At the end of the file; a quote still open costs its first line. */
  end(): RawRecord[] {
    const records: RawRecord[] = [];
    while (this.#held.length > 0) this.#giveUp(text.openQuote, records);
    return records;
  }

  #take(line: Line, records: RawRecord[]): void {
    if (this.#held.length === 0 && takePlain(line, this.#delimiter, records)) return;
    this.#held.push(line);
    this.#heldLength += line.bytes.length;
    const long = line.cut || this.#heldLength > this.#longest;
    const problem = long
      ? text.tooLong
      : readCells(this.#open, line.bytes.toString('utf8'), this.#delimiter);
    if (problem) {
      this.#giveUp(problem, records);
      return;
    }
    if (this.#open.quoted) return;
    records.push(recordOf(this.#held, this.#open.cells));
    this.#clear();
  }

  /** Rejects the first line held and reads those after it anew. */
  #giveUp(problem: string, records: RawRecord[]): void {
    const [first, ...rest] = this.#held;
    this.#clear();
    if (!first) return;
    const several = rest.length > 0 && problem !== text.tooLong;
    records.push({
      ...recordOf([first], []),
      problem: several ? text.openQuote : problem,
    });
    for (const line of rest) this.#take(line, records);
  }

  #clear(): void {
    this.#held = [];
    this.#heldLength = 0;
    this.#open = emptyRecord();
  }
}

/** The common case, a line without a quote; false when the line needs the long way. */
function takePlain(line: Line, delimiter: string, records: RawRecord[]): boolean {
  if (line.cut || line.bytes.includes(0x22)) return false;
  const whole = line.bytes.toString('utf8');
  const plain = whole.endsWith(carriageReturn) ? whole.slice(0, -1) : whole;
  if (plain === '') return true;
  records.push({
    line: line.number,
    lastLine: line.number,
    cells: plain.split(delimiter),
    problem: null,
    notUtf8: plain.includes('\ufffd') && !isUtf8(line.bytes),
    text: plain,
  });
  return true;
}

function recordOf(lines: readonly Line[], cells: string[]): RawRecord {
  const bytes = lines.map((line) => line.bytes);
  const whole = bytes.map((part) => part.toString('utf8')).join('\n');
  return {
    line: lines[0]!.number,
    lastLine: lines.at(-1)!.number,
    cells,
    problem: null,
    notUtf8: whole.includes('\ufffd') && !bytes.every((part) => isUtf8(part)),
    text: whole.endsWith(carriageReturn) ? whole.slice(0, -1) : whole,
  };
}

interface OpenRecord {
  cells: string[];
  /** Inside a quoted cell, whose text so far is `cell`. */
  quoted: boolean;
  cell: string;
}

function emptyRecord(): OpenRecord {
  return { cells: [], quoted: false, cell: '' };
}

/** Reads on with one more line; what is wrong with it, or null. `open.quoted` says that it goes on. */
function readCells(open: OpenRecord, line: string, delimiter: string): string | null {
  let at = 0;
  if (!open.quoted) at = readUnquoted(open, line, 0, delimiter);
  while (open.quoted) {
    const quote = line.indexOf('"', at);
    if (quote === -1) {
      open.cell += `${line.slice(at)}\n`;
      return null;
    }
    open.cell += line.slice(at, quote);
    at = quote + 1;
    if (line[at] === '"') {
      open.cell += '"';
      at += 1;
      continue;
    }
    open.cells.push(open.cell);
    open.cell = '';
    open.quoted = false;
    if (endsAt(line, at)) return null;
    if (line[at] !== delimiter) return text.textAfterQuote(line.slice(at, at + 20));
    at = readUnquoted(open, line, at + 1, delimiter);
  }
  return null;
}

/** Reads cells up to the next opening quote, or the end; returns where to go on. */
function readUnquoted(open: OpenRecord, line: string, from: number, delimiter: string): number {
  const last = line.endsWith(carriageReturn) ? line.length - 1 : line.length;
  let at = from;
  for (;;) {
    if (line[at] === '"') {
      open.quoted = true;
      return at + 1;
    }
    const next = line.indexOf(delimiter, at);
    if (next === -1) {
      open.cells.push(line.slice(at, last));
      return line.length;
    }
    open.cells.push(line.slice(at, next));
    at = next + 1;
  }
}

function endsAt(line: string, at: number): boolean {
  return at === line.length || (at === line.length - 1 && line[at] === carriageReturn);
}
