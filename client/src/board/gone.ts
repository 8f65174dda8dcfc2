import type { OpenedGraph } from '../subject/subject.ts';
import type { Board } from './board.ts';

/** What a kept board shows and the graph no longer has. */
export interface Gone {
  /** By reference. */
  nodes: ReadonlySet<string>;
  /** By key. */
  relations: ReadonlySet<string>;
}

const nothing: Gone = { nodes: new Set(), relations: new Set() };
const known = new WeakMap<OpenedGraph, Gone>();

/** As it was when the board was opened; what has been taken off the board since is left out by whoever asks. */
export function goneFrom({ origin }: Pick<Board, 'origin'>): Gone {
  if (!origin?.kept) return nothing;
  const found = known.get(origin);
  if (found) return found;
  const { nodes, relations } = origin.kept.gone;
  const gone = { nodes: new Set(nodes), relations: new Set(relations) };
  known.set(origin, gone);
  return gone;
}

/** The list of it in the details of the board. */
export const goneListId = 'board-gone';

/** What of it is on the board still. */
export function goneOnBoard(board: Board) {
  const gone = goneFrom(board);
  return {
    nodes: [...gone.nodes].flatMap((ref) => board.nodes.get(ref) ?? []),
    relations: [...gone.relations].flatMap((key) => board.relations.get(key) ?? []),
  };
}
