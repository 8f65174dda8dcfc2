import { countries } from '../schema/countries.ts';
import { currencies } from '../schema/currencies.ts';
import { limits, type CellKind } from '../schema/cell-kinds.ts';
import { messages } from '../messages/browser.ts';
import { canonicalIp, isIp } from './ip.ts';

/** What is stored for a cell: times as ISO 8601 in UTC with milliseconds, so that text order is time order. */
export type CellValue = string | number | string[];

export type CellResult = { value: CellValue } | { problem: string };

const isoTime = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(.*)$/;
/** As times are stored, with or without milliseconds: what most files write needs no taking apart. */
const utcTime = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?Z$/;
const zone = /^(?:Z|z|[+-]\d\d(?::?\d\d)?)$/;
const isoDate = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;

const text = messages.cell;

/**
 * Reads one non-empty cell. A problem says what is wrong and what would be right, in words for the rejects file.
 * `values` are the allowed words of an `enum`.
 */
export function readCell(kind: CellKind, cell: string, values?: readonly string[]): CellResult {
  const long = tooLong(kind, cell);
  if (long) return { problem: long };
  switch (kind) {
    case 'id':
    case 'text':
    case 'long_text':
      return { value: cell };
    case 'time':
      return readTime(cell);
    case 'date':
      return readDate(cell);
    case 'country':
      return readCode(cell, countries, text.notCountry);
    case 'currency':
      return readCode(cell, currencies, text.notCurrency);
    case 'decimal':
      return decimal.test(cell) && Number.isFinite(Number(cell))
        ? { value: Number(cell) }
        : { problem: text.notDecimal };
    case 'integer':
      return /^[+-]?\d{1,15}$/.test(cell) ? { value: Number(cell) } : { problem: text.notInteger };
    case 'list':
      return readList(cell);
    case 'enum':
      return readEnum(cell, values ?? []);
    case 'ip':
      return readIp(cell);
    case 'hex':
      return /^[0-9a-fA-F]+$/.test(cell) ? { value: cell.toLowerCase() } : { problem: text.notHex };
  }
}

function tooLong(kind: CellKind, cell: string): string | null {
  const most =
    kind === 'id'
      ? limits.id
      : kind === 'long_text'
        ? limits.longText
        : kind === 'list'
          ? limits.list * limits.cell
          : limits.cell;
  return cell.length > most ? text.tooLong(cell.length, most) : null;
}

/** A time without a zone is refused, not guessed: an hour decides which of two sessions came first. */
function readTime(cell: string): CellResult {
  if (utcTime.test(cell) && isRealDate(cell.slice(0, 10)))
    return { value: cell.length === 24 ? cell : `${cell.slice(0, 19)}.000Z` };
  const parts = isoTime.exec(cell);
  if (!parts) return { problem: text.notTime };
  const [, year, month, day, hour, minute, second = '00', fraction = '', offset = ''] = parts;
  if (!zone.test(offset)) return { problem: text.noZone };
  const hours = /^[+-]\d\d$/.test(offset) ? `${offset}:00` : offset.toUpperCase();
  const normal = /^[+-]\d{4}$/.test(hours) ? `${hours.slice(0, 3)}:${hours.slice(3)}` : hours;
  const date = `${year}-${month}-${day}`;
  const millis = fraction.padEnd(3, '0').slice(0, 3);
  const at = new Date(`${date}T${hour}:${minute}:${second}.${millis}${normal}`);
  if (Number.isNaN(at.getTime()) || !isRealDate(date)) return { problem: text.noSuchTime };
  const iso = at.toISOString();
  return iso.length === 24 ? { value: iso } : { problem: text.timeOutside };
}

/** Of a full time the day is kept, as it is written. */
function readDate(cell: string): CellResult {
  const offset = isoTime.exec(cell)?.[8];
  const day = offset === '' || (offset && zone.test(offset)) ? cell.slice(0, 10) : cell;
  return isRealDate(day) ? { value: day } : { problem: text.notDate };
}

function isRealDate(cell: string): boolean {
  if (!isoDate.test(cell)) return false;
  const month = cell.length === 4 ? 1 : Number(cell.slice(5, 7));
  const day = cell.length === 10 ? Number(cell.slice(8)) : 1;
  return day > 0 && day <= daysOf(Number(cell.slice(0, 4)), month);
}

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** 0 for a month that there is not. */
function daysOf(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (daysOfMonths[month - 1] ?? 0);
}

function readCode(cell: string, known: ReadonlySet<string>, problem: string): CellResult {
  const code = cell.toUpperCase();
  return known.has(code) ? { value: code } : { problem };
}

function readEnum(cell: string, values: readonly string[]): CellResult {
  const word = cell.toLowerCase();
  return values.includes(word) ? { value: word } : { problem: text.notOneOf(values) };
}

function readList(cell: string): CellResult {
  const items = cell
    .split('|')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  if (items.length > limits.list) return { problem: text.listTooLong(items.length, limits.list) };
  if (items.some((item) => item.length > limits.cell))
    return { problem: text.itemTooLong(limits.cell) };
  return { value: items };
}

function readIp(cell: string): CellResult {
  return isIp(cell) ? { value: canonicalIp(cell) } : { problem: text.notIp };
}
