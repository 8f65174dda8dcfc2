/** One writing for what people write differently: without case, accents and the width of letters. */
import { hasHan, simplified } from '../names/scripts.ts';

export function folded(text: string): string {
  // Nothing else of it could be written otherwise, and most texts are so.
  if (isPlain(text)) return text.toLowerCase();
  return simplified(
    text.normalize('NFKD').replaceAll(/\p{M}/gu, '').normalize('NFC').toLowerCase(),
  );
}

const plain = /^[\x20-\x7e]*$/;

/** Whether it holds nothing but what any keyboard has. */
export function isPlain(text: string): boolean {
  return plain.test(text);
}

/** As German and the Nordic languages write the letters that a keyboard lacks; null where there are none. */
export function respelled(text: string): string | null {
  if (!/[äöüßåøæœ]/i.test(text)) return null;
  const spelled = text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replaceAll('å', 'aa')
    .replaceAll('ø', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe');
  return folded(spelled);
}

/** Longer words are cut: what is longer is an id, which is looked up whole. */
export const longestWord = 100;

/** The words of a folded text: runs of letters and digits. */
export function wordsOf(folded: string): string[] {
  return folded
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.slice(0, longestWord));
}

/** Chinese parts no words, and Korean joins family and given name. */
export function isUnparted(word: string): boolean {
  return (
    !isPlain(word) &&
    (hasHan(word) || /[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word))
  );
}

/** Every two letters that stand side by side. */
export function pairsOf(word: string): string[] {
  const letters = Array.from(word);
  return letters.slice(1).map((letter, at) => letters[at]! + letter);
}

/** A text of numbers, letters and what stands between them, run together: "P 1234-567" is "p1234567". */
export function runTogether(folded: string): string {
  return folded.replaceAll(/[^\p{L}\p{N}]+/gu, '').slice(0, longestWord);
}

/** The digits of a phone number without what is dialled before a number from abroad or from outside; null for what is none. */
export function phoneDigits(text: string): string | null {
  if (!/^[+\d\s().\-/]*(?:(?:ext|x)\.?\s*\d+)?$/i.test(text)) return null;
  const digits = text
    .replace(/(?:ext|x)\.?\s*\d+$/i, '')
    .replaceAll(/\D/g, '')
    .replace(/^0+/, '');
  return digits.length >= 6 && digits.length <= 17 ? digits : null;
}

export function reversed(text: string): string {
  return Array.from(text).reverse().join('');
}
