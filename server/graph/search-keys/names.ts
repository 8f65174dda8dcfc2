/** How else a name may be written: in Latin letters, by its syllables, run together. */
import { koreanKeys } from '../names/korean.ts';
import { charactersToSyllables } from '../names/chinese.ts';
import { hasHan, latin } from '../names/scripts.ts';
import { folded, isPlain, longestWord, respelled, wordsOf } from './folding.ts';

/** Names of more words are of companies, or no names. */
const mostWords = 5;
/** A name in Latin letters may be read as Korean in many ways; the first are the likeliest. */
const mostReadings = 12;

/** The words of a name in Latin letters, as each of its romanisations writes them. */
export function romanised(name: string): string[][] {
  if (isPlain(name)) return [];
  const ways = [wordsOf(latin(name))];
  const spelled = respelled(name);
  if (spelled !== null) ways.push(wordsOf(latin(spelled)));
  if (hasHan(name)) ways.push(...ofCharacters(name));
  return ways.filter((words) => words.length > 0);
}

/** 王小明: "wang xiaoming", and each syllable for itself. */
function ofCharacters(name: string): string[][] {
  const syllables = charactersToSyllables(folded(name).replaceAll(/\s+/g, '')).flatMap(wordsOf);
  if (syllables.length < 2 || syllables.length > 12) return [syllables];
  const [family = '', ...given] = syllables;
  return [[family, given.join('')], syllables, [syllables.join('')]];
}

/** Neighbouring words run together, and all of them: "min jun" is found as "minjun". */
export function joined(words: readonly string[]): string[] {
  if (words.length < 2 || words.length > mostWords) return [];
  const pairs = words.slice(1).map((word, at) => words[at]! + word);
  return [...pairs, words.join('')].map((word) => word.slice(0, longestWord));
}

/** One word for each way to read the name as Korean: 김민준, Kim Min-jun and Gim Minjoon have one in common. */
export function koreanReadings(name: string): string[] {
  if (name.length > 60) return [];
  return koreanKeys(name)
    .slice(0, mostReadings)
    .map((key) => `ko:${key.replaceAll(/[^\p{L}\p{N}]+/gu, '.')}`);
}
