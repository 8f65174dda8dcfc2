/** How figures are written on docs/QUALITY.md. */
export function fixed(value: number | null, digits = 3): string {
  return value === null || Number.isNaN(value) ? '–' : value.toFixed(digits);
}

export function share({ hit, of }: { hit: number; of: number }): string {
  return `${hit.toLocaleString('en')} of ${of.toLocaleString('en')}`;
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}

export function withRange({
  value,
  low,
  high,
}: {
  value: number;
  low: number;
  high: number;
}): string {
  return `${fixed(value)} (${fixed(low)}–${fixed(high)})`;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
