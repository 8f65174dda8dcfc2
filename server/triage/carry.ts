/** Which clusters of a run continue those of before, so that what was decided goes with them. */

/** So much of the smaller one's members must be in both, as the contract's `diff` has it. */
const leastShared = 0.3;

export interface Group {
  id: string;
  members: readonly string[];
}

export interface Carried {
  /** By what it was: the clusters that take it on, that with the most of its members first. */
  takenBy: Map<string, string[]>;
  /** By what it was, if no cluster takes it on but it is part of one that takes on another: that other. */
  joined: Map<string, string>;
}

interface Match {
  was: string;
  is: string;
  shared: number;
}

/**
 * Each cluster takes on that of before with which it shares the most members, ties by id; so a cluster that split is taken
 * on by each of its parts, and of clusters that merged one is taken on.
 */
export function carry(before: readonly Group[], now: readonly Group[]): Carried {
  const matches = matchesOf(before, now);
  const best = new Map<string, Match>();
  for (const match of matches) {
    const known = best.get(match.is);
    if (!known || closer(match, known, 'was')) best.set(match.is, match);
  }
  const takenBy = new Map<string, string[]>();
  for (const { was, is } of [...best.values()].sort((one, other) =>
    closer(one, other, 'is') ? -1 : 1,
  ))
    takenBy.set(was, [...(takenBy.get(was) ?? []), is]);
  const joined = new Map<string, Match>();
  for (const match of matches) {
    const known = joined.get(match.was);
    if (!takenBy.has(match.was) && (!known || closer(match, known, 'is')))
      joined.set(match.was, match);
  }
  return {
    takenBy,
    joined: new Map([...joined].map(([was, { is }]) => [was, best.get(is)!.was])),
  };
}

function closer(one: Match, other: Match, by: 'was' | 'is'): boolean {
  return one.shared === other.shared ? one[by] < other[by] : one.shared > other.shared;
}

function matchesOf(before: readonly Group[], now: readonly Group[]): Match[] {
  // Clusters of one run do not overlap.
  const clusterOf = new Map(now.flatMap(({ id, members }) => members.map((one) => [one, id])));
  const sizes = new Map(now.map(({ id, members }) => [id, members.length]));
  return before.flatMap(({ id: was, members }) => {
    const shared = new Map<string, number>();
    for (const member of members) {
      const is = clusterOf.get(member);
      if (is !== undefined) shared.set(is, (shared.get(is) ?? 0) + 1);
    }
    return [...shared]
      .filter(([is, count]) => count >= leastShared * Math.min(members.length, sizes.get(is)!))
      .map(([is, count]) => ({ was, is, shared: count }));
  });
}
