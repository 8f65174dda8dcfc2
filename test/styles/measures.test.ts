import { describe, expect, it } from 'vitest';
import {
  betweenness,
  measured,
  pageRank,
  type DrawnPairs,
} from '../../client/src/styles/measures.ts';

const pairs = (order: number, ...joined: [number, number][]): DrawnPairs => ({
  order,
  ends: Uint32Array.from(joined.flat()),
});
const path = (order: number) =>
  pairs(order, ...Array.from({ length: order - 1 }, (_, at): [number, number] => [at, at + 1]));
const star = pairs(5, [0, 1], [0, 2], [0, 3], [0, 4]);

/** Always the same web of so many. */
function web(order: number, each: number): DrawnPairs {
  let seed = 7;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const joined = new Set<string>();
  while (joined.size < order * each) {
    const [one, other] = [Math.floor(random() * order), Math.floor(random() * order)];
    if (one !== other) joined.add([Math.min(one, other), Math.max(one, other)].join(' '));
  }
  return pairs(
    order,
    ...[...joined].map((pair) => pair.split(' ').map(Number) as [number, number]),
  );
}

/** From its definition: for each two others, the share of their shortest ways that go through it. */
function betweennessDefined({ order, ends }: DrawnPairs): number[] {
  const near = Array.from({ length: order }, (): number[] => []);
  for (let at = 0; at < ends.length; at += 2) {
    near[ends[at]!]!.push(ends[at + 1]!);
    near[ends[at + 1]!]!.push(ends[at]!);
  }
  const from = Array.from({ length: order }, (_, source) => {
    const [far, ways] = [new Array<number>(order).fill(Infinity), new Array<number>(order).fill(0)];
    [far[source], ways[source]] = [0, 1];
    const queue = [source];
    for (const at of queue)
      for (const other of near[at]!) {
        if (far[other] === Infinity) {
          far[other] = far[at]! + 1;
          queue.push(other);
        }
        if (far[other] === far[at]! + 1) ways[other]! += ways[at]!;
      }
    return { far, ways };
  });
  return Array.from({ length: order }, (_, v) => {
    let sum = 0;
    for (let s = 0; s < order; s += 1)
      for (let t = 0; t < order; t += 1) {
        if (s === t || s === v || t === v || from[s]!.ways[t] === 0) continue;
        if (from[s]!.far[v]! + from[v]!.far[t]! === from[s]!.far[t])
          sum += (from[s]!.ways[v]! * from[v]!.ways[t]!) / from[s]!.ways[t]!;
      }
    return sum / ((order - 1) * (order - 2));
  });
}

describe('betweenness', () => {
  it('is what its definition says of a web', () => {
    const some = web(40, 2);
    const defined = betweennessDefined(some);
    betweenness(some).forEach((value, at) => expect(value).toBeCloseTo(defined[at]!, 10));
  });

  it('is 1 in the middle of a star, and 0 at its ends', () => {
    expect([...betweenness(star)]).toEqual([1, 0, 0, 0, 0]);
    expect([...betweenness(pairs(2, [0, 1]))]).toEqual([0, 0]);
  });

  it('of what is too large follows ways from some alone, and finds nearly the same', () => {
    const some = web(600, 2);
    const [whole, part] = [betweenness(some), betweenness(some, 600 * 1_000)];
    expect([...part]).toEqual([...betweenness(some, 600 * 1_000)]);
    expect([...part]).not.toEqual([...whole]);
    const top = (of: Float64Array) =>
      new Set([...of.keys()].sort((a, b) => of[b]! - of[a]!).slice(0, 30));
    const [most, found] = [top(whole), top(part)];
    expect([...most].filter((at) => found.has(at)).length).toBeGreaterThan(20);
  });
});

describe('PageRank', () => {
  it('has 1 as its mean, is the same where all are alike, and adds up where some are joined to none', () => {
    const ring = pairs(4, [0, 1], [1, 2], [2, 3], [3, 0]);
    for (const rank of pageRank(ring)) expect(rank).toBeCloseTo(1, 6);
    const ranks = pageRank(pairs(6, [0, 1], [0, 2], [0, 3]));
    expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(6, 6);
    expect(ranks[0]).toBeGreaterThan(ranks[1]!);
    expect(ranks[1]).toBeGreaterThan(ranks[5]!);
  });

  it('of a star is the known solution', () => {
    const ranks = pageRank(star);
    // middle = 0.15 + 0.85 × 4 × end; end = 0.15 + 0.85 × middle / 4
    const middle = (0.15 + 0.85 * 4 * 0.15) / (1 - 0.85 ** 2);
    expect(ranks[0]).toBeCloseTo(middle, 6);
    expect(ranks[4]).toBeCloseTo(0.15 + (0.85 * middle) / 4, 6);
  });
});

describe('neighbours and communities', () => {
  it('count neighbours', () => {
    expect([...measured('drawn.links', path(4))]).toEqual([1, 2, 2, 1]);
  });

  it('tell two that hang together by one line apart, the larger as the first, and what is alone in none', () => {
    const two = pairs(
      8,
      ...([
        [0, 1],
        [0, 2],
        [1, 2],
      ] as [number, number][]),
      ...([
        [3, 4],
        [3, 5],
        [3, 6],
        [4, 5],
        [4, 6],
        [5, 6],
      ] as [number, number][]),
      [2, 3],
    );
    const found = measured('drawn.community', two);
    expect([...found]).toEqual([2, 2, 2, 1, 1, 1, 1, NaN]);
    expect([...measured('drawn.community', two)]).toEqual([...found]);
  });
});
