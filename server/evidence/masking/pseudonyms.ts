/** Finds personal values in any text, in every writing they have there, and puts their pseudonyms in their place. */
import { createHmac } from 'node:crypto';
import AhoCorasick from 'modern-ahocorasick';
import type { MaskKind } from '../../../domain/schema/masks.ts';
import { addressTokens } from '../../detection/derive/entity-text.ts';
import type { PersonalValues } from './personal-values.ts';

/** A shorter value would be found inside words that are not it: it is replaced only where it is the whole text. */
const shortestInText = 4;
/** From this length on a value is found inside a longer word too. */
const shortestInWord = 8;
/** So many last digits tell a phone number, whatever country code or zero stands before them. */
const tellingDigits = 8;

const emails = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const numbers = /\+?\(?\d(?:[\s().\-/]{0,3}\d){6,}/g;
const prefixes = {
  email: 'email',
  phone: 'phone',
  document_number: 'document',
  address: 'address',
};

export interface Pseudonyms {
  /** The text with a pseudonym in the place of every value that is masked. */
  replaceIn: (text: string) => string;
  /** How many different values of each kind there are; two writings of one are one. */
  counts: Readonly<Partial<Record<MaskKind, number>>>;
}

/** `key` decides on the pseudonyms: the same value gets the same one under the same key, in whatever writing. */
export function pseudonyms(values: PersonalValues, key: Buffer): Pseudonyms {
  const named = (kind: MaskKind, value: string) => pseudonym(kind, value, key);
  const whole = new Map<string, string>();
  const phones = new Map<string, string>();
  const different = new Map([...values.keys()].map((kind) => [kind, new Set<string>()]));
  for (const [kind, texts] of values)
    for (const text of texts) {
      const name = named(kind, text);
      different.get(kind)?.add(name);
      for (const writing of writings(kind, text)) whole.set(folded(writing), name);
      if (kind === 'phone') phones.set(lastDigits(text), name);
    }
  const inText = matcher(whole);
  const anyEmail = values.has('email');
  return {
    counts: Object.fromEntries([...different].map(([kind, names]) => [kind, names.size])),
    replaceIn: remembered((text) => {
      const known = whole.get(folded(text.trim()));
      if (known !== undefined) return known;
      const rest = anyEmail
        ? text.replace(emails, (found) => whole.get(folded(found)) ?? named('email', found))
        : text;
      const withoutPhones =
        phones.size > 0
          ? rest.replace(numbers, (found) => phones.get(lastDigits(found)) ?? found)
          : rest;
      return replaceMatches(inText, withoutPhones);
    }),
  };
}

/** Column names, addresses and ids come back in row after row; so many texts are remembered. */
const mostRemembered = 50_000;

function remembered(replace: (text: string) => string): (text: string) => string {
  const before = new Map<string, string>();
  return (text) => {
    const known = before.get(text);
    if (known !== undefined) return known;
    const replaced = replace(text);
    if (before.size === mostRemembered) before.clear();
    before.set(text, replaced);
    return replaced;
  };
}

function pseudonym(kind: MaskKind, value: string, key: Buffer): string {
  const digest = createHmac('sha256', key).update(`${kind}\n${comparable(kind, value)}`);
  return `${prefixes[kind]}-${digest.digest('hex').slice(0, 12)}`;
}

/** What two writings of one value have in common. */
function comparable(kind: MaskKind, value: string): string {
  switch (kind) {
    case 'email':
      return folded(value.trim());
    case 'phone':
      return value.replaceAll(/\D/g, '') || folded(value.trim());
    case 'document_number':
      return lettersAndDigits(value);
    case 'address':
      return addressTokens(value).join(' ') || folded(value.trim());
  }
}

/** The forms in which the value may stand in sentences and in what was derived from it. */
function writings(kind: MaskKind, value: string): string[] {
  return kind === 'document_number' || kind === 'address'
    ? [value, comparable(kind, value)]
    : [value];
}

function lettersAndDigits(text: string): string {
  return folded(text).replaceAll(/[^\p{L}\p{N}]/gu, '') || folded(text.trim());
}

function lastDigits(text: string): string {
  return text.replaceAll(/\D/g, '').slice(-tellingDigits);
}

/** In lower case, of the same length. */
function folded(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (sign) => {
    const small = sign.toLowerCase();
    return small.length === sign.length ? small : sign;
  }).join('');
}

function matcher(whole: ReadonlyMap<string, string>): AhoCorasick<string> {
  const patterns = [...whole].filter(([text]) => text.length >= shortestInText);
  return new AhoCorasick(
    patterns.map(([pattern, data]) => ({ pattern, data })),
    {
      boundary: ({ pattern, first, last, left, right }) =>
        pattern.length >= shortestInWord || !(joins(left, first) || joins(last, right)),
    },
  );
}

/** Whether two neighbours are parts of one word. */
function joins(left: string | undefined, right: string | undefined): boolean {
  return inWord(left) && inWord(right);
}

function inWord(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
}

function replaceMatches(inText: AhoCorasick<string>, text: string): string {
  const matches = inText.search(folded(text), { strategy: 'leftmost-longest' });
  let replaced = '';
  let from = 0;
  for (const { start, end, data } of matches) {
    replaced += text.slice(from, start) + (data ?? '');
    from = end;
  }
  return replaced + text.slice(from);
}
