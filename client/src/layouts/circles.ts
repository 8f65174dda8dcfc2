import Graph from 'graphology';
import circlepack from 'graphology-layout/circlepack.js';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import type { Box, LayoutInput, Places } from './layout-input.ts';

/** Who acts, or is listed, stands on the inner ring of a circle; what they use around them. */
const parties: ReadonlySet<NodeTypeName> = new Set([
  'account',
  'company',
  'person',
  'watchlist_entry',
]);

/** Room on a ring for a node and a little of its label. */
const ringGap = 18;
/** Between the rings of a circle, and between circles. */
const apart = 62;
/** So many at most stand on the innermost ring. */
const firstRing = 18;

/** Every cluster a circle of its own, with what hangs on it; the rest by what hangs together. */
export function circlesByCluster(input: LayoutInput): Places {
  const circles = circlesOf(input).map((boxes) => circleOf(boxes, input));
  const middles = packed(circles.map(({ radius }) => radius));
  const places: Places = new Map();
  circles.forEach((circle, index) => {
    const middle = middles[index]!;
    for (const [ref, { x, y }] of circle.places)
      places.set(ref, { x: middle.x + x, y: middle.y + y });
  });
  return places;
}

function circlesOf({ boxes, neighbours }: LayoutInput): Box[][] {
  const clusters = nearestClusters(boxes, neighbours);
  const components = componentsOf(boxes, neighbours);
  const circles = new Map<string, Box[]>();
  for (const box of boxes) {
    const cluster = clusters.get(box.ref);
    const key = cluster ? `cluster ${cluster}` : `component ${components.get(box.ref)!}`;
    const circle = circles.get(key);
    if (circle) circle.push(box);
    else circles.set(key, [box]);
  }
  return [...circles.values()];
}

/** Of each node from which a cluster can be reached: the nearest, and of several the one that most lead to. */
function nearestClusters(
  boxes: readonly Box[],
  neighbours: LayoutInput['neighbours'],
): Map<string, string> {
  const clusters = new Map<string, string>();
  for (const { ref, node } of boxes) if (node.cluster_id) clusters.set(ref, node.cluster_id);
  for (let last = [...clusters.keys()]; last.length > 0;) {
    const reached = new Set(last.flatMap((ref) => [...(neighbours.get(ref) ?? [])]));
    const next = [...reached].filter((ref) => !clusters.has(ref));
    const found = next.map((ref) => mostFrequent(neighbours.get(ref)!, clusters));
    next.forEach((ref, index) => clusters.set(ref, found[index]!));
    last = next;
  }
  return clusters;
}

function mostFrequent(refs: ReadonlySet<string>, clusters: ReadonlyMap<string, string>): string {
  const counts = new Map<string, number>();
  for (const ref of refs) {
    const cluster = clusters.get(ref);
    if (cluster !== undefined) counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0];
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

/** Who acts on the inner rings, what they use around them: those that touch them first. */
function circleOf(boxes: readonly Box[], { neighbours }: LayoutInput): Circle {
  const inner = boxes.filter(({ node }) => parties.has(node.type));
  const outer = boxes.filter(({ node }) => !parties.has(node.type));
  const own = new Set(inner.map(({ ref }) => ref));
  const touches = ({ ref }: Box) => [...neighbours.get(ref)!].some((other) => own.has(other));
  const near = outer.filter(touches);
  const far = outer.filter((box) => !touches(box));
  const places: Places = new Map();
  const room = Math.max(...boxes.map(({ bare }) => bare)) + ringGap;
  let radius = 0;
  for (const part of [inner, near, far]) radius = rings(part, radius, room, neighbours, places);
  return { radius: radius + apart / 2, places };
}

/** Sets boxes on rings around what is there already, as many on each as it has room for. Returns the last radius. */
function rings(
  boxes: readonly Box[],
  within: number,
  room: number,
  neighbours: LayoutInput['neighbours'],
  places: Places,
): number {
  let radius = within;
  for (let at = 0; at < boxes.length;) {
    const left = boxes.length - at;
    if (places.size > 0) radius += apart;
    // The first ring has all of a few; of many, the rings grow evenly.
    else radius = left === 1 ? 0 : room / (2 * Math.sin(Math.PI / Math.min(left, firstRing)));
    const holds = Math.max(1, Math.floor((2 * Math.PI * radius) / room));
    const ring = byAngle(boxes.slice(at, at + holds), neighbours, places);
    const step = (2 * Math.PI) / ring.length;
    ring.forEach(({ ref }, index) => {
      const angle = index * step - Math.PI / 2;
      places.set(ref, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
    });
    at += ring.length;
  }
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
