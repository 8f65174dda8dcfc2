/** How many letters must change to turn one word into the other, two swapped ones counting once. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + change);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, before[j - 2]! + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}

/** Longest word that is compared; no name of the contract comes near it. */
const longest = 64;

/** The known name that the word was most likely meant to be; null when none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  const plain = word.toLowerCase().replaceAll(/[\s-]+/g, '_');
  if (plain.length > longest) return null;
  const far = Math.max(2, Math.floor(plain.length / 3));
  const near = known
    .map((name) => ({ name, distance: distance(plain, name) }))
    .filter((candidate) => candidate.distance <= far && candidate.distance < candidate.name.length)
    .sort((a, b) => a.distance - b.distance || a.name.localeCompare(b.name));
  return near[0]?.name ?? null;
}
