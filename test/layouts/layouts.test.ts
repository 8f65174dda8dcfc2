import { describe, expect, it } from 'vitest';
import { aligned, type Aligned } from '../../client/src/layouts/align.ts';
import { arrangement } from '../../client/src/layouts/arrangement.ts';
import { byTime, firstTimes } from '../../client/src/layouts/by-time.ts';
import { circlesByCluster } from '../../client/src/layouts/circles.ts';
import type { LayoutInput, Places } from '../../client/src/layouts/layout-input.ts';
import { stopsOf, timeOfX, xOfTime } from '../../client/src/board/time-axis.ts';
import { treeFrom } from '../../client/src/layouts/tree.ts';
import { formatRef } from '../../domain/schema/graph.ts';
import { accountNode, deviceNode, relationBetween } from '../canvas/graphs.ts';

const stage = { width: 900, height: 600 };

/** So many accounts of two clusters, each on a device of its own and one that its cluster shares. */
function world(count: number): LayoutInput {
  const neighbours = new Map<string, Set<string>>();
  const link = (one: string, other: string) => {
    neighbours.set(one, (neighbours.get(one) ?? new Set()).add(other));
    neighbours.set(other, (neighbours.get(other) ?? new Set()).add(one));
  };
  const nodes = Array.from({ length: count }, (_, at) => [
    { ...accountNode(`a${at.toString()}`), cluster_id: `C${(at % 2).toString()}` },
    deviceNode(`d${at.toString()}`),
  ]).flat();
  const shared = [deviceNode('shared0'), deviceNode('shared1')];
  for (let at = 0; at < count; at += 1) {
    link(`account:a${at.toString()}`, `device:d${at.toString()}`);
    link(`account:a${at.toString()}`, `device:shared${(at % 2).toString()}`);
  }
  const boxes = [...nodes, ...shared].map((node) => ({
    ref: formatRef(node),
    node,
    width: 90,
    height: 66,
    bare: 30,
  }));
  return { boxes, neighbours, stage };
}

/** Pairs of nodes that lie on one another. */
function overlapping(places: Places, bare = 30): number {
  const all = [...places.values()];
  let count = 0;
  all.forEach((one, index) => {
    for (const other of all.slice(index + 1))
      if (Math.abs(one.x - other.x) < bare - 0.01 && Math.abs(one.y - other.y) < bare - 0.01)
        count += 1;
  });
  return count;
}

const small = world(30);
const times = new Map(
  small.boxes.slice(0, -2).map(({ ref }, index) => [ref, Date.UTC(2024, 0, 1 + (index >> 2))]),
);

describe('layouts', () => {
  it.each([
    ['a tree to the right', () => treeFrom('device:shared0', 'right', small)],
    ['a tree downwards', () => treeFrom('device:shared0', 'down', small)],
    ['circles', () => circlesByCluster(small)],
    ['time', () => byTime(small, times).places],
  ])('by %s place everything, and nothing on another', (_name, layOut) => {
    const places = layOut();
    expect(places.size).toBe(small.boxes.length);
    expect(overlapping(places)).toBe(0);
    expect(layOut()).toEqual(places);
  });

  it('set a tree in layers by distance from its root, what cannot be reached last', () => {
    const places = treeFrom('device:shared0', 'right', small);
    const x = (ref: string) => places.get(ref)!.x;
    expect(x('device:shared0')).toBeLessThan(x('account:a0'));
    expect(x('account:a0')).toBeLessThan(x('device:d0'));
    expect(x('device:d0')).toBeLessThan(x('account:a1'));
  });

  it('give each cluster a circle of its own, with what hangs on it', () => {
    const places = circlesByCluster(small);
    const reachOf = (cluster: number) => {
      const own = small.boxes.filter(({ ref }) => Number(/\d+$/.exec(ref)![0]) % 2 === cluster);
      const at = own.map(({ ref }) => places.get(ref)!);
      const x = at.map((place) => place.x);
      const y = at.map((place) => place.y);
      const middle = {
        x: (Math.min(...x) + Math.max(...x)) / 2,
        y: (Math.min(...y) + Math.max(...y)) / 2,
      };
      const radius = Math.max(...at.map((p) => Math.hypot(p.x - middle.x, p.y - middle.y)));
      return { middle, radius };
    };
    const [one, other] = [reachOf(0), reachOf(1)];
    const apart = Math.hypot(one.middle.x - other.middle.x, one.middle.y - other.middle.y);
    expect(apart).toBeGreaterThan(one.radius + other.radius);
  });

  it('go from left to right by first time, a lane for each type, what has no time apart', () => {
    const { places, axis } = byTime(small, times);
    const dated = [...times].sort((a, b) => a[1] - b[1]).map(([ref]) => places.get(ref)!.x);
    expect(dated).toEqual([...dated].sort((a, b) => a - b));
    expect(places.get('device:shared0')!.x).toBeLessThan(Math.min(...dated));
    expect(axis!.lanes.map(({ type }) => type).sort()).toEqual(['account', 'device']);
    expect(axis!.stops[0]!.time).toBe(Date.UTC(2024, 0, 1));
  });

  // What grows with the square of the nodes would outlast the test.
  it('arrange 20,000 nodes', () => {
    const large = world(10_000);
    expect(treeFrom('device:shared0', 'down', large).size).toBe(large.boxes.length);
    expect(circlesByCluster(large).size).toBe(large.boxes.length);
    const dated = new Map(large.boxes.map(({ ref }, at) => [ref, at * 60_000]));
    expect(byTime(large, dated).places.size).toBe(large.boxes.length);
  });
});

