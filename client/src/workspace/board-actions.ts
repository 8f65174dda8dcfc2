import { useLayoutEffect, useMemo, useRef, type Dispatch } from 'react';
import { useLocation } from 'wouter';
import type { Graph } from '../../../domain/answers.ts';
import type { Query } from '../../../domain/api/api.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { ask } from '../api/fetch.ts';
import type { Step } from '../board/board-history.ts';
import { changed, diffBoard, isVisible, type Board } from '../board/board.ts';
import type { LayerTold } from '../board/layers.ts';
import type { JudgedBoard } from '../board/judged/use-judged-board.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { useAnnounce } from '../news/announcements.tsx';
import { addressOfSubject } from '../subject/subject.ts';
import { useSelect } from './selection.tsx';

/** What is done to the board, and with a thing on it. */
export interface BoardActions {
  /** Nodes that are one with others are hidden with them. */
  change: Dispatch<Step>;
  expand: (refs: readonly string[], how?: Query<'expand'>) => Promise<void>;
  /** Selects the node where it is drawn, or else opens it. */
  show: (ref: string) => void;
}

/** They stay the same whatever the board becomes, and act on what it then is. */
export function useActionsOn(judged: JudgedBoard, step: Dispatch<Step>): BoardActions {
  const announce = useAnnounce();
  const { select } = useSelect();
  const [, navigate] = useLocation();
  const latest = useRef(judged);
  useLayoutEffect(() => {
    latest.current = judged;
  }, [judged]);
  return useMemo(() => {
    const standFor = (refs: readonly string[]) => refs.flatMap(latest.current.standsFor);
    return {
      change: (one) => step(one.do === 'hide' ? { ...one, refs: standFor(one.refs) } : one),
      expand: async (refs, how = {}) => {
        try {
          const graph = merged(
            await Promise.all(standFor(refs).map((ref) => ask('expand', { ref }, how))),
          );
          const { bare } = latest.current;
          const added = diffBoard(bare, changed(bare, { do: 'add', graph }));
          step({ do: 'add', graph: { ...graph, omitted: 0 }, layer: neighboursOf(bare, refs) });
          announce(saysGrown(added, graph.omitted));
        } catch (error) {
          announceProblem(error);
        }
      },
      show: (ref) => {
        const { board, drawn } = latest.current;
        if (isVisible(board, drawn(ref))) select(drawn(ref));
        else navigate(addressOfSubject('node', ref));
      },
    };
  }, [step, announce, select, navigate]);
}

/** The neighbours of the same things brought again are the same layer. */
function neighboursOf(board: Board, refs: readonly string[]): LayerTold {
  const names = refs.map((ref) => board.nodes.get(ref)?.caption ?? ref);
  const [first = '', ...more] = names;
  const name = more.length > 0 ? `${first} +${more.length}` : first;
  return { key: `neighbours:${refs.join(' ')}`, kind: 'neighbours', name };
}

function merged(graphs: readonly Graph[]): Graph {
  return {
    nodes: graphs.flatMap(({ nodes }) => nodes),
    relations: graphs.flatMap(({ relations }) => relations),
    omitted: graphs.reduce((sum, { omitted }) => sum + omitted, 0),
  };
}

function saysGrown(
  { nodes, relations, unseen }: ReturnType<typeof diffBoard>,
  left: number,
): string {
  const text = messages.page.canvas;
  const grown = nodes + relations + unseen > 0;
  return [
    grown ? text.added(nodes, relations) : text.nothingAdded,
    ...(unseen > 0 ? [text.addedUnseen(unseen)] : []),
    ...(left > 0 ? [text.left(left)] : []),
  ].join(' ');
}
