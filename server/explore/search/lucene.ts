/**
 * From a person's words to a Lucene query over the words of `keys.ts`. The words are data: whatever Lucene would read
 * as syntax is escaped, so that no text can ask more than "nodes that hold these words".
 */
import {
  folded,
  isUnparted,
  longestWord,
  pairsOf,
  phoneDigits,
  respelled,
  reversed,
  runTogether,
  wordsOf,
} from '../../graph/search-keys/folding.ts';
import { phoneEnd } from '../../graph/search-keys/keys.ts';
import { joined, koreanReadings, romanised } from '../../graph/search-keys/names.ts';

/** What Lucene's query parser gives a meaning, in a word or between words. */
const syntax = /[+\-!(){}[\]^"~*?:\\/&|<>=]/g;

/** More words than this narrow nothing down further and only cost. */
const mostWords = 12;
/** Words that are run together in all ways are a name's. */
const mostNamed = 4;
/** Of a number that is written with its country, so many digits may be the country's. */
const countryDigits = 3;
const fewestOfNumber = 7;

/** Nodes that hold all of the words, whole or as a beginning, in one writing or another; null for punctuation alone. */
export function exactQuery(text: string): string | null {
  const pieces = piecesOf(text);
  if (pieces.length === 0) return null;
  const ways = [
    all(pieces.map(pieceQuery)),
    ...runTogetherQuery(text),
    ...phoneQuery(text),
    ...nameQueries(text),
  ];
  return ways.map((way) => `(${way})`).join(' OR ');
}

/** As `exactQuery`, with a slip in words of four letters and two in words of eight; null where no word is long enough. */
export function similarQuery(text: string): string | null {
  const words = wordsOf(folded(text)).slice(0, mostWords);
  if (!words.some((word) => slipsIn(word) > 0)) return null;
  return all(
    words.map((word) => {
      const slips = slipsIn(word);
      return slips === 0 ? wordQuery(word) : `${wordQuery(word)} OR ${escaped(word)}~${slips}`;
    }),
  );
}

/** Texts that hold all of the words as they are written, the last of them as a beginning too. */
export function textQuery(text: string): string | null {
  const pieces = text
    .split(/\s+/)
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece))
    .slice(0, mostWords);
  if (pieces.length === 0) return null;
  const last = pieces.length - 1;
  return all(
    pieces.map((piece, at) => {
      const begins = at === last && /^[\p{L}\p{N}]{3,}$/u.test(piece);
      return `"${escaped(piece)}"${begins ? ` OR ${escaped(folded(piece))}*` : ''}`;
    }),
  );
}

/** Only what holds the word besides. */
export function within(word: string, query: string): string {
  return `+${escaped(word)} +(${query})`;
}

function piecesOf(text: string): string[] {
  return folded(text)
    .split(/\s+/)
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece))
    .map((piece) => piece.slice(0, longestWord))
    .slice(0, mostWords);
}

const all = (ways: readonly string[]) => ways.map((way) => `+(${way})`).join(' ');

/** What holds no blank: as it is, or each of its words. */
function pieceQuery(piece: string): string {
  const ways = [`${escaped(piece)}^8`];
  if (piece.length > 1 || isUnparted(piece)) ways.push(`${escaped(piece)}*^4`);
  if (isUnparted(piece)) {
    const pairs = pairsOf(piece);
    if (pairs.length > 1) ways.push(`(${all(pairs.map(escaped))})`);
  }
  const words = wordsOf(piece);
  // An address, or a block of them: its pieces are in every other one.
  const isNumber = /^[\d.:/]+$/.test(piece);
  if (!isNumber && words.length > 0 && words.join() !== piece)
    ways.push(`(${all(words.map(wordQuery))})`);
  return ways.join(' OR ');
}

function wordQuery(word: string): string {
  return word.length < 3 ? escaped(word) : `${escaped(word)}^2 OR ${escaped(word)}*`;
}

/** "P 1234-567" as "p1234567". */
function runTogetherQuery(text: string): string[] {
  const whole = folded(text);
  const together = runTogether(whole);
  const tells = together.length >= 6 || /\p{L}.{3}/u.test(together);
  if (together === whole || !tells || !/\d/.test(together)) return [];
  return [`${escaped(together)}^8 OR ${escaped(together)}*`];
}

function phoneQuery(text: string): string[] {
  const digits = phoneDigits(text);
  if (digits === null) return [];
  const ends = [`${escaped(phoneEnd + reversed(digits))}*`];
  for (let left = 1; left <= countryDigits; left += 1)
    if (digits.length - left >= fewestOfNumber) ends.push(escaped(digits.slice(left)));
  return [[`${escaped(digits)}^8`, ...ends].join(' OR ')];
}

/** Words run together or parted elsewhere, and a name as other scripts write it. */
function nameQueries(text: string): string[] {
  const words = wordsOf(folded(text));
  if (words.length > mostNamed || !/\p{L}/u.test(text)) return [];
  const spelled = respelled(text);
  const ways = [
    ...romanised(text),
    ...(spelled === null ? [] : [wordsOf(spelled)]),
    ...words.slice(1).map((_, at) => runAt(words, at)),
  ];
  const readings = koreanReadings(text);
  const whole = joined(words).at(-1);
  return [
    ...(whole === undefined ? [] : [`${escaped(whole)}^8`]),
    ...ways.map((way) => all(way.slice(0, mostWords).map(wordQuery))),
    ...(readings.length > 0
      ? [readings.map((reading) => `${escaped(reading)}^3`).join(' OR ')]
      : []),
  ];
}

/** The words with the one at that place and the next run together. */
function runAt(words: readonly string[], at: number): string[] {
  return [...words.slice(0, at), words[at]! + words[at + 1]!, ...words.slice(at + 2)];
}

function slipsIn(word: string): number {
  if (!/^\p{L}+$/u.test(word) || isUnparted(word)) return 0;
  return word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
}

function escaped(text: string): string {
  return text.replaceAll(syntax, '\\$&');
}
