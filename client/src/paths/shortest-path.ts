/** The nodes along a shortest way from one node to another; null where none leads there. */
export function shortestPath(
  neighbours: ReadonlyMap<string, ReadonlySet<string>>,
  from: string,
  to: string,
): string[] | null {
  const cameFrom = new Map<string, string>([[from, from]]);
  let reached = [from];
  while (reached.length > 0 && !cameFrom.has(to)) {
    const next: string[] = [];
    for (const ref of reached)
      for (const other of neighbours.get(ref) ?? [])
        if (!cameFrom.has(other)) {
          cameFrom.set(other, ref);
          next.push(other);
        }
    reached = next;
  }
  if (!cameFrom.has(to)) return null;
  const way = [to];
  for (let ref = to; ref !== from;) {
    ref = cameFrom.get(ref)!;
    way.unshift(ref);
  }
  return way;
}
