/** How long the file of values should be, by the signed heads: what a process that was killed left is told from what a hand did. */
import type { FoundHead, Head } from './head.ts';

export interface ValuesStanding {
  /** Up to this byte it holds what was recorded. */
  end: number;
  /** From this byte on it is held to the byte; before, to what its entries say: an earlier program left torn lines. */
  from: number;
  /** A process was killed while it wrote: the next entry puts that right. */
  interrupted: boolean;
  /** What is to become of it then: the next head holds, or what is beyond the end is cut off. */
  mend: 'none' | 'next' | 'cut';
}

/**
 * Null for a file that nobody of ours has left so. `isDone`: the entry that the next head was made for is in the log.
 */
export function valuesStanding(
  size: number,
  head: Head | null,
  next: FoundHead,
  isDone: boolean,
): ValuesStanding | null {
  // An earlier program said nothing of it.
  if (head && !head.values) return { end: size, from: size, interrupted: false, mend: 'none' };
  const signed = head?.values ?? { bytes: 0, from: 0 };
  const coming = typeof next === 'string' ? undefined : next.values;
  if (isDone) {
    const { bytes, from } = coming ?? { bytes: size, from: size };
    return size === bytes ? { end: size, from, interrupted: true, mend: 'next' } : null;
  }
  if (size === signed.bytes)
    return { end: size, from: signed.from, interrupted: false, mend: 'none' };
  if (typeof next === 'string' || !coming) return null;
  const count = head?.count ?? 0;
  if (next.count === count && next.hash === head?.hash && size === coming.bytes)
    return { end: size, from: coming.from, interrupted: true, mend: 'next' };
  return next.count === count + 1 && size > signed.bytes && size <= coming.bytes
    ? { end: signed.bytes, from: signed.from, interrupted: true, mend: 'cut' }
    : null;
}
