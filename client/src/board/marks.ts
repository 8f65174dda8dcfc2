import { formatRef } from '../../../domain/schema/graph.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import { visibleNodes, type Board } from './board.ts';
import { visibleNeighbours } from './neighbours.ts';

/** Nodes that the analyst has marked, by reference, to do something with all of them. */
export type Marks = ReadonlySet<string>;

/** What is marked and can be seen; what was hidden since is not acted on. */
export function visibleMarks(board: Board, marks: Marks): string[] {
  return visibleNodes(board)
    .map(formatRef)
    .filter((ref) => marks.has(ref));
}

export function allNodes(board: Board): string[] {
  return visibleNodes(board).map(formatRef);
}

export function nodesOfType(board: Board, type: NodeTypeName): string[] {
  return visibleNodes(board)
    .filter((node) => node.type === type)
    .map(formatRef);
}

/** Nodes that touch at least so many others on the board. */
export function nodesTouching(board: Board, least: number): string[] {
  return [...visibleNeighbours(board)]
    .filter(([, others]) => others.size >= least)
    .map(([ref]) => ref);
}

export function inverted(board: Board, marks: Marks): string[] {
  return allNodes(board).filter((ref) => !marks.has(ref));
}

/** What is marked, and whatever on the board touches it. */
export function withNeighbours(board: Board, marks: Marks): string[] {
  const neighbours = visibleNeighbours(board);
  const marked = visibleMarks(board, marks);
  return [...new Set([...marked, ...marked.flatMap((ref) => [...(neighbours.get(ref) ?? [])])])];
}

/** Several at once, as the members of a group are: marked, or none of them where all were. */
export function toggledMarks(marks: Marks, refs: readonly string[]): string[] {
  const all = refs.every((ref) => marks.has(ref));
  const others = [...marks].filter((ref) => !refs.includes(ref));
  return all ? others : [...others, ...refs];
}

export function toggledMark(marks: Marks, ref: string): string[] {
  return marks.has(ref) ? [...marks].filter((one) => one !== ref) : [...marks, ref];
}
