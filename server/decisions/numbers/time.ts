import { foundKinds } from '../../../domain/disposition.ts';
import type { Period, TimeRow } from '../../../domain/numbers.ts';
import type { BucketKind } from '../../../domain/numbers-asked.ts';
import type { FirstDecision } from './decisions.ts';
import { bucketsOf } from './period.ts';

const hourMs = 3_600_000;

/** How long first decisions were waited for: of each kind the whole period, then its parts. */
export function timeRows(
  first: readonly FirstDecision[],
  period: Period,
  by: BucketKind,
): TimeRow[] {
  const parts = bucketsOf(period, by);
  return foundKinds.flatMap((kind) => {
    const own = first.filter((one) => one.kind === kind);
    const row = ({ from, to }: Period): TimeRow => {
      const within = own.filter(({ at }) => at.slice(0, 10) >= from && at.slice(0, 10) <= to);
      return { from, to, kind, decisions: within.length, ...spread(within.map(hoursOf)) };
    };
    return [period, ...parts].map(row);
  });
}

function hoursOf({ at, waited_since }: FirstDecision): number {
  return Math.max(0, Date.parse(at) - Date.parse(waited_since)) / hourMs;
}

function spread(hours: readonly number[]) {
  const sorted = [...hours].sort((one, other) => one - other);
  return {
    lower_quartile: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upper_quartile: quantile(sorted, 0.75),
    ninety: quantile(sorted, 0.9),
  };
}

/**
 * Between the two nearest where it falls between them, as spreadsheets do it (Hyndman and Fan, 1996, type 7); to the
 * hundredth. Null of none.
 */
export function quantile(sorted: readonly number[], part: number): number | null {
  if (sorted.length === 0) return null;
  const place = (sorted.length - 1) * part;
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return Math.round((below + (above - below) * (place % 1)) * 100) / 100;
}
