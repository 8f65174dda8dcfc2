import Graph from 'graphology';
import circlepack from 'graphology-layout/circlepack.js';
import type { NodeTypeName } from '../../../domain/schema.ts';
import type { Box, LayoutInput, Places } from './layout-input.ts';

/** Who acts, or is listed, stands on the inner ring of a circle; what they use around them. */
const parties: ReadonlySet<NodeTypeName> = new Set([
  'account',
  'company',
  'person',
  'watchlist_entry',
]);

/** Room on a ring for a node and a little of its label. */
const ringGap = 26;
/** Between the rings of a circle, and between circles. */
const apart = 70;

/** Every cluster a circle of its own; what is in none, but only touches one, with it; the rest by what hangs together. */
export function circlesByCluster(input: LayoutInput): Places {
  const circles = [...circlesOf(input).values()].map((boxes) => circleOf(boxes, input));
  const middles = packed(circles.map(({ radius }) => radius));
  const places: Places = new Map();
  circles.forEach((circle, index) => {
    const middle = middles[index]!;
    for (const [ref, { x, y }] of circle.places)
      places.set(ref, { x: middle.x + x, y: middle.y + y });
  });
  return places;
}

function circlesOf({ boxes, neighbours }: LayoutInput): Map<string, Box[]> {
  const clusters = new Map(boxes.map(({ ref, node }) => [ref, node.cluster_id]));
  const components = componentsOf(boxes, neighbours);
  const circles = new Map<string, Box[]>();
  for (const box of boxes) {
    const cluster = clusters.get(box.ref) ?? nearestCluster(neighbours.get(box.ref), clusters);
    const key = cluster === null ? `component ${components.get(box.ref)!}` : `cluster ${cluster}`;
    const circle = circles.get(key);
    if (circle) circle.push(box);
    else circles.set(key, [box]);
  }
  return circles;
}

/** The cluster that most neighbours are in; the first by name of several. */
function nearestCluster(
  neighbours: ReadonlySet<string> | undefined,
  clusters: ReadonlyMap<string, string | null>,
): string | null {
  const counts = new Map<string, number>();
  for (const ref of neighbours ?? []) {
    const cluster = clusters.get(ref);
    if (cluster) counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return sorted[0]?.[0] ?? null;
}

function componentsOf(
  boxes: readonly Box[],
  neighbours: LayoutInput['neighbours'],
): Map<string, string> {
  const components = new Map<string, string>();
  for (const { ref: first } of boxes) {
    if (components.has(first)) continue;
    const waiting = [first];
    components.set(first, first);
    for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop())
      for (const other of neighbours.get(ref) ?? [])
        if (!components.has(other)) {
          components.set(other, first);
          waiting.push(other);
        }
  }
  return components;
}

interface Circle {
  radius: number;
  /** Around its middle. */
  places: Places;
}

function circleOf(boxes: readonly Box[], { neighbours }: LayoutInput): Circle {
  const inner = boxes.filter(({ node }) => parties.has(node.type));
  const outer = boxes.filter(({ node }) => !parties.has(node.type));
  const places: Places = new Map();
  const within = ring(inner, 0, places);
  const sorted = byAngle(outer, neighbours, places);
  const radius = ring(sorted, inner.length === 0 ? 0 : within + apart, places);
  return { radius: Math.max(within, radius) + apart / 2, places };
}

/** Sets boxes evenly on a ring of at least this radius, the first at the top. Returns its radius. */
function ring(boxes: readonly Box[], least: number, places: Places): number {
  if (boxes.length === 0) return 0;
  const step = (2 * Math.PI) / boxes.length;
  const widest = Math.max(...boxes.map(({ bare }) => bare)) + ringGap;
  const needed = boxes.length === 1 ? 0 : widest / (2 * Math.sin(Math.min(step, Math.PI) / 2));
  const radius = Math.max(least, needed);
  boxes.forEach(({ ref }, index) => {
    const angle = index * step - Math.PI / 2;
    places.set(ref, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
  });
  return radius;
}

/** In the order in which they lie around those that they touch. */
function byAngle(
  boxes: readonly Box[],
  neighbours: LayoutInput['neighbours'],
  places: Places,
): Box[] {
  const angleOf = ({ ref }: Box) => {
    let [x, y] = [0, 0];
    for (const other of neighbours.get(ref) ?? []) {
      const place = places.get(other);
      if (place) [x, y] = [x + place.x, y + place.y];
    }
    // From the top, clockwise, as a ring is set.
    return (Math.atan2(y, x) + 2.5 * Math.PI) % (2 * Math.PI);
  };
  const angles = new Map(boxes.map((box) => [box, angleOf(box)]));
  return [...boxes].sort((a, b) => angles.get(a)! - angles.get(b)!);
}

/** The middles of circles that touch one another and never overlap. */
function packed(radii: readonly number[]): { x: number; y: number }[] {
  const graph = new Graph();
  radii.forEach((size, index) => graph.addNode(index, { size, x: 0, y: 0 }));
  const middles = circlepack(graph, { rng: sameEveryTime() });
  return radii.map((_, index) => middles[index]!);
}

/** The packing shuffles: the same board must give the same picture. */
function sameEveryTime(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
