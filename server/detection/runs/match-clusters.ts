/** Which cluster of a later run continues which of an earlier one. */
import { addTo } from '../../../domain/group-by.ts';
import { compareText } from '../../../domain/compare-text.ts';
import type { ClusterChange } from '../../../domain/run-diff.ts';

/** Two clusters match when they share at least this part of the members of the smaller one. */
const leastShared = 0.3;

/** A cluster, or whatever else goes by its members. */
export interface Members {
  id: string;
  accounts: readonly string[];
}

/** Two that match, and how many members they share. */
export interface Overlap<Was extends Members, Now extends Members> {
  was: Was;
  now: Now;
  shared: number;
}

/** All that match, in the order of the earlier ones. Those may share members among one another; the later ones may not. */
export function overlaps<Was extends Members, Now extends Members>(
  before: readonly Was[],
  after: readonly Now[],
): Overlap<Was, Now>[] {
  const laterOf = new Map(after.flatMap((now) => now.accounts.map((one) => [one, now])));
  return before.flatMap((was) => {
    const shared = new Map<Now, number>();
    for (const account of was.accounts) {
      const now = laterOf.get(account);
      if (now) shared.set(now, (shared.get(now) ?? 0) + 1);
    }
    return [...shared]
      .filter(
        ([now, count]) => count >= leastShared * Math.min(was.accounts.length, now.accounts.length),
      )
      .map(([now, count]) => ({ was, now, shared: count }));
  });
}

export interface ClusterMatch<C extends Members> {
  change: ClusterChange;
  /** Null when it is gone. */
  now: C | null;
  /** Those that it continues, in the order of their ids. */
  was: C[];
  /** Sorted. */
  joined: string[];
  left: string[];
}

/** Every cluster of the later run once, and those of the earlier one that none continues. */
export function matchClusters<C extends Members>(
  before: readonly C[],
  after: readonly C[],
): ClusterMatch<C>[] {
  const matches = earlierOnes(before, after);
  const continued = new Map<string, number>();
  for (const was of matches.values())
    for (const { id } of was) continued.set(id, (continued.get(id) ?? 0) + 1);
  return [
    ...after.map((now) => {
      const was = matches.get(now.id) ?? [];
      const isPart = was.some(({ id }) => (continued.get(id) ?? 0) > 1);
      return { ...moved(was, now), now, was, change: changeOf(was, now, isPart) };
    }),
    ...before
      .filter(({ id }) => !continued.has(id))
      .map((was) => ({ ...moved([was], null), now: null, was: [was], change: 'gone' as const })),
  ];
}

/** Those that each later one matches, in the order of their ids; by its id. */
function earlierOnes<C extends Members>(
  before: readonly C[],
  after: readonly C[],
): Map<string, C[]> {
  const matches = new Map<string, C[]>();
  for (const { was, now } of overlaps(before, after)) addTo(matches, now.id, was);
  for (const was of matches.values()) was.sort((a, b) => compareText(a.id, b.id));
  return matches;
}

function moved(was: readonly Members[], now: Members | null) {
  const earlier = new Set(was.flatMap(({ accounts }) => accounts));
  const later = new Set(now?.accounts ?? []);
  return {
    joined: [...later].filter((account) => !earlier.has(account)).sort(compareText),
    left: [...earlier].filter((account) => !later.has(account)).sort(compareText),
  };
}

function changeOf(was: readonly Members[], now: Members, isPart: boolean): ClusterChange {
  if (was.length === 0) return 'new';
  if (was.length > 1) return 'merged';
  if (isPart) return 'split';
  const { joined, left } = moved(was, now);
  if (joined.length > 0) return left.length > 0 ? 'changed' : 'grown';
  return left.length > 0 ? 'shrunk' : 'unchanged';
}
