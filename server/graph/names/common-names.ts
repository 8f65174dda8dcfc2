/** Names that so many people bear that another such name is another name, and no slip. */
import { readFileSync } from 'node:fs';
import { editDistance } from './edit-distance.ts';
import { folded } from './folding.ts';
import { consonants } from './scripts.ts';

const common = new Set(
  readFileSync(new URL('frequent/names.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(' ')),
);

/** From so many letters on, consonants alone tell names apart; in shorter ones the vowels do: Tim and Tom. */
const leastSkeleton = 5;

/** Whether both are well known, and no spellings of one: Maria and Garcia, Daniel and Daniela, Flores and Torres. */
export function areTwoNames(a: string, b: string): boolean {
  const known = [a, b].filter((word) => common.has(word)).length;
  if (known === 0 || areVariants(a, b)) return false;
  return known === 2 || isFar(a, b);
}

/** Of few letters the first sounds otherwise, and one more: Garcia and Sarria. Slips seldom begin a name. */
function isFar(a: string, b: string): boolean {
  const [left, right] = [sounds(a), sounds(b)];
  return (
    left.charAt(0) !== right.charAt(0) &&
    Math.max(left.length, right.length) < 8 &&
    editDistance(left, right) > 1
  );
}

/** Alike in sound; a last vowel often tells a woman's name from a man's. */
function areVariants(a: string, b: string): boolean {
  if (sounds(a) === sounds(b) || withParticle(a, b) || withParticle(b, a)) return true;
  return (
    Math.min(a.length, b.length) >= leastSkeleton &&
    consonants(a) === consonants(b) &&
    lastVowel(a) === lastVowel(b)
  );
}

/** What romanisations, and spelling by ear, write either way. */
function sounds(word: string): string {
  return folded(word)
    .replaceAll('x', 'ks')
    .replaceAll('h', '')
    .replaceAll('z', 's')
    .replaceAll('e', 'i')
    .replaceAll('o', 'u')
    .replaceAll('v', 'b')
    .replaceAll(/(.)\1+/g, '$1');
}

function lastVowel(word: string): string {
  return /[ao]$/.exec(word)?.[0] ?? '';
}

/** Deleón beside León: the little word is written as part of the name. */
function withParticle(long: string, short: string): boolean {
  return (
    /^(?:de|del|la|di|da|van|von|al|el)$/.test(long.slice(0, -short.length)) && long.endsWith(short)
  );
}
