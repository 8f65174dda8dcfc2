/** What tells places apart: `PL|Warsaw`, or `PL|` for a country alone. */
export function nameOfPlace({ country, city }: { country: string; city: string | null }): string {
  return `${country}|${city ?? ''}`;
}
