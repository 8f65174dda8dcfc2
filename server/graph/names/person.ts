import { align, joinAsIn, spelledAlike, type Word } from './alignment.ts';
import { areTwoNames } from './common-names.ts';
import { consonants, hasAbjad, hasHan, latin } from './scripts.ts';
import { charactersToSyllables, compareChinese, readChinese, type ChineseName } from './chinese.ts';
import { compareKorean, readKorean, type KoreanName } from './korean.ts';
import { editDistance } from './edit-distance.ts';
import { folded } from './folding.ts';
import { sameGivenName } from './given-names.ts';
import type { NameScore } from './score.ts';

/** Forms of address and trailing forms of no name. */
const titles = new Set(
  `mr mrs ms miss dr prof sir lord lady herr frau monsieur madame senor senora president general colonel gen col sheikh shaikh shaykh
  haji hajji mullah qari phd md esq jr sr ii iii llc sa ltd inc gmbh`.split(/\s+/),
);
/** Words that tie names to one another and name nobody. */
const particles = new Set(
  'al el ul bin ben ibn ould bint binti de da do dos di del della der den van von la le y e the af'.split(
    ' ',
  ),
);

/** Reading a name takes longer than comparing two; a list's names are compared again and again. */
const readingsKept = 50_000;

interface Reading {
  korean: KoreanName[];
  chinese: ChineseName[];
  words: string[];
}
const readings = new Map<string, Reading>();

function read(name: string): Reading {
  const kept = readings.get(name);
  if (kept) return kept;
  if (readings.size >= readingsKept) readings.clear();
  const reading = {
    korean: readKorean(name),
    chinese: readChinese(name),
    words: personWords(name),
  };
  readings.set(name, reading);
  return reading;
}

export function scorePersons(a: string, b: string): NameScore {
  const eastern = scoreEastern(a, b);
  if (eastern) return eastern;
  return scoreByWords(a, b);
}

/** Null unless both can be read as Korean, or both as Chinese. */
function scoreEastern(a: string, b: string): NameScore | null {
  const [one, other] = [read(a), read(b)];
  const korean = best(one.korean, other.korean, compareKorean);
  const chinese = best(one.chinese, other.chinese, compareChinese);
  if (korean === null && chinese === null) return null;
  // Where either language would do, the names must agree in both.
  const score = Math.min(korean ?? 1, chinese ?? 1);
  const language = korean === null ? 'Chinese' : chinese === null ? 'Korean' : 'East Asian';
  const reason =
    score === 1
      ? 'the same name'
      : score >= 0.9
        ? `spellings of one ${language} name`
        : score > 0.6
          ? `may be spellings of one ${language} name, or two names`
          : `${language} names that differ by a syllable`;
  return { score, reasons: [reason] };
}

function best<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): number | null {
  if (a.length === 0 || b.length === 0) return null;
  return Math.max(...a.flatMap((left) => b.map((right) => compare(left, right))));
}

function scoreByWords(a: string, b: string): NameScore {
  const bySounds = hasAbjad(a) !== hasAbjad(b) || hasTranscription(a) !== hasTranscription(b);
  const [one, other] = [read(a), read(b)];
  const [left, right] = [one.words, other.words];
  if (left.length === 0 || right.length === 0) return { score: 0, reasons: [] };
  if (left.join('') === right.join('')) return { score: 1, reasons: ['the same name'] };
  const [wordsA, wordsB] = [joinAsIn(left, right), joinAsIn(right, left)];
  const similarity = bySounds ? soundedAlike : personWordAlike;
  const strict = [one, other].some(({ korean, chinese }) => korean.length + chinese.length > 0);
  const least = strict ? 0.75 : 0.5;
  const { pairs, onlyA, onlyB } = align(weighed(wordsA), weighed(wordsB), similarity, least);
  if (pairs.length === 0) return { score: joinedScore(left, right), reasons: [] };
  const sum = (words: readonly Word[]) => words.reduce((total, { weight }) => total + weight, 0);
  const paired = sum(pairs.map((pair) => pair.a)) + sum(pairs.map((pair) => pair.b));
  let score =
    pairs.reduce((total, pair) => total + pair.similarity * (pair.a.weight + pair.b.weight), 0) /
    paired;
  const reasons = pairs.map((pair) =>
    pair.a.text === pair.b.text ? pair.a.text : `${pair.a.text} ~ ${pair.b.text}`,
  );
  const conflicts = Math.min(onlyA.length, onlyB.length);
  if (conflicts > 0) {
    const against = [...onlyA, ...onlyB].map(({ text }) => text).join(', ');
    reasons.push(`not in both: ${against}`);
    score *= 0.65 ** conflicts;
  }
  const fathers = new Set([...fathersNames(a), ...fathersNames(b)]);
  // A name given twice adds nothing, a father's name little: many leave it out.
  const added = (words: Word[]) =>
    words
      .filter(({ text }) => !pairs.some((pair) => pair.a.text === text || pair.b.text === text))
      .reduce((total, { text, weight }) => total + weight * (fathers.has(text) ? 0.5 : 1), 0);
  const [extra, of] =
    onlyA.length > onlyB.length
      ? [added(onlyA) - added(onlyB), sum(weighed(wordsA))]
      : [added(onlyB) - added(onlyA), sum(weighed(wordsB))];
  const leftOut = Math.max(0, extra / Math.max(1, of));
  if (leftOut > 0) {
    if (conflicts === 0) reasons.push('one name has more parts');
    score *= 1 - 0.55 * leftOut ** 2;
    const fewest = Math.min(wordsA.length, wordsB.length);
    if (fewest === 1) score = Math.min(score, 0.6);
  }
  // Initials alone fit many.
  if (pairs.every((pair) => pair.a.text.length === 1 || pair.b.text.length === 1))
    score = Math.min(score, 0.5);
  if (bySounds) score = Math.min(score, 0.95);
  return { score: Math.max(score, joinedScore(left, right)), reasons };
}

