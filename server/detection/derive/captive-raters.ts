import { compareText } from '../../../domain/compare-text.ts';
import { groupBy } from '../../../domain/group-by.ts';
import { UnionFind } from '../link/union-find.ts';
import type { Block, Edge } from './peeling.ts';

/** Clients who have so few accounts in common meet by chance. */
const leastCommon = 3;
/** Of all that each of the two rated highly, what both did: a client of its own has others. */
const captiveShare = 0.7;
/** Two clients meet by chance in an account that more than these rated. */
const mostRaters = 20;

/**
 * Raters who, two by two, rate the same few accounts and hardly anybody else, with those they have in common. Two busy
 * clients meet in many; two small ones that chose the same three out of thousands, and nobody besides, did not by
 * chance.
 */
export function captiveBlocks(edges: readonly Edge[]): Block[] {
  const ratersOf = groupBy(edges, ({ rated }) => rated);
  const ratedBy = groupBy(edges, ({ rater }) => rater);
  const inCommon = new Map<string, number>();
  for (const [, of] of ratersOf) {
    if (of.length > mostRaters) continue;
    const raters = of.map(({ rater }) => rater).sort();
    for (const [at, a] of raters.entries())
      for (const b of raters.slice(at + 1))
        inCommon.set(`${a}\n${b}`, (inCommon.get(`${a}\n${b}`) ?? 0) + 1);
  }
  const groups = new UnionFind();
  for (const [pair, common] of inCommon) {
    const [a, b] = pair.split('\n') as [string, string];
    const most = Math.max(ratedBy.get(a)!.length, ratedBy.get(b)!.length);
    if (common >= leastCommon && common >= captiveShare * most) groups.join(a, b);
  }
  return [...groups.sets().values()]
    .map((raters) => blockOf(raters.sort(), ratedBy))
    .sort((one, other) => compareText(one.raters[0]!, other.raters[0]!));
}

/** Whom at least two of them rate. */
function blockOf(raters: string[], ratedBy: ReadonlyMap<string, readonly Edge[]>): Block {
  const own = raters.flatMap((rater) => ratedBy.get(rater)!);
  const of = groupBy(own, ({ rated }) => rated);
  const rated = [...of].filter(([, by]) => by.length > 1).map(([account]) => account);
  const kept = new Set(rated);
  return { raters, rated: rated.sort(), edges: own.filter((edge) => kept.has(edge.rated)) };
}
