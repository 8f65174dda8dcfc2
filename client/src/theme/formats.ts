import type { CellKind } from '../../../domain/cell.ts';
import { words } from '../../../domain/words/index.ts';

const { locale } = words.page;

/** "31 May 2022" for a time or a date of the data; what is less than a day is left as it is. */
export function day(at: string | null): string | null {
  if (at === null || !/^\d{4}-\d\d-\d\d/.test(at)) return at;
  return new Date(`${at.slice(0, 10)}T00:00:00Z`).toLocaleDateString(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
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
  return words.page.dates(day(first), day(last));
}

/** "display name" for `display_name`. */
export function spaced(name: string): string {
  return name.replaceAll('_', ' ');
}

/** A value of the graph or of a finding's facts, for reading. */
export function readable(value: unknown, kind?: CellKind): string {
  if (value === null || value === undefined || value === '') return words.page.empty;
  if (Array.isArray(value))
    return value.length === 0 ? words.page.empty : value.map((item) => readable(item)).join(', ');
  if (typeof value === 'boolean') return value ? words.page.details.yes : words.page.details.no;
  if (typeof value === 'number') return value.toLocaleString(locale, { maximumFractionDigits: 3 });
  if (typeof value === 'string')
    return kind === 'time' || /^\d{4}-\d\d-\d\dT/.test(value) ? dayAndTime(value) : value;
  return JSON.stringify(value);
}
