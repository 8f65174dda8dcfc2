import anyAscii from 'any-ascii';
import * as OpenCC from 'opencc-js/t2cn';

/** In which scripts a text is written, as far as comparing it depends on that. */
export const hasHangul = (text: string) => /\p{Script=Hangul}/u.test(text);
export const hasHan = (text: string) => /\p{Script=Han}/u.test(text);
/** Scripts that leave vowels out: only consonants can be compared. */
export const hasAbjad = (text: string) => /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text);

const toSimplified = OpenCC.Converter({ from: 't', to: 'cn' });

/** One form of characters that have a traditional and a simplified one. */
export function simplified(text: string): string {
  return hasHan(text) ? toSimplified(text) : text;
}

/** Letters of other alphabets that look like Latin ones and stand among them, as in a name made to slip past. */
const lookAlikes = 'аеорсухіѕјԁһАЕОРСУХІКМНТВ';
const likeThem = 'aeopcyxisjdhAEOPCYXIKMHTB';

function withoutLookAlikes(word: string): string {
  const mixed = /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word);
  if (!mixed) return word;
  return Array.from(word, (letter) => {
    const at = lookAlikes.indexOf(letter);
    return at < 0 ? letter : likeThem.charAt(at);
  }).join('');
}

/**
 * Lower-case Latin letters and digits, words parted by single blanks. An apostrophe within a word is a sound
 * or a slip, no border; every other mark is one.
 */
export function latin(text: string): string {
  const words = text.normalize('NFKC').split(/\s+/).map(withoutLookAlikes).join(' ');
  return anyAscii(words.replaceAll(/['’‘ʼʻ`´ʹ]/g, ''))
    .toLowerCase()
    .replaceAll(/['`]/g, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The consonants of a romanised word, so written that spellings of one sound agree. */
export function consonants(word: string): string {
  const folded = word
    .replaceAll(/ph/g, 'f')
    .replaceAll(/kh/g, 'h')
    .replaceAll(/gh/g, 'g')
    .replaceAll(/(?:sh|ch)/g, 's')
    .replaceAll(/dh/g, 'd')
    .replaceAll(/th/g, 't')
    .replaceAll(/[ckq]/g, 'k')
    .replaceAll(/z/g, 's')
    .replaceAll(/[pv]/g, (letter) => (letter === 'p' ? 'b' : 'f'));
  return folded.replaceAll(/[aeiouyw]/g, '').replaceAll(/(.)\1+/g, '$1');
}
