/** Times are milliseconds since 1970, in UTC, as `Date.UTC` counts them; no clock is ever read. */
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
export const month = 30 * day;

export const firstDay = at('2021-03-01');
export const lastDay = at('2022-05-31');

export function at(text: string): number {
  return Date.parse(text.length === 10 ? `${text}T00:00:00Z` : text);
}

export function isoTime(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

export function isoDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
