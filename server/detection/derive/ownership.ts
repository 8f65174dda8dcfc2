import { addTo } from '../../../domain/group-by.ts';
import { compareText } from '../../../domain/compare-text.ts';
/**
 * OFAC's 50 percent rule (Revised Guidance on Entities Owned by Persons Whose Property and Interests in Property Are
 * Blocked, 13 August 2014): what listed ones own to 50 % or more together, directly or through what they own so, counts
 * as listed itself, and counts whole for what it owns. Control is no ownership.
 */

/** OFAC's threshold, in percent. */
const owned = 50;

/** A stake as a source states it. Owner and owned are named by keys of the caller's. */
export interface Stake {
  owner: string;
  owned: string;
  /** In percent; above 100 it counts as 100. */
  share: number;
  /** Empty where the source does not say; later ones replace earlier ones of the same owner. */
  since: string;
  /** The relation that states it. */
  link: string;
}

/** What listed ones own to 50 % or more. */
export interface Owned {
  /** In percent, added up; at most 100. */
  total: number;
  /** The stakes that count, those of its own owners first, then of theirs. */
  stakes: Stake[];
  /** The listed owners that these lead to. */
  listed: string[];
}

/**
 * By what is owned. `listed` says of each listed owner who it is: two records of one listed party are one owner, whose
 * greater stake counts once. A circle of owners counts only when somebody listed stands at its beginning.
 */
export function ownedByListed(
  stakes: readonly Stake[],
  listed: ReadonlyMap<string, string>,
): ReadonlyMap<string, Owned> {
  const into = stakesByOwned(stakes, listed);
  const totals = totalsOf(into, listed);
  const isListed = (owner: string) => listed.has(owner);
  return new Map(
    [...totals].map(([key, total]) => {
      const way = wayTo(key, into, isListed, (owner) => isListed(owner) || totals.has(owner));
      const owners = new Set(way.map(({ owner }) => owner).filter((owner) => listed.has(owner)));
      return [key, { total, stakes: way, listed: [...owners].sort() }];
    }),
  );
}

/** One stake an owner, and an owner counts once however many records it has. */
function stakesByOwned(
  stakes: readonly Stake[],
  listed: ReadonlyMap<string, string>,
): ReadonlyMap<string, Stake[]> {
  const latest = new Map<string, Stake>();
  for (const stake of stakes) {
    if (stake.share <= 0 || stake.owner === stake.owned) continue;
    const key = JSON.stringify([stake.owned, stake.owner]);
    const known = latest.get(key);
    if (!known || isLater(stake, known)) latest.set(key, stake);
  }
  const greatest = new Map<string, Stake>();
  for (const stake of latest.values()) {
    const party = listed.get(stake.owner);
    const key = JSON.stringify([stake.owned, party ?? '', party === undefined ? stake.owner : '']);
    const known = greatest.get(key);
    if (!known || isGreater(stake, known)) greatest.set(key, stake);
  }
  const into = new Map<string, Stake[]>();
  for (const stake of [...greatest.values()].sort((a, b) => compareText(a.owner, b.owner)))
    addTo(into, stake.owned, stake);
  return into;
}

function isLater(one: Stake, other: Stake): boolean {
  if (one.since !== other.since) return one.since > other.since;
  return one.share !== other.share ? one.share > other.share : one.link < other.link;
}

function isGreater(one: Stake, other: Stake): boolean {
  return one.share !== other.share ? one.share > other.share : one.owner < other.owner;
}

/** Goes from what is listed towards what it owns, until nothing more follows. */
function totalsOf(
  into: ReadonlyMap<string, readonly Stake[]>,
  listed: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> {
  const ownedOf = new Map<string, string[]>();
  for (const stake of [...into.values()].flat()) addTo(ownedOf, stake.owner, stake.owned);
  const totals = new Map<string, number>();
  const counted = new Set(listed.keys());
  const waiting = [...listed.keys()];
  for (let owner = waiting.pop(); owner !== undefined; owner = waiting.pop())
    for (const key of ownedOf.get(owner) ?? []) {
      const total = sum(into.get(key)!.filter((stake) => counted.has(stake.owner)));
      if (total < owned) continue;
      totals.set(key, total);
      if (counted.has(key)) continue;
      counted.add(key);
      waiting.push(key);
    }
  return totals;
}

/** To a millionth, so that thirds add up to what they are meant to. */
function sum(stakes: readonly Stake[]): number {
  const total = stakes.reduce((all, { share }) => all + Math.min(100, share), 0);
  return Math.min(100, Math.round(total * 1e6) / 1e6);
}

/** Breadth first, up to whoever is listed; what was passed already is not passed again. */
function wayTo(
  key: string,
  into: ReadonlyMap<string, readonly Stake[]>,
  isListed: (owner: string) => boolean,
  counts: (owner: string) => boolean,
): Stake[] {
  const passed = new Set([key]);
  const way: Stake[] = [];
  const waiting = [key];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
    for (const stake of (into.get(next) ?? []).filter(({ owner }) => counts(owner))) {
      way.push(stake);
      if (passed.has(stake.owner) || isListed(stake.owner)) continue;
      passed.add(stake.owner);
      waiting.push(stake.owner);
    }
  return way;
}
