/** A stored value as one text; lists as the dataset contract writes them. */
export function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(asText).join('|');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
