import { describe, expect, it } from 'vitest';
import type { ClusterTie, OverviewCluster } from '../../domain/cluster-overview.ts';
import {
  clusterLayout,
  opensAt,
  type PlacedCluster,
} from '../../client/src/clusters/cluster-layout.ts';

const cluster = (id: number, accounts: number): OverviewCluster => ({
  ...{ id: `C-${id}`, name: `Cluster ${id}`, score: 0.5, accounts },
  ...{ first_seen: null, last_seen: null, decided: null },
});

const tie = (a: number, b: number): ClusterTie => ({
  between: [`C-${a}`, `C-${b}`],
  ...{ things: [], shared: 1, uses: 2, money: [] },
});

const thousand = Array.from({ length: 1_000 }, (_, at) => cluster(at, 2 + ((at * 7) % 90)));
const ring = Array.from({ length: 30 }, (_, at) => tie(at * 3, ((at + 1) % 30) * 3));

const overlap = (one: PlacedCluster, other: PlacedCluster) =>
  Math.hypot(one.x - other.x, one.y - other.y) < one.r + other.r;

describe('the drawing of all clusters', () => {
  it.each([
    ['a thousand, none of them joined', thousand, []],
    ['a thousand, thirty of them in a ring', thousand, ring],
    ['two that are joined', thousand.slice(0, 2), [tie(0, 1)]],
    [
      'eight, each joined with the first',
      thousand.slice(0, 8),
      [1, 2, 3, 4, 5, 6, 7].map((at) => tie(0, at)),
    ],
  ])('lets none hide another or leave the picture: %s', (_what, clusters, ties) => {
    for (const [hasNames, high] of [
      [true, 0],
      [true, 700],
      [false, 0],
    ] as const) {
      const layout = clusterLayout({ clusters, ties }, 800, hasNames, high);
      const { clusters: placed, width, height } = layout;
      const hidden = placed.flatMap((one, at) =>
        placed.slice(at + 1).filter((other) => overlap(one, other)),
      );
      expect(hidden).toEqual([]);
      for (const { x, y, r } of placed) {
        expect(x - r).toBeGreaterThanOrEqual(0);
        expect(x + r).toBeLessThanOrEqual(width);
        expect(y - r).toBeGreaterThanOrEqual(0);
        expect(y + r).toBeLessThanOrEqual(height);
      }
    }
  });

  it('draws few as large as there is room for, and many as usual', () => {
    const of = (n: number, height: number) =>
      clusterLayout({ clusters: thousand.slice(0, n), ties: [] }, 800, true, height);
    expect(of(4, 560).clusters[0]!.r).toBeGreaterThan(1.4 * of(4, 0).clusters[0]!.r);
    expect(of(4, 560).clusters.every(({ r }) => r < opensAt)).toBe(true);
    expect(of(4, 560).height).toBeLessThanOrEqual(560);
    expect(of(200, 560)).toEqual(of(200, 0));
  });

  it('draws one of more accounts larger, and joins two as often as anything does', () => {
    const clusters = [cluster(0, 3), cluster(1, 30), cluster(2, 3_000)];
    const { clusters: placed, lines } = clusterLayout(
      { clusters, ties: [tie(0, 2), tie(0, 9)] },
      800,
      true,
    );
    expect(placed.map(({ place }) => place)).toEqual([1, 2, 3]);
    const [few, many, most] = placed.map(({ r }) => r);
    expect(many).toBeGreaterThan(few!);
    expect(most).toBeGreaterThan(many!);
    expect(lines.map(({ from, to }) => [from.cluster.id, to.cluster.id])).toEqual([['C-0', 'C-2']]);
  });

  it('is the same each time, and has no height where there is none', () => {
    const drawn = () => clusterLayout({ clusters: thousand, ties: ring }, 640, false);
    expect(drawn()).toEqual(drawn());
    expect(clusterLayout({ clusters: [], ties: [] }, 640, true)).toMatchObject({ height: 0 });
  });
});