describe('an arrangement', () => {
  const current = new Map(
    small.boxes.map(({ ref }, at) => [ref, { x: (at % 8) * 10, y: Math.floor(at / 8) * 10 }]),
  );

  it('leaves what is pinned, and puts nothing on it', () => {
    const pinned = new Set(['account:a0', 'device:d3']);
    const laid = { places: treeFrom('device:shared0', 'down', small), axis: null };
    const { moves } = arrangement(laid, small, current, pinned);
    expect([...pinned].some((ref) => moves.has(ref))).toBe(false);
    expect(moves.size).toBe(small.boxes.length - 2);
    expect(moves.get('account:a1')!.from).toEqual(current.get('account:a1'));
    const places = new Map([...moves].map(([ref, { to }]) => [ref, to]));
    for (const ref of pinned) {
      const at = current.get(ref)!;
      const nearest = Math.min(
        ...[...places.values()].map(({ x, y }) => Math.max(Math.abs(x - at.x), Math.abs(y - at.y))),
      );
      expect(nearest).toBeGreaterThan(0.5);
    }
  });

  it('is as large as the drawing was, and turns the layout the right way up', () => {
    const laid = { places: treeFrom('device:shared0', 'down', small), axis: null };
    const { moves } = arrangement(laid, small, current, new Set());
    const x = [...moves.values()].map(({ to }) => to.x);
    const y = [...moves.values()].map(({ to }) => to.y);
    const extent = Math.max(Math.max(...x) - Math.min(...x), Math.max(...y) - Math.min(...y));
    expect(extent).toBeCloseTo(70, 0);
    // The graph's y rises: the root is at the top.
    expect(moves.get('device:shared0')!.to.y).toBe(Math.max(...y));
  });
});

describe('the time axis', () => {
  it('gives room to where much happens, and reads back the times that it was made of', () => {
    const busy = Array.from({ length: 40 }, (_, at) => Date.UTC(2022, 0, 1 + at));
    const stops = stopsOf([Date.UTC(2017, 0, 1), ...busy], 1_000);
    expect(xOfTime(stops, Date.UTC(2017, 0, 1))).toBe(0);
    expect(xOfTime(stops, busy.at(-1)!)).toBe(1_000);
    expect(xOfTime(stops, busy[0]!)).toBeLessThan(600);
    for (const time of [busy[3]!, busy[20]!])
      expect(timeOfX(stops, xOfTime(stops, time))).toBeCloseTo(time, -4);
    expect(stopsOf([5, 5], 100)).toEqual([]);
  });

  it('takes the first time of a node, or of any member of a group', () => {
    const [ann, bob, phone] = [accountNode('ann'), accountNode('bob'), deviceNode('phone')];
    const relations = [
      { ...relationBetween(ann, phone), at: '2024-03-01T00:00:00Z' },
      { ...relationBetween(bob, phone), at: '2024-01-01T00:00:00Z' },
      { ...relationBetween(bob, ann), at: null },
    ];
    const group = { key: 'group:1', name: 'x', members: ['account:ann', 'account:bob'] };
    const first = firstTimes(relations, new Map([[group.key, group]]));
    expect(first.get('group:1')).toBe(Date.UTC(2024, 0, 1));
    expect(first.get('device:phone')).toBe(Date.UTC(2024, 0, 1));
    expect(first.has('account:ann')).toBe(false);
  });
});

describe('alignment', () => {
  const nodes: Aligned[] = [
    { ref: 'a', x: 0, y: 0, width: 10, height: 6 },
    { ref: 'b', x: 30, y: 2, width: 10, height: 6 },
    { ref: 'c', x: 100, y: 50, width: 10, height: 6 },
  ];
  const column = (how: 'left' | 'column') => [...aligned(how, nodes).values()];

  it('sets nodes in line, and keeps them apart', () => {
    expect(new Set(column('left').map(({ x }) => x))).toEqual(new Set([0]));
    expect(new Set(column('column').map(({ x }) => x)).size).toBe(1);
    expect(column('left').map(({ y }) => y)).toEqual([0, 6, 50]);
    const top = [...aligned('top', nodes).values()];
    expect(top.map(({ y }) => y)).toEqual([50, 50, 50]);
    const row = [...aligned('row', nodes).values()];
    expect(row.map(({ x }) => x)).toEqual([0, 30, 100]);
    expect(new Set(row.map(({ y }) => y)).size).toBe(1);
  });

  it('spreads them with even gaps', () => {
    const spread = aligned('spread', nodes);
    expect([...spread.values()].map(({ x }) => x)).toEqual([0, 50, 100]);
    expect(spread.get('c')!.y).toBe(50);
  });
});
