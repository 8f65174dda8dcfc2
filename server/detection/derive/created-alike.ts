import { addTo } from '../../../domain/group-by.ts';
import { UnionFind } from '../link/union-find.ts';
import { newcomers, newcomersSql, type Newcomer } from './newcomer-traits.ts';
import type { Derivation, Inferred } from './derivation.ts';

/**
 * Accounts that were created within days of each other and are more alike in their first days than chance
 * allows. Each value shared counts by its rarity, in bits: a value that one account in 64 has counts six. What
 * is asked for grows with the number of sign-ups in those days, so that a campaign or a term's start, which
 * brings many, makes no batch by itself. Each account points to the first of its batch.
 */
const createdAlike: Derivation = {
  version: 3,
  makes: ['CREATED_ALIKE'],
  counts: [newcomersSql],
  infer: async (_database, asOf, columns) => batches(await newcomers(columns, asOf, windowHours)),
};
export default createdAlike;

/** Whoever sets up accounts in a batch does it over a weekend. */
const windowHours = 72;
/** One value says at most as much as one account in 64 having it: rarer ones may be a slip or a household. */
const mostBits = 6;
/** Beyond what the choice among all newcomers of those days explains: one chance in 2^8. */
const surplusBits = 8;
/** Values that more have in those days are everybody's. */
const mostInWindow = 60;
/** Each value compares an account with so many of those that follow it. */
const mostFollowing = 15;
/** A pair less likely than this to be of one hand is left out. */
const leastScore = 0.3;
/** Fellow students are alike for a reason that both of them state. */
const sameCourse = 0.5;

interface Likeness {
  score: number;
  kinds: string[];
}

function batches(all: readonly Newcomer[]): Inferred[] {
  const bits = rarities(all);
  const crowd = crowds(all);
  const groups = new UnionFind();
  const best = new Map<string, Likeness[]>();
  for (const [a, b] of candidates(all)) {
    const likeness = likenessOf(all[a]!, all[b]!, bits, Math.max(crowd[a]!, crowd[b]!));
    if (likeness.score < leastScore) continue;
    groups.join(all[a]!.id, all[b]!.id);
    for (const { id } of [all[a]!, all[b]!]) addTo(best, id, likeness);
  }
  const position = new Map(all.map(({ id }, index) => [id, index]));
  return [...groups.sets().values()].flatMap((ids) => {
    const [first, ...rest] = ids.sort((a, b) => position.get(a)! - position.get(b)!);
    return rest.map((id) => {
      const likenesses = best.get(id)!;
      const score =
        likenesses.reduce((sum, likeness) => sum + likeness.score, 0) / likenesses.length;
      const kinds = [...new Set(likenesses.flatMap((likeness) => likeness.kinds))].sort();
      return {
        relation: 'CREATED_ALIKE' as const,
        from: { type: 'account' as const, id },
        to: { type: 'account' as const, id: first! },
        score: Math.round(score * 1e6) / 1e6,
        reason: kinds.join(', '),
      };
    });
  });
}

/** Bits of each value, by how many accounts of the platform have it. */
function rarities(all: readonly Newcomer[]): Map<string, number> {
  const counts = new Map<string, number>();
  const totals = new Map<string, number>();
  for (const { platform, traits } of all) {
    totals.set(platform, (totals.get(platform) ?? 0) + 1);
    for (const { value } of traits)
      counts.set(`${platform} ${value}`, (counts.get(`${platform} ${value}`) ?? 0) + 1);
  }
  return new Map(
    [...counts].map(([key, count]) => {
      const total = totals.get(key.slice(0, key.indexOf(' '))) ?? count;
      return [key, Math.min(mostBits, Math.log2(total / count))];
    }),
  );
}

/** How many were created within the window after or before each. `all` is in order of time. */
function crowds(all: readonly Newcomer[]): number[] {
  const around: number[] = [];
  let from = 0;
  let to = 0;
  for (const { at } of all) {
    while (all[from]!.at < at - windowHours * 3600) from += 1;
    while (to < all.length && all[to]!.at <= at + windowHours * 3600) to += 1;
    around.push(to - from);
  }
  return around;
}

/** Pairs within the window that have a value in common which not everybody of those days has. */
function candidates(all: readonly Newcomer[]): [number, number][] {
  const byValue = new Map<string, number[]>();
  all.forEach(({ platform, traits }, index) => {
    for (const { value } of traits) {
      const key = `${platform} ${value}`;
      const holders = byValue.get(key);
      if (holders) holders.push(index);
      else byValue.set(key, [index]);
    }
  });
  /** Each pair as one number, and as often as it has values in common. */
  const pairs: number[] = [];
  for (const holders of byValue.values()) {
    for (let at = 0; at < holders.length; at += 1) {
      const start = all[holders[at]!]!.at;
      const inWindow = (index: number) =>
        index < holders.length && all[holders[index]!]!.at - start <= windowHours * 3600;
      if (inWindow(at + mostInWindow)) continue;
      for (let next = at + 1; next <= at + mostFollowing && inWindow(next); next += 1)
        pairs.push(holders[at]! * all.length + holders[next]!);
    }
  }
  const inOrder = Float64Array.from(pairs).sort();
  const found: [number, number][] = [];
  for (const [at, pair] of inOrder.entries()) {
    if (pair === inOrder[at - 1]) continue;
    const a = Math.floor(pair / all.length);
    found.push([a, pair - a * all.length]);
  }
  return found;
}

/** Traits of one family are one circumstance: the rarest of them counts. */
function likenessOf(
  a: Newcomer,
  b: Newcomer,
  bits: ReadonlyMap<string, number>,
  crowd: number,
): Likeness {
  const others = new Set(b.traits.map(({ value }) => value));
  const families = new Map<string, { kind: string; bits: number }>();
  for (const { family, kind, value } of a.traits) {
    if (!others.has(value)) continue;
    const found = bits.get(`${a.platform} ${value}`) ?? 0;
    if (found > (families.get(family)?.bits ?? 0)) families.set(family, { kind, bits: found });
  }
  const telling = [...families.values()].filter((family) => family.bits >= 1);
  const course = a.education !== null && a.education === b.education ? sameCourse : 1;
  const sum = telling.reduce((total, family) => total + family.bits, 0) * course;
  const surplus = sum - surplusBits - Math.log2(Math.max(2, crowd));
  // One circumstance alone, however rare, is no likeness.
  const score = telling.length < 2 ? 0 : 1 / (1 + 2 ** -surplus);
  return { score, kinds: telling.map(({ kind }) => kind) };
}
