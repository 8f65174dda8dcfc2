/** The span of time that a world covers, and local clocks. */
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Accounts may be older; sessions, jobs and money are recorded from here on. */
export const worldBegins = Date.UTC(2021, 0, 1);
export const worldEnds = Date.UTC(2022, 5, 30);
/** The oldest account. */
export const oldest = Date.UTC(2017, 6, 1);

export const iso = (at: number): string => new Date(at).toISOString();
export const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

export type SummerTime = 'none' | 'europe' | 'america';

/** Hours that a place is ahead of UTC then. */
export function offsetAt(standard: number, summer: SummerTime, at: number): number {
  if (summer === 'none') return standard;
  const year = new Date(at).getUTCFullYear();
  const [from, until] =
    summer === 'europe'
      ? [lastSunday(year, 2), lastSunday(year, 9)]
      : [sunday(year, 2, 2), sunday(year, 10, 1)];
  return at >= from && at < until ? standard + 1 : standard;
}

const memo = new Map<number, number>();

function lastSunday(year: number, month: number): number {
  const key = year * 100 + month;
  const known = memo.get(key);
  if (known !== undefined) return known;
  const end = new Date(Date.UTC(year, month + 1, 0));
  const found = end.getTime() - end.getUTCDay() * day + hour;
  memo.set(key, found);
  return found;
}

function sunday(year: number, month: number, which: number): number {
  const first = new Date(Date.UTC(year, month, 1));
  return first.getTime() + (((7 - first.getUTCDay()) % 7) + 7 * (which - 1)) * day + 7 * hour;
}
