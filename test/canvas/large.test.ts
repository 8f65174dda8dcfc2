import Graph from 'graphology';
import { expect, it } from 'vitest';
import { communitySeeds } from '../../client/src/canvas/force/community-seeds.ts';
import { scaleOf, shrinkingBy } from '../../client/src/canvas/drawn/large.ts';

const stage = { width: 720, height: 600 };

/** Rings of ten, and a line from each to the next ring. */
function rings(count: number): Graph {
  const graph = new Graph({ multi: true, type: 'undirected' });
  for (let node = 0; node < count * 10; node += 1) graph.addNode(node);
  for (let node = 0; node < count * 10; node += 1) {
    const first = node - (node % 10);
    graph.addEdge(node, first + ((node + 1) % 10), { weight: 1 });
    graph.addEdge(node, first + ((node + 3) % 10), { weight: 1 });
    if (node % 10 === 0) graph.addEdge(node, (node + 10) % (count * 10), { weight: 1 });
  }
  return graph;
}

it('starts with what hangs together in one place, the same every time', () => {
  const places = communitySeeds(rings(40));
  expect([...communitySeeds(rings(40))]).toEqual([...places]);
  expect(places.every(Number.isFinite)).toBe(true);
  const apart = (one: number, other: number) =>
    Math.hypot(
      places[one * 2]! - places[other * 2]!,
      places[one * 2 + 1]! - places[other * 2 + 1]!,
    );
  const within = Array.from({ length: 400 }, (_, node) =>
    apart(node, node - (node % 10) + ((node + 1) % 10)),
  );
  const across = Array.from({ length: 400 }, (_, node) => apart(node, (node + 200) % 400));
  const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  expect(mean(within)).toBeLessThan(mean(across) / 3);
});

it('lays out a graph without any relation', () => {
  const graph = new Graph({ multi: true, type: 'undirected' });
  for (let node = 0; node < 30; node += 1) graph.addNode(node);
  expect(communitySeeds(graph).every(Number.isFinite)).toBe(true);
});

it('draws many nodes so small that most of the stage stays free, and few at their usual size', () => {
  for (const crowd of [2_048, 4_096, 16_384]) {
    const radius = 13 * scaleOf(crowd, stage);
    expect(crowd * Math.PI * radius ** 2).toBeLessThan(0.25 * stage.width * stage.height);
  }
  expect(scaleOf(0, stage)).toBe(scaleOf(64, stage));
});

it('grows small nodes with the view up to their usual size, and never jumps', () => {
  const scale = 0.2;
  const size = (ratio: number) => scale / shrinkingBy(scale, ratio);
  expect(size(1)).toBeCloseTo(scale);
  expect(size(0.5)).toBeCloseTo(2 * scale);
  expect(size(scale)).toBeCloseTo(1);
  expect(size(scale / 4)).toBeCloseTo(2);
  for (let ratio = 0.03; ratio < 4; ratio *= 1.01)
    expect(size(ratio * 1.01) / size(ratio)).toBeGreaterThan(0.98);
});
