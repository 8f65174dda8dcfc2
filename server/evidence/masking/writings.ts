/** In which forms a personal value may stand in texts, and what two writings of one have in common. */
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { MaskKind } from '../../../domain/schema/masks.ts';
import { addressTokens } from '../../detection/derive/entity-text.ts';
import { latin } from '../../graph/names/scripts.ts';

/** Two writings of one value have this in common. */
export function comparable(kind: MaskKind, value: string): string {
  switch (kind) {
    case 'email':
    case 'account_id':
    case 'birth_date':
      return folded(value.trim());
    case 'phone':
      return value.replaceAll(/\D/g, '') || folded(value.trim());
    case 'document_number':
      return lettersAndDigits(value);
    case 'address':
      return addressTokens(value).join(' ') || folded(value.trim());
    case 'name':
      return wordsOf(value).toSorted().join(' ') || folded(value.trim());
    case 'ip':
      return addressOrNetwork(value) ?? folded(value.trim());
  }
}

/** The forms in which the value may stand in sentences and in what was derived from it. */
export function writings(kind: MaskKind, value: string): string[] {
  switch (kind) {
    case 'document_number':
    case 'address':
      return [value, comparable(kind, value)];
    case 'name':
      return [value, latin(value), ...ordersOf(value)];
    case 'birth_date':
      return [value, ...daysAsWritten(value)];
    case 'ip':
      return [value, comparable(kind, value), value.replaceAll('.', '-')];
    case 'account_id':
      // As the key of a row has it that is made of several columns.
      return [value, value.replaceAll(/[\\|]/g, String.raw`\$&`)];
    case 'email':
    case 'phone':
      return [value];
  }
}

/** In lower case and without accents, of the same length. */
export function folded(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length && !/[^\0-\x7f]/.test(lower)) return lower;
  return Array.from(text, (sign) => {
    const small = sign.toLowerCase();
    const plain = small.normalize('NFD').replaceAll(/\p{M}/gu, '');
    return [plain, small].find(({ length }) => length === sign.length) ?? sign;
  }).join('');
}

function lettersAndDigits(text: string): string {
  return folded(text).replaceAll(/[^\p{L}\p{N}]/gu, '') || folded(text.trim());
}

/** A name of more words is written in another order by nobody. */
const mostWords = 4;

/** Its words as lists and passports order them: the last ones first, with a comma or without. */
function ordersOf(name: string): string[] {
  return [name.trim().split(/[\s,]+/), wordsOf(name)].flatMap((words) =>
    words.length < 2 || words.length > mostWords
      ? []
      : words.flatMap((_, at) => {
          const [last, first] = [words.slice(at).join(' '), words.slice(0, at).join(' ')];
          return at === 0 ? [last] : [`${last} ${first}`, `${last}, ${first}`];
        }),
  );
}

function wordsOf(name: string): string[] {
  return latin(name)
    .split(' ')
    .filter((word) => word !== '');
}

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** A whole day as registers, lists and people write it; a year or a month alone has no other writing that is told from a number. */
function daysAsWritten(date: string): string[] {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date.trim()) ?? [];
  const name = months[Number(month) - 1];
  if (!year || !month || !day || !name) return [];
  const [m, d] = [String(Number(month)), String(Number(day))];
  const named = [name, name.slice(0, 3)].flatMap((called) =>
    [d, day].flatMap((on) => [
      `${on} ${called} ${year}`,
      `${called} ${on}, ${year}`,
      `${on}-${called}-${year}`,
    ]),
  );
  const inFigures = ['.', '/', '-'].flatMap((sign) => [
    [day, month, year].join(sign),
    [d, m, year].join(sign),
    [month, day, year].join(sign),
    [m, d, year].join(sign),
    [year, month, day].join(sign),
  ]);
  return [...named, ...inFigures, `${year}${month}${day}`];
}

/** Null for what is neither; a number or a date may read like an address with fewer parts. */
export function addressOrNetwork(text: string): string | null {
  const [base = '', bits] = text.trim().split('/');
  if (!isIP(base)) return null;
  const address = ipaddr.process(base).toString();
  return bits === undefined ? address : `${address}/${bits}`;
}
