import type { QueryResult, ResultValue } from '../../../domain/query.ts';
import { messages } from '../../../domain/messages/browser.ts';

/** A value in one line, as a table or a file says it. */
export function plainText(value: ResultValue): string {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  switch (value.kind) {
    case 'list':
      return value.items.map(plainText).join(', ');
    case 'map':
      return value.entries.map(([key, one]) => `${key}: ${plainText(one)}`).join(', ');
    case 'written':
      return value.cut ? messages.queries.result.cut(value.text) : value.text;
    case 'node':
      return value.ref ?? value.caption;
    case 'relation':
      return value.says;
    case 'path':
      return value.steps.map(inPath).join(' ');
  }
}

function inPath(value: ResultValue): string {
  const isRelation = typeof value === 'object' && value?.kind === 'relation';
  if (!isRelation) return plainText(value);
  return value.backwards ? `← ${value.says} –` : `– ${value.says} →`;
}

/** What a column sorts by. */
export function sortValue(value: ResultValue): string | number | null {
  if (typeof value === 'number') return value;
  const text = plainText(value);
  return text === '' ? null : text;
}

/** A spreadsheet would run a cell that begins so. */
const formula = /^[=+\-@\t\r]/;

/** RFC 4180; a text that a spreadsheet would take for a formula begins with an apostrophe. */
export function csvOf({ columns, rows }: QueryResult): string {
  const lines = rows.map((row) => row.map(cell));
  return [columns.map(quoted), ...lines].map((line) => `${line.join(',')}\r\n`).join('');
}

/** As spreadsheets paste it. */
export function tabbedOf({ columns, rows }: QueryResult): string {
  const flat = (text: string) => text.replaceAll(/[\t\r\n]+/g, ' ');
  const lines = rows.map((row) => row.map((value) => flat(plainText(value))));
  return [columns.map(flat), ...lines].map((line) => line.join('\t')).join('\n');
}

function cell(value: ResultValue): string {
  const text = plainText(value);
  return quoted(typeof value !== 'number' && formula.test(text) ? `'${text}` : text);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
