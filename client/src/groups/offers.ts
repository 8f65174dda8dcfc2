import type { GraphNode } from '../../../domain/answers.ts';
import { formatRef, nodeType } from '../../../domain/graph.ts';
import { words } from '../../../domain/words/index.ts';
import { visibleNeighbours, visibleNodes, type Board } from '../canvas/board.ts';
import { newGroup, type NodeGroup } from './node-group.ts';

const text = words.looks.groups;

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
  const nodes = visibleNodes(board);
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
    visibleNodes(board),
    ({ type }) => type,
    (_type, [first]) => nodeType(first!.type).many,
  );
}

/** What touches one node only, by that node and by type. */
function leavesByNeighbour(board: Board): NodeGroup[] {
  const neighbours = visibleNeighbours(board);
  const onlyNeighbour = (node: GraphNode): string | null => {
    const [only, ...others] = neighbours.get(formatRef(node)) ?? [];
    if (only === undefined || others.length > 0 || neighbours.get(only)?.size === 1) return null;
    return only;
  };
  return groupsOf(
    visibleNodes(board),
    (node) => {
      const only = onlyNeighbour(node);
      return only === null ? null : JSON.stringify([node.type, only]);
    },
    (_key, [first]) => {
      const at = board.nodes.get(onlyNeighbour(first!) ?? '')?.caption ?? '';
      return `${nodeType(first!.type).many}, ${text.leavesOf(at)}`;
    },
  );
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

/** "3 accounts", or "5 nodes" where they are of several types. */
export function usualName(nodes: readonly GraphNode[]): string {
  const types = new Set(nodes.map(({ type }) => type));
  const [only] = types;
  return types.size === 1 && only
    ? text.usualName(nodes.length, nodeType(only).many)
    : words.page.nodes(nodes.length);
}
