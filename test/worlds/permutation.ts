import type { Artefact } from './artefacts.ts';

/** A population ranked by one figure, ready to be asked again and again how well it sets marked accounts apart. */
export interface Ranking {
  name: string;
  /** Places in the population, by figure; those without one are left out. */
  order: Int32Array;
  /** Where in the order each run of equal figures ends. */
  ends: readonly number[];
}

export function rankingOf({ name, values }: Artefact, population: readonly string[]): Ranking {
  const having = population.flatMap((account, at) => {
    const value = values.get(account);
    return value === undefined ? [] : [{ at, value }];
  });
  having.sort((a, b) => a.value - b.value);
  const ends: number[] = [];
  having.forEach(({ value }, at) => {
    if (at === having.length - 1 || having[at + 1]!.value !== value) ends.push(at + 1);
  });
  return { name, order: Int32Array.from(having.map(({ at }) => at)), ends };
}

/** Average precision of the marked, ties counted together, by the better of both directions. */
export function precision({ order, ends }: Ranking, marked: Uint8Array): number {
  const all = marked.reduce((sum, one) => sum + one, 0);
  const counts: number[] = [];
  let from = 0;
  for (const end of ends) {
    let count = 0;
    for (; from < end; from++) count += marked[order[from]!]!;
    counts.push(count);
  }
  const one = (runs: readonly number[]) => {
    let hits = 0;
    let sum = 0;
    let seen = 0;
    for (const run of runs) {
      const size = ends[run]! - (run === 0 ? 0 : ends[run - 1]!);
      seen += size;
      hits += counts[run]!;
      sum += counts[run]! * (hits / seen);
    }
    return sum / Math.max(1, all);
  };
  const runs = ends.map((_, at) => at);
  return Math.max(one(runs), one(runs.reverse()));
}

/** Standard deviations between the rank sum of the marked and what chance expects; 0 where nearly all are alike. */
export function deviation({ order, ends }: Ranking, marked: Uint8Array): number {
  let sum = 0;
  let count = 0;
  let ties = 0;
  let from = 0;
  for (const end of ends) {
    const rank = (from + end - 1) / 2;
    const size = end - from;
    ties += size ** 3 - size;
    for (; from < end; from++)
      if (marked[order[from]!] === 1) {
        sum += rank;
        count++;
      }
  }
  const all = order.length;
  const rest = all - count;
  const variance = all < 2 ? 0 : (all + 1 - ties / (all * (all - 1))) / 12;
  // What few have would make the bound for all as wide as its own; average precision looks after those.
  if (count < 4 || rest < 4 || variance < (0.1 * (all + 1)) / 12) return 0;
  return Math.abs(sum - (count * (all - 1)) / 2) / Math.sqrt(count * rest * variance);
}

export type Measure = (ranking: Ranking, marked: Uint8Array) => number;

/**
 * What the most telling of all the artefacts reaches when the marks are dealt out at random: one bound that holds for all of
 * them together (Westfall and Young's max-T).
 */
export function chanceBound(
  rankings: readonly Ranking[],
  measure: Measure,
  deal: () => Uint8Array,
  { rounds, level }: { rounds: number; level: number },
): number {
  const most = Array.from({ length: rounds }, () => {
    const marked = deal();
    return Math.max(...rankings.map((ranking) => measure(ranking, marked)));
  }).sort((a, b) => a - b);
  return most[Math.min(rounds - 1, Math.floor(level * rounds))]!;
}
