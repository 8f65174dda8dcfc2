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
  const bonds = between(members, links);
  const tree = strongestTree(members.size, bonds);
  if (tree.order.length < members.size) return 0;
  const sizes = sizesBelow(tree);
  const across = acrossEach(tree, bonds, firm);
  let weakest = firm;
  for (const at of tree.order.subarray(1)) {
    const smaller = Math.min(sizes[at]!, members.size - sizes[at]!);
    weakest = Math.min(weakest, across[at]! / smaller);
  }
  return weakest;
}

/** A bond by the places of its ends among the members: sets of a few accounts are judged millions of times. */
interface Placed {
  one: number;
  other: number;
  hold: number;
}

/** By the place of a member, as far as the tree reaches. */
interface Tree {
  /** The root's is its own. */
  parentOf: Int32Array;
  depthOf: Int32Array;
  /** Parents before their children. */
  order: Int32Array;
}

function between(members: ReadonlySet<string>, links: readonly Bond[]): Placed[] {
  const places = new Map<string, number>();
  for (const account of members) places.set(account, places.size);
  return links.map(({ a, b, hold }) => ({ one: places.get(a)!, other: places.get(b)!, hold }));
}

/** Of the firmest bonds, from the first member on. */
function strongestTree(size: number, bonds: readonly Placed[]): Tree {
  const sets = new UnionFind<number>();
  const neighbours = Array.from({ length: size }, (): number[] => []);
  for (const { one, other } of [...bonds].sort((x, y) => y.hold - x.hold)) {
    const set = sets.find(one);
    if (set !== null && set === sets.find(other)) continue;
    sets.join(one, other);
    neighbours[one]!.push(other);
    neighbours[other]!.push(one);
  }
  const parentOf = new Int32Array(size).fill(-1);
  const depthOf = new Int32Array(size);
  const order = new Int32Array(size);
  parentOf[0] = 0;
  let reached = 1;
  for (let next = 0; next < reached; next += 1) {
    const at = order[next]!;
    for (const near of neighbours[at]!) {
      if (parentOf[near] !== -1) continue;
      parentOf[near] = at;
      depthOf[near] = depthOf[at]! + 1;
      order[reached] = near;
      reached += 1;
    }
  }
  return { parentOf, depthOf, order: order.subarray(0, reached) };
}

/** How many members each parts from the rest, with the bond to its parent. */
function sizesBelow({ parentOf, order }: Tree): Int32Array {
  const sizes = new Int32Array(order.length).fill(1);
  for (const at of order.subarray(1).toReversed()) sizes[parentOf[at]!]! += sizes[at]!;
  return sizes;
}

/** By each member but the root, what binds the two sides that its bond to its parent parts. */
function acrossEach(
  { parentOf, depthOf }: Tree,
  bonds: readonly Placed[],
  firm: number,
): Float64Array {
  const across = new Float64Array(parentOf.length);
  for (const { one, other, hold } of bonds) {
    const weight = Math.min(firm, hold);
    let [x, y] = [one, other];
    while (x !== y) {
      if (depthOf[x]! < depthOf[y]!) [x, y] = [y, x];
      across[x]! += weight;
      x = parentOf[x]!;
    }
  }
  return across;
}
