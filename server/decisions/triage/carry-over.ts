/** Which clusters of a run continue those of before, so that what was decided goes with them. */
import { addTo } from '../../../domain/group-by.ts';
import { overlaps, type Members, type Overlap } from '../../detection/runs/match-clusters.ts';

export interface CarriedOver {
  /** By what it was: the clusters that take it on, that with the most of its members first. */
  takenBy: Map<string, string[]>;
  /** By what it was, if no cluster takes it on but it is part of one that takes on another: that other. */
  joined: Map<string, string>;
}

type Match = Overlap<Members, Members>;

/**
 * Each cluster takes on that of before with which it shares the most members, ties by id; so a cluster that split is taken
 * on by each of its parts, and of clusters that merged one is taken on.
 */
export function carryOver(before: readonly Members[], now: readonly Members[]): CarriedOver {
  const matches = overlaps(before, now);
  const best = new Map<string, Match>();
  for (const match of matches) {
    const known = best.get(match.now.id);
    if (!known || closer(match, known, 'was')) best.set(match.now.id, match);
  }
  const takenBy = new Map<string, string[]>();
  for (const { was, now: is } of [...best.values()].sort((one, other) =>
    closer(one, other, 'now') ? -1 : 1,
  ))
    addTo(takenBy, was.id, is.id);
  const joined = new Map<string, Match>();
  for (const match of matches) {
    const known = joined.get(match.was.id);
    if (!takenBy.has(match.was.id) && (!known || closer(match, known, 'now')))
      joined.set(match.was.id, match);
  }
  return {
    takenBy,
    joined: new Map([...joined].map(([was, { now: is }]) => [was, best.get(is.id)!.was.id])),
  };
}

function closer(one: Match, other: Match, by: 'was' | 'now'): boolean {
  return one.shared === other.shared ? one[by].id < other[by].id : one.shared > other.shared;
}
