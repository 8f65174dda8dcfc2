import Graph from 'graphology';
import type { AddedThing } from '../../../../domain/addition.ts';
import type { GraphNode, GraphRelation } from '../../../../domain/answers.ts';
import { formatRef } from '../../../../domain/schema/graph.ts';
import { addedLines } from '../../board/additions.ts';
import { goneFrom } from '../../board/gone.ts';
import { remarkedNodes } from '../../board/remarks.ts';
import { drawnThings, type DrawnThing } from '../../board/drawn-things.ts';
import { noLooks, type Looks } from '../../styles/field-values.ts';
import { nodeStylesOf, type NodeStyle } from '../../styles/node-styles.ts';
import { visibleRelations, type Board } from '../../board/board.ts';
import { edgeGroupsOf, drawnEdgesOf, type EdgeGroup } from '../../board/edge-groups.ts';
import {
  freshPlace,
  middleOf,
  placeBeside,
  type Point,
} from '../../../../domain/drawing/placement.ts';
import { membersOf } from '../../board/node-group.ts';
import { kindOf } from '../../board/relation-kinds.ts';
import { leadsToContext } from '../../board/standings.ts';
import { storyLines } from '../../board/story-lines.ts';
import { storyWeights } from '../../board/story.ts';

export interface DrawnNode extends Point, NodeStyle {
  node: GraphNode;
  /** The shown members of a group; empty for a node. */
  members: readonly GraphNode[];
  /** Somebody wrote a note or a tag on it, or on a member. */
  noted: boolean;
  /** What an analyst added by hand; null for what the graph has. */
  added: AddedThing | null;
  /** The graph no longer has it. */
  gone: boolean;
  /** It lies outside a range, which fades it. */
  outside: boolean;
  /** Of what a story tells by: what it adds to the sum, or that it is listed; else null. */
  tells: { weight: number | null } | null;
}

export interface DrawnLine {
  bundle: EdgeGroup;
  /** All its relations are of kinds that are greyed, or it leads to what lies outside a range. */
  faint: boolean;
  /** None of its relations is in the graph any more. */
  gone: boolean;
  /** It leads to what is shown for context alone. */
  context: boolean;
}

/** What the canvas draws of a board: its visible nodes and groups, each with a place, and its lines. */
export type DrawnGraph = Graph<DrawnNode, DrawnLine, DrawnFrom>;

/** What the drawing keeps of earlier boards. */
interface DrawnFrom {
  origin: Board['origin'];
  /** Where nodes were when they were last drawn, so that they come back there. */
  left: Map<string, Point>;
  placed: Board['placed'];
}

/** What a new board asks of the drawing beyond what is done at once. */
export interface Drawing {
  /** New on the canvas: they need a layout. */
  fresh: Set<string>;
  /** Where nodes are to go that were moved by a step, or back by taking it back. */
  moves: Map<string, Point>;
}

const fromNothing = (): DrawnFrom => ({ origin: null, left: new Map(), placed: new Map() });

export function createDrawnGraph(): DrawnGraph {
  const graph = new Graph<DrawnNode, DrawnLine, DrawnFrom>({ type: 'directed', multi: true });
  graph.replaceAttributes(fromNothing());
  return graph;
}

/**
 * Brings the drawn graph to the board, but for moves, which may be shown bit by bit. What was drawn before stays
 * in its place or comes back there. A board of another origin is drawn anew: where an earlier drawing of it has
 * `left` its nodes, or else where it was kept with them. `looks` is what rules go by.
 */
export function drawBoard(
  graph: DrawnGraph,
  board: Board,
  left: ReadonlyMap<string, Point> = new Map(),
  looks: Looks = noLooks,
): Drawing {
  if (graph.getAttribute('origin') !== board.origin) {
    graph.clear();
    graph.replaceAttributes({
      origin: board.origin,
      left: new Map([...board.placed, ...left]),
      placed: board.placed,
    });
  }
  const things = drawnThings(board);
  const lines = [
    ...edgeGroupsOf(visibleRelations(board), board.groups).flatMap((bundle) =>
      drawnEdgesOf(bundle, board.opened),
    ),
    ...storyLines(board),
    ...addedLines(board),
  ];
  dropGone(graph, new Set(things.map(({ ref }) => ref)), new Set(lines.map(({ key }) => key)));
  const fresh = addNodes(graph, board, { things, lines, looks });
  for (const bundle of lines) drawLine(graph, board, bundle);
  return { fresh, moves: movesOf(graph, board, fresh) };
}

