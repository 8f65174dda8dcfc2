/** Places for nodes that nobody has put anywhere: what is linked lies near, what is not lies side by side. */
import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { freshPlace, type Point } from '../../../domain/drawing/placement.ts';
import { boundsOf, pushApart, type Room } from './boxes.ts';
import { neighboursBy, type Line } from './lines.ts';
import { sideBySide } from './side-by-side.ts';

/** As those of the canvas, so that a picture looks as what the analyst sees. */
const forces = {
  strongGravityMode: true,
  gravity: 0.04,
  scalingRatio: 30,
  edgeWeightInfluence: 1,
  barnesHutOptimize: false,
};
const iterations = 500;

/** Of the room that a part takes, so much is covered by its nodes and labels before any is pushed. */
const covered = 0.5;
/** Labels are wide: distances along x are so much longer. */
const flattened = 1.35;

/** Places in pixels by reference, y downwards, from the upper left corner of all rooms. */
export function forcePlaces(
  refs: readonly string[],
  lines: readonly Line[],
  roomOf: (ref: string) => Room,
): Map<string, Point> {
  const parts = connectedParts(refs, lines).map((members) => {
    const rooms = members.map(roomOf);
    const places = laidOut(members, lines, rooms);
    return { members, places, bounds: boundsOf(places, rooms) };
  });
  const corners = sideBySide(parts.map(({ bounds }) => bounds));
  return new Map(
    parts.flatMap(({ members, places, bounds }, part) =>
      members.map((ref, index): [string, Point] => {
        const [place, corner] = [places[index]!, corners[part]!];
        const x = place.x - bounds.left + corner.x;
        return [ref, { x, y: place.y - bounds.top + corner.y }];
      }),
    ),
  );
}

/** What hangs together, the largest first; its members in the order given. */
function connectedParts(refs: readonly string[], lines: readonly Line[]): string[][] {
  const neighbours = neighboursBy(lines);
  const partOf = new Map<string, number>();
  let parts = 0;
  for (const ref of refs) {
    if (partOf.has(ref)) continue;
    const reached = [ref];
    for (const one of reached) {
      if (partOf.has(one)) continue;
      partOf.set(one, parts);
      reached.push(...(neighbours.get(one) ?? []));
    }
    parts += 1;
  }
  const members = Array.from({ length: parts }, (): string[] => []);
  for (const ref of refs) members[partOf.get(ref)!]!.push(ref);
  return members.sort((a, b) => b.length - a.length);
}

function laidOut(
  members: readonly string[],
  lines: readonly Line[],
  rooms: readonly Room[],
): Point[] {
  const graph = graphOf(members, lines);
  const laid = forceAtlas2(graph, { iterations, settings: forces });
  const places = scaled(lyingDown(members.map((ref) => laid[ref]!)), rooms);
  pushApart(places, rooms);
  return places;
}

function graphOf(members: readonly string[], lines: readonly Line[]): Graph {
  const graph = new Graph({ multi: true, type: 'undirected' });
  members.forEach((ref, index) => graph.addNode(ref, freshPlace(index)));
  for (const { from, to, relations } of lines)
    // A hundred logins pull more than one, but not a hundred times.
    if (graph.hasNode(from)) graph.addEdge(from, to, { weight: 1 + Math.log2(relations) });
  return graph;
}

/** A page is read across: what stands upright is laid down. */
function lyingDown(places: readonly Point[]): Point[] {
  const [width, height] = [spanOf(places.map(({ x }) => x)), spanOf(places.map(({ y }) => y))];
  return places.map(({ x, y }) => (height > width ? { x: y, y: x } : { x, y }));
}

/** Spread so far that most rooms do not lie on one another. */
function scaled(places: readonly Point[], rooms: readonly Room[]): Point[] {
  const needed = rooms.reduce((sum, { width, height }) => sum + width * height, 0);
  const area =
    Math.max(1, spanOf(places.map(({ x }) => x))) * Math.max(1, spanOf(places.map(({ y }) => y)));
  const scale = Math.sqrt(needed / (covered * area));
  const across = Math.sqrt(flattened);
  return places.map(({ x, y }) => ({ x: x * scale * across, y: (y * scale) / across }));
}

function spanOf(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}
