import type { CellKind } from '../../../domain/schema/cell-kinds.ts';
import { valueLabel } from '../../../domain/labels/relation-label.ts';
import type { Column } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/browser.ts';

const { locale } = messages.page;

// Made once: each is dear to make, and a page writes hundreds.
const days = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const hundredths = new Intl.NumberFormat(locale, {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  useGrouping: false,
});
const thousandths = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });

/** "31 May 2022" for a time or a date of the data; what is less than a day is left as it is. */
export function day(at: string | null): string | null {
  if (at === null || !/^\d{4}-\d\d-\d\d/.test(at)) return at;
  const date = new Date(`${at.slice(0, 10)}T00:00:00Z`);
  // As a date that there is none of is written.
  return Number.isNaN(date.getTime()) ? String(date) : days.format(date);
}

/** A text with the days in it as the page writes them; what is part of a longer word, such as an id, stays. */
export function withDays(text: string): string {
  return text.replaceAll(/(?<![\p{L}\p{N}_-])\d{4}-\d\d-\d\d(?![\p{L}\p{N}_-])/gu, (iso) =>
    day(iso)!,
  );
}

/** "14:05 UTC" of a time. */
export function timeOfDay(at: string): string {
  return `${at.slice(11, 16)} UTC`;
}

/** "31 May 2022, 14:05 UTC": the data's times are in UTC, and are shown so to everybody. */
export function dayAndTime(at: string): string {
  if (!at.includes('T')) return day(at) ?? at;
  return `${day(at) ?? ''}, ${timeOfDay(at)}`;
}

export function dates(first: string | null, last: string | null): string {
  return messages.page.dates(day(first), day(last));
}

/** A log-odds or a weight: "1.31", "−6.57"; what rounds to nothing has no sign. */
export function decimal(value: number): string {
  const written = hundredths.format(Math.abs(value));
  return inHundredths(value) < 0 ? `−${written}` : written;
}

/** As `decimal` shows it. */
export function inHundredths(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value) * 100);
}

/** What a column is called; one that the contract does not name, by its own name. */
export function columnName(column: string): string {
  const names: Readonly<Record<string, string>> = messages.schema.columns;
  return Object.hasOwn(names, column) ? names[column]! : spaced(column);
}

/** What a file of the contract is called, or what is `derived`. */
export function fileName(file: string): string {
  const names: Readonly<Record<string, string>> = messages.schema.files;
  return Object.hasOwn(names, file) ? names[file]! : spaced(file);
}

/** A value of a column of the contract: what may be one of a few words is said in the language of the page. */
export function readableCell(value: unknown, column: Column | undefined): string {
  if (column?.values && typeof value === 'string') return valueLabel(value);
  return readable(value, column?.kind);
}

/** "display name" for `display_name`, "same text" for `same-text`. */
export function spaced(name: string): string {
  return name.replaceAll(/[_-]/g, ' ');
}

/** A value of the graph or of a finding's facts, for reading. */
export function readable(value: unknown, kind?: CellKind): string {
  if (value === null || value === undefined || value === '') return messages.page.empty;
  if (Array.isArray(value))
    return value.length === 0
      ? messages.page.empty
      : value.map((item) => readable(item)).join(', ');
  if (typeof value === 'boolean')
    return value ? messages.page.details.yes : messages.page.details.no;
  if (typeof value === 'number') return thousandths.format(value);
  if (typeof value === 'string')
    return kind === 'time' || /^\d{4}-\d\d-\d\dT/.test(value) ? dayAndTime(value) : value;
  return JSON.stringify(value);
}
