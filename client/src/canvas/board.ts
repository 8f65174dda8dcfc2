import type { Graph, GraphNode, GraphRelation } from '../../../domain/answers.ts';
import { formatRef } from '../../../domain/graph.ts';
import { leavesOf } from './leaves.ts';

/** What an analyst has on the canvas. Every change gives a new board; none alters an old one. */
export interface Board {
  /** By reference, `account:a17`, in the order in which they came. */
  nodes: ReadonlyMap<string, GraphNode>;
  relations: ReadonlyMap<string, GraphRelation>;
  hidden: ReadonlySet<string>;
  /** What was hidden at first because it touches one account only. */
  leaves: ReadonlySet<string>;
  /** Nodes that the layout leaves where they are. */
  pinned: ReadonlySet<string>;
  /** Relations that a limit of the server left out. */
  omitted: number;
}

export type Change =
  /** `withoutLeaves`: what touches one account only is hidden at first. */
  | { do: 'open'; graph: Graph; withoutLeaves: boolean }
  | { do: 'add'; graph: Graph }
  | { do: 'hide'; ref: string }
  | { do: 'unhide' }
  | { do: 'pin'; ref: string }
  | { do: 'release'; ref: string };

export const emptyBoard: Board = {
  nodes: new Map(),
  relations: new Map(),
  hidden: new Set(),
  leaves: new Set(),
  pinned: new Set(),
  omitted: 0,
};

export function changed(board: Board, change: Change): Board {
  switch (change.do) {
    case 'open':
      return opened(change.graph, change.withoutLeaves);
    case 'add':
      return withGraph(board, change.graph);
    case 'hide':
      return { ...board, hidden: new Set(board.hidden).add(change.ref) };
    case 'unhide':
      return { ...board, hidden: new Set() };
    case 'pin':
      return { ...board, pinned: new Set(board.pinned).add(change.ref) };
    case 'release':
      return { ...board, pinned: new Set([...board.pinned].filter((ref) => ref !== change.ref)) };
  }
}

function opened(graph: Graph, withoutLeaves: boolean): Board {
  const board = withGraph(emptyBoard, graph);
  if (!withoutLeaves) return board;
  const leaves = leavesOf(graph);
  return { ...board, hidden: leaves, leaves };
}

/** What came before stays as it is; what is added shows, even where it was hidden. */
function withGraph(board: Board, graph: Graph): Board {
  const nodes = new Map(board.nodes);
  const hidden = new Set(board.hidden);
  for (const node of graph.nodes) {
    nodes.set(formatRef(node), node);
    hidden.delete(formatRef(node));
  }
  const relations = new Map(board.relations);
  for (const relation of graph.relations)
    if (nodes.has(formatRef(relation.from)) && nodes.has(formatRef(relation.to)))
      relations.set(relation.key, relation);
  return { ...board, nodes, relations, hidden, omitted: board.omitted + graph.omitted };
}

/** How many nodes and relations a later board has more than an earlier one. */
export function growth(before: Board, after: Board): { nodes: number; relations: number } {
  return {
    nodes: after.nodes.size - before.nodes.size,
    relations: after.relations.size - before.relations.size,
  };
}

export function visibleNodes(board: Board): GraphNode[] {
  return [...board.nodes].filter(([ref]) => !board.hidden.has(ref)).map(([, node]) => node);
}

export function visibleRelations(board: Board): GraphRelation[] {
  return [...board.relations.values()].filter(
    ({ from, to }) => !board.hidden.has(formatRef(from)) && !board.hidden.has(formatRef(to)),
  );
}
