import { compareText } from '../../../domain/compare-text.ts';
import type { Likeness } from './text-likeness.ts';

/**
 * Two circles become one when the mean likeness across them, pairs without any counted as 0, is at least this
 * share of the pair that would join them: so one pair alike does not glue two circles together.
 */
const meanShare = 1 / 3;

/**
 * Circles of accounts that mostly word texts alike, by average linkage from the most alike pair down. Each begins
 * with the account whose first text in common is the earliest, which stays first as the circle grows.
 */
export function circlesOf(likeness: readonly Likeness[]): string[][] {
  const scores = new Map<string, Map<string, number>>();
  const since = new Map<string, string>();
  const circle = new Map<string, string[]>();
  for (const { a, b, score, acts } of likeness) {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const row = scores.get(one) ?? new Map<string, number>();
      scores.set(one, row.set(other, score));
      circle.set(one, [one]);
    }
    for (const { fromAt, toAt } of acts) {
      since.set(a, earlier(since.get(a), fromAt));
      since.set(b, earlier(since.get(b), toAt));
    }
  }
  const strongestFirst = [...likeness].sort(
    (x, y) => y.score - x.score || compareText(x.a, y.a) || compareText(x.b, y.b),
  );
  for (const { a, b, score } of strongestFirst) {
    const [one, other] = [circle.get(a)!, circle.get(b)!];
    if (one === other) continue;
    if (meanAcross(one, other, scores) < meanShare * score) continue;
    const joined = [...one, ...other];
    for (const member of joined) circle.set(member, joined);
  }
  return [...new Set(circle.values())]
    .filter((members) => members.length > 1)
    .map((members) =>
      [...members].sort((x, y) => compareText(since.get(x)!, since.get(y)!) || compareText(x, y)),
    );
}

function meanAcross(
  one: readonly string[],
  other: readonly string[],
  scores: ReadonlyMap<string, ReadonlyMap<string, number>>,
): number {
  let sum = 0;
  for (const a of one) for (const b of other) sum += scores.get(a)!.get(b) ?? 0;
  return sum / (one.length * other.length);
}

function earlier(known: string | undefined, at: string | null): string {
  const time = at ?? '';
  return known === undefined || time < known ? time : known;
}
