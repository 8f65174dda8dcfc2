import { editDistance } from './edit-distance.ts';

/** A word of a name with what it weighs: much for a rare one, little for one that many bear. */
export interface Word {
  text: string;
  weight: number;
}

export interface Pair {
  a: Word;
  b: Word;
  similarity: number;
}

export interface Alignment {
  pairs: Pair[];
  /** Words that found no counterpart. */
  onlyA: Word[];
  onlyB: Word[];
}

/** Pairs each word with its best counterpart, the most alike first; `least` is what makes a pair. */
export function align(
  a: readonly Word[],
  b: readonly Word[],
  similarity: (a: string, b: string) => number,
  least: number,
): Alignment {
  const candidates: (Pair & { row: number; column: number })[] = [];
  a.forEach((left, row) => {
    b.forEach((right, column) => {
      const alike = similarity(left.text, right.text);
      if (alike >= least) candidates.push({ a: left, b: right, similarity: alike, row, column });
    });
  });
  candidates.sort(
    (one, other) =>
      other.similarity - one.similarity ||
      other.a.weight + other.b.weight - one.a.weight - one.b.weight ||
      Math.abs(one.row - one.column) - Math.abs(other.row - other.column) ||
      one.row - other.row,
  );
  const rows = new Set<number>();
  const columns = new Set<number>();
  const pairs = candidates.filter(({ row, column }) => {
    if (rows.has(row) || columns.has(column)) return false;
    rows.add(row);
    columns.add(column);
    return true;
  });
  return {
    pairs,
    onlyA: a.filter((_, row) => !rows.has(row)),
    onlyB: b.filter((_, column) => !columns.has(column)),
  };
}

/** Joins neighbouring words of one name that the other writes as one: Silver Star, Silverstar. */
export function joinAsIn(words: readonly string[], other: readonly string[]): string[] {
  const joined: string[] = [];
  const whole = other.filter((word) => !words.includes(word));
  for (let at = 0; at < words.length; at += 1) {
    const both = `${words[at]!}${words[at + 1] ?? ''}`;
    const match =
      at + 1 < words.length &&
      whole.some((word) => word === both || (both.length >= 8 && editDistance(word, both) <= 1));
    joined.push(match ? both : words[at]!);
    if (match) at += 1;
  }
  return joined;
}

/** 1 for the same letters, falling with each slip by the word's length; 0 where it would take too many. */
export function spelledAlike(a: string, b: string): number {
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  const most = slipsAllowed(longest);
  if (Math.abs(a.length - b.length) > most) return 0;
  const edits = editDistance(a, b);
  return edits > most ? 0 : 1 - edits / longest;
}

/** Three letters changed make another name: Castro and Castillo, Marcos and Marquez. */
function slipsAllowed(length: number): number {
  if (length < 5) return 1;
  return length < 12 ? 2 : 3;
}
