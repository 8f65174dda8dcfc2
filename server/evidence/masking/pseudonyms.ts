/** Finds personal values in any text, in every writing they have there, and puts their pseudonyms in their place. */
import { createHmac } from 'node:crypto';
import AhoCorasick from 'modern-ahocorasick';
import { formatRef, parseRef } from '../../../domain/schema/graph.ts';
import type { MaskKind } from '../../../domain/schema/masks.ts';
import type { PersonalValues } from './personal-values.ts';
import { addressOrNetwork, comparable, folded, writings } from './writings.ts';

/** A shorter value would be found inside words that are not it: as a word by itself, in its own letters, a name or an id is replaced. */
const shortestInText = 4;
/** From this length on a value is found inside a longer word too. */
const shortestInWord = 8;
/** Figures are in every text: an id that is a number is found there from this length on, and else where it stands alone. */
const shortestNumber = 6;
/** So many last digits tell a phone number, whatever country code or zero stands before them. */
const tellingDigits = 8;

const emails = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const numbers = /\+?\(?\d(?:[\s().\-/]{0,3}\d){6,}/g;
/** The version of a program, after its name and a slash, reads alike. */
const fourNumbers = /(?<![\d.]|[a-z]\/)(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2})?(?!\d|\.\d)/gi;
/** Runs of what the longer addresses are written with; which of them is one is asked of each. */
const groups = /[\da-f:.]{2,}(?:\/\d{1,3})?/gi;
/** What findings and clusters are called: digests, by which one could try ids of accounts. */
const digests = /\b(?:F|C)-[\da-f]{16}\b/g;
const words = /[\p{L}\p{N}_]+/gu;

const prefixes = {
  email: 'email',
  phone: 'phone',
  document_number: 'document',
  address: 'address',
  name: 'name',
  birth_date: 'birth-date',
  ip: 'ip',
  account_id: 'account',
} as const satisfies Record<MaskKind, string>;

export interface Pseudonyms {
  /** The text with a pseudonym in the place of every value that is masked. */
  replaceIn: (text: string) => string;
  /** How many different values of each kind there are; two writings of one are one. */
  counts: Readonly<Partial<Record<MaskKind, number>>>;
}

/** `key` decides on the pseudonyms: the same value gets the same one under the same key, in whatever writing. */
export function pseudonyms(values: PersonalValues, key: Buffer): Pseudonyms {
  const named = (kind: MaskKind, value: string) =>
    pseudonym(prefixes[kind], `${kind}\n${comparable(kind, value)}`, key);
  const known = knownValues(values, named);
  const inText = matcher(known, () => true);
  // Before a text is parted.
  const inWhole = matcher(known, (text) => text.includes('|'));
  const steps = stepsFor(values, known, named, key);
  const replaceIn = remembered((text) => {
    const whole = known.whole.get(folded(text.trim()));
    if (whole !== undefined) return whole;
    // Keys of rows and cells of lists: each part by itself.
    const parts = (text.includes('|') ? replaceMatches(inWhole, text) : text).split(/(?<!\\)\|/);
    if (parts.length > 1) return parts.map(replaceIn).join('|');
    const [one = ''] = parts;
    const ref = parseRef(one);
    if (ref) return formatRef({ ...ref, id: replaceIn(ref.id) });
    const rest = steps.reduce((before, step) => step(before), one);
    return replaceMatches(inText, rest);
  });
  return { counts: known.counts, replaceIn };
}

type Named = (kind: MaskKind, value: string) => string;

interface Known {
  /** By every writing, in lower case. */
  whole: ReadonlyMap<string, string>;
  /** Those of them that are looked for inside texts; `within` longer words too, or as words by themselves. */
  inText: ReadonlyMap<string, { name: string; within: boolean }>;
  /** Short ones, as they are written. */
  short: ReadonlyMap<string, string>;
  /** By the last digits. */
  phones: ReadonlyMap<string, string>;
  counts: Pseudonyms['counts'];
}

