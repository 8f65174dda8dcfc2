import Graph from 'graphology';
import louvain from 'graphology-communities-louvain';
import type { Measure } from './fields.ts';

/** What is drawn, each pair of things that anything joins once; things are known by their place in the list. */
export interface DrawnPairs {
  order: number;
  /** Both ends of each pair, one after the other; none is both. */
  ends: Uint32Array;
}

/** Of each thing; NaN where it has none. */
export function measured(measure: Measure, pairs: DrawnPairs): Float64Array {
  switch (measure) {
    case 'drawn.links':
      return Float64Array.from(neighboursOf(pairs).count);
    case 'drawn.betweenness':
      return betweenness(pairs);
    case 'drawn.pagerank':
      return pageRank(pairs);
    case 'drawn.community':
      return communities(pairs);
  }
}

interface Neighbours {
  /** Where the neighbours of each begin in `of`. */
  start: Uint32Array;
  count: Uint32Array;
  of: Uint32Array;
}

function neighboursOf({ order, ends }: DrawnPairs): Neighbours {
  const count = new Uint32Array(order);
  for (const end of ends) count[end]! += 1;
  const start = new Uint32Array(order + 1);
  for (let at = 0; at < order; at += 1) start[at + 1] = start[at]! + count[at]!;
  const of = new Uint32Array(ends.length);
  const next = start.slice(0, order);
  for (let at = 0; at < ends.length; at += 2) {
    const [one, other] = [ends[at]!, ends[at + 1]!];
    of[next[one]!++] = other;
    of[next[other]!++] = one;
  }
  return { start, count, of };
}

const follows = 0.85;
const rounds = 100;
const settled = 1e-9;

/** How often each would be come by, going at random along the lines (Brin and Page, 1998); 1 is the mean. */
export function pageRank(pairs: DrawnPairs): Float64Array {
  const { order } = pairs;
  const { start, count, of } = neighboursOf(pairs);
  let ranks = new Float64Array(order).fill(1);
  for (let round = 0; round < rounds; round += 1) {
    let stuck = 0;
    for (let at = 0; at < order; at += 1) if (count[at] === 0) stuck += ranks[at]!;
    const next = new Float64Array(order).fill(1 - follows + (follows * stuck) / order);
    for (let at = 0; at < order; at += 1) {
      const share = (follows * ranks[at]!) / count[at]!;
      for (let to = start[at]!; to < start[at + 1]!; to += 1) next[of[to]!]! += share;
    }
    let moved = 0;
    for (let at = 0; at < order; at += 1) moved += Math.abs(next[at]! - ranks[at]!);
    ranks = next;
    if (moved < settled * order) break;
  }
  return ranks;
}

/** So many lines may be walked: about two seconds. Beyond, ways are followed from some of the things alone. */
const mostWalked = 2e8;

/**
 * On what share of the shortest ways between two others each lies (Freeman, 1977, as Brandes reckons it, 2001). Of a graph that
 * is too large, ways from every so-manieth thing alone (Brandes and Pich, 2007): always the same ones.
 */
export function betweenness(pairs: DrawnPairs, most = mostWalked): Float64Array {
  const { order, ends } = pairs;
  const neighbours = neighboursOf(pairs);
  const sources = Math.max(1, Math.min(order, Math.floor(most / (order + ends.length))));
  const sums = new Float64Array(order);
  const walk = walkOf(order);
  for (let at = 0; at < sources; at += 1)
    addWaysFrom(Math.floor((at * order) / sources), neighbours, walk, sums);
  const ways = (order - 1) * (order - 2) * (sources / order);
  return sums.map((sum) => (order > 2 ? sum / ways : 0));
}

/** What a walk from one thing keeps, made once. */
function walkOf(order: number) {
  return {
    far: new Int32Array(order),
    ways: new Float64Array(order),
    owed: new Float64Array(order),
    queue: new Uint32Array(order),
  };
}

function addWaysFrom(
  from: number,
  { start, of }: Neighbours,
  { far, ways, owed, queue }: ReturnType<typeof walkOf>,
  sums: Float64Array,
): void {
  far.fill(-1);
  ways.fill(0);
  owed.fill(0);
  far[from] = 0;
  ways[from] = 1;
  queue[0] = from;
  let reached = 1;
  for (let next = 0; next < reached; next += 1) {
    const at = queue[next]!;
    for (let to = start[at]!; to < start[at + 1]!; to += 1) {
      const other = of[to]!;
      if (far[other]! < 0) {
        far[other] = far[at]! + 1;
        queue[reached++] = other;
      }
      if (far[other] === far[at]! + 1) ways[other]! += ways[at]!;
    }
  }
  for (let back = reached - 1; back > 0; back -= 1) {
    const at = queue[back]!;
    for (let to = start[at]!; to < start[at + 1]!; to += 1) {
      const other = of[to]!;
      if (far[other] === far[at]! - 1) owed[other]! += (ways[other]! / ways[at]!) * (1 + owed[at]!);
    }
    sums[at]! += owed[at]!;
  }
}

/** Which community each is in, by Louvain (Blondel and others, 2008), from 1, the largest first; alone it is in none. */
function communities({ order, ends }: DrawnPairs): Float64Array {
  const graph = new Graph({ type: 'undirected' });
  for (let at = 0; at < order; at += 1) graph.addNode(at);
  for (let at = 0; at < ends.length; at += 2) graph.mergeEdge(ends[at]!, ends[at + 1]!);
  const found = louvain(graph, { rng: () => 0.5 });
  const members = new Map<number, number[]>();
  for (let at = 0; at < order; at += 1) {
    const one = members.get(found[at]!);
    if (one) one.push(at);
    else members.set(found[at]!, [at]);
  }
  const numbers = new Float64Array(order).fill(NaN);
  [...members.values()]
    .filter((one) => one.length > 1)
    .sort((one, other) => other.length - one.length || one[0]! - other[0]!)
    .forEach((one, index) => {
      for (const at of one) numbers[at] = index + 1;
    });
  return numbers;
}
