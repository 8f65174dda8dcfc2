/** The hours of the week at work by some clock, reckoned as `working-hours.ts` fits them. */
import { fitHours, zoneOffsets, type FittedHours } from './working-hours.ts';
import type { WorkingWeeks } from './views.ts';

const hoursOfWeek = 168;

export interface ClockedWeeks {
  /** By the clock of the claimed zone; by UTC where none is claimed that is known. */
  claimed: number[];
  /** Whether the zone that is claimed is known. */
  zoneKnown: boolean;
  /** By the clock that fits best, in the middle of those that fit; null where none does better than another. */
  fitting: number[] | null;
  fit: FittedHours | null;
}

/** Adds the months up, each by its own summer time; an offset apart from the claim moves along with it. */
export function clockedWeeks({ claimed_zone: zone, months }: WorkingWeeks): ClockedWeeks {
  const offsetOf = zone === null ? null : zoneOffsets(zone);
  const months24 = months.map(({ month, week }) => ({ month, hours: hoursOfDay(week) }));
  const fit = fitHours(offsetOf && zone !== null ? zone : 'UTC', months24);
  const claimedOf = offsetOf ?? (() => 0);
  const by = (ahead: number) =>
    sum(months.map(({ month, week }) => turned(week, claimedOf(month) + ahead)));
  const middle = fit && middleOf(fit.fitting_offsets);
  return {
    claimed: by(0),
    zoneKnown: offsetOf !== null,
    fitting: fit && middle !== null ? by(middle - fit.claimed_offset) : null,
    fit,
  };
}

/** By hour of the day, over all days of the week. */
export function hoursOfDay(week: readonly number[]): number[] {
  return Array.from({ length: 24 }, (_, hour) =>
    week.reduce((total, count, at) => (at % 24 === hour ? total + count : total), 0),
  );
}

/** A week whose clock is so many hours ahead. */
function turned(week: readonly number[], ahead: number): number[] {
  const other = new Array<number>(hoursOfWeek).fill(0);
  week.forEach((count, hour) => {
    const at = Math.floor(hour + 0.5 + ahead);
    other[((at % hoursOfWeek) + hoursOfWeek) % hoursOfWeek]! += count;
  });
  return other;
}

function sum(weeks: readonly number[][]): number[] {
  return Array.from({ length: hoursOfWeek }, (_, hour) =>
    weeks.reduce((total, week) => total + week[hour]!, 0),
  );
}

/** The middle of a run of offsets that may cross the date line; null when all fit alike. */
function middleOf(offsets: readonly number[]): number | null {
  if (offsets.length === 0 || offsets.length === 24) return null;
  const first = offsets.find((offset) => !offsets.includes(offset === -11 ? 12 : offset - 1))!;
  const middle = first + Math.floor((offsets.length - 1) / 2);
  return middle > 12 ? middle - 24 : middle;
}

/** Where a window of so many hours holds the most, or the least; round the clock. */
export function windowOf(hours: readonly number[], length: number, most: boolean): number {
  const totals = hours.map((_, start) =>
    Array.from({ length }, (_, step) => hours[(start + step) % 24]!).reduce((a, b) => a + b, 0),
  );
  return totals.indexOf(most ? Math.max(...totals) : Math.min(...totals));
}
