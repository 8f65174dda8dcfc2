import { addTo } from '../../../domain/group-by.ts';
import { UnionFind } from '../link/union-find.ts';
import type { Bond } from './evidence.ts';

/**
 * In log-odds, what holds a group where it holds least: of every way to part it at one bond of the strongest tree that
 * connects it, what binds the two sides (`firm` at most a pair), for each account of the smaller one; `firm` at most, 0
 * where it is not connected.
 */
export function weakestHold(
  members: ReadonlySet<string>,
  links: readonly Bond[],
  firm: number,
): number {
  const parentOf = strongestTree(members, links);
  if (parentOf.size < members.size) return 0;
  const sizes = new Map<string, number>();
  for (const account of members)
    for (const at of upwards(account, parentOf)) sizes.set(at, (sizes.get(at) ?? 0) + 1);
  const across = new Map<string, number>();
  for (const { a, b, hold } of links)
    for (const at of between(a, b, parentOf))
      across.set(at, (across.get(at) ?? 0) + Math.min(firm, hold));
  let weakest = firm;
  for (const [account, parent] of parentOf) {
    if (parent === null) continue;
    const side = sizes.get(account)!;
    const smaller = Math.min(side, members.size - side);
    weakest = Math.min(weakest, (across.get(account) ?? 0) / smaller);
  }
  return weakest;
}

/** The parent of each account in a tree of the firmest bonds; null for its root; none of whom it does not reach. */
function strongestTree(
  members: ReadonlySet<string>,
  links: readonly Bond[],
): Map<string, string | null> {
  const sets = new UnionFind();
  const neighbours = new Map<string, string[]>();
  for (const { a, b } of [...links].sort((one, other) => other.hold - one.hold)) {
    const one = sets.find(a);
    if (one !== null && one === sets.find(b)) continue;
    sets.join(a, b);
    addTo(neighbours, a, b);
    addTo(neighbours, b, a);
  }
  const root = members.values().next().value!;
  const parentOf = new Map<string, string | null>([[root, null]]);
  for (const at of parentOf.keys())
    for (const next of neighbours.get(at) ?? []) if (!parentOf.has(next)) parentOf.set(next, at);
  return parentOf;
}

function upwards(account: string, parentOf: ReadonlyMap<string, string | null>): string[] {
  const way: string[] = [];
  for (let at: string | null = account; at !== null; at = parentOf.get(at) ?? null) way.push(at);
  return way;
}

/** The accounts whose bond to their parent lies on the way from one to the other. */
function between(a: string, b: string, parentOf: ReadonlyMap<string, string | null>): string[] {
  const [one, other] = [upwards(a, parentOf), upwards(b, parentOf)];
  while (one.length > 0 && one.at(-1) === other.at(-1)) {
    one.pop();
    other.pop();
  }
  return [...one, ...other];
}
