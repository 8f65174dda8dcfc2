import { dayBefore, daysBetween, type Period } from '../../../domain/numbers.ts';
import type { BucketKind } from '../../../domain/numbers-asked.ts';
import { messages } from '../../../domain/messages/index.ts';
import { UsageError } from '../../platform/problems.ts';

/** So many days where a period is not given. */
const usualDays = 90;

/** More than one reads, and than one asks for by anything but a slip. */
const mostDays = 3_660;

/** Days, in UTC, both included. Throws UsageError for one that ends before it begins, or is too long. */
export function periodOf(
  asked: { from?: string | undefined; to?: string | undefined },
  now: string,
): Period {
  const to = asked.to ?? now.slice(0, 10);
  const from = asked.from ?? dayBefore(to, usualDays - 1);
  const { problems } = messages.numbers;
  if (from > to) throw new UsageError(problems.reversed(from, to));
  if (daysBetween(from, to) >= mostDays) throw new UsageError(problems.tooLong(mostDays));
  return { from, to };
}

/** Its first moment, and the first one after it; times are text in the order of time. */
export function momentsOf({ from, to }: Period): { start: string; end: string } {
  return { start: `${from}T00:00:00.000Z`, end: `${dayBefore(to, -1)}T00:00:00.000Z` };
}

/** The months, or the weeks from Monday, of which the period has a day; the first and the last may be cut short. */
export function bucketsOf({ from, to }: Period, by: BucketKind): Period[] {
  const buckets: Period[] = [];
  for (let start = from; start <= to;) {
    const end = lastOf(start, by);
    buckets.push({ from: start, to: end < to ? end : to });
    start = dayBefore(end, -1);
  }
  return buckets;
}

function lastOf(day: string, by: BucketKind): string {
  const date = new Date(day);
  if (by === 'week') return dayBefore(day, -((7 - date.getUTCDay()) % 7));
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0))
    .toISOString()
    .slice(0, 10);
}
