import { isUtf8 } from 'node:buffer';
import { limits } from '../../../domain/schema/cell-kinds.ts';
import { messages } from '../../../domain/messages/index.ts';
import { emptyRecord, mostCells, plainCells, readCells, type OpenRecord } from './csv-cells.ts';
import { HeldLines } from './held-lines.ts';
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

const text = messages.load.record;
const carriageReturn = '\r';
/** Of a long text every character may be a line end. */
const mostLines = limits.longText + 1;
/** Records handed on at once: reading anew may find a million that had been held back. */
const partRecords = 1_000;

/**
 * RFC 4180, record by record, from physical lines. A quote that is never closed, or is closed amid a cell,
 * costs only the line that it stands on: reading goes on at the next physical line. That going back is why
 * this is no library's reader: csv-parse reads such a quote up to the end of the file.
 * A quote inside an unquoted cell stands for itself. Empty lines are no records.
 *
 * However often it goes back, each line is looked at no more than a few times: what a line does to a quote that is open
 * before it hangs on the line alone. So those that leave it open, and the one that breaks it, are found once,
 * for every record that may have begun before them.
 */
export class CsvRecords {
  readonly #longest: number;
  readonly #delimiter: string;
  /** The lines of the record that is being read, and those after it that have come already. */
  readonly #held = new HeldLines();
  /** The first line held opens a quote that it does not close. */
  #begun = false;
  /** Of the lines held, how many are known to leave a quote open, the first by opening it. */
  #known = 0;
  /** The line after those closes the quote where it may not. */
  #broken = false;
  /** The cells of the lines known; null when they have to be read anew. */
  #record: OpenRecord | null = null;
  /** Bytes looked at so far, each as often as it was: the test that holds this to a multiple of the file reads it. */
  examined = 0;

  /** Cells are parted by commas where no other delimiter is given. */
  constructor({
    longest = longestLine,
    delimiter = ',',
  }: { longest?: number; delimiter?: string | undefined } = {}) {
    this.#longest = longest;
    this.#delimiter = delimiter;
  }

  push(lines: readonly Line[]): RawRecord[] {
    return [...this.parts(lines)].flat();
  }

  /** At the end of the file; a quote still open costs its first line. */
  end(): RawRecord[] {
    return [...this.lastParts()].flat();
  }

  /** As `push`, a part at a time, for who would let others have their turn in between. */
  *parts(lines: readonly Line[]): Generator<RawRecord[]> {
    let records: RawRecord[] = [];
    for (const line of lines) {
      if (this.#held.length > 0 || !this.#takePlain(line, records)) this.#held.push(line);
      while (!this.#settle(records, false)) {
        yield records;
        records = [];
      }
    }
    if (records.length > 0) yield records;
  }

  /** As `end`, a part at a time. */
  *lastParts(): Generator<RawRecord[]> {
    for (let whole = false; !whole;) {
      const records: RawRecord[] = [];
      whole = this.#settle(records, true);
      if (records.length > 0) yield records;
    }
  }

  /** The common case, a line without a quote; false when the line needs the long way. */
  #takePlain(line: Line, records: RawRecord[]): boolean {
    this.examined += line.bytes.length + 1;
    if (line.bytes.length === 0) return true;
    if (line.cut || line.bytes.length > this.#longest || line.bytes.includes(0x22)) return false;
    const whole = line.bytes.toString('utf8');
    const plain = whole.endsWith(carriageReturn) ? whole.slice(0, -1) : whole;
    if (plain === '') return true;
    const cells = plainCells(plain, this.#delimiter);
    const notUtf8 = plain.includes('\ufffd') && !isUtf8(line.bytes);
    const { number } = line;
    records.push(
      ruled({ line: number, lastLine: number, cells, problem: null, notUtf8, text: plain }),
    );
    return true;
  }

  /** Reads the lines held as far as they tell; false when the records are to be handed on first. */
  #settle(records: RawRecord[], ended: boolean): boolean {
    for (;;) {
      if (records.length >= partRecords) return false;
      if (this.#held.length === 0) return true;
      if (!this.#begun) this.#begin(records);
      else if (this.#known < this.#held.length) this.#goOn(records);
      else if (ended) this.#giveUp(text.openQuote, records);
      else return true;
    }
  }

  /** Reads the first line held as the beginning of a record. */
  #begin(records: RawRecord[]): void {
    const line = this.#held.at(0);
    if (line.cut || line.bytes.length > this.#longest) {
      this.#giveUp(text.tooLong, records);
      return;
    }
    const record = emptyRecord();
    const problem = this.#read(record, line);
    if (problem !== null) this.#giveUp(problem, records);
    else if (!record.quoted) this.#take(1, record, records);
    else {
      this.#begun = true;
      this.#known = Math.max(this.#known, 1);
      this.#record = this.#known === 1 ? record : null;
    }
  }

  /** Reads the record on with the line after those known. */
  #goOn(records: RawRecord[]): void {
    const count = this.#known + 1;
    const line = this.#held.at(this.#known);
    if (line.cut || this.#held.sizeOf(count) > this.#longest) {
      this.#giveUp(text.tooLong, records);
      return;
    }
    if (count > mostLines) {
      this.#giveUp(text.manyLines(mostLines), records);
      return;
    }
    if (!this.#broken) {
      const record = this.#record ?? { ...emptyRecord(), quoted: true };
      this.#broken = this.#read(record, line) !== null;
      if (!this.#broken && record.quoted) {
        this.#known = count;
        return;
      }
      if (!this.#broken) {
        this.#take(count, this.#record ?? this.#anew(count), records);
        return;
      }
    }
    this.#giveUp(text.openQuote, records);
  }

  /** The cells of the first lines held, which are known to be one record. */
  #anew(count: number): OpenRecord {
    const record = emptyRecord();
    for (let at = 0; at < count; at += 1) this.#read(record, this.#held.at(at));
    return record;
  }

  #read(record: OpenRecord, { bytes }: Line): string | null {
    this.examined += bytes.length + 1;
    return readCells(record, bytes.toString('utf8'), this.#delimiter);
  }

  /** Hands on the first lines held as a record. */
  #take(count: number, { cells }: OpenRecord, records: RawRecord[]): void {
    const record = this.#recordOf(count, cells, null);
    if (record.text !== '') records.push(ruled(record));
    this.#drop(count);
  }

  /** Rejects the first line held; the next is read as the beginning of a record. */
  #giveUp(problem: string, records: RawRecord[]): void {
    records.push(this.#recordOf(1, [], problem));
    this.#drop(1);
  }

  #drop(count: number): void {
    this.#held.drop(count);
    this.#begun = false;
    this.#record = null;
    this.#known = Math.max(this.#known - count, 0);
    if (this.#known === 0) this.#broken = false;
  }

  #recordOf(count: number, cells: string[], problem: string | null): RawRecord {
    const bytes = this.#held.first(count);
    const whole = bytes.toString('utf8');
    const line = this.#held.at(0).number;
    this.examined += bytes.length + 1;
    return {
      line,
      lastLine: line + count - 1,
      cells,
      problem,
      notUtf8: whole.includes('\ufffd') && !isUtf8(bytes),
      text: whole.endsWith(carriageReturn) ? whole.slice(0, -1) : whole,
    };
  }
}

/** As it is, or with what is wrong when it has more cells than any row may. */
function ruled(record: RawRecord): RawRecord {
  return record.cells.length > mostCells
    ? { ...record, cells: [], problem: text.manyCells(mostCells) }
    : record;
}
