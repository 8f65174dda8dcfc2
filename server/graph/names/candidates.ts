import { readChinese } from './chinese.ts';
import { readCompany } from './company.ts';
import { koreanKeys } from './korean.ts';
import { folded } from './folding.ts';
import { personWords } from './person.ts';
import type { NameKind } from './score.ts';
import { consonants } from './scripts.ts';

/** So many of the best candidates are compared letter by letter; the others share common parts only. */
const mostCandidates = 40;
/** A key that more names share tells nothing by itself; it still counts towards the order. */
const commonKey = 400;

/**
 * Finds the names that may be spellings of a given one without comparing it to all: by what most spellings
 * leave as it is, such as a word's start, its end, its consonants, the readings of a Korean syllable.
 */
export class NameIndex<T> {
  readonly #holders = new Map<string, number[]>();
  readonly #items: T[] = [];

  add(name: string, kind: NameKind, item: T): void {
    const at = this.#items.push(item) - 1;
    for (const key of blockingKeys(name, kind)) {
      const holders = this.#holders.get(key);
      if (holders) holders.push(at);
      else this.#holders.set(key, [at]);
    }
  }

  /** The most promising first. */
  candidates(name: string, kind: NameKind, most = mostCandidates): T[] {
    const found = new Map<number, number>();
    for (const key of blockingKeys(name, kind)) {
      const holders = this.#holders.get(key) ?? [];
      if (holders.length > commonKey && !wholeKey.test(key)) continue;
      const worth = Math.log(1 + this.#items.length / Math.max(1, holders.length));
      for (const at of holders) found.set(at, (found.get(at) ?? 0) + worth);
    }
    return [...found]
      .sort(([one, worthOne], [other, worthOther]) => worthOther - worthOne || one - other)
      .slice(0, most)
      .map(([at]) => this.#items[at]!);
  }
}

const wholeKey = /^(?:all|korean|chinese) /;

/** Each with its sort in front, and the kind: a person and a company are never spellings of one name. */
export function blockingKeys(name: string, kind: NameKind): Set<string> {
  const keys = new Set<string>();
  const readings =
    kind === 'person' ? [personWords(name)] : readCompany(name).map(({ words }) => words);
  for (const words of readings) {
    const all = [...words].sort().join('');
    keys.add(`all ${kind} ${all}`);
    words.forEach((word, index) => {
      addWord(keys, kind, word);
      const next = words[index + 1];
      if (next !== undefined) keys.add(`word ${kind} ${folded(word + next)}`);
    });
    if (kind === 'organization' && words.length >= 3)
      keys.add(`word ${kind} ${words.map((word) => word.charAt(0)).join('')}`);
  }
  if (kind === 'person') {
    for (const key of koreanKeys(name)) keys.add(`korean ${key}`);
    for (const { surname, given } of readChinese(name))
      keys.add(`chinese ${surname} ${given.join('')}`);
  }
  return keys;
}

function addWord(keys: Set<string>, kind: NameKind, word: string): void {
  if (word.length < 2) return;
  const same = folded(word);
  keys.add(`word ${kind} ${same}`);
  if (same.length >= 5) {
    keys.add(`start ${kind} ${same.slice(0, 4)}`);
    keys.add(`end ${kind} ${same.slice(-4)}`);
  }
  const sounds = consonants(word).replaceAll('r', 'l');
  if (sounds.length >= 2) keys.add(`sounds ${kind} ${sounds}`);
}
