import { roundScore } from '../../../domain/finding.ts';

/** The normal quantile that leaves 95 % between it and its negative. */
const z = 1.959963984540054;

/**
 * A share with its 95 % score interval (Wilson, 1927), which stays within [0, 1] and says something of few too; with six
 * decimals, as scores are. Null of none.
 */
export function wilson(
  part: number,
  of: number,
): { precision: number | null; low: number | null; high: number | null } {
  if (of === 0) return { precision: null, low: null, high: null };
  const share = part / of;
  const scale = 1 + z ** 2 / of;
  const middle = share + z ** 2 / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return {
    precision: roundScore(share),
    low: roundScore((middle - half) / scale),
    high: roundScore((middle + half) / scale),
  };
}
