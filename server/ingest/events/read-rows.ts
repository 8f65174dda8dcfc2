import { fileNames } from '../../../domain/schema/graph.ts';
import type { RejectedRow } from '../../../domain/events.ts';
import type { FileName } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/index.ts';
import { nearest } from '../load/nearest.ts';

/** The rows of a batch that one of the contract's files takes, as lines, and the place of each in the batch. */
export interface EventLines {
  lines: string[];
  places: number[];
}

export interface ReadRows {
  byFile: Map<FileName, EventLines>;
  rejected: RejectedRow[];
}

const text = messages.events.row;
/** The longest value that an answer shows. */
const shownValue = 200;

/** Parts a batch by file. What a row's cells hold is the load's to check. */
export function readRows(rows: readonly unknown[]): ReadRows {
  const read: ReadRows = { byFile: new Map(), rejected: [] };
  rows.forEach((row, index) => {
    const taken = readRow(row);
    if ('reason' in taken) {
      read.rejected.push({ index, file: null, ...taken });
      return;
    }
    const lines = read.byFile.get(taken.file) ?? { lines: [], places: [] };
    read.byFile.set(taken.file, lines);
    lines.lines.push(JSON.stringify(taken.cells));
    lines.places.push(index);
  });
  return read;
}

type Fault = Pick<RejectedRow, 'column' | 'value' | 'reason'>;

function readRow(row: unknown): { file: FileName; cells: object } | Fault {
  const fault = (column: string, value: unknown, reason: string): Fault => ({
    ...{ column, value: shown(value), reason },
  });
  if (!isObject(row)) return fault('', row, text.noRow);
  const other = Object.keys(row).find((key) => key !== 'file' && key !== 'row');
  if (other !== undefined) return fault(other, row[other], text.unknownKey(other));
  const { file: named, row: cells } = row;
  if (typeof named !== 'string') return fault('file', named, text.noFile(fileNames));
  const stem = named.replace(/\.csv$/i, '');
  const file = fileNames.find((name) => name === stem);
  if (!file) return fault('file', named, text.unknownFile(nearest(stem, fileNames), fileNames));
  if (!isObject(cells)) return fault('row', cells, text.noCells);
  return { file, cells };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  if (value === undefined) return '';
  const whole = typeof value === 'string' ? value : JSON.stringify(value);
  return whole.length > shownValue ? `${whole.slice(0, shownValue)}…` : whole;
}
