import type { GraphRelation } from '../../../../domain/answers.ts';
import { cellKey } from '../cell-key.ts';
import { groupsOf } from '../groups.ts';

export interface RatingMatrix {
  /** Ids of the accounts, as rows and as columns: groups that rate each other first, the busiest on top. */
  accounts: string[];
  /** Ratings from one to another by `cellKey`, earliest first. */
  cells: ReadonlyMap<string, GraphRelation[]>;
  /** Pairs that rate each other. */
  mutual: number;
}

/** `keep` are accounts that stand in it though they rate nobody here. */
export function ratingMatrix(
  ratings: readonly GraphRelation[],
  keep: readonly string[] = [],
): RatingMatrix {
  const cells = new Map<string, GraphRelation[]>();
  const busy = new Map<string, number>(keep.map((id) => [id, 0]));
  for (const rating of ratings) {
    const key = cellKey(rating.from.id, rating.to.id);
    cells.set(key, [...(cells.get(key) ?? []), rating]);
    for (const { id } of [rating.from, rating.to]) busy.set(id, (busy.get(id) ?? 0) + 1);
  }
  for (const those of cells.values()) those.sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1));
  const groups = groupsOf(
    [...busy.keys()].sort(),
    ratings.map(({ from, to }) => [from.id, to.id]),
  );
  const accounts = groups.flatMap((group) =>
    group.sort((a, b) => busy.get(b)! - busy.get(a)! || (a < b ? -1 : 1)),
  );
  const mutual = [...cells.values()].filter(([first]) => {
    const { from, to } = first!;
    return from.id < to.id && cells.has(cellKey(to.id, from.id));
  }).length;
  return { accounts, cells, mutual };
}

/** 0 for the lowest score possible, 1 for the highest; null where the score is not stated. */
export function scoreShare({ values }: GraphRelation): number | null {
  const { score } = values;
  if (typeof score !== 'number') return null;
  const [least, most] = scaleOf(values);
  return most > least ? Math.min(1, Math.max(0, (score - least) / (most - least))) : null;
}

/** 1 to 5 where a row does not say otherwise. */
export function scaleOf(values: GraphRelation['values']): [number, number] {
  const { scale_min: least, scale_max: most } = values;
  return [typeof least === 'number' ? least : 1, typeof most === 'number' ? most : 5];
}

/** The most ratings within so many hours, and when those began. */
export function densest(
  times: readonly number[],
  hours: number,
): { count: number; from: number } | null {
  const sorted = [...times].sort((a, b) => a - b);
  let best: { count: number; from: number } | null = null;
  let last = 0;
  sorted.forEach((from, first) => {
    while (last < sorted.length && sorted[last]! - from <= hours * 3_600_000) last += 1;
    if (last - first > (best?.count ?? 0)) best = { count: last - first, from };
  });
  return best;
}

/** Hours between two times; null where one is not known or they come the other way round. */
export function hoursBetween(earlier: string | undefined, later: string | null): number | null {
  if (earlier === undefined || later === null) return null;
  const hours = (Date.parse(later) - Date.parse(earlier)) / 3_600_000;
  return hours >= 0 ? hours : null;
}
