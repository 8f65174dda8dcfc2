/** How texts are cut into words that can be compared, whatever the script. */
import type { NumberList } from './interned.ts';
import { PlainTokens } from './plain-tokens.ts';

/** What stands for a number, an address on the net, a person's name, a title that is quoted, a language. */
const masks = { number: '#n', link: '#u', name: '#p', title: '#t', language: '#l' } as const;
const maskWords: ReadonlySet<string> = new Set(Object.values(masks));

const links =
  /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|io|example)\b\S*/giu;

/** Without one of these there is no address on the net in a text: to look for one takes longer than all the rest. */
const linkSigns = /:\/\/|www\.|@|\.(?:com|net|org|io|example)/iu;

const inEnglish = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/**
 * Which languages somebody speaks is never evidence. Those that have a code of two letters, by their English names, for
 * texts are mostly in English.
 */
const languageNames: ReadonlySet<string> = new Set(
  twoLetterCodes().flatMap((code) => {
    const name = inEnglish.of(code);
    return name === undefined || name.includes(' ') ? [] : [name.toLowerCase()];
  }),
);

function twoLetterCodes(): string[] {
  const letters = 'a b c d e f g h i j k l m n o p q r s t u v w x y z'.split(' ');
  return letters.flatMap((first) => letters.map((second) => first + second));
}

/** Scripts written without spaces: each letter is a token. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const token = new RegExp(
  `#[nuptl]\\b|[${unspaced}]|(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}'’])+|[.!?;:。!?;:…\\n]`,
  'gu',
);
const outsideAscii = /[^\0-\x7f]/;
const sentenceEnd = /^[.!?;:。!?;:…\n]$/u;
const oneUnspaced = new RegExp(`^[${unspaced}]$`, 'u');
const hangul = /^\p{Script=Hangul}/u;

export interface Masked {
  /** Parts of names of the writer and of whom it is written to. */
  names: readonly string[];
  /** Titles of the jobs that it answers. */
  titles: readonly string[];
}

/**
 * Appends a text's tokens, by their places in the vocabulary, and 0 after each sentence: in lower case, compatible forms made
 * one, numbers, links, names, quoted titles and languages masked, so that only the wording is left. Texts that are compared share
 * a vocabulary.
 */
export function appendTokens(
  text: string,
  { names, titles }: Masked,
  vocabulary: Vocabulary,
  tokens: NumberList,
): void {
  let plain = text.normalize('NFKC');
  if (linkSigns.test(plain)) plain = plain.replace(links, ` ${masks.link} `);
  for (const title of titles) plain = plain.replace(literally(title), ` ${masks.title} `);
  const spacedNames = new Set<string>();
  for (const name of names) {
    if (oneUnspaced.test(name.charAt(0))) plain = plain.replaceAll(name, ` ${masks.name} `);
    else spacedNames.add(name.normalize('NFKC').toLowerCase());
  }
  let sentence = tokens.length;
  const end = () => {
    if (tokens.length > sentence) tokens.push(0);
    sentence = tokens.length;
  };
  for (const read of vocabulary.tokensIn(plain)) {
    if (read.ends) {
      end();
      continue;
    }
    const isName = read.nameable !== null && spacedNames.has(read.nameable);
    const one = isName ? vocabulary.tokenOf(masks.name) : read;
    const isRepeated =
      one.masks && tokens.length > sentence && tokens.at(tokens.length - 1) === one.id;
    if (!isRepeated) tokens.push(one.id);
  }
  end();
}

function literally(text: string): RegExp {
  return new RegExp(
    text
      .normalize('NFKC')
      .trim()
      .replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
    'giu',
  );
}

/** What a token is, whoever writes it. */
export interface Token {
  word: string;
  /** The place of its word in the vocabulary; 0 for the end of a sentence. */
  id: number;
  /** In lower case, where a name of these letters would be masked. */
  nameable: string | null;
  /** Whether it stands for something else. */
  masks: boolean;
  /** Whether a sentence ends there. */
  ends: boolean;
}

/** All words met so far, each token read once however often it is written. */
export class Vocabulary {
  readonly words = [''];
  readonly #ids = new Map<string, number>();
  readonly #tokens = new Map<string, Token>();
  readonly #plain = new PlainTokens({
    read: (written) => this.tokenOf(written),
    number: () => this.tokenOf(masks.number),
  });

  /** Of a text in ASCII alone as of any other, in a fraction of the time. */
  tokensIn(text: string): Token[] {
    if (!outsideAscii.test(text)) return this.#plain.in(text);
    return (text.match(token) ?? []).map((written) => this.tokenOf(written));
  }

  tokenOf(written: string): Token {
    let known = this.#tokens.get(written);
    if (known) return known;
    const { word, nameable } = readToken(written);
    // There is no end of numbers.
    if (word === masks.number && written !== word) return this.tokenOf(word);
    const ends = written.length === 1 && sentenceEnd.test(written);
    known = { word, id: ends ? 0 : this.#idOf(word), nameable, masks: maskWords.has(word), ends };
    this.#tokens.set(written, known);
    return known;
  }

  #idOf(word: string): number {
    let id = this.#ids.get(word);
    if (id === undefined) {
      id = this.words.length;
      this.#ids.set(word, id);
      this.words.push(word);
    }
    return id;
  }
}

function readToken(found: string): Pick<Token, 'word' | 'nameable'> {
  const word = found.toLowerCase();
  if (maskWords.has(word)) return { word, nameable: null };
  if (/\p{N}/u.test(word)) return { word: masks.number, nameable: null };
  // "Will" is a name, "will" is a word.
  const written =
    found.charAt(0) !== word.charAt(0) || !/\p{Lu}/u.test(found.charAt(0).toUpperCase());
  if (!written) return { word, nameable: null };
  return { word: languageNames.has(word) ? masks.language : word, nameable: word };
}

/** Parts of a name worth masking; a single Latin letter is none. */
export function nameParts(...names: readonly (string | null)[]): string[] {
  return names
    .flatMap((name) => [...(name ?? '').matchAll(/[\p{L}\p{M}'’]+/gu)].map(([part]) => part))
    .filter((part) => part.length >= 2);
}

/**
 * How much of a phrase a token is: an English word is one, a Korean word with its particles more, a letter of an
 * unspaced script about half, a mask nothing.
 */
export function mass(word: string): number {
  if (maskWords.has(word)) return 0;
  if (oneUnspaced.test(word)) return 0.6;
  return hangul.test(word) ? 1.5 : 1;
}
