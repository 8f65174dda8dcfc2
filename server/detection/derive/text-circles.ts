import { compareText } from '../../../domain/compare-text.ts';
import { circlesByLinkage } from './average-linkage.ts';
import type { Likeness } from './text-likeness.ts';

/** What the mean likeness across two circles must be of the pair that would join them. */
const meanShare = 1 / 3;

/**
 * Circles of accounts that mostly word texts alike. Each begins with the account whose first text in common is the
 * earliest, which stays first as the circle grows.
 */
export function circlesOf(likeness: readonly Likeness[]): string[][] {
  const since = new Map<string, string>();
  for (const { a, b, acts } of likeness)
    for (const { fromAt, toAt } of acts) {
      since.set(a, earlier(since.get(a), fromAt));
      since.set(b, earlier(since.get(b), toAt));
    }
  return circlesByLinkage(likeness, meanShare).map((members) =>
    [...members].sort((x, y) => compareText(since.get(x)!, since.get(y)!) || compareText(x, y)),
  );
}

function earlier(known: string | undefined, at: string | null): string {
  const time = at ?? '';
  return known === undefined || time < known ? time : known;
}
