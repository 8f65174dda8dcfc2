/** Finds in a text what is withheld by name: ids, and names of lists, each as a word of its own. */

const run = /[\p{L}\p{N}]+/gu;
const letterOrFigure = /^[\p{L}\p{N}]/u;
const endsInOne = /[\p{L}\p{N}]$/u;

interface Word {
  word: string;
  /** How much of it stands before its first letters or figures. */
  before: number;
  /** Goes on over hyphens, as names of lists do: OFAC is another list than OFAC-SDN. */
  hyphenated: boolean;
}

export class WithheldWords {
  /** By the first letters and figures of each. */
  readonly #words = new Map<string, Word[]>();
  /** Those of signs alone, which have no ends to look for. */
  readonly #signs: string[] = [];
  readonly #all = new Set<string>();

  constructor(ids: Iterable<string>, lists: Iterable<string>) {
    for (const word of ids) this.#add(word, false);
    for (const word of lists) this.#add(word, true);
  }

  /** Whether the text is one of them. */
  has(text: string): boolean {
    return this.#all.has(text);
  }

  /** Whether one of them stands in it. */
  isIn(text: string): boolean {
    if (this.#all.has(text) || this.#signs.some((sign) => text.includes(sign))) return true;
    for (const { 0: letters, index } of text.matchAll(run))
      for (const word of this.#words.get(letters) ?? [])
        if (standsAt(text, index, word)) return true;
    return false;
  }

  #add(word: string, hyphenated: boolean): void {
    if (word === '' || (this.#all.has(word) && !hyphenated)) return;
    this.#all.add(word);
    const first = new RegExp(run.source, 'u').exec(word);
    if (!first) {
      this.#signs.push(word);
      return;
    }
    const known = this.#words.get(first[0]) ?? [];
    known.push({ word, before: first.index, hyphenated });
    this.#words.set(first[0], known);
  }
}

function standsAt(text: string, index: number, { word, before, hyphenated }: Word): boolean {
  const from = index - before;
  if (from < 0 || !text.startsWith(word, from)) return false;
  const to = from + word.length;
  return !goesOn(text, from, -1, hyphenated, word) && !goesOn(text, to, 1, hyphenated, word);
}

/** Whether what stands beside an end of the word makes it a part of another. */
function goesOn(
  text: string,
  at: number,
  step: -1 | 1,
  hyphenated: boolean,
  word: string,
): boolean {
  const own = step === -1 ? letterOrFigure.test(word) : endsInOne.test(word);
  if (!own) return false;
  const beside = step === -1 ? text.slice(0, at) : text.slice(at);
  const next = step === -1 ? endsInOne.test(beside) : letterOrFigure.test(beside);
  if (next || !hyphenated) return next;
  return step === -1 ? /[\p{L}\p{N}]-$/u.test(beside) : /^-[\p{L}\p{N}]/u.test(beside);
}
