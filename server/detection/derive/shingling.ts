import type { TokenStream } from './text-stream.ts';

const shingleWords = 3;

/** Of texts one after the other, by a digest of their words, so that no other text changes them. */
export class Shingling {
  readonly #stream: TokenStream;
  /** The letters of all words one after the other, and where each word begins. */
  readonly #letters: Uint16Array;
  readonly #begins: Int32Array;
  /** Of each word, the digest of a shingle that begins with it, up to the word after it. */
  readonly #opened: Int32Array;
  #found = new Int32Array(1 << 10);

  constructor(stream: TokenStream) {
    const { words } = stream;
    this.#stream = stream;
    this.#begins = new Int32Array(words.length + 1);
    words.forEach((word, id) => (this.#begins[id + 1] = this.#begins[id]! + word.length));
    this.#letters = new Uint16Array(this.#begins[words.length]!);
    words.forEach((word, id) => {
      for (let at = 0; at < word.length; at += 1)
        this.#letters[this.#begins[id]! + at] = word.charCodeAt(at);
    });
    this.#opened = Int32Array.from(words, (_, id) => spaced(this.#digest(id, offsetBasis)));
  }

  /** Sorted, each once. */
  of(place: number): Int32Array {
    const { tokens, begins } = this.#stream;
    const end = begins[place + 1]!;
    let begun = begins[place]!;
    if (end - begun > this.#found.length) this.#found = new Int32Array(2 * (end - begun));
    let count = 0;
    for (let at = begun; at < end; at += 1) {
      if (tokens[at] === 0) begun = at + 1;
      else if (at - begun + 1 >= shingleWords) {
        let hash = this.#opened[tokens[at - shingleWords + 1]!]!;
        for (let word = at - shingleWords + 2; word < at; word += 1)
          hash = spaced(this.#digest(tokens[word]!, hash));
        this.#found[count] = this.#digest(tokens[at]!, hash);
        count += 1;
      }
    }
    return eachOnce(this.#found.slice(0, count).sort());
  }

  /** FNV-1a, 32 bits, of what came before and this word. */
  #digest(word: number, before: number): number {
    let hash = before;
    for (let at = this.#begins[word]!; at < this.#begins[word + 1]!; at += 1)
      hash = Math.imul(hash ^ this.#letters[at]!, prime);
    return hash;
  }
}

const [offsetBasis, prime] = [0x811c9dc5, 0x01000193];

function spaced(hash: number): number {
  return Math.imul(hash ^ 0x20, prime);
}

function eachOnce(sorted: Int32Array): Int32Array {
  let kept = 0;
  for (let at = 0; at < sorted.length; at += 1) {
    if (at > 0 && sorted[at] === sorted[at - 1]) continue;
    sorted[kept] = sorted[at]!;
    kept += 1;
  }
  return sorted.slice(0, kept);
}
