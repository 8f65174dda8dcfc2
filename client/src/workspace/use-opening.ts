import { useEffect, useState, type Dispatch } from 'react';
import { usePersonName } from '../api/caller.ts';
import { useOverview } from '../api/queries.ts';
import type { OpenedGraph, Subject } from '../subject/subject.ts';
import type { Step } from '../board/board-history.ts';
import { changed, emptyBoard, type Change } from '../board/board.ts';
import { boardOf } from '../board/kept/board-content.ts';
import { merging } from '../board/merge.ts';
import { unsavedKey, unsavedOf, type Unsaved } from '../board/kept/unsaved.ts';

/** Graphs of whole clusters, which what touches one account only would fill. */
const opensWithoutLeaves: ReadonlySet<Subject['kind']> = new Set(['cluster', 'change']);

/** What stands above and below the drawing, in pixels, about; the timeline only where there is room for it. */
const beside = { bars: 170, timeline: 105, roomy: 1181 };

/** The height of the drawing that is to come, of its width; undefined where there is no stage yet. */
function stageForm(): number | undefined {
  const stage = document.querySelector('.stage');
  if (!stage || stage.clientWidth === 0) return undefined;
  const timeline = window.innerWidth >= beside.roomy ? beside.timeline : 0;
  return Math.max(0.25, (stage.clientHeight - beside.bars - timeline) / stage.clientWidth);
}

interface Opening {
  /** When the work was done that came back with the graph; null where none did. */
  restored: string | null;
  /** Under what the browser remembers what is made of the graph. */
  unsaved: string | null;
}

const nothing: Opening & { of: OpenedGraph | null } = { of: null, restored: null, unsaved: null };

/**
 * Opens a graph that has come: a board of a case as it is kept, any other as this browser remembers it, brought together
 * with what the graph is now.
 */
export function useOpening(
  subject: Subject,
  graph: OpenedGraph | undefined,
  step: Dispatch<Step>,
): Opening {
  const { data: overview } = useOverview();
  const database = overview?.database ?? null;
  const person = usePersonName();
  const [opening, setOpening] = useState(nothing);
  useEffect(() => {
    if (!graph) return;
    if (graph.kept) {
      step({ do: 'reopen', board: boardOf(graph.kept.content, graph) });
      return;
    }
    const open: Extract<Change, { do: 'open' }> = {
      ...{ do: 'open', graph },
      withoutLeaves: opensWithoutLeaves.has(subject.kind),
      form: stageForm(),
    };
    if (graph.nodes.length === 0) {
      step(open);
      return;
    }
    if (database === null || person === null) return;
    let over = false;
    const unsaved = unsavedKey(person, database, subject);
    void unsavedOf(unsaved).then((left) => {
      if (over) return;
      step(left ? broughtBack(left, open) : open);
      setOpening({ of: graph, restored: left?.at ?? null, unsaved });
    });
    return () => {
      over = true;
    };
  }, [graph, subject, database, person, step]);
  return graph && opening.of === graph ? opening : nothing;
}

/** What is new in the graph comes in, what is no more goes, and what was made of it stays. */
function broughtBack(
  { base, content }: Unsaved,
  open: Extract<Change, { do: 'open' }>,
): Extract<Step, { do: 'reopen' }> {
  const fresh = changed(emptyBoard, open);
  const origin = open.graph;
  const merge = merging(boardOf(base, origin), fresh);
  return { do: 'reopen', fresh, board: merge(boardOf(content, origin)) };
}
