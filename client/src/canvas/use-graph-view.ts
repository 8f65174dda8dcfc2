import { useEffect, useRef, useState, type RefObject } from 'react';
import { useScheme } from '../theme/scheme.ts';
import { useWorkspace } from '../app/workspace.tsx';
import { createDrawnGraph, drawBoard, placesIn } from './drawn-graph.ts';
import { ForceLayout } from './force-layout.ts';
import { GraphView, type ViewEvents } from './graph-view.ts';
import { innerSize } from './stage-size.ts';

export interface GraphControls {
  view: RefObject<GraphView | null>;
  /** The layout is moving nodes. */
  running: boolean;
  stop: () => void;
  /** Lays everything out anew, but for what is pinned. */
  layOut: () => void;
  /** The browser cannot draw. */
  failed: boolean;
}

/** Keeps a drawing in the element in step with the board, the selection and the theme. */
export function useGraphView(
  container: RefObject<HTMLDivElement | null>,
  events: ViewEvents,
): GraphControls {
  const { board, selected, line, marks, places } = useWorkspace();
  const scheme = useScheme();
  const [graph] = useState(createDrawnGraph);
  // From the first drawing on: nothing lies where it will stay before the layout has run once.
  const [running, setRunning] = useState(true);
  const [layout] = useState(() => new ForceLayout(graph, setRunning));
  const [failed] = useState(() => !canDraw());
  const view = useRef<GraphView | null>(null);
  const pinned = useRef(board.pinned);
  const latest = useRef(events);
  useEffect(() => {
    latest.current = events;
    pinned.current = board.pinned;
  });

  useEffect(() => {
    if (!container.current || failed) return;
    view.current = new GraphView(graph, container.current, scheme, forwarded(latest));
    return () => {
      view.current?.kill();
      view.current = null;
    };
  }, [container, graph, scheme, failed]);

  // Before the board is drawn: then the frame is still that of all nodes.
  const brushed = board.span !== null;
  useEffect(() => view.current?.holdFrame(brushed), [brushed, graph, scheme]);

  useEffect(() => {
    const anew = graph.getAttribute('origin') !== board.origin;
    const fresh = drawBoard(graph, board, places.at(board.origin));
    if (fresh.size === 0) {
      // All of it lies where it was left: there is nothing to lay out.
      if (anew) {
        layout.stop();
        view.current?.fit();
      }
      return;
    }
    const grown = fresh.size < graph.order;
    layout.run(
      (node) => pinned.current.has(node) || (grown && !fresh.has(node)),
      innerSize(container.current),
    );
    if (!grown) view.current?.fit();
  }, [container, graph, board, layout, places]);

  // Also when the drawing goes away, and another view takes its place.
  useEffect(() => {
    if (!running) places.record(board.origin, placesIn(graph));
    return () => {
      if (graph.getAttribute('origin') === board.origin)
        places.record(board.origin, placesIn(graph));
    };
  }, [running, board, graph, places]);

  useEffect(
    () => view.current?.select({ node: selected, line, marks }),
    [board, selected, line, marks, scheme],
  );

  useEffect(() => {
    if (selected !== null) view.current?.reveal(selected);
  }, [selected]);

  useEffect(() => () => layout.stop(), [layout]);

  return {
    view,
    running,
    failed,
    stop: () => layout.stop(),
    layOut: () => layout.run((node) => pinned.current.has(node), innerSize(container.current)),
  };
}

/** The drawing lives longer than the functions that a render makes. */
function forwarded(latest: RefObject<ViewEvents>): ViewEvents {
  return {
    select: (ref) => latest.current.select(ref),
    compare: (ref) => latest.current.compare(ref),
    selectLine: (key) => latest.current.selectLine(key),
    expand: (ref) => latest.current.expand(ref),
    menu: (ref, x, y) => latest.current.menu(ref, x, y),
    dragged: (ref, move) => latest.current.dragged(ref, move),
  };
}

function canDraw(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null;
}
