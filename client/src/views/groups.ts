/** Sets of things that are tied to one another, directly or through others: the largest first. */
export function groupsOf(
  all: readonly string[],
  ties: readonly (readonly [string, string])[],
): string[][] {
  const near = new Map<string, string[]>(all.map((one) => [one, []]));
  for (const [a, b] of ties) {
    near.get(a)?.push(b);
    near.get(b)?.push(a);
  }
  const seen = new Set<string>();
  const groups: string[][] = [];
  for (const start of all) {
    if (seen.has(start)) continue;
    seen.add(start);
    const group = [start];
    for (const one of group)
      for (const other of near.get(one) ?? [])
        if (!seen.has(other) && near.has(other)) {
          seen.add(other);
          group.push(other);
        }
    groups.push(group);
  }
  return groups.sort((a, b) => b.length - a.length);
}