function drawLine(graph: DrawnGraph, board: Board, bundle: EdgeGroup): void {
  const { kinds } = board;
  const lost = goneFrom(board).relations;
  const { outside } = board.filter;
  const fades = outside.size > 0 && (isOutside(board, bundle.from) || isOutside(board, bundle.to));
  const every = (says: (one: GraphRelation) => boolean) =>
    bundle.relations.length > 0 && bundle.relations.every(says);
  const gone = lost.size > 0 && every(({ key }) => lost.has(key));
  const faint = fades || (kinds.size > 0 && every((one) => kinds.get(kindOf(one)) === 'faint'));
  const context = every((one) => leadsToContext(board, one));
  if (!graph.hasEdge(bundle.key)) {
    graph.addEdgeWithKey(bundle.key, bundle.from, bundle.to, { bundle, faint, context, gone });
    return;
  }
  const before = graph.getEdgeAttributes(bundle.key);
  const alike = before.faint === faint && before.context === context && before.gone === gone;
  const same = before.bundle.added?.link === bundle.added?.link;
  if (!alike || !same || !sameItems(before.bundle.relations, bundle.relations))
    graph.replaceEdgeAttributes(bundle.key, { bundle, faint, context, gone });
}

/** Of a group: all its members are. */
function isOutside({ groups, filter }: Board, ref: string): boolean {
  return membersOf(groups, ref).every((one) => filter.outside.has(one));
}

function sameItems<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

/** Where every node is, those that are hidden for now too. */
export function placesIn(graph: DrawnGraph): Map<string, Point> {
  const drawn = graph.mapNodes((ref, { x, y }): [string, Point] => [ref, { x, y }]);
  return new Map([...graph.getAttribute('left'), ...drawn]);
}

/** Nodes go where they were put by hand, or put back; a layout may have moved them since. */
function movesOf(
  graph: DrawnGraph,
  { placed }: Board,
  fresh: ReadonlySet<string>,
): Map<string, Point> {
  const before = graph.getAttribute('placed');
  graph.setAttribute('placed', placed);
  const moves = new Map<string, Point>();
  for (const [ref, place] of placed)
    if (before.get(ref) !== place && graph.hasNode(ref) && !fresh.has(ref)) {
      const { x, y } = graph.getNodeAttributes(ref);
      if (x !== place.x || y !== place.y) moves.set(ref, place);
    }
  return moves;
}

function dropGone(graph: DrawnGraph, nodes: Set<string>, lines: Set<string>): void {
  for (const key of graph.edges()) if (!lines.has(key)) graph.dropEdge(key);
  for (const ref of graph.nodes()) {
    if (nodes.has(ref)) continue;
    const { x, y, members } = graph.getNodeAttributes(ref);
    graph.getAttribute('left').set(ref, { x, y });
    bringAlong(graph.getAttribute('left'), members, { x, y });
    graph.dropNode(ref);
  }
}

/** The members of a group that was moved come back around the place where it was last. */
function bringAlong(left: Map<string, Point>, members: readonly GraphNode[], to: Point): void {
  const known = members.flatMap((member) => {
    const place = left.get(formatRef(member));
    return place ? [{ ref: formatRef(member), place }] : [];
  });
  if (known.length === 0) return;
  const middle = middleOf(known.map(({ place }) => place));
  for (const { ref, place } of known)
    left.set(ref, { x: place.x + to.x - middle.x, y: place.y + to.y - middle.y });
}

interface ToDraw {
  things: readonly DrawnThing[];
  lines: readonly EdgeGroup[];
  looks: Looks;
}

