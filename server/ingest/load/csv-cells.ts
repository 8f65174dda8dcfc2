import { limits } from '../../../domain/schema/cell-kinds.ts';
import { messages } from '../../../domain/messages/index.ts';

/** Cells that a row may have. */
export const mostCells = limits.columns;

const text = messages.load.record;
const carriageReturn = '\r';

/** The cells of a record that may go on in the next line. */
export interface OpenRecord {
  /** Never more than one beyond `mostCells`, which tells that there were too many. */
  cells: string[];
  /** Inside a quoted cell, whose text so far is `cell`. */
  quoted: boolean;
  cell: string;
}

export function emptyRecord(): OpenRecord {
  return { cells: [], quoted: false, cell: '' };
}

/** The cells of a line without a quote. */
export function plainCells(line: string, delimiter: string): string[] {
  return line.split(delimiter, mostCells + 1);
}

/**
 * Reads on with one more line, looking at each of its characters once; what is wrong with it, or null.
 * `open.quoted` says that the record goes on.
 */
export function readCells(open: OpenRecord, line: string, delimiter: string): string | null {
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
    keep(open, open.cell);
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
      keep(open, line.slice(at, last));
      return line.length;
    }
    keep(open, line.slice(at, next));
    at = next + 1;
  }
}

function keep({ cells }: OpenRecord, cell: string): void {
  if (cells.length <= mostCells) cells.push(cell);
}

function endsAt(line: string, at: number): boolean {
  return at === line.length || (at === line.length - 1 && line[at] === carriageReturn);
}
