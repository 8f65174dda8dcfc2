import { compareText } from '../../../domain/compare-text.ts';

/** Two that are alike, `a` before `b`, and how much. */
export interface AlikePair {
  a: string;
  b: string;
  score: number;
}

/**
 * Circles of those that are mostly alike, by average linkage from the most alike pair down (Sokal and Michener, 1958).
 * Two circles become one when the mean likeness across them, pairs without any counted as 0, is at least `meanShare` of
 * the pair that would join them: so one pair alike does not glue two circles together. In the order of joining.
 */
export function circlesByLinkage(pairs: readonly AlikePair[], meanShare: number): string[][] {
  const scores = new Map<string, Map<string, number>>();
  const circle = new Map<string, string[]>();
  for (const { a, b, score } of pairs)
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const row = scores.get(one) ?? new Map<string, number>();
      scores.set(one, row.set(other, score));
      circle.set(one, [one]);
    }
  const strongestFirst = [...pairs].sort(
    (x, y) => y.score - x.score || compareText(x.a, y.a) || compareText(x.b, y.b),
  );
  for (const { a, b, score } of strongestFirst) {
    const [one, other] = [circle.get(a)!, circle.get(b)!];
    if (one === other) continue;
    if (meanAcross(one, other, scores) < meanShare * score) continue;
    const joined = [...one, ...other];
    for (const member of joined) circle.set(member, joined);
  }
  return [...new Set(circle.values())].filter((members) => members.length > 1);
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
