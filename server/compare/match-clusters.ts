/** Which cluster of a later run continues which of an earlier one. */
import type { Cluster } from '../../domain/finding.ts';
import type { ClusterChange } from '../../domain/run-diff.ts';
import { inOrder } from '../exchange/canonical.ts';

/** Two clusters match when they share at least this part of the members of the smaller one. */
const leastShared = 0.3;

type Members = Pick<Cluster, 'id' | 'accounts'>;

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
  const matches = overlaps(before, after);
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

/** By the id of the later one. */
function overlaps<C extends Members>(before: readonly C[], after: readonly C[]): Map<string, C[]> {
  const earlierOf = new Map(before.flatMap((was) => was.accounts.map((one) => [one, was])));
  return new Map(
    after.map((now) => {
      const shared = new Map<C, number>();
      for (const account of now.accounts) {
        const was = earlierOf.get(account);
        if (was) shared.set(was, (shared.get(was) ?? 0) + 1);
      }
      const enough = [...shared].filter(
        ([was, count]) => count >= leastShared * Math.min(was.accounts.length, now.accounts.length),
      );
      return [now.id, enough.map(([was]) => was).sort((a, b) => inOrder(a.id, b.id))];
    }),
  );
}

function moved(was: readonly Members[], now: Members | null) {
  const earlier = new Set(was.flatMap(({ accounts }) => accounts));
  const later = new Set(now?.accounts ?? []);
  return {
    joined: [...later].filter((account) => !earlier.has(account)).sort(inOrder),
    left: [...earlier].filter((account) => !later.has(account)).sort(inOrder),
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