function addNodes(graph: DrawnGraph, board: Board, { things, lines, looks }: ToDraw): Set<string> {
  const styleOf = nodeStylesOf(board, things, looks);
  const noted = remarkedNodes(board);
  const lost = goneFrom(board).nodes;
  const weights = storyWeights(board);
  const attributesOf = ({ ref, node, members, added }: DrawnThing) => ({
    node,
    members,
    added,
    noted: noted.has(ref) || members.some((member) => noted.has(formatRef(member))),
    gone: members.length > 0 ? members.every((one) => lost.has(formatRef(one))) : lost.has(ref),
    outside: board.filter.outside.size > 0 && isOutside(board, ref),
    tells: weights.has(ref) ? { weight: weights.get(ref) ?? null } : null,
    ...styleOf(ref),
  });
  for (const thing of things) {
    if (graph.hasNode(thing.ref)) {
      const [before, now] = [graph.getNodeAttributes(thing.ref), attributesOf(thing)];
      // Whatever is written is drawn anew.
      if (!looksAlike(before, now)) graph.mergeNodeAttributes(thing.ref, now);
      continue;
    }
    const place = knownPlace(graph, board, thing);
    if (place) graph.addNode(thing.ref, { ...attributesOf(thing), ...place });
  }
  const fresh = new Set(things.map(({ ref }) => ref).filter((ref) => !graph.hasNode(ref)));
  const anchors = graph.order === 0 ? new Map<string, Point>() : anchorsOf(graph, fresh, lines);
  const perAnchor = new Map<Point, number>();
  things.forEach((thing, index) => {
    if (!fresh.has(thing.ref)) return;
    const anchor = anchors.get(thing.ref);
    const beside = anchor ? (perAnchor.get(anchor) ?? 0) : index;
    if (anchor) perAnchor.set(anchor, beside + 1);
    graph.addNode(thing.ref, {
      ...attributesOf(thing),
      ...(anchor ? placeBeside(anchor, beside) : freshPlace(beside)),
    });
  });
  return fresh;
}

type Attributes = Omit<DrawnNode, 'x' | 'y'>;

function looksAlike(one: Attributes, other: Attributes): boolean {
  return (
    sameItems(one.members, other.members) &&
    one.radius === other.radius &&
    one.colour === other.colour &&
    one.shape === other.shape &&
    one.noted === other.noted &&
    one.gone === other.gone &&
    one.outside === other.outside &&
    one.says === other.says &&
    one.mark === other.mark &&
    one.added === other.added &&
    (one.node === other.node ||
      (one.node.caption === other.node.caption && one.node.standing === other.node.standing))
  );
}

/** Where a node was before; where it was put on a board that comes with places; a group among its members. */
function knownPlace(graph: DrawnGraph, board: Board, { ref, members }: DrawnThing): Point | null {
  const left = graph.getAttribute('left');
  const own = left.get(ref) ?? board.placed.get(ref);
  if (own) return own;
  const known = members.flatMap((member) => left.get(formatRef(member)) ?? []);
  return known.length > 0 ? middleOf(known) : null;
}

/** The place of a neighbour that is drawn already, for each node that has one. */
function anchorsOf(
  graph: DrawnGraph,
  fresh: Set<string>,
  lines: readonly EdgeGroup[],
): Map<string, Point> {
  const places = new Map(graph.mapNodes((ref, { x, y }) => [ref, { x, y }]));
  const anchors = new Map<string, Point>();
  for (const { from, to } of lines)
    for (const [ref, other] of [
      [from, to],
      [to, from],
    ] as const) {
      const place = places.get(other);
      if (place && fresh.has(ref) && !anchors.has(ref)) anchors.set(ref, place);
    }
  return anchors;
}

/** Puts nodes where they are to go, all at once. */
export function place(graph: DrawnGraph, moves: ReadonlyMap<string, Point>): void {
  if (moves.size === 0) return;
  graph.updateEachNodeAttributes((ref, attributes) => ({ ...attributes, ...moves.get(ref) }), {
    attributes: ['x', 'y'],
  });
}
