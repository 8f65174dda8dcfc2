import { formatRef } from '../../../domain/schema/graph.ts';
import { visibleNodes, visibleRelations, type Board } from './board.ts';
import { membersOf } from './node-group.ts';

/** Every visible node but this one, or those of this group, and what touches it. */
export function othersThan(board: Board, ref: string): string[] {
  const neighbours = visibleNeighbours(board);
  const own = membersOf(board.groups, ref);
  const kept = new Set(own.flatMap((one) => [one, ...(neighbours.get(one) ?? [])]));
  return visibleNodes(board)
    .map(formatRef)
    .filter((one) => !kept.has(one));
}

/** The neighbours of a node that touch nothing else on the board. */
export function leavesAt(board: Board, ref: string): string[] {
  const neighbours = visibleNeighbours(board);
  return [...(neighbours.get(ref) ?? [])].filter((one) => neighbours.get(one)?.size === 1);
}

/** Of each node that touches another: which. */
export function visibleNeighbours(board: Board): Map<string, Set<string>> {
  const neighbours = new Map<string, Set<string>>();
  const add = (one: string, other: string) => {
    const near = neighbours.get(one);
    if (near) near.add(other);
    else neighbours.set(one, new Set([other]));
  };
  for (const relation of visibleRelations(board)) {
    const [from, to] = [formatRef(relation.from), formatRef(relation.to)];
    if (from === to) continue;
    add(from, to);
    add(to, from);
  }
  return neighbours;
}
