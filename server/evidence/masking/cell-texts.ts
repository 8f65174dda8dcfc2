/** The texts that a stored value or a file's cell holds; a list in a cell is split as the dataset contract writes it. */
export function cellTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(cellTexts);
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'string') return [];
  const texts = value.includes('|') ? [value, ...value.split('|')] : [value];
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}
