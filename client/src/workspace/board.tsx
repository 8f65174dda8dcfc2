import { useMemo, useReducer, useState, type ReactNode } from 'react';
import { emptyHistory, stepped } from '../board/board-history.ts';
import type { Board } from '../board/board.ts';
import { DrawnPlaces } from '../board/drawn-places.ts';
import { useJudgedBoard, type JudgedBoard } from '../board/judged/use-judged-board.ts';
import { createSlice } from '../state/create-slice.ts';
import { useActionsOn, type BoardActions } from './board-actions.ts';
import { useOpenedGraph, useSubject } from './opened.tsx';
import { useOver } from './over.ts';
import { useOpening } from './use-opening.ts';

/** What was made of a graph, as against the graph itself. */
interface UnsavedWork {
  /** The board as its graph is opened without anybody's work. */
  fresh: Board;
  /** When the work was done that came back with the graph; null where none did. */
  restored: string | null;
  /** Under what the browser remembers what is made of the graph; null where it is kept on a board, or draws nothing. */
  unsaved: string | null;
}

interface Undo {
  canUndo: boolean;
  canRedo: boolean;
}

const [BoardSlice, useBoard] = createSlice<Board>('board');
const [JudgedSlice, useJudged] = createSlice<JudgedBoard>('judged');
const [ActionsSlice, useBoardActions] = createSlice<BoardActions>('board actions');
const [PlacesSlice, useDrawnPlaces] = createSlice<DrawnPlaces>('places');
const [UnsavedSlice, useUnsavedWork] = createSlice<UnsavedWork>('unsaved work');
const [UndoSlice, useUndo] = createSlice<Undo>('undo');

export {
  /** What is on the canvas, with what analysts have judged of it. */
  useBoard,
  /** The same with what was judged: who is one with whom, and the board without it. */
  useJudged,
  /** Changes the board without being rendered by what it becomes. */
  useBoardActions,
  /** Where its nodes are drawn. */
  useDrawnPlaces,
  useUnsavedWork,
  /** Whether there is a step to take back, or one that was taken back. */
  useUndo,
};

/** Keeps the board of the graph that is open. */
export function BoardProvider({ children }: { children: ReactNode }) {
  const subject = useSubject();
  const { data: graph } = useOpenedGraph();
  const [places] = useState(() => new DrawnPlaces());
  const [history, step] = useReducer(stepped, emptyHistory);
  const judged = useJudgedBoard(history.board);
  const { restored, unsaved } = useOpening(subject, graph, step);
  useOver(graph, history.board, step);
  const actions = useActionsOn(judged, step);
  const { fresh } = history;
  const work = useMemo(() => ({ fresh, restored, unsaved }), [fresh, restored, unsaved]);
  const [canUndo, canRedo] = [history.past.length > 0, history.future.length > 0];
  const undo = useMemo(() => ({ canUndo, canRedo }), [canUndo, canRedo]);
  return (
    <PlacesSlice value={places}>
      <ActionsSlice value={actions}>
        <UnsavedSlice value={work}>
          <UndoSlice value={undo}>
            <JudgedSlice value={judged}>
              <BoardSlice value={judged.board}>{children}</BoardSlice>
            </JudgedSlice>
          </UndoSlice>
        </UnsavedSlice>
      </ActionsSlice>
    </PlacesSlice>
  );
}
