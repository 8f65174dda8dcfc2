import type { DeliveryAttempt } from '../../../domain/input/delivery.ts';

const minute = 60_000;
const hour = 60 * minute;

/**
 * When what failed is tried again: after a minute, then after twice as long each time, at most six hours, for about
 * three days. A receiver that refuses the very same thing is asked three times: it may have been put right meanwhile.
 */
export const retryRule = {
  first: minute,
  longest: 6 * hour,
  attempts: 20,
  /** Attempts that were refused, or amid which the program ended. */
  hopeless: 3,
  /** Longer than this no receiver can put it off. */
  putOff: 24 * hour,
} as const;

/**
 * When to try next after these attempts, the last of which failed at `now`; null: no more. `notBefore` is what the
 * receiver asked for.
 */
export function nextTry(
  attempts: readonly DeliveryAttempt[],
  now: Date,
  notBefore?: Date,
): Date | null {
  if (attempts.length >= retryRule.attempts) return null;
  const hopeless = attempts.filter(({ refused }) => refused).length + brokenOff(attempts);
  if (hopeless >= retryRule.hopeless) return null;
  const wait = Math.min(retryRule.longest, retryRule.first * 2 ** (attempts.length - 1));
  const asked = Math.min((notBefore?.getTime() ?? 0) - now.getTime(), retryRule.putOff);
  return new Date(now.getTime() + Math.max(wait, asked));
}

/** How many of them nobody has told the end of. */
export function brokenOff(attempts: readonly DeliveryAttempt[]): number {
  return attempts.filter(({ ended }) => ended === null).length;
}
