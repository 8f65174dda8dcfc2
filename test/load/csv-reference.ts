import type { RawRecord } from '../../server/ingest/load/csv.ts';
import type { Line } from '../../server/ingest/load/lines.ts';

const openQuote = 'a quote is opened and not closed properly; double it if it belongs to the text';
const tooLong = 'the row is larger than 32 MiB';

/**
 * What the reader of CSV is to say, told the plain way, character by character: from each line it reads a record anew,
 * however long that takes. Only a line that no record can begin at is given up.
 */
export function readPlainly(lines: readonly Line[], longest = Infinity): RawRecord[] {
  const records: RawRecord[] = [];
  for (let at = 0; at < lines.length;) {
    const read = recordFrom(lines, at, longest);
    if (read.record) records.push(read.record);
    at += read.lines;
  }
  return records;
}

interface Read {
  record: RawRecord | null;
  lines: number;
}

function recordFrom(lines: readonly Line[], from: number, longest: number): Read {
  const cells: string[] = [];
  let cell = '';
  let state: 'begins' | 'plain' | 'quoted' | 'closed' = 'begins';
  const end = () => {
    cells.push(cell);
    cell = '';
    state = 'begins';
  };
  for (let at = from; at < lines.length; at += 1) {
    const last = at + 1;
    if (lengthOf(lines, from, last) > longest) return refused(lines, from, tooLong);
    const line = lines[at]!.bytes.toString();
    if (at > from) cell += '\n';
    const marks = Array.from(line);
    for (let place = 0; place < marks.length; place += 1) {
      const mark = marks[place]!;
      const ends = mark === '\r' && place === marks.length - 1;
      if (state === 'quoted') {
        if (mark !== '"') cell += mark;
        else if (marks[place + 1] === '"') {
          cell += '"';
          place += 1;
        } else state = 'closed';
      } else if (mark === ',') end();
      else if (ends) continue;
      else if (state === 'closed') {
        const rest = line.slice(marks.slice(0, place).join('').length);
        const problem =
          at > from ? openQuote : `text follows a closing quote: ${rest.slice(0, 20)}`;
        return refused(lines, from, problem);
      } else if (mark === '"' && state === 'begins') state = 'quoted';
      else {
        state = 'plain';
        cell += mark;
      }
    }
    if (state === 'quoted') continue;
    end();
    const text = textOf(lines, from, last);
    const whole = { line: from + 1, lastLine: last, cells, problem: null, notUtf8: false, text };
    return { record: text === '' ? null : whole, lines: last - from };
  }
  return refused(lines, from, openQuote);
}

function refused(lines: readonly Line[], from: number, problem: string): Read {
  const number = from + 1;
  const text = textOf(lines, from, number);
  const record = { line: number, lastLine: number, cells: [], problem, notUtf8: false, text };
  return { record, lines: 1 };
}

/** With the line ends between them. */
function lengthOf(lines: readonly Line[], from: number, to: number): number {
  const all = lines.slice(from, to);
  return all.reduce((sum, { bytes }) => sum + bytes.length, all.length - 1);
}

function textOf(lines: readonly Line[], from: number, to: number): string {
  const whole = lines.slice(from, to).map(({ bytes }) => bytes.toString());
  return whole.join('\n').replace(/\r$/, '');
}
