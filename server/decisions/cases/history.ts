import { historyRule } from '../../../domain/case.ts';

interface Dated {
  revision: number;
  at: string;
}

/**
 * The revisions that are kept no longer, of all that a board has, latest first. The latest stay; of earlier ones
 * the last of each stretch of time, and beyond the most that a board may have the earliest go, but for its first.
 */
export function outdated(revisions: readonly Dated[]): number[] {
  const { latest, minutes, most } = historyRule;
  const stretch = ({ at }: Dated) => Math.floor(Date.parse(at) / (minutes * 60_000));
  const earlier = revisions.slice(latest);
  const kept = earlier.filter(
    (one, index) => index === 0 || stretch(earlier[index - 1]!) !== stretch(one),
  );
  const within = new Set(kept.slice(0, most - latest));
  return earlier
    .filter((one) => !within.has(one) && one !== revisions.at(-1))
    .map(({ revision }) => revision);
}
