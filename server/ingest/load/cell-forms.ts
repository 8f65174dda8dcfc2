import type { CellKind } from '../../../domain/schema/cell-kinds.ts';
import type { DateForm, FileMapping } from '../../../domain/mapping.ts';
import { messages } from '../../../domain/messages/index.ts';
import { momentsOf } from './wall-clock.ts';

const text = messages.intake.form;

/** A cell as the contract writes it, or why it cannot be. */
export type Rewritten = { cell: string } | { problem: string };

/** Rewrites one filled cell of a contract's column, as the file's mapping says how the file writes. */
export type CellForm = (column: string, kind: CellKind, cell: string) => Rewritten;

/** Null where the mapping says nothing of how cells are written: they stand as they are. */
export function cellForm(mapping: FileMapping | null): CellForm | null {
  if (!mapping) return null;
  const { values, dates = 'iso', zone, decimal_comma: comma } = mapping;
  if (!values && dates === 'iso' && zone === undefined && !comma) return null;
  const words = wordsOf(values ?? {});
  return (column, kind, cell) => {
    const word = words.get(column)?.get(cell.trim().toLowerCase());
    if (word !== undefined) return { cell: word };
    if (kind === 'time') return timeOf(cell, dates, zone);
    if (kind === 'date') return dateOf(cell, dates);
    if (comma && kind === 'decimal') return { cell: withPoint(cell) };
    return { cell };
  };
}

function wordsOf(
  values: Readonly<Record<string, Readonly<Record<string, string>>>>,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  return new Map(
    Object.entries(values).map(([column, words]) => [
      column,
      new Map(Object.entries(words).map(([from, to]) => [from.trim().toLowerCase(), to])),
    ]),
  );
}

/** `1 234,50` and `1.234,50`: a comma before the last digits is the point, all else between digits is none. */
function withPoint(cell: string): string {
  return /^[+-]?\d[\d\s.'’]*(,\d+)?$/.test(cell)
    ? cell.replaceAll(/[\s.'’]/g, '').replace(',', '.')
    : cell;
}

/** A date and perhaps a time, in either order of day and month. */
const written =
  /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:[ T,]+(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s*([ap])\.?m\.?)?)?$/i;
const isoBegins = /^\d{4}-\d\d-\d\d/;
const isoLocal = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?$/;

interface Shown {
  date: [year: number, month: number, day: number];
  /** Null for a date alone. */
  time: [hour: number, minute: number, second: number, ms: number] | null;
}

function timeOf(cell: string, form: DateForm, zone: string | undefined): Rewritten {
  if (form === 'unix-seconds' || form === 'unix-milliseconds') return epochOf(cell, form);
  const shown = shownIn(cell, form);
  if (shown === null) return form === 'iso' || isoBegins.test(cell) ? { cell } : badForm(form);
  const ms = millisOf(shown);
  if (ms === null) return badForm(form);
  // Without a zone the contract refuses it, in its own words.
  if (zone === undefined) return { cell: new Date(ms).toISOString().slice(0, -1) };
  const [moment, second] = momentsOf(ms, zone);
  if (moment === undefined) return { problem: text.skippedHour(zone) };
  if (second !== undefined) return { problem: text.doubledHour(zone) };
  return { cell: new Date(moment).toISOString() };
}

function dateOf(cell: string, form: DateForm): Rewritten {
  if (form === 'unix-seconds' || form === 'unix-milliseconds') {
    const epoch = epochOf(cell, form);
    return 'problem' in epoch ? epoch : { cell: epoch.cell.slice(0, 10) };
  }
  const parts = form === 'iso' ? null : written.exec(cell);
  if (!parts) return { cell };
  const ms = millisOf({ ...shownOf(parts, form), time: null });
  return ms === null ? badForm(form) : { cell: new Date(ms).toISOString().slice(0, 10) };
}

function epochOf(cell: string, form: DateForm): Rewritten {
  if (isoBegins.test(cell)) return { cell };
  const seconds = /^-?\d{1,14}(\.\d+)?$/.test(cell) ? Number(cell) : Number.NaN;
  const at = new Date(form === 'unix-seconds' ? seconds * 1_000 : seconds);
  return Number.isNaN(at.getTime()) ? badForm(form) : { cell: at.toISOString() };
}

/** Null for what is not a local time in that form. */
function shownIn(cell: string, form: DateForm): Shown | null {
  const iso = isoLocal.exec(cell);
  if (iso) {
    const [, year, month, day, hour, minute, second, fraction] = iso;
    return {
      date: [Number(year), Number(month), Number(day)],
      time: clock(hour, minute, second, fraction),
    };
  }
  const parts = form === 'iso' ? null : written.exec(cell);
  return parts ? shownOf(parts, form) : null;
}

function shownOf(parts: RegExpExecArray, form: DateForm): Shown {
  const [, first, second, year, hour, minute, seconds, fraction, half] = parts;
  const [day, month] = form === 'day-first' ? [first, second] : [second, first];
  return {
    date: [Number(year), Number(month), Number(day)],
    time: clock(hour, minute, seconds, fraction, half),
  };
}

function clock(
  hour: string | undefined,
  minute: string | undefined,
  second = '0',
  fraction = '',
  half?: string,
): Shown['time'] {
  if (hour === undefined) return null;
  const of12 = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  return [of12, Number(minute), Number(second), Number(fraction.padEnd(3, '0').slice(0, 3))];
}

/** As if it were UTC; null for a day or hour that there is not. A date alone is its first moment. */
function millisOf({ date: [year, month, day], time }: Shown): number | null {
  const [hour, minute, second, ms] = time ?? [0, 0, 0, 0];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  at.setUTCHours(hour, minute, second, ms);
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.getTime() : null;
}

function badForm(form: DateForm): Rewritten {
  return { problem: text.notInForm[form] };
}
