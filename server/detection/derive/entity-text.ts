import { countries } from '../../../domain/schema/countries.ts';
import { editDistance } from '../../graph/names/edit-distance.ts';
import { latin } from '../../graph/names/scripts.ts';

/** How names, addresses and contacts are made comparable. Equality after this is what ties two rows. */

const companySuffixes = new Set(
  `co company corp corporation inc incorporated llc ltd limited llp plc gmbh ag sa sarl srl spa bv nv oy ab as
   ooo oao zao pao ao kk pte pty jsc cjsc ojsc`.split(/\s+/),
);

/** The dots within S.A.R.L. and L.L.C. */
const dotsOfInitials = /(?<=(?<!\p{L})\p{L})\.(?=\p{L}(?!\p{L}))/gu;

const addressWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    rd: 'road',
    st: 'street',
    str: 'street',
    ave: 'avenue',
    av: 'avenue',
    blvd: 'boulevard',
    ln: 'lane',
    dr: 'drive',
    bldg: 'building',
    fl: 'floor',
    apt: 'apartment',
    ste: 'suite',
    // Chinese and Russian words that some sources write by sound and some translate.
    lu: 'road',
    jie: 'street',
    dajie: 'avenue',
    dadao: 'avenue',
    dong: 'east',
    xi: 'west',
    nan: 'south',
    bei: 'north',
    ulitsa: 'street',
    ul: 'street',
    prospekt: 'avenue',
    pr: 'avenue',
    pereulok: 'lane',
    per: 'lane',
  }),
);
const addressNoise = new Set(['no', 'nr', 'num', 'number', 'the', 'hao', 'house', 'dom', 'd']);

const countryNames = new Set(
  [...countries].map((code) =>
    new Intl.DisplayNames('en', { type: 'region' }).of(code)!.toLowerCase(),
  ),
);

function words(text: string): string[] {
  return latin(text)
    .split(' ')
    .filter((word) => word !== '');
}

/** A company's name without case, accents, punctuation and legal form. */
export function companyKey(name: string): string {
  const all = words(name.replace(dotsOfInitials, ''));
  const bare = all.filter((word) => !companySuffixes.has(word));
  return (bare.length > 0 ? bare : all).join(' ');
}

/** A person's name without case, accents, punctuation and order: lists write the family name first. */
export function personKey(name: string): string {
  return words(name).sort().join(' ');
}

/**
 * The words of an address, abbreviations spelled out, in alphabetical order, each once. The country's name
 * is left out: some sources write it, some keep it in a column of its own.
 */
export function addressTokens(address: string): string[] {
  const parts = address.split(',').filter((part) => !countryNames.has(part.trim().toLowerCase()));
  const spelled = words(parts.join(' '))
    .map((word) => word.replace(/^(\d+)hao$/, '$1'))
    .map((word) => addressWords.get(word) ?? word)
    .filter((word) => !addressNoise.has(word));
  return [...new Set(spelled)].sort();
}

/** The words of an address that hold a digit, which no spelling changes, and the others. */
export interface AddressParts {
  numbers: string[];
  words: string[];
}

export function addressParts(tokens: readonly string[]): AddressParts {
  const numbered = (word: string) => /\d/.test(word);
  return { numbers: tokens.filter(numbered), words: tokens.filter((word) => !numbered(word)) };
}

/**
 * How alike two addresses are, in [0, 1], where one may be romanised otherwise, with other breaks between words,
 * or leave parts out. 0 unless every number of the shorter is in the longer.
 */
export function addressLikeness(a: AddressParts, b: AddressParts): number {
  const [few, many] = a.numbers.length <= b.numbers.length ? [a, b] : [b, a];
  if (few.numbers.length === 0 || !few.numbers.every((number) => many.numbers.includes(number)))
    return 0;
  const lettersOf = (parts: AddressParts) => parts.words.join('').length;
  const [less, more] = lettersOf(a) <= lettersOf(b) ? [a, b] : [b, a];
  if (less.words.length < 3) return 0;
  const found = less.words.filter(
    (word) => isWithin(word, more.words) || isMadeOf(word, more.words),
  );
  const covered = found.join('').length / Math.max(1, lettersOf(less));
  // The words of a run that makes up one of the other's count too.
  const joined = less.words.filter(
    (word) =>
      !found.includes(word) && more.words.some((long) => isPartOfRun(word, long, less.words)),
  );
  return Math.min(1, covered + joined.join('').length / Math.max(1, lettersOf(less)));
}

function isWithin(word: string, words: readonly string[]): boolean {
  return words.some(
    (other) => word === other || (word.length >= 6 && editDistance(word, other) <= 1),
  );
}

/** Whether a long word is the sum of some of the other's, in any order: changbaishan of bai, chang, shan. */
function isMadeOf(long: string, words: readonly string[]): boolean {
  if (long === '') return true;
  return words.some(
    (word) =>
      word.length >= 2 &&
      word.length <= long.length &&
      long.startsWith(word) &&
      isMadeOf(long.slice(word.length), words),
  );
}

function isPartOfRun(word: string, long: string, words: readonly string[]): boolean {
  return long.length > word.length && long.includes(word) && isMadeOf(long, words);
}

export function digitsAndLetters(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Comparable forms of a party's contacts, each with its kind in front. */
export function contactKeys(contacts: {
  email: string | null;
  phone: string | null;
  website: string | null;
}): string[] {
  const keys: string[] = [];
  if (contacts.email) keys.push(`e-mail ${contacts.email.trim().toLowerCase()}`);
  const digits = contacts.phone?.replace(/\D/g, '') ?? '';
  if (digits.length >= 7) keys.push(`phone +${digits}`);
  const site = contacts.website
    ?.trim()
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/\/+$/, '');
  if (site) keys.push(`website ${site}`);
  return keys;
}