/** A value that is of several kinds has the pseudonym of the first, so that it is one everywhere. */
function knownValues(values: PersonalValues, named: Named): Known {
  const whole = new Map<string, string>();
  const inText = new Map<string, { name: string; within: boolean }>();
  const short = new Map<string, string>();
  const phones = new Map<string, string>();
  const counts: Partial<Record<MaskKind, number>> = {};
  for (const [kind, texts] of values) {
    const different = new Set<string>();
    for (const text of texts) {
      const own = named(kind, text);
      different.add(own);
      const name = whole.get(folded(text.trim())) ?? own;
      if (kind === 'phone') phones.set(lastDigits(text), name);
      for (const writing of writings(kind, text)) {
        const plain = folded(writing);
        const as = whole.get(plain) ?? name;
        whole.set(plain, as);
        if (isFound(kind, writing)) inText.set(plain, { name: as, within: isWithin(kind, plain) });
        else if (isShortWord(kind, writing)) short.set(writing, as);
      }
    }
    counts[kind] = different.size;
  }
  return { whole, inText, short, phones, counts };
}

/** Scripts that part words by nothing. */
const unparted = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{2}/u;

function isFound(kind: MaskKind, text: string): boolean {
  if (kind === 'account_id' && /^\d+$/.test(text)) return text.length >= shortestNumber;
  // A year by itself may be any number.
  if (kind === 'birth_date' && /^\d{1,7}$/.test(text)) return false;
  return text.length >= shortestInText || (kind === 'name' && unparted.test(text));
}

/** What is made of numbers may be a part of another one. */
function isWithin(kind: MaskKind, text: string): boolean {
  if (kind === 'birth_date' || kind === 'ip') return false;
  return text.length >= shortestInWord || unparted.test(text);
}

function isShortWord(kind: MaskKind, text: string): boolean {
  const told = kind === 'name' || kind === 'account_id';
  return told && text.length > 1 && /^[\p{L}\p{N}_]+$/u.test(text) && /\p{L}/u.test(text);
}

type Step = (text: string) => string;

/** What is found by its form, known or not, before the values themselves are. */
function stepsFor(
  values: PersonalValues,
  { whole, short, phones }: Known,
  named: Named,
  key: Buffer,
): Step[] {
  const steps: Step[] = [];
  if (values.has('email'))
    steps.push((text) =>
      text.replace(emails, (found) => whole.get(folded(found)) ?? named('email', found)),
    );
  if (values.has('ip')) steps.push((text) => withoutAddresses(text, named));
  if (phones.size > 0)
    steps.push((text) => text.replace(numbers, (found) => phones.get(lastDigits(found)) ?? found));
  if (values.has('account_id'))
    steps.push((text) =>
      text.replace(digests, (found) =>
        pseudonym(found.startsWith('F') ? 'finding' : 'cluster', `digest\n${found}`, key),
      ),
    );
  if (short.size > 0)
    steps.push((text) => text.replace(words, (found) => short.get(found) ?? found));
  return steps;
}

/** Addresses and networks, known or not. */
function withoutAddresses(text: string, named: Named): string {
  const replace = (found: string) =>
    addressOrNetwork(found) === null ? found : named('ip', found);
  return text.replace(fourNumbers, replace).replace(groups, (found) => {
    if (!/:.*:/.test(found)) return found;
    const end = /(?<!:)[.:]$/.test(found) ? found.slice(-1) : '';
    return replace(end === '' ? found : found.slice(0, -1)) + end;
  });
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

function pseudonym(prefix: string, of: string, key: Buffer): string {
  const digest = createHmac('sha256', key).update(of);
  return `${prefix}-${digest.digest('hex').slice(0, 12)}`;
}

function lastDigits(text: string): string {
  return text.replaceAll(/\D/g, '').slice(-tellingDigits);
}

function matcher({ inText }: Known, takes: (text: string) => boolean): AhoCorasick<string> {
  const patterns = [...inText].filter(([pattern]) => takes(pattern));
  return new AhoCorasick(
    patterns.map(([pattern, { name }]) => ({ pattern, data: name })),
    {
      boundary: ({ pattern, first, last, left, right }) =>
        inText.get(pattern)?.within === true || !(joins(left, first) || joins(last, right)),
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
