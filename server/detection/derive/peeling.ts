/** A rater and whom it rated highly. `degree`: how many rate that account on the whole platform. */
export interface Edge {
  rater: string;
  rated: string;
  degree?: number;
}

export interface Block {
  raters: string[];
  rated: string[];
  edges: Edge[];
}

/** At most so many blocks of one gathering: whoever hides a tenth is found by the first nine. */
const mostBlocks = 9;
/** The least of a block that is sought. `fill`: the share of its pairs that are there. */
export interface BlockSize {
  raters: number;
  rated: number;
  fill: number;
}

/** The constant of the paper, which keeps rare columns from weighing without bound. */
const weightOffset = 5;

/**
 * The densest blocks of a bipartite graph, one after the other, no account in two of them.
 *
 * Greedy peeling after Hooi, Song, Beutel, Shah, Shin, Faloutsos: FRAUDAR, Bounding Graph Fraud in the Face of
 * Camouflage, KDD 2016. What is peeled is the sum of the weights of the edges by the number of accounts; an edge
 * weighs 1 / log(degree of the rated + 5), so that rating what everybody rates (camouflage) adds little and
 * takes nothing away. Of the states on the way only those count that are filled as asked: the densest of all is
 * often a loose union of several blocks. The order of removal is lightest first, ties by name, so that
 * the result is always the same.
 */
export function densestBlocks(edges: readonly Edge[], least: BlockSize): Block[] {
  const blocks: Block[] = [];
  let left = edges;
  while (blocks.length < mostBlocks) {
    const found = densest(left, least);
    if (found === null) break;
    const block = core(found, least);
    if (block === null) {
      const used = new Set(found.edges);
      left = left.filter((edge) => !used.has(edge));
      continue;
    }
    blocks.push(block);
    const raters = new Set(block.raters);
    const rated = new Set(block.rated);
    left = left.filter((edge) => !raters.has(edge.rater) && !rated.has(edge.rated));
  }
  return blocks;
}

/**
 * The block without those who have less than half of the other side: two whom everybody rates, and a third for
 * good measure, are no group. Nor does it hold on to whom three times as many others rate: the popular are rated
 * by any group. Null when too little is left.
 */
function core({ edges }: Block, least: BlockSize): Block | null {
  let kept = edges;
  for (;;) {
    const given = countsOf(kept, (edge) => edge.rater);
    const received = countsOf(kept, (edge) => edge.rated);
    const next = kept.filter(
      ({ rater, rated, degree = 0 }) =>
        2 * given.get(rater)! >= received.size &&
        2 * received.get(rated)! >= given.size &&
        4 * received.get(rated)! >= degree,
    );
    if (next.length === kept.length) {
      const left = { raters: given.size, rated: received.size, edges: kept.length };
      return isAtLeast(left, least) ? blockOf(kept) : null;
    }
    kept = next;
  }
}

function countsOf(edges: readonly Edge[], end: (edge: Edge) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const edge of edges) counts.set(end(edge), (counts.get(end(edge)) ?? 0) + 1);
  return counts;
}

function blockOf(edges: Edge[]): Block {
  return {
    raters: [...new Set(edges.map(({ rater }) => rater))].sort(),
    rated: [...new Set(edges.map(({ rated }) => rated))].sort(),
    edges,
  };
}

function isAtLeast(left: { raters: number; rated: number; edges: number }, least: BlockSize) {
  return (
    left.raters >= least.raters &&
    left.rated >= least.rated &&
    left.edges >= least.fill * left.raters * left.rated
  );
}

interface Side {
  name: string;
  rater: boolean;
  edges: number[];
  weight: number;
  peeledAt: number;
}

function densest(edges: readonly Edge[], least: BlockSize): Block | null {
  const degrees = new Map<string, number>();
  for (const { rated } of edges) degrees.set(rated, (degrees.get(rated) ?? 0) + 1);
  const weights = edges.map(
    ({ rated, degree }) => 1 / Math.log((degree ?? degrees.get(rated)!) + weightOffset),
  );
  const sides = sidesOf(edges, weights);
  const heap = new Heap();
  for (const side of sides.values()) heap.push(side.weight, side.name);

  let total = weights.reduce((sum, weight) => sum + weight, 0);
  let best = { density: 0, peeled: sides.size };
  const gone = new Uint8Array(edges.length);
  const left = { raters: 0, rated: 0, edges: edges.length };
  for (const { rater } of sides.values()) left[rater ? 'raters' : 'rated'] += 1;
  let peeled = 0;
  while (peeled < sides.size) {
    const density = tidy(total / (sides.size - peeled));
    if (isAtLeast(left, least) && density > best.density) best = { density, peeled };
    const { name, weight } = heap.pop();
    const side = sides.get(name)!;
    if (side.peeledAt >= 0 || weight !== side.weight) continue;
    side.peeledAt = peeled;
    peeled += 1;
    left[side.rater ? 'raters' : 'rated'] -= 1;
    for (const index of side.edges) {
      if (gone[index]) continue;
      gone[index] = 1;
      left.edges -= 1;
      total -= weights[index]!;
      const other = sides.get(otherEnd(edges[index]!, name))!;
      other.weight = tidy(other.weight - weights[index]!);
      heap.push(other.weight, other.name);
    }
  }
  if (best.peeled === sides.size) return null;
  const kept = (name: string) => sides.get(name)!.peeledAt >= best.peeled;
  const inside = edges.filter(
    ({ rater, rated }) => kept(raterName(rater)) && kept(ratedName(rated)),
  );
  return blockOf(inside);
}

/** An account stands on either side apart: what it gives, and what it gets. */
const raterName = (id: string) => `r ${id}`;
const ratedName = (id: string) => `d ${id}`;

function otherEnd({ rater, rated }: Edge, name: string): string {
  return name === raterName(rater) ? ratedName(rated) : raterName(rater);
}

function sidesOf(edges: readonly Edge[], weights: readonly number[]): Map<string, Side> {
  const sides = new Map<string, Side>();
  edges.forEach(({ rater, rated }, index) => {
    for (const name of [raterName(rater), ratedName(rated)]) {
      const side = sides.get(name) ?? {
        name,
        rater: name === raterName(rater),
        edges: [],
        weight: 0,
        peeledAt: -1,
      };
      side.edges.push(index);
      side.weight = tidy(side.weight + weights[index]!);
      sides.set(name, side);
    }
  });
  return sides;
}

/** Sums of the same weights in another order are then the same number. */
function tidy(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

/** A binary heap, lightest first, ties by name. Outdated entries stay in it and are passed over. */
class Heap {
  readonly #items: { weight: number; name: string }[] = [];

  push(weight: number, name: string): void {
    const items = this.#items;
    items.push({ weight, name });
    let at = items.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!before(items[at]!, items[parent]!)) break;
      [items[at], items[parent]] = [items[parent]!, items[at]!];
      at = parent;
    }
  }

  /** To be called only while something is left to peel. */
  pop(): { weight: number; name: string } {
    const items = this.#items;
    const top = items[0]!;
    const last = items.pop()!;
    if (items.length === 0) return top;
    items[0] = last;
    let at = 0;
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let least = at;
      if (left < items.length && before(items[left]!, items[least]!)) least = left;
      if (right < items.length && before(items[right]!, items[least]!)) least = right;
      if (least === at) return top;
      [items[at], items[least]] = [items[least]!, items[at]!];
      at = least;
    }
  }
}

function before(a: { weight: number; name: string }, b: { weight: number; name: string }): boolean {
  return a.weight < b.weight || (a.weight === b.weight && a.name < b.name);
}
