import {
  createContext,
  use,
  useCallback,
  useMemo,
  useReducer,
  useState,
  type Dispatch,
  type ReactNode,
} from 'react';
import { useLocation, useSearchParams } from 'wouter';
import type { Graph } from '../../../domain/answers.ts';
import type { Query } from '../../../domain/api.ts';
import type { Source } from '../../../domain/finding.ts';
import { words } from '../../../domain/words/browser.ts';
import { ask } from '../api/fetch.ts';
import { useOpening } from './use-opening.ts';
import { emptyHistory, stepped, type Step } from '../board/board-history.ts';
import { changed, growth, isVisible, type Board } from '../board/board.ts';
import { DrawnPlaces } from '../board/drawn-places.ts';
import { useJudgedBoard, type JudgedBoard } from '../board/judged/use-judged-board.ts';
import type { Marks } from '../board/marks.ts';
import { addressOfSubject } from '../subject/subject.ts';
import { useOpenedGraph, useSubject } from './opened.tsx';
import { announceProblem } from '../news/announce-problem.ts';
import { useAnnounce } from '../news/announcements.tsx';

/** What all parts of the page share: the board, what is selected on it, and the row being read. */
export interface Workspace extends JudgedBoard {
  /** Where its nodes are drawn. */
  places: DrawnPlaces;
  change: Dispatch<Step>;
  /** The board as its graph is opened without anybody's work. */
  fresh: Board;
  /** When the work was done that came back with the graph; null where none did. */
  restored: string | null;
  /** Under what the browser remembers what is made of the graph; null where it is kept on a board, or draws nothing. */
  unsaved: string | null;
  canUndo: boolean;
  canRedo: boolean;
  /** A node's reference, from the address. */
  selected: string | null;
  select: (ref: string | null) => void;
  /** Key of a bundle of relations. */
  line: string | null;
  selectLine: (key: string | null) => void;
  /** Marked beside the selection, by reference; what is hidden stays in it. */
  marks: Marks;
  mark: (refs: readonly string[]) => void;
  expand: (refs: readonly string[], how?: Query<'expand'>) => Promise<void>;
  /** Selects the node where it is drawn, or else opens it. */
  show: (ref: string) => void;
  source: Source | null;
  readSource: (source: Source | null) => void;
}

const WorkspaceContext = createContext<Workspace | null>(null);

export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext);
  if (!workspace) throw new Error('useWorkspace is called outside the WorkspaceProvider.');
  return workspace;
}

export function WorkspaceProvider({ children }: { children: ReactNode }) {
  const subject = useSubject();
  const graph = useOpenedGraph();
  const [places] = useState(() => new DrawnPlaces());
  const [history, step] = useReducer(stepped, emptyHistory);
  const judged = useJudgedBoard(history.board);
  const { board, drawn, standsFor } = judged;
  const change = useCallback(
    (one: Step) => step(one.do === 'hide' ? { ...one, refs: one.refs.flatMap(standsFor) } : one),
    [standsFor],
  );
  const announce = useAnnounce();
  const [source, readSource] = useState<Source | null>(null);
  const selection = useSelection(announce);
  const marking = useMarks(graph.data, announce);

  const { restored, unsaved } = useOpening(subject, graph.data, step);

  const expandEach = useExpansion(history.board, step, announce);
  const expand = useCallback(
    (refs: readonly string[], how?: Query<'expand'>) => expandEach(refs.flatMap(standsFor), how),
    [expandEach, standsFor],
  );
  const { select } = selection;
  const [, navigate] = useLocation();
  const show = useCallback(
    (ref: string) => {
      if (isVisible(board, drawn(ref))) select(drawn(ref));
      else navigate(addressOfSubject('node', ref));
    },
    [board, drawn, select, navigate],
  );

  const workspace = useMemo(
    () => ({
      ...judged,
      places,
      change,
      fresh: history.fresh,
      restored,
      unsaved,
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
      ...selection,
      ...marking,
      expand,
      show,
      source,
      readSource,
    }),
    [judged, places, change, history, restored, unsaved, selection, marking, expand, show, source],
  );
  return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>;
}

function useSelection(announce: (text: string) => void) {
  const [search, setSearch] = useSearchParams();
  const [line, setLine] = useState<string | null>(null);
  const selected = search.get('at');

  const select = useCallback(
    (ref: string | null) => {
      setLine(null);
      setSearch((before) => selecting(before, ref), { replace: true });
      announce(ref === null ? words.page.canvas.cleared : words.page.canvas.selected(ref));
    },
    [setSearch, announce],
  );
  const selectLine = useCallback(
    (key: string | null) => {
      setSearch((before) => selecting(before, null), { replace: true });
      setLine(key);
    },
    [setSearch],
  );
  return useMemo(
    () => ({ selected, select, line, selectLine }),
    [selected, select, line, selectLine],
  );
}

function selecting(before: URLSearchParams, ref: string | null): URLSearchParams {
  const after = new URLSearchParams(before);
  if (ref === null) after.delete('at');
  else after.set('at', ref);
  return after;
}

/** What is marked belongs to the graph that is open: another begins with nothing marked. */
function useMarks(graph: Graph | undefined, announce: (text: string) => void) {
  const [marked, setMarked] = useState<{ of: Graph | undefined; marks: Marks }>(noMarks);
  const marks = marked.of === graph ? marked.marks : noMarks.marks;
  const mark = useCallback(
    (refs: readonly string[]) => {
      setMarked({ of: graph, marks: new Set(refs) });
      announce(words.page.marks.count(new Set(refs).size));
    },
    [graph, announce],
  );
  return useMemo(() => ({ marks, mark }), [marks, mark]);
}

const noMarks = { of: undefined, marks: new Set<string>() };

function merged(graphs: readonly Graph[]): Graph {
  return {
    nodes: graphs.flatMap(({ nodes }) => nodes),
    relations: graphs.flatMap(({ relations }) => relations),
    omitted: graphs.reduce((sum, { omitted }) => sum + omitted, 0),
  };
}

function saysGrown({ nodes, relations, unseen }: ReturnType<typeof growth>, left: number): string {
  const text = words.page.canvas;
  const grown = nodes + relations + unseen > 0;
  return [
    grown ? text.added(nodes, relations) : text.nothingAdded,
    ...(unseen > 0 ? [text.addedUnseen(unseen)] : []),
    ...(left > 0 ? [text.left(left)] : []),
  ].join(' ');
}

function useExpansion(board: Board, change: Dispatch<Step>, announce: (text: string) => void) {
  return useCallback(
    async (refs: readonly string[], how?: Query<'expand'>) => {
      try {
        const graph = merged(
          await Promise.all(refs.map((ref) => ask('expand', { ref }, how ?? {}))),
        );
        const added = growth(board, changed(board, { do: 'add', graph }));
        change({ do: 'add', graph: { ...graph, omitted: 0 } });
        announce(saysGrown(added, graph.omitted));
      } catch (error) {
        announceProblem(error);
      }
    },
    [board, change, announce],
  );
}
