import type { GraphNode } from '../../../domain/answers.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/later.ts';
import { visibleNodes, type Board } from '../board/board.ts';
import { visibleNeighbours } from '../board/neighbours.ts';
import { holderOf, newGroup, type NodeGroup } from '../board/node-group.ts';

const text = messages.looks.groups;

/** Ways to group a whole board at once. */
export const groupings = ['cluster', 'type', 'leaves'] as const;
export type Grouping = (typeof groupings)[number];

/** The groups that a way of grouping would make of what is shown; none of a single node. */
export function offeredGroups(board: Board, by: Grouping): NodeGroup[] {
  switch (by) {
    case 'cluster':
      return byCluster(board);
    case 'type':
      return byType(board);
    case 'leaves':
      return leavesByNeighbour(board);
  }
}

/** The accounts of each cluster, with whatever touches nothing outside it. */
function byCluster(board: Board): NodeGroup[] {
  const nodes = ungrouped(board);
  const clusters = new Map(nodes.map((node) => [formatRef(node), node.cluster_id]));
  const neighbours = visibleNeighbours(board);
  const clusterOf = (ref: string): string | null => {
    const own = clusters.get(ref);
    if (own) return own;
    const around = new Set(
      [...(neighbours.get(ref) ?? [])].map((one) => clusters.get(one) ?? null),
    );
    return around.size === 1 ? [...around][0]! : null;
  };
  return groupsOf(nodes, (node) => clusterOf(formatRef(node)), text.cluster);
}

function byType(board: Board): NodeGroup[] {
  return groupsOf(
    ungrouped(board),
    ({ type }) => type,
    (_type, [first]) => messages.schema.nodes[first!.type].many,
  );
}

/** What touches one node only, by that node and by type. */
function leavesByNeighbour(board: Board): NodeGroup[] {
  const neighbours = drawnNeighbours(board);
  const onlyNeighbour = (node: GraphNode): string | null => {
    const [only, ...others] = neighbours.get(formatRef(node)) ?? [];
    if (only === undefined || others.length > 0 || neighbours.get(only)?.size === 1) return null;
    return only;
  };
  return groupsOf(
    ungrouped(board),
    (node) => {
      const only = onlyNeighbour(node);
      return only === null ? null : JSON.stringify([node.type, only]);
    },
    (_key, [first]) => {
      const only = onlyNeighbour(first!) ?? '';
      const at = board.groups.get(only)?.name ?? board.nodes.get(only)?.caption ?? '';
      return `${messages.schema.nodes[first!.type].many}, ${text.leavesOf(at)}`;
    },
  );
}

/** What is in a group stays in it. */
function ungrouped(board: Board): GraphNode[] {
  return visibleNodes(board).filter((node) => {
    const ref = formatRef(node);
    return holderOf(board.groups, ref) === ref;
  });
}

/** As `visibleNeighbours`, with groups in the place of their members. */
function drawnNeighbours(board: Board): Map<string, Set<string>> {
  const neighbours = new Map<string, Set<string>>();
  for (const [ref, others] of visibleNeighbours(board)) {
    const holder = holderOf(board.groups, ref);
    const near = neighbours.get(holder) ?? new Set();
    neighbours.set(holder, near);
    for (const other of others) near.add(holderOf(board.groups, other));
    near.delete(holder);
  }
  return neighbours;
}

function groupsOf(
  nodes: readonly GraphNode[],
  keyOf: (node: GraphNode) => string | null,
  nameOf: (key: string, members: readonly GraphNode[]) => string,
): NodeGroup[] {
  const members = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    const key = keyOf(node);
    if (key === null) continue;
    const others = members.get(key);
    if (others) others.push(node);
    else members.set(key, [node]);
  }
  return [...members]
    .filter(([, held]) => held.length > 1)
    .map(([key, held]) => newGroup(nameOf(key, held), held.map(formatRef)));
}

/** "accounts", or "nodes" where they are of several types; how many is written beside it. */
export function usualName(nodes: readonly GraphNode[]): string {
  const types = new Set(nodes.map(({ type }) => type));
  const [only] = types;
  return types.size === 1 && only ? messages.schema.nodes[only].many : text.usualName;
}
