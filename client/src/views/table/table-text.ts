import { csvLine } from '../../../../domain/csv-line.ts';
import type { TableColumn } from './table-columns.ts';

/** The rows as CSV (RFC 4180), under the names of the columns. */
export function asCsv<T>(rows: readonly T[], columns: readonly TableColumn<T>[]): string {
  const lines = [
    columns.map(({ name }) => name),
    ...rows.map((row) => columns.map(({ says }) => says(row))),
  ];
  return lines.map(csvLine).join('');
}

/** The rows with tabs between, as a spreadsheet takes them from the clipboard. */
export function asTabs<T>(rows: readonly T[], columns: readonly TableColumn<T>[]): string {
  const lines = [
    columns.map(({ name }) => name),
    ...rows.map((row) => columns.map(({ says }) => harmless(oneLine(says(row))))),
  ];
  return lines.map((cells) => cells.join('\t')).join('\n');
}

function oneLine(text: string): string {
  return text.replaceAll(/[\t\r\n]+/g, ' ');
}

/** What a spreadsheet would run as a formula is made text, as in CSV. */
function harmless(cell: string): string {
  return /^[=+\-@]/.test(cell) ? `'${cell}` : cell;
}
