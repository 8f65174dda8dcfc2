import { merging } from './merge.ts';
import { withPlaces } from './drawn-places.ts';
import type { Point } from '../../../domain/drawing/placement.ts';
import { changed, emptyBoard, type Board, type Change } from './board.ts';

/** The board as it is, as it was before each step, and what was undone. */
export interface BoardHistory {
  /** The board as its graph is opened without anybody's work. */
  fresh: Board;
  /** Latest last. */
  past: readonly Board[];
  board: Board;
  /** What to redo next is the first. */
  future: readonly Board[];
  /** The step that led here: many moves of one brush are one step. */
  last: Step['do'] | null;
}

export type Step =
  | Change
  | { do: 'undo' }
  | { do: 'redo' }
  /** Opens a board as it was left; `fresh` is what it is without what was left. */
  | { do: 'reopen'; board: Board; fresh?: Board }
  /** What lies outside the ranges, now that their values are known or others: nothing that a person did. */
  | { do: 'reckoned'; outside: ReadonlySet<string> }
  /** Goes back to what was opened, which can be undone. */
  | { do: 'afresh' }
  /** Takes in what another has changed of a board that was `base`; what can be undone stays so. */
  | { do: 'merge'; base: Board; theirs: Board; places: ReadonlyMap<string, Point> };

export const emptyHistory: BoardHistory = {
  fresh: emptyBoard,
  past: [],
  board: emptyBoard,
  future: [],
  last: null,
};

/** So many steps can be taken back. */
const longest = 200;

/** What is opened begins anew; a step that changes nothing is none. */
export function stepped(history: BoardHistory, step: Step): BoardHistory {
  const { fresh, past, board, future } = history;
  const last = step.do;
  switch (step.do) {
    case 'undo':
      if (past.length === 0) return history;
      return {
        fresh,
        past: past.slice(0, -1),
        board: past.at(-1)!,
        future: [board, ...future],
        last,
      };
    case 'redo':
      if (future.length === 0) return history;
      return { fresh, past: [...past, board], board: future[0]!, future: future.slice(1), last };
    case 'reopen':
      return { ...emptyHistory, board: step.board, fresh: step.fresh ?? step.board };
    case 'afresh':
      return { fresh, past: [...past, board].slice(-longest), board: fresh, future: [], last };
    case 'merge': {
      const merge = merging(step.base, step.theirs);
      const ours = withPlaces(board, step.places);
      return { ...history, past: past.map(merge), board: merge(ours), future: future.map(merge) };
    }
    case 'reckoned':
      return {
        ...history,
        board: { ...board, filter: { ...board.filter, outside: step.outside } },
      };
    case 'open': {
      const opened = changed(board, step);
      return { ...emptyHistory, board: opened, fresh: opened };
    }
    default: {
      const next = changed(board, step);
      if (step.do !== 'become' && isSame(board, next)) return history;
      if ((last === 'span' || last === 'filter') && history.last === last)
        return { fresh, past, board: next, future: [], last };
      return {
        fresh,
        past: [...past, before(board, step)].slice(-longest),
        board: next,
        future: [],
        last,
      };
    }
  }
}

/** What is moved for the first time goes back to where the layout had it. */
function before(board: Board, step: Change): Board {
  const placed = new Map(board.placed);
  if (step.do === 'pin' && step.moved) placed.set(step.ref, step.moved.from);
  else if (step.do === 'arrange') for (const [ref, { from }] of step.moves) placed.set(ref, from);
  else return board;
  return { ...board, placed };
}

/** Sets of nodes only grow or shrink by a step; all else is another object when it is changed. */
function isSame(one: Board, other: Board): boolean {
  return (
    one.nodes.size === other.nodes.size &&
    one.relations.size === other.relations.size &&
    one.hidden.size === other.hidden.size &&
    one.layers === other.layers &&
    one.off.size === other.off.size &&
    one.span?.from === other.span?.from &&
    one.span?.to === other.span?.to &&
    one.frame === other.frame &&
    one.knownOn === other.knownOn &&
    one.pinned.size === other.pinned.size &&
    one.apart.size === other.apart.size &&
    one.rejectedShown === other.rejectedShown &&
    one.placed === other.placed &&
    one.notes === other.notes &&
    one.tags === other.tags &&
    one.additions === other.additions &&
    one.annotations === other.annotations &&
    one.groups === other.groups &&
    one.kinds === other.kinds &&
    one.opened === other.opened &&
    one.style === other.style &&
    one.filter === other.filter
  );
}
