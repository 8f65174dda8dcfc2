import { compareText } from '../../../domain/compare-text.ts';

/** A thank-you is short and everybody’s. */
const leastShingles = 25;
/** What an account writes again and again need not be compared again and again. */
const textsOfAccount = 10;

interface Wording {
  id: string;
  /** Sorted, each once. */
  shingles: Int32Array;
}

/** Of the texts of one account the longest, each wording once. */
export function longestWordings<T extends Wording>(own: readonly T[]): T[] {
  const wordings: T[] = [];
  for (const one of own) {
    if (one.shingles.length < leastShingles) continue;
    if (wordings.some(({ shingles }) => isSame(shingles, one.shingles))) continue;
    wordings.push(one);
  }
  return wordings
    .sort((x, y) => y.shingles.length - x.shingles.length || compareText(x.id, y.id))
    .slice(0, textsOfAccount);
}

function isSame(one: Int32Array, other: Int32Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}
