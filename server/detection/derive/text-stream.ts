import { NumberList } from './interned.ts';
import { appendTokens, mass, Vocabulary, type Masked } from './text-tokens.ts';

/** All tokens of all texts one after the other, 0 after each sentence: cut once for all that looks at wordings. */
export interface TokenStream {
  words: readonly string[];
  masses: readonly number[];
  tokens: Int32Array;
  hashes: Float64Array;
  /** Where each text begins; one more for the end. */
  begins: Int32Array;
}

/** `Masked` says what of a text is no wording. */
export function tokenStream(texts: readonly ({ text: string } & Masked)[]): TokenStream {
  const vocabulary = new Vocabulary();
  const tokens = new NumberList();
  const begins: number[] = [];
  for (const text of texts) {
    begins.push(tokens.length);
    appendTokens(text.text, text, vocabulary, tokens);
  }
  begins.push(tokens.length);
  // Of its own, so that it can move to another thread.
  const own = tokens.items.slice();
  return streamOf({ words: vocabulary.words, tokens: own, begins: Int32Array.from(begins) });
}

/** With what is counted of the words. */
export function streamOf(stream: Pick<TokenStream, 'words' | 'tokens' | 'begins'>): TokenStream {
  const { words } = stream;
  return { ...stream, masses: words.map(mass), hashes: Float64Array.from(words, hashOf) };
}

/** 53 bits (two 32-bit FNV-like hashes); the same for a word whatever came before it. */
function hashOf(word: string): number {
  let [one, two] = [0x811c9dc5, 0x41c6ce57];
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x5bd1e995);
    two ^= two >>> 13;
  }
  return (one >>> 0) * 2 ** 21 + (two >>> 11);
}
