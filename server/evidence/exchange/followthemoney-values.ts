/** Values as FollowTheMoney's own validation accepts them. */
import { domainToASCII } from 'node:url';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { countries } from '../../../domain/schema/countries.ts';
import { followTheMoneySchemata } from '../../../domain/schema/follow-the-money.ts';

/** What kind of value a property of that model holds: one of nodes, or of links. */
const kinds: Readonly<Record<string, Kind>> = {
  ...Object.fromEntries(Object.values(followTheMoneySchemata).flatMap(Object.entries<Kind>)),
  topics: 'line',
  subject: 'line',
  object: 'line',
  role: 'line',
  recordId: 'line',
};

type Kind = keyof typeof written;

/** How many code points a value may have. */
const most = { line: 1024, name: 384, text: 65_000, identifier: 64, address: 250, url: 4096 };

const written = {
  line: (text: string) => within(most.line, text),
  name: (text: string) => within(most.name, text),
  text: (text: string) => within(most.text, text),
  identifier: (text: string) => within(most.identifier, text),
  address: (text: string) => within(most.address, text),
  url: (text: string) => (isUrl(text) ? within(most.url, text) : null),
  country: (text: string) => (countries.has(text.toUpperCase()) ? text.toLowerCase() : null),
  date: writtenDate,
  email: writtenEmail,
  phone: writtenPhone,
} as const;

/** Null for what validation there would refuse. */
export function accepted(property: string, text: string): string | null {
  return written[kinds[property]!](text);
}

/** A text in pieces that its property may hold. */
export function inPieces(text: string): string[] {
  const points = Array.from(text);
  const pieces: string[] = [];
  for (let at = 0; at < points.length; at += most.text)
    pieces.push(points.slice(at, at + most.text).join(''));
  return pieces;
}

function within(limit: number, text: string): string | null {
  // Only a text of more units can have more code points.
  return text.length <= limit || Array.from(text).length <= limit ? text : null;
}

/** Days and times there are of UTC, which they do not say, and of a year that its library takes for one. */
function writtenDate(text: string): string | null {
  const plain = text.replace(/(\.\d+)?Z$/, '');
  if (!/^[1-9]\d{3}(?:-\d{2}){0,2}(?:T\d{2}(?::\d{2}){0,2})?$/.test(plain)) return null;
  return plain.startsWith('9999') || !isOnCalendar(plain.slice(0, 10)) ? null : plain;
}

function isOnCalendar(day: string): boolean {
  const [year, month = '01', date = '01'] = day.split('-');
  const whole = `${year}-${month}-${date}`;
  const read = new Date(`${whole}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(whole);
}

/**
 * E.164, of a number that says its country itself: to take that from where somebody says they live would be a guess, and
 * might make it the number of somebody else. With an extension it is more than that form can hold.
 */
function writtenPhone(text: string): string | null {
  const number = parsePhoneNumberFromString(text, { extract: false });
  return number?.isValid() && !number.ext ? number.number : null;
}

function writtenEmail(text: string): string | null {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  const isLocal = at > 0 && /^[^<>()[\],;:?\s@"]{1,64}$/u.test(local);
  return isLocal && isMailDomain(domain) ? text.toLowerCase() : null;
}

/** As IDNA 2008 has it, of two labels at least, the last of which is no number. */
function isMailDomain(domain: string): boolean {
  const labels = domainToASCII(domain).split('.');
  const isLabel = (label: string) =>
    /^(?:xn--[a-z0-9-]+|(?!..--)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)$/.test(label) && label.length < 64;
  const last = labels.at(-1) ?? '';
  return (
    labels.length > 1 &&
    last.length > 1 &&
    !/^\d+$/.test(last) &&
    labels.every(isLabel) &&
    /^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)
  );
}

function isUrl(text: string): boolean {
  if (!/^https?:\/\/[^\s/]+/i.test(text) || /\s/.test(text) || !URL.canParse(text)) return false;
  const { hostname } = new URL(text);
  return hostname.split('.').every((label) => label !== '');
}
