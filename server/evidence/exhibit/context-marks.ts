/** The ids of accounts that are shown for context alone, wherever a title or a figure of a finding names one. */

/** The text with the mark behind each of these ids, where it stands as a word by itself. */
export function withMarks(text: string, ids: ReadonlySet<string>, mark: string): string {
  const named = [...ids].filter((id) => text.includes(id));
  if (named.length === 0) return text;
  // Longest first, so that none is found in another.
  const any = named
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');
  const alone = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${any})(?![\\p{L}\\p{N}_])`, 'gu');
  return text.replaceAll(alone, (id) => `${id} [${mark}]`);
}

function escaped(id: string): string {
  return id.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
