import { describe, expect, it } from 'vitest';
import type { ClusterTie, OverviewCluster } from '../../domain/cluster-overview.ts';
import {
  clusterMap,
  levelOf,
  mostOpened,
  mostZoom,
  placeInside,
  viewOf,
  wholeMap,
  within,
  zoomed,
} from '../../client/src/clusters/cluster-map.ts';

const cluster = (id: number): OverviewCluster => ({
  ...{ id: `C-${id}`, name: `Cluster ${id}`, score: 1 - id / 1_000, accounts: 2 + ((id * 7) % 90) },
  ...{ first_seen: null, last_seen: null, decided: null },
});
const tie = (a: number, b: number): ClusterTie => ({
  between: [`C-${a}`, `C-${b}`],
  ...{ things: [], shared: 1, uses: 2, money: [] },
});

/** A thousand; the first ninety in three webs of thirty, and one line between the first two webs. */
const clusters = Array.from({ length: 1_000 }, (_, at) => cluster(at));
const ties = Array.from({ length: 90 }, (_, at) => at).flatMap((at) => {
  const [web, own] = [Math.floor(at / 30) * 30, at % 30];
  return [1, 2, 3].map((by) => tie(at, web + ((own + by) % 30)));
});
const map = clusterMap({ clusters, ties: [...ties, tie(0, 30)] }, 1_000);
const pixels = 1_000 / map.width;
const whole = wholeMap(map);

describe('the map of all clusters', () => {
  it('shows communities from far, each cluster in one of them, and what joins two of them as one line', () => {
    const level = levelOf(map, whole, pixels);
    expect(level.opened).toEqual([]);
    expect(
      level.communities.filter(({ joined }) => joined).map((one) => one.clusters.length),
    ).toEqual([30, 30, 30]);
    expect(level.communities.length).toBeLessThan(60);
    const held = map.communities.flatMap((one) => one.clusters.map(({ cluster: { id } }) => id));
    expect(new Set(held).size).toBe(1_000);
    expect(level.lines).toHaveLength(1);
    expect(level.notDrawn.inCommunities + level.clusters.length).toBe(1_000);
    expect(clusterMap({ clusters, ties: [...ties, tie(0, 30)] }, 1_000)).toEqual(map);
  });

  it('keeps communities and their clusters apart, and within it', () => {
    for (const one of map.communities) {
      expect(one.x - one.r).toBeGreaterThanOrEqual(0);
      expect(one.x + one.r).toBeLessThanOrEqual(map.width);
      for (const other of map.communities)
        if (one !== other)
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(
            one.r + other.r,
          );
      for (const { x, y, r } of one.clusters)
        expect(Math.hypot(x - one.x, y - one.y) + r).toBeLessThanOrEqual(one.r);
    }
  });

  it('shows clusters nearer, and the accounts of a few nearer still, counting what it does not draw', () => {
    const one = map.communities[0]!;
    const level = levelOf(map, viewOf(map, one), pixels);
    expect(level.communities).not.toContain(one);
    expect(level.clusters).toEqual(expect.arrayContaining([...one.clusters]));
    expect(level.lines.length).toBeGreaterThan(60);
    const near = levelOf(map, viewOf(map, one.clusters[0]!), pixels);
    expect(near.opened).toContain(one.clusters[0]);
    expect(near.clusters.length).toBeLessThan(30);
    const { inCommunities, outside } = near.notDrawn;
    expect(inCommunities + outside + near.clusters.length).toBe(1_000);
    // However near and large they are, the accounts of a few alone are asked for.
    for (let zoom = 1; zoom <= mostZoom; zoom += 1)
      expect(levelOf(map, within(map, { ...whole, zoom }), 50).opened.length).toBeLessThanOrEqual(
        mostOpened,
      );
  });

  it('is zoomed around a place, which stays where it is, and never left', () => {
    const at = { x: map.width * 0.6, y: map.height * 0.4 };
    const near = zoomed(map, whole, 4, at);
    const share = (view: typeof near) => (at.x - view.x) * view.zoom;
    expect(share(near)).toBeCloseTo(share(whole), 6);
    expect(zoomed(map, near, 0.01)).toEqual(whole);
    expect(within(map, { x: -500, y: 9e9, zoom: 2 })).toEqual({
      x: map.width / 4,
      y: map.height * 0.75,
      zoom: 2,
    });
  });

  it('of few clusters is all of them at once, as ever', () => {
    const few = clusterMap({ clusters: clusters.slice(0, 40), ties: [tie(0, 1)] }, 900);
    const level = levelOf(few, wholeMap(few), 1);
    expect(few.communities).toEqual([]);
    expect(level.clusters).toHaveLength(40);
    expect(level.lines).toHaveLength(1);
  });

  it.each([1, 2, 7, 150])('lays %i accounts within their disc, none on another', (count) => {
    const places = Array.from({ length: count }, (_, at) => placeInside(at, count));
    for (const [at, one] of places.entries()) {
      expect(Math.hypot(one.x, one.y) + one.r).toBeLessThanOrEqual(1);
      for (const other of places.slice(at + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.r);
    }
  });
});
