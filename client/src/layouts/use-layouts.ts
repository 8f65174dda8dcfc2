import { useState } from 'react';
import { messages } from '../../../domain/messages/later.ts';
import { useBoard, useBoardActions } from '../workspace/board.tsx';
import { useMarks } from '../workspace/marks.tsx';
import { useSelection } from '../workspace/selection.tsx';
import { useAnnounce } from '../news/announcements.tsx';
import { visibleRelations } from '../board/board.ts';
import type { DrawnGraph } from '../canvas/drawn/drawn-graph.ts';
import { bareWidthOf, widthOf } from '../canvas/drawn/graph-styles.ts';
import { visibleMarks } from '../board/marks.ts';
import { roomHeight, type Size } from '../canvas/drawn/stage-size.ts';
import type { GraphControls } from '../canvas/render/use-graph-view.ts';
import { holderOf } from '../board/node-group.ts';
import { aligned, type Alignment } from './align.ts';
import { arrangement } from './arrangement.ts';
import { byRole } from './by-role.ts';
import { byTime, firstTimes } from './by-time.ts';
import { circlesByCluster } from './circles.ts';
import { layoutInput } from './layout-input.ts';
import { treeFrom } from './tree.ts';

/** The layouts that can be asked for. The trees start at the selected node. */
export const layouts = ['force', 'roles', 'right', 'down', 'circles', 'time'] as const;
export type Layout = (typeof layouts)[number];

export interface Layouts {
  /** Lays out, or asks first where places that a person chose would be lost. */
  layOut: (layout: Layout) => void;
  /** The layout that waits for a yes. */
  asked: Layout | null;
  answer: (yes: boolean) => void;
  /** What the trees start from; null where nothing drawn is selected. */
  root: string | null;
  /** How many would be aligned. */
  marked: number;
  align: (how: Alignment) => void;
}

/** Places of nodes by a layout or an alignment, each one step to take back. */
export function useLayouts({ graph, stage, runForce, view }: GraphControls): Layouts {
  const board = useBoard();
  const { change } = useBoardActions();
  const { selected } = useSelection();
  const marks = useMarks();
  const announce = useAnnounce();
  const [asked, setAsked] = useState<Layout | null>(null);
  const text = messages.looks.layouts;
  const holder = selected === null ? null : holderOf(board.groups, selected);
  const root = holder !== null && graph.hasNode(holder) ? holder : null;
  const marked = [
    ...new Set(visibleMarks(board, marks).map((ref) => holderOf(board.groups, ref))),
  ].filter((ref) => graph.hasNode(ref));

  const perform = (layout: Layout) => {
    setAsked(null);
    if (layout === 'force') {
      runForce();
      return;
    }
    const current = placesOf(graph);
    const input = layoutInput(graph, stage());
    const laid =
      layout === 'circles'
        ? { places: circlesByCluster(input), axis: null, round: true }
        : layout === 'time'
          ? byTime(input, firstTimes(visibleRelations(board), board.groups))
          : layout === 'roles'
            ? byRole(
                input,
                graph.mapEdges((_key, _line, from, to) => [from, to]),
              )
            : { places: treeFrom(root ?? input.boxes[0]!.ref, layout, input), axis: null };
    change({
      do: 'arrange',
      ...arrangement(laid, input, current, board.pinned),
      byHand: false,
    });
    view.current?.fit();
    announce(text.done(text.names[layout]));
  };

  const align = (how: Alignment) => {
    const pixel = view.current?.pixel() ?? 1;
    const nodes = marked.map((ref) => ({ ref, ...sizeOf(graph, ref, pixel, stage()) }));
    const places = aligned(how, nodes);
    const moves = nodes.flatMap(({ ref, x, y }) =>
      board.pinned.has(ref) ? [] : [[ref, { from: { x, y }, to: places.get(ref)! }] as const],
    );
    change({ do: 'arrange', moves: new Map(moves), byHand: true, axis: null });
    announce(text.aligned(moves.length));
  };

  return {
    layOut: (layout) => {
      const lost = [...board.byHand].some((ref) => !board.pinned.has(ref) && graph.hasNode(ref));
      if (graph.order === 0) return;
      if (lost) setAsked(layout);
      else perform(layout);
    },
    asked,
    answer: (yes) => {
      if (yes && asked) perform(asked);
      else setAsked(null);
    },
    root,
    marked: marked.length,
    align,
  };
}

function placesOf(graph: DrawnGraph) {
  return new Map(graph.mapNodes((ref, { x, y }) => [ref, { x, y }]));
}

/** A node with its label, in the graph's own units. */
function sizeOf(graph: DrawnGraph, ref: string, pixel: number, stage: Size) {
  const drawn = graph.getNodeAttributes(ref);
  return {
    x: drawn.x,
    y: drawn.y,
    width: Math.max(widthOf(drawn), bareWidthOf(drawn)) * pixel,
    height: roomHeight(stage) * pixel,
  };
}