function fathersNames(name: string): string[] {
  const words = latin(name).split(' ');
  return words.filter(
    (word, index) =>
      /^(bin|ben|ibn|bint|ould)$/.test(words[index - 1] ?? '') ||
      /(ov|ev|yev)(ich|na|ych)$/.test(word),
  );
}

/** Names whose words are run together or parted elsewhere. */
function joinedScore(a: readonly string[], b: readonly string[]): number {
  if (a.length === b.length) return 0;
  const [left, right] = [a.join(''), b.join('')];
  const edits = editDistance(left, right);
  const longest = Math.max(left.length, right.length);
  return edits <= Math.min(2, longest / 8) ? 1 - edits / longest : 0;
}

function weighed(words: readonly string[]): Word[] {
  return words.map((text) => ({ text, weight: Math.min(9, text.length) }));
}

/** Foreign names that Chinese writes by sound, their parts parted by a dot. */
function hasTranscription(name: string): boolean {
  return hasHan(name) && /[·・•]/.test(name);
}

/** The words of a person's name that name somebody: without titles, particles, marks. */
export function personWords(name: string): string[] {
  const text = hasTranscription(name)
    ? name
        .split(/[·・•]/)
        .map((part) => charactersToSyllables(part).join(''))
        .join(' ')
    : name.replaceAll(/[·・•]/g, ' ');
  const abjad = hasAbjad(name);
  const plain = latin(text)
    .replaceAll(/\babd (?:al|el|ul|ar|as|ur)\b /g, 'abdul ')
    .split(' ')
    .filter((word) => word !== '');
  const joined: string[] = [];
  for (let at = 0; at < plain.length; at += 1) {
    const word = plain[at]!;
    const next = plain[at + 1];
    if (word === 'abdul' && next !== undefined) {
      joined.push(`abdul${next}`);
      at += 1;
    } else joined.push(word);
  }
  const kept = joined.filter((word) => !particles.has(word) && !(abjad && /^(bn|l)$/.test(word)));
  const named = kept.filter((word) => !titles.has(word));
  const words = named.length > 0 ? named : kept;
  return words.map((word) => (/[a-z]/.test(word) ? lettersFor(word) : word));
}

/** Digits among letters, as in a name made to slip past: Ig0r. */
function lettersFor(word: string): string {
  return word.replaceAll(/[0134579]/g, (digit) =>
    'oi__eas_tg'.charAt(Number(digit)).replace('_', digit),
  );
}

function personWordAlike(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length === 1) return long.startsWith(short) ? 0.8 : 0;
  if (sameGivenName(a, b)) return 0.9;
  if (a.startsWith('abdul') && b.startsWith('abdul') && short.length > 6)
    return personWordAlike(a.slice(5), b.slice(5));
  const [left, right] = [folded(a), folded(b)];
  if (left === right) return 0.96;
  if (areTwoNames(a, b)) return 0;
  return Math.max(spelledAlike(a, b), spelledAlike(left, right) * 0.98);
}

/** By consonants alone, where one of the two writes no vowels or only sounds. */
function soundedAlike(a: string, b: string): number {
  if (a === b) return 1;
  const sounds = [a, b].map((word) => consonants(word).replaceAll('r', 'l'));
  const [left = '', right = ''] = sounds;
  if (left.length < 2 || right.length < 2)
    return left === right && left !== '' ? 0.85 : spelledAlike(a, b) * 0.9;
  return left === right ? 0.95 : spelledAlike(left, right) * 0.9;
}
