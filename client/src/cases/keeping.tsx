import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import {
  createContext,
  use,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { flushSync } from 'react-dom';
import type { KeptBoard } from '../../../domain/case.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { usePersonName } from '../api/caller.ts';
import { ask } from '../api/fetch.ts';
import type { OpenedGraph } from '../subject/subject.ts';
import {
  useBoard,
  useBoardActions,
  useDrawnPlaces,
  useJudged,
  useUnsavedWork,
} from '../workspace/board.tsx';
import { useOpenedGraph } from '../workspace/opened.tsx';
import { useAnnounce } from '../news/announcements.tsx';
import { useView } from '../workspace/view.ts';
import type { Board } from '../board/board.ts';
import { boardOf } from '../board/kept/board-content.ts';
import { BoardKeeper, type KeepState } from '../board/kept/board-keeper.ts';
import { draftOf, dropDraft, type Draft } from '../board/kept/drafts.ts';
import { merging } from '../board/merge.ts';
import { UnsavedKeeper } from '../board/kept/unsaved-keeper.ts';

const text = messages.cases;
const lookMs = 2_000;

/** The board that is open as it is kept, and whether all of it is saved. */
export interface Keeping {
  kept: KeptBoard | null;
  state: KeepState | null;
  flush: () => Promise<void>;
  /** Takes in a revision that was asked for here and made by the server. */
  takeIn: (revision: number) => Promise<void>;
  /** What was left unsaved when the page was closed; takes it in, or discards it. */
  draft: { at: string; settle: (take: boolean) => void } | null;
}

const KeepingContext = createContext<Keeping | null>(null);

export function useKeeping(): Keeping {
  const keeping = use(KeepingContext);
  if (!keeping) throw new Error('useKeeping is called outside the KeepingProvider.');
  return keeping;
}

/** Saves the board that is open, where it is one of a case, and takes in what others change of it. */
export function KeepingProvider({ children }: { children: ReactNode }) {
  const { bare: board } = useJudged();
  const places = useDrawnPlaces();
  const { change } = useBoardActions();
  const graph = useOpenedGraph();
  const announce = useAnnounce();
  const opened = graph.data;
  const kept = opened?.kept ?? null;
  const person = usePersonName();
  const view = useKeptView(kept);
  const [state, setState] = useState<KeepState | null>(null);
  const keeper = useRef<BoardKeeper | null>(null);
  // A keeper outlives many renders, each of which makes these anew.
  const page = useRef({ announce, change });
  useEffect(() => {
    page.current = { announce, change };
  });

  useEffect(() => {
    if (!opened?.kept || person === null) return;
    const mine = new BoardKeeper(person, opened.kept, boardOf(opened.kept.content, opened), {
      state: setState,
      merge: (base, theirs) =>
        // The next save must rest on what is merged, not on what was there before.
        flushSync(() =>
          page.current.change({ do: 'merge', base, theirs, places: places.at(opened) }),
        ),
      takenIn: (who) => {
        page.current.announce(text.takenIn(who));
        notifications.show({ message: text.takenIn(who) });
      },
    });
    keeper.current = mine;
    return () => {
      mine.close(places.cameraAt(opened));
      keeper.current = null;
      setState(null);
    };
  }, [opened, person, places]);

  useLayoutEffect(() => {
    const note = () => {
      if (opened && board.origin === opened)
        keeper.current?.note(places.looked(board, view), places.at(opened));
    };
    note();
    return places.listen(note);
  }, [board, view, opened, places]);

  useUnsaved(opened, board, view);
  const draft = useDraft(opened);
  const title = useOthers(kept, keeper);
  useFailureNews(state);

  const keeping = useMemo(
    () => ({
      kept: kept && { ...kept, title: title ?? kept.title },
      state,
      draft,
      flush: async () => keeper.current?.flush(),
      takeIn: async (revision: number) => keeper.current?.noticed(revision, true),
    }),
    [kept, title, state, draft],
  );
  return <KeepingContext value={keeping}>{children}</KeepingContext>;
}

/** Has what is made of a graph that is on no board remembered. */
function useUnsaved(opened: OpenedGraph | undefined, board: Board, view: string): void {
  const { fresh, restored, unsaved: key } = useUnsavedWork();
  const places = useDrawnPlaces();
  const keeper = useRef<UnsavedKeeper | null>(null);
  useEffect(() => {
    if (key === null || !opened || fresh.origin !== opened) return;
    const mine = new UnsavedKeeper(key, fresh, restored !== null);
    keeper.current = mine;
    const flush = () => mine.flush(true);
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      mine.flush();
      keeper.current = null;
    };
  }, [key, opened, fresh, restored]);
  useEffect(() => {
    const note = () => {
      if (opened && board.origin === opened)
        keeper.current?.note(places.looked(board, view), places.at(opened));
    };
    note();
    return places.listen(note);
  }, [board, view, opened, places, fresh]);
}

/** The view in force; a board opens in the one it was left in. */
function useKeptView(kept: KeptBoard | null): string {
  const [view, setView] = useView();
  const left = kept?.content.view;
  useEffect(() => {
    if (left && !new URLSearchParams(location.search).has('view')) setView(left);
    // Once, when it is opened.
  }, [left, setView]);
  return view;
}

/** What an earlier page left unsaved of the board that is opened. */
function useDraft(opened: OpenedGraph | undefined): Keeping['draft'] {
  const board = useBoard();
  const { change } = useBoardActions();
  const [found, setFound] = useState<{ of: string; key: string; draft: Draft } | null>(null);
  const id = opened?.kept?.id;
  const person = usePersonName();
  useEffect(() => {
    if (id === undefined || person === null) return;
    void draftOf(person, id).then((left) => setFound(left && { of: id, ...left }));
  }, [id, person]);
  if (!opened || found?.of !== id || !found) return null;
  const { key, draft } = found;
  return {
    at: draft.at,
    settle: (take) => {
      if (take) {
        const merge = merging(boardOf(draft.base, opened), boardOf(draft.content, opened));
        change({ do: 'become', board: merge(board) });
      }
      setFound(null);
      void dropDraft(key);
    },
  };
}

/** Looks every now and then whether another has saved the board; returns its title as it is now. */
function useOthers(
  kept: KeptBoard | null,
  keeper: { current: BoardKeeper | null },
): string | undefined {
  const { data } = useQuery({
    queryKey: ['board-state', kept?.id],
    queryFn: ({ signal }) => ask('boardState', { case: kept!.case, board: kept!.id }, {}, signal),
    enabled: kept !== null,
    refetchInterval: lookMs,
    staleTime: 0,
    gcTime: 0,
  });
  useEffect(() => {
    if (data && data.id === kept?.id) void keeper.current?.noticed(data.revision);
  }, [data, kept, keeper]);
  return data?.id === kept?.id ? data?.title : undefined;
}

/** Failing and being well again is said to those who hear the page; each save is not. */
function useFailureNews(state: KeepState | null): void {
  const announce = useAnnounce();
  const failed = useRef(false);
  useEffect(() => {
    if (state?.is === 'away' || state?.is === 'refused') {
      if (!failed.current) announce(text.refused(state.error.message));
      failed.current = true;
    } else if (state?.is === 'saved' && failed.current) {
      announce(text.savedAgain);
      failed.current = false;
    }
  }, [state, announce]);
}
