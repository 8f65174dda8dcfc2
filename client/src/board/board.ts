import type { Graph, GraphNode, GraphRelation } from '../../../domain/answers.ts';
import type { Story } from '../../../domain/story.ts';
import type { OpenedGraph } from '../subject/subject.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import type { Standing } from '../../../domain/standing.ts';
import { stood, withStandingOn } from './standings.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import { explained, nothingExplained, type ExplainChange, type Explained } from './explained.ts';
import { noRemarks, remarked, type RemarkChange, type Remarks } from './remarks.ts';
import { isKnownOn } from './known.ts';
import {
  withGroups,
  withoutGroupKeys,
  withoutGroups,
  type NodeGroup,
  type NodeGroups,
} from './node-group.ts';
import type { TimeAxis } from './time-axis.ts';
import { usualStyle, type BoardStyle } from './board-style.ts';
import { withLayer, withoutLayer, type Layers, type LayerTold } from './layers.ts';
import { noFilter, type RangeFilter } from './range-filter.ts';
import { leavesOf } from './leaves.ts';
import type { Point } from '../../../domain/drawing/placement.ts';
import type { CameraPlace } from './camera-place.ts';
import type { PartLane } from './role-places.ts';
import { kindOf, withKind, type KindState, type KindStates } from './relation-kinds.ts';
import { absentIn, isWithin, type Span } from './span.ts';
import { foldedIn, withFolds, type Fold } from './folds.ts';
import { asStory } from './story.ts';

/** What an analyst has on the canvas. Every change gives a new board; none alters an old one. */
export interface Board extends Remarks, Explained {
  /** What it was opened with: another graph is another drawing. */
  origin: OpenedGraph | null;
  /** By reference, `account:a17`, in the order in which they came. */
  nodes: ReadonlyMap<string, GraphNode>;
  relations: ReadonlyMap<string, GraphRelation>;
  hidden: ReadonlySet<string>;
  /** What was hidden at first: of a story all that it does not tell by, else what touches one account only. */
  leaves: ReadonlySet<string>;
  /** What holds its accounts together, where it was opened as that. */
  story: Story | null;
  /** What came on top of it, by key. */
  layers: Layers;
  /** Types of node that are not drawn for now. */
  off: ReadonlySet<NodeTypeName>;
  /** The time of which relations are drawn; null for all of it. */
  span: Span | null;
  /** The stretch that the timeline shows at its full width; null for all of it. */
  frame: Span | null;
  /** Only what had been loaded by then is drawn, ISO 8601 in UTC; null for now. */
  knownOn: string | null;
  /** Nodes that the layout leaves where they are. */
  pinned: ReadonlySet<string>;
  /** Where nodes and groups were put by hand or by a layout that was asked for. */
  placed: ReadonlyMap<string, Point>;
  /** Members of an identity that are drawn each by itself. */
  apart: ReadonlySet<string>;
  /** Whether relations that an analyst rejected are drawn. */
  rejectedShown: boolean;
  /** Those of them that a person put there: a layout that moves them asks first. */
  byHand: ReadonlySet<string>;
  /** What the places mean after a layout by time. */
  axis: TimeAxis | null;
  /** Where the parts stand after a layout by part; none after any other. */
  lanes: readonly PartLane[];
  groups: NodeGroups;
  /** Kinds of relation that are greyed or hidden. */
  kinds: KindStates;
  /** Keys of the bundles whose relations are drawn side by side. */
  opened: ReadonlySet<string>;
  style: BoardStyle;
  filter: RangeFilter;
  /** Relations that a limit of the server left out. */
  omitted: number;
  /** How it was looked at when it was kept. */
  view: string;
  /** Where it was looked at from; null for all of it. */
  camera: CameraPlace | null;
  /** What a newer page keeps with a board and this one does not know. */
  further: Readonly<Record<string, unknown>>;
}

export type Change =
  /**
   * `withoutLeaves`: what touches one account only is hidden at first. `form`: the height of the stage, of its width.
   */
  | { do: 'open'; graph: Graph; withoutLeaves: boolean; form?: number | undefined }
  /** `layer`: what it was brought by, so that it can go again by itself. */
  | { do: 'add'; graph: Graph; layer?: LayerTold }
  | { do: 'lift'; layer: string }
  | { do: 'hide'; refs: readonly string[] }
  /** But for what a story folds. */
  | { do: 'unhide' }
  /** Unfolds, or folds again, what a story leaves out. */
  | { do: 'fold'; folds: readonly Fold[]; open: boolean }
  | { do: 'toggle'; type: NodeTypeName }
  | { do: 'span'; span: Span | null }
  | { do: 'frame'; frame: Span | null }
  | { do: 'known'; on: string | null }
  | { do: 'pin'; ref: string; moved?: Move }
  | { do: 'release'; ref: string }
  | { do: 'apart'; refs: readonly string[]; apart: boolean }
  | { do: 'rejected' }
  /** Another board in the place of this one, such as what was kept and not saved. */
  | { do: 'become'; board: Board }
  | RemarkChange
  | ExplainChange
  /** A layout or an alignment: all in one step. */
  | {
      do: 'arrange';
      moves: ReadonlyMap<string, Move>;
      byHand: boolean;
      axis: TimeAxis | null;
      lanes?: readonly PartLane[];
    }
  | { do: 'group'; groups: readonly NodeGroup[] }
  | { do: 'ungroup'; keys: readonly string[] }
  | { do: 'kind'; kind: string; state: KindState }
  | { do: 'bundle'; key: string }
  | { do: 'style'; style: BoardStyle }
  /** Many of one sweep are one step. */
  | { do: 'filter'; filter: RangeFilter }
  | { do: 'stand'; refs: readonly string[]; standing: Standing };

