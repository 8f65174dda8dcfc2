import ipaddr from 'ipaddr.js';
import { countries } from './countries.ts';
import { currencies } from './currencies.ts';

/** What a column of the contract may hold; the name is the one that docs and error messages use. */
export const cellKinds = [
  'id',
  'text',
  'long_text',
  'time',
  'date',
  'country',
  'currency',
  'decimal',
  'integer',
  'list',
  'enum',
  'ip',
  'hex',
] as const;
export type CellKind = (typeof cellKinds)[number];

/** What is stored for a cell: times as ISO 8601 in UTC with milliseconds, so that text order is time order. */
export type CellValue = string | number | string[];

export type CellResult = { value: CellValue } | { problem: string };

/** Longest id, cell and long text in characters, and the most items of a list (contract, "Identifiers"). */
export const limits = { id: 512, cell: 8_000, longText: 1_048_576, list: 1_000 } as const;

const isoTime = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(.*)$/;
const zone = /^(?:Z|z|[+-]\d\d(?::?\d\d)?)$/;
const isoDate = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;

/**
 * Reads one non-empty cell. A problem says what is wrong and what would be right, in words for the rejects file.
 * `values` are the allowed words of an `enum`.
 */
export function readCell(kind: CellKind, text: string, values?: readonly string[]): CellResult {
  const long = tooLong(kind, text);
  if (long) return { problem: long };
  switch (kind) {
    case 'id':
    case 'text':
    case 'long_text':
      return { value: text };
    case 'time':
      return readTime(text);
    case 'date':
      return isRealDate(text)
        ? { value: text }
        : { problem: 'is not a date; write it as 2024-05-31 (or 2024-05, 2024)' };
    case 'country':
      return readCode(text, countries, 'an ISO 3166-1 alpha-2 country code such as KR');
    case 'currency':
      return readCode(text, currencies, 'an ISO 4217 currency code such as USD');
    case 'decimal':
      return decimal.test(text)
        ? { value: Number(text) }
        : {
            problem: 'is not a number; write it with a point, without thousands marks, as 1250.50',
          };
    case 'integer':
      return /^[+-]?\d{1,15}$/.test(text)
        ? { value: Number(text) }
        : { problem: 'is not a whole number' };
    case 'list':
      return readList(text);
    case 'enum':
      return readEnum(text, values ?? []);
    case 'ip':
      return readIp(text);
    case 'hex':
      return /^[0-9a-fA-F]+$/.test(text)
        ? { value: text.toLowerCase() }
        : { problem: 'is not hexadecimal' };
  }
}

function tooLong(kind: CellKind, text: string): string | null {
  const most =
    kind === 'id'
      ? limits.id
      : kind === 'long_text'
        ? limits.longText
        : kind === 'list'
          ? limits.list * limits.cell
          : limits.cell;
  return text.length > most
    ? `is ${text.length.toLocaleString('en')} characters long; at most ${most.toLocaleString('en')} are kept`
    : null;
}

/** A time without a zone is refused, not guessed: an hour decides which of two sessions came first. */
function readTime(text: string): CellResult {
  const parts = isoTime.exec(text);
  if (!parts) return { problem: 'is not a time; write it as 2024-05-31T14:00:00Z' };
  const [, year, month, day, hour, minute, second = '00', fraction = '', offset = ''] = parts;
  if (!zone.test(offset))
    return { problem: 'has no time zone; end it with Z or an offset such as +09:00' };
  const hours = /^[+-]\d\d$/.test(offset) ? `${offset}:00` : offset.toUpperCase();
  const normal = /^[+-]\d{4}$/.test(hours) ? `${hours.slice(0, 3)}:${hours.slice(3)}` : hours;
  const date = `${year}-${month}-${day}`;
  const millis = fraction.padEnd(3, '0').slice(0, 3);
  const at = new Date(`${date}T${hour}:${minute}:${second}.${millis}${normal}`);
  if (Number.isNaN(at.getTime()) || !isRealDate(date))
    return { problem: 'is not a time that exists' };
  const iso = at.toISOString();
  return iso.length === 24 ? { value: iso } : { problem: 'lies outside the years 0 to 9999' };
}

function isRealDate(text: string): boolean {
  if (!isoDate.test(text)) return false;
  const full = text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text;
  const at = new Date(`${full}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(full);
}

function readCode(text: string, known: ReadonlySet<string>, what: string): CellResult {
  const code = text.toUpperCase();
  return known.has(code) ? { value: code } : { problem: `is not ${what}` };
}

function readEnum(text: string, values: readonly string[]): CellResult {
  const word = text.toLowerCase();
  return values.includes(word)
    ? { value: word }
    : { problem: `is not one of ${values.join(', ')}` };
}

function readList(text: string): CellResult {
  const items = text
    .split('|')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  if (items.length > limits.list)
    return { problem: `has ${items.length} items; at most ${limits.list} are kept` };
  if (items.some((item) => item.length > limits.cell))
    return { problem: `has an item of over ${limits.cell} characters` };
  return { value: items };
}

function readIp(text: string): CellResult {
  return ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text)
    ? { value: canonicalIp(text) }
    : { problem: 'is not an IPv4 or IPv6 address' };
}

/** An address as RFC 5952 writes it; the caller has checked that it is one. */
export function canonicalIp(text: string): string {
  const address = ipaddr.parse(text);
  return address.kind() === 'ipv6'
    ? (address as ipaddr.IPv6).toRFC5952String()
    : address.toString();
}
