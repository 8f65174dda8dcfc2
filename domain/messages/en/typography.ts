/** `1 day`, `2,310 days`. */
export function count(value: number, one: string, many: string): string {
  return `${value.toLocaleString('en')} ${value === 1 ? one : many}`;
}

/** At least one whole unit: what happened within 10.4 days did not happen within ten. */
export function within(value: number): number {
  return Math.max(1, Math.ceil(value));
}