/** From where to where a node was moved. */
export interface Move {
  from: Point;
  to: Point;
}

export const emptyBoard: Board = {
  origin: null,
  nodes: new Map(),
  relations: new Map(),
  hidden: new Set(),
  leaves: new Set(),
  story: null,
  layers: new Map(),
  off: new Set(),
  span: null,
  frame: null,
  knownOn: null,
  pinned: new Set(),
  placed: new Map(),
  apart: new Set(),
  rejectedShown: false,
  byHand: new Set(),
  axis: null,
  lanes: [],
  groups: new Map(),
  kinds: new Map(),
  opened: new Set(),
  style: usualStyle,
  filter: noFilter,
  omitted: 0,
  view: 'graph',
  camera: null,
  further: {},
  ...noRemarks,
  ...nothingExplained,
};

export function changed(board: Board, change: Change): Board {
  switch (change.do) {
    case 'open':
      return opened(change);
    case 'add':
      return added(board, change);
    case 'lift':
      return withoutLayer(board, change.layer);
    case 'hide':
      return {
        ...board,
        hidden: new Set([...board.hidden, ...withoutGroupKeys(board.groups, change.refs)]),
      };
    case 'unhide':
      return { ...board, hidden: foldedIn(board) };
    case 'fold':
      return withFolds(board, change.folds, change.open);
    case 'toggle':
      return { ...board, off: toggled(board.off, change.type) };
    case 'span':
      return { ...board, span: change.span };
    case 'frame':
      return { ...board, frame: change.frame };
    case 'known':
      return { ...board, knownOn: change.on };
    case 'pin':
      return pinned(board, change.ref, change.moved?.to);
    case 'release':
      return { ...board, pinned: new Set([...board.pinned].filter((ref) => ref !== change.ref)) };
    case 'apart':
      return { ...board, apart: parted(board.apart, change.refs, change.apart) };
    case 'rejected':
      return { ...board, rejectedShown: !board.rejectedShown };
    case 'become':
      return { ...change.board, origin: board.origin };
    case 'arrange':
      return arranged(board, change);
    case 'group':
      return { ...board, groups: withGroups(board.groups, change.groups) };
    case 'ungroup':
      return { ...board, groups: withoutGroups(board.groups, change.keys) };
    case 'kind':
      return { ...board, kinds: withKind(board.kinds, change.kind, change.state) };
    case 'bundle':
      return { ...board, opened: toggled(board.opened, change.key) };
    case 'style':
      return { ...board, style: change.style };
    case 'filter':
      return { ...board, filter: change.filter };
    case 'stand':
      return { ...board, nodes: stood(board.nodes, change.refs, change.standing) };
    case 'know': {
      const placed = new Map([...board.placed, ...(change.places ?? [])]);
      return { ...board, ...explained(board, change), placed };
    }
    case 'unknow':
    case 'annotate':
    case 'unannotate':
      return { ...board, ...explained(board, change) };
    default:
      return { ...board, ...remarked(board, change) };
  }
}

function added(board: Board, { graph, layer }: Extract<Change, { do: 'add' }>): Board {
  const grown = withGraph(board, graph);
  return layer ? withLayer(board, grown, graph, layer) : grown;
}

function parted(apart: ReadonlySet<string>, refs: readonly string[], add: boolean): Set<string> {
  if (add) return new Set([...apart, ...refs]);
  return new Set([...apart].filter((ref) => !refs.includes(ref)));
}

function arranged(
  board: Board,
  { moves, byHand, axis, lanes = [] }: Extract<Change, { do: 'arrange' }>,
): Board {
  const placed = new Map(board.placed);
  const hands = new Set(board.byHand);
  for (const [ref, { to }] of moves) {
    placed.set(ref, to);
    if (byHand) hands.add(ref);
    else hands.delete(ref);
  }
  return { ...board, placed, byHand: hands, axis, lanes };
}

function toggled<T>(set: ReadonlySet<T>, item: T): Set<T> {
  const other = new Set(set);
  if (!other.delete(item)) other.add(item);
  return other;
}

