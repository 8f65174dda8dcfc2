/** "10; 100; 1000" as bounds of a rule; null where they are none, more than four, or do not rise. */
export function writtenBounds(text: string): number[] | null {
  const bounds = text
    .split(/[;\s]+/)
    .filter((part) => part !== '')
    .map((part) => Number(part.replace(',', '.')));
  const rise = bounds.every(
    (bound, at) => Number.isFinite(bound) && (at === 0 || bound > bounds[at - 1]!),
  );
  return rise && bounds.length > 0 && bounds.length <= 4 ? bounds : null;
}
