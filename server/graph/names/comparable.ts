import { readChinese } from './chinese.ts';
import { readKorean } from './korean.ts';
import { folded } from './folding.ts';
import { personWords } from './person.ts';
import { hasHan, hasHangul } from './scripts.ts';

/** Scripts whose romanisation gives the words as others spell them, near enough. */
const spelledOut =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Georgian}\p{Script=Armenian}\p{Script=Common}\p{Script=Inherited}]*$/u;

/**
 * Whether a difference between two names means anything: two of one script, or of scripts that can be read as
 * one. A name in characters is compared with Latin letters only where these can be Chinese, for the same
 * characters are read otherwise in Japanese or Cantonese.
 */
export function namesComparable(a: string, b: string): boolean {
  const plain = [a, b].map((name) => spelledOut.test(name));
  if (plain.every((each) => each)) return true;
  if (hasHangul(a) || hasHangul(b)) return readKorean(a).length > 0 && readKorean(b).length > 0;
  if (hasHan(a) && hasHan(b)) return true;
  if (hasHan(a) || hasHan(b)) return readChinese(a).length > 0 && readChinese(b).length > 0;
  return scriptsOf(a) === scriptsOf(b);
}

const scripts = [
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Thai',
  'Khmer',
  'Ethiopic',
  'Bengali',
  'Tamil',
  'Latin',
] as const;

function scriptsOf(name: string): string {
  return scripts.filter((script) => new RegExp(`\\p{Script=${script}}`, 'u').test(name)).join(' ');
}

/** One word in common: a family name or a given one. */
export function partInCommon(a: string, b: string): boolean {
  const words = new Set(personWords(a).map(folded));
  return personWords(b).some((word) => word.length > 1 && words.has(folded(word)));
}
