import type { GraphNode } from '../../../domain/answers.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { additionAsNode, visibleAdditions } from './additions.ts';
import type { AddedThing } from '../../../domain/addition.ts';
import { visibleNodes, type Board } from './board.ts';
import { groupAsNode, holderOf } from './node-group.ts';

/** A node as it is drawn, or a group of which at least one member is shown. */
export interface DrawnThing {
  /** A node's reference or a group's key. */
  ref: string;
  node: GraphNode;
  /** The shown members of a group; empty for a node. */
  members: readonly GraphNode[];
  /** What an analyst added by hand; null for what the graph has. */
  added: AddedThing | null;
}

const drawn = new WeakMap<Board, readonly DrawnThing[]>();

/** What the canvas draws of a board, in the order in which it came; reckoned once for each board. */
export function drawnThings(board: Board): readonly DrawnThing[] {
  const known = drawn.get(board);
  if (known) return known;
  const things = thingsOf(board);
  drawn.set(board, things);
  return things;
}

function thingsOf(board: Board): DrawnThing[] {
  const held = new Map<string, GraphNode[]>();
  for (const node of visibleNodes(board)) {
    const ref = formatRef(node);
    const holder = holderOf(board.groups, ref);
    const others = held.get(holder);
    if (others) others.push(node);
    else held.set(holder, [node]);
  }
  const ofGraph = [...held].map(([ref, nodes]): DrawnThing => {
    const group = board.groups.get(ref);
    return group
      ? { ref, node: groupAsNode(group, nodes), members: nodes, added: null }
      : { ref, node: nodes[0]!, members: [], added: null };
  });
  const byHand = visibleAdditions(board).map((one): DrawnThing => {
    return { ref: one.ref, node: additionAsNode(one), members: [], added: one.thing };
  });
  return [...ofGraph, ...byHand];
}

/** Without what was added by hand, which says nothing of the data. */
export function drawnOfGraph(board: Board): DrawnThing[] {
  return drawnThings(board).filter(({ added }) => added === null);
}
