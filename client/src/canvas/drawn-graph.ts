import Graph from 'graphology';
import type { GraphNode } from '../../../domain/answers.ts';
import { formatRef } from '../../../domain/graph.ts';
import { visibleNodes, visibleRelations, type Board } from './board.ts';
import { bundlesOf, type Bundle } from './bundles.ts';
import { freshPlace, placeBeside, type Point } from './placement.ts';

export interface DrawnNode extends Point {
  node: GraphNode;
}

export interface DrawnLine {
  bundle: Bundle;
}

/** What the canvas draws of a board: its visible nodes, each with a place, and a line a bundle. */
export type DrawnGraph = Graph<DrawnNode, DrawnLine, DrawnFrom>;

/** What the drawing keeps of earlier boards. */
interface DrawnFrom {
  origin: Board['origin'];
  /** Where nodes were when they were last drawn, so that they come back there. */
  left: Map<string, Point>;
  placed: Board['placed'];
}

const fromNothing = (): DrawnFrom => ({ origin: null, left: new Map(), placed: new Map() });

export function createDrawnGraph(): DrawnGraph {
  const graph = new Graph<DrawnNode, DrawnLine, DrawnFrom>({ type: 'directed', multi: true });
  graph.replaceAttributes(fromNothing());
  return graph;
}

/**
 * Brings the drawn graph to the board. Returns the nodes that are new; the others stay in their places, and
 * those that were drawn before come back to theirs. A board of another origin is drawn anew: where an earlier
 * drawing of it has `left` its nodes, or else where it was kept with them.
 */
export function drawBoard(
  graph: DrawnGraph,
  board: Board,
  left: ReadonlyMap<string, Point> = new Map(),
): Set<string> {
  if (graph.getAttribute('origin') !== board.origin) {
    graph.clear();
    graph.replaceAttributes({
      origin: board.origin,
      left: new Map([...board.placed, ...left]),
      placed: board.placed,
    });
  }
  const nodes = visibleNodes(board);
  const bundles = bundlesOf(visibleRelations(board));
  dropGone(graph, new Set(nodes.map(formatRef)), new Set(bundles.map(({ key }) => key)));
  const fresh = addNodes(graph, nodes, bundles, board.placed);
  for (const bundle of bundles) {
    if (graph.hasEdge(bundle.key)) graph.setEdgeAttribute(bundle.key, 'bundle', bundle);
    else graph.addEdgeWithKey(bundle.key, bundle.from, bundle.to, { bundle });
  }
  placeByHand(graph, board);
  return fresh;
}

/** Where every node is, those that are hidden for now too. */
export function placesIn(graph: DrawnGraph): Map<string, Point> {
  const drawn = graph.mapNodes((ref, { x, y }): [string, Point] => [ref, { x, y }]);
  return new Map([...graph.getAttribute('left'), ...drawn]);
}

/** Nodes go where they were put by hand, or put back; a layout may have moved them since. */
function placeByHand(graph: DrawnGraph, { placed }: Board): void {
  const before = graph.getAttribute('placed');
  for (const [ref, place] of placed)
    if (before.get(ref) !== place && graph.hasNode(ref)) graph.mergeNodeAttributes(ref, place);
  graph.setAttribute('placed', placed);
}

function dropGone(graph: DrawnGraph, nodes: Set<string>, bundles: Set<string>): void {
  for (const key of graph.edges()) if (!bundles.has(key)) graph.dropEdge(key);
  for (const ref of graph.nodes()) {
    if (nodes.has(ref)) continue;
    const { x, y } = graph.getNodeAttributes(ref);
    graph.getAttribute('left').set(ref, { x, y });
    graph.dropNode(ref);
  }
}

function addNodes(
  graph: DrawnGraph,
  nodes: readonly GraphNode[],
  bundles: Bundle[],
  placed: Board['placed'],
): Set<string> {
  const left = graph.getAttribute('left');
  for (const node of nodes) {
    const place = left.get(formatRef(node)) ?? placed.get(formatRef(node));
    if (place && !graph.hasNode(formatRef(node)))
      graph.addNode(formatRef(node), { node, ...place });
  }
  const fresh = new Set(nodes.map(formatRef).filter((ref) => !graph.hasNode(ref)));
  const anchors = graph.order === 0 ? new Map<string, Point>() : anchorsOf(graph, fresh, bundles);
  const perAnchor = new Map<Point, number>();
  nodes.forEach((node, index) => {
    const ref = formatRef(node);
    if (!fresh.has(ref)) return graph.setNodeAttribute(ref, 'node', node);
    const anchor = anchors.get(ref);
    const beside = anchor ? (perAnchor.get(anchor) ?? 0) : index;
    if (anchor) perAnchor.set(anchor, beside + 1);
    return graph.addNode(ref, {
      node,
      ...(anchor ? placeBeside(anchor, beside) : freshPlace(beside)),
    });
  });
  return fresh;
}

/** The place of a neighbour that is drawn already, for each node that has one. */
function anchorsOf(graph: DrawnGraph, fresh: Set<string>, bundles: Bundle[]): Map<string, Point> {
  const places = new Map(graph.mapNodes((ref, { x, y }) => [ref, { x, y }]));
  const anchors = new Map<string, Point>();
  for (const { from, to } of bundles)
    for (const [ref, other] of [
      [from, to],
      [to, from],
    ] as const) {
      const place = places.get(other);
      if (place && fresh.has(ref) && !anchors.has(ref)) anchors.set(ref, place);
    }
  return anchors;
}
