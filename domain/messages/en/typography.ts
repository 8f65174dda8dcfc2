/** `1 day`, `2,310 days`. */
export function count(value: number, one: string, many: string): string {
  return `${value.toLocaleString('en')} ${value === 1 ? one : many}`;
}

/** At least one whole unit: what happened within 10.4 days did not happen within ten. */
export function within(value: number): number {
  return Math.max(1, Math.ceil(value));
}

/** So many minutes, in the largest unit that says them whole: `90 minutes`, `8 hours`, `7 days`. */
export function lasting(minutes: number): string {
  const [hour, day] = [60, 24 * 60];
  if (minutes % day === 0) return count(minutes / day, 'day', 'days');
  if (minutes % hour === 0) return count(minutes / hour, 'hour', 'hours');
  return count(minutes, 'minute', 'minutes');
}