function pinned(board: Board, ref: string, to: Point | undefined): Board {
  const known = { ...board, pinned: new Set(board.pinned).add(ref) };
  if (!to) return known;
  return {
    ...known,
    placed: new Map(board.placed).set(ref, to),
    byHand: new Set(board.byHand).add(ref),
  };
}

function opened({ graph, withoutLeaves, form }: Extract<Change, { do: 'open' }>): Board {
  const compares = graph.nodes.some(({ change }) => change !== undefined);
  const style: BoardStyle = compares ? { ...usualStyle, colour: 'change' } : usualStyle;
  const board = withGraph({ ...emptyBoard, origin: graph, style }, graph);
  if (graph.story) return asStory(board, graph.story, form);
  if (!withoutLeaves) return board;
  const leaves = leavesOf(graph);
  return { ...board, hidden: leaves, leaves };
}

/** What came before stays as it is; what is added shows, even where it was hidden. */
function withGraph(board: Board, graph: Graph): Board {
  const nodes = new Map(board.nodes);
  const hidden = new Set(board.hidden);
  for (const node of withStandingOn(board.nodes, graph.nodes)) {
    nodes.set(formatRef(node), node);
    hidden.delete(formatRef(node));
  }
  const relations = new Map(board.relations);
  for (const relation of graph.relations)
    if (nodes.has(formatRef(relation.from)) && nodes.has(formatRef(relation.to)))
      relations.set(relation.key, relation);
  // Where new nodes come to lie says nothing of when they were there.
  const axis = nodes.size > board.nodes.size ? null : board.axis;
  return { ...board, nodes, relations, hidden, axis, omitted: board.omitted + graph.omitted };
}

/** What a later board shows that an earlier one did not, be it new or hidden before; and what is new and does not show. */
export function diffBoard(before: Board, after: Board) {
  const shown = new Set(visibleNodes(before).map(formatRef));
  const drawn = new Set(visibleRelations(before).map(({ key }) => key));
  const now = visibleNodes(after).map(formatRef);
  const unseen = [...after.nodes.keys()].filter((ref) => !before.nodes.has(ref)).length;
  const appeared = now.filter((ref) => !shown.has(ref));
  return {
    nodes: appeared.length,
    relations: visibleRelations(after).filter(({ key }) => !drawn.has(key)).length,
    unseen: unseen - appeared.filter((ref) => !before.nodes.has(ref)).length,
  };
}

/** Types that are off stay off: what is added of them shows when they are on again. */
export function isVisible(board: Board, ref: string): boolean {
  const node = board.nodes.get(ref);
  return (
    node !== undefined &&
    !board.hidden.has(ref) &&
    !board.off.has(node.type) &&
    !(board.filter.hides && board.filter.outside.has(ref)) &&
    isKnownOn(node, board.knownOn) &&
    !absentOn(board).has(ref)
  );
}

/** Asked of every node of a board, and reckoned once. */
const absences = new WeakMap<Board, ReadonlySet<string>>();

function absentOn(board: Board): ReadonlySet<string> {
  const known = absences.get(board);
  if (known) return known;
  const relations = [...board.relations.values()];
  const absent = absentIn(
    relations.filter((relation) => isKnownOn(relation, board.knownOn)),
    board.span,
  );
  absences.set(board, absent);
  return absent;
}

/** What several parts of the page ask for again and again; a board never changes. */
const shown = new WeakMap<Board, { nodes?: GraphNode[]; relations?: GraphRelation[] }>();

function shownOf(board: Board) {
  const known = shown.get(board) ?? {};
  shown.set(board, known);
  return known;
}

/** The board with what was put away at first because it links nobody: where it lies is worth knowing all the same. */
export function withLeaves(board: Board): Board {
  const { hidden, leaves } = board;
  return { ...board, hidden: new Set([...hidden].filter((ref) => !leaves.has(ref))) };
}

export function visibleNodes(board: Board): readonly GraphNode[] {
  return (shownOf(board).nodes ??= [...board.nodes]
    .filter(([ref]) => isVisible(board, ref))
    .map(([, node]) => node));
}

/** Between what can be seen, whatever their kind and time. */
export function unfoldedRelations(board: Board): GraphRelation[] {
  return [...board.relations.values()].filter(
    ({ from, to }) => isVisible(board, formatRef(from)) && isVisible(board, formatRef(to)),
  );
}

export function visibleRelations(board: Board): readonly GraphRelation[] {
  return (shownOf(board).relations ??= [...board.relations.values()].filter(
    (relation) =>
      isWithin(relation, board.span) &&
      (board.rejectedShown || relation.judgement?.verdict !== 'rejected') &&
      isKnownOn(relation, board.knownOn) &&
      board.kinds.get(kindOf(relation)) !== 'hidden' &&
      isVisible(board, formatRef(relation.from)) &&
      isVisible(board, formatRef(relation.to)),
  ));
}
