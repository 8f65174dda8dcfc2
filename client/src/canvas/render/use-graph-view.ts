import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { animateNodes } from 'sigma/utils';
import { useScheme } from '../../theme/scheme.ts';
import { useBoard, useBoardActions, useDrawnPlaces } from '../../workspace/board.tsx';
import { useMarks } from '../../workspace/marks.tsx';
import { usePointed } from '../../workspace/pointed.tsx';
import { useSelection } from '../../workspace/selection.tsx';
import { holderOf } from '../../board/node-group.ts';
import { useLooks } from '../../styles/looks-provider.tsx';
import { useMotion } from '../../styles/motion.ts';
import type { Board, Move } from '../../board/board.ts';
import {
  createDrawnGraph,
  drawBoard,
  place,
  placesIn,
  type DrawnGraph,
} from '../drawn/drawn-graph.ts';
import { ForceLayout, type News } from '../force/force-layout.ts';
import { Frames } from './frames.ts';
import { GraphView, type ViewEvents } from './graph-view.ts';
import { crowdOf } from '../drawn/large.ts';
import type { Selection } from './lighting.ts';
import type { Point } from '../../../../domain/drawing/placement.ts';
import type { CameraPlace } from '../../board/camera-place.ts';
import { innerSize, type Size } from '../drawn/stage-size.ts';

/** So many nodes can glide at once. */
const mostGliding = 400;
const glideMs = 350;

/** What the canvas does about its drawing; where it is looked at from is kept here. */
type CanvasEvents = Omit<ViewEvents, 'looks'>;

export interface GraphControls {
  view: RefObject<GraphView | null>;
  /** After every drawing. */
  frames: Frames;
  /** The layout is moving nodes. */
  running: boolean;
  /** A large graph is drawn only when it has been laid out. */
  waiting: boolean;
  stop: () => void;
  /** Lays everything out by forces, but for what is pinned; where it ends is one step. */
  runForce: () => void;
  graph: DrawnGraph;
  /** Calls after every drawing, whichever view it is of, until told to stop by what it returns; stays the same. */
  onRender: (listener: (view: GraphView) => void) => () => void;
  /** What the drawing may take, in pixels. */
  stage: () => Size;
  /** The browser cannot draw. */
  failed: boolean;
}

/** Keeps a drawing in the element in step with the board, the selection and the theme. */
export function useGraphView(
  container: RefObject<HTMLDivElement | null>,
  events: CanvasEvents,
): GraphControls {
  const board = useBoard();
  const { change } = useBoardActions();
  const { selected, line, lit } = useSelection();
  const pointed = usePointed();
  const marks = useMarks();
  const places = useDrawnPlaces();
  const [motion] = useMotion();
  const looks = useLooks();
  const scheme = useScheme();
  const [graph] = useState(createDrawnGraph);
  const [frames] = useState(() => new Frames());
  // From the first drawing on: nothing lies where it will stay before the layout has run once.
  const [running, setRunning] = useState(true);
  const [laidOut, setLaidOut] = useState<Board['origin']>(null);
  const [layout] = useState(
    () =>
      new ForceLayout(graph, (now) => {
        setRunning(now);
        if (!now) setLaidOut(graph.getAttribute('origin'));
      }),
  );
  const [failed] = useState(() => !canDraw());
  const crowd = crowdOf(board);
  const waiting = crowd > 0 && laidOut !== board.origin && !failed;
  const hasRoom = useRoom(container);
  const drawn = hasRoom && board.nodes.size > 0 && !waiting && !failed;
  const news: News = crowd > 0 ? 'never' : motion ? 'live' : 'seldom';
  const view = useRef<GraphView | null>(null);
  const ahead = useRef<GraphView | null>(null);
  const pinned = useRef(board.pinned);
  const groups = useRef(board.groups);
  const moving = useRef(motion);
  const told = useRef(news);
  const leftFrom = useRef(board.camera);
  const [renders] = useState(createRenders);
  const gliding = useRef<(() => void) | null>(null);
  const latest = useRef(events);
  useEffect(() => {
    latest.current = events;
    pinned.current = board.pinned;
    moving.current = motion;
    told.current = news;
    leftFrom.current = board.camera;
    groups.current = board.groups;
  });

  const create = useCallback(
    (element: HTMLElement) => {
      const looks = (camera: CameraPlace) =>
        places.recordCamera(graph.getAttribute('origin'), camera);
      const events = forwarded(latest, looks);
      return new GraphView(graph, element, events, { scheme, crowd, moves: () => moving.current });
    },
    [graph, scheme, crowd, places],
  );

  useEffect(() => {
    if (!container.current || !drawn) return;
    const made = ahead.current ?? create(container.current);
    ahead.current = null;
    view.current = made;
    const camera = places.cameraAt(graph.getAttribute('origin')) ?? leftFrom.current;
    if (camera) made.lookFrom(camera);
    made.show();
    renders.of(made);
    made.onRender(() => frames.drawn(made));
    return () => {
      frames.drawn(null);
      made.kill();
      view.current = null;
    };
  }, [container, graph, frames, drawn, places, renders, create]);

  // What draws a large graph takes its time to begin, and does so while the layout runs.
  useEffect(() => {
    const element = container.current;
    if (!element || !hasRoom || !waiting) return;
    const soon = setTimeout(() => (ahead.current = create(element)), 0);
    return () => clearTimeout(soon);
  }, [container, hasRoom, waiting, create]);

  useEffect(
    () => () => {
      ahead.current?.kill();
      ahead.current = null;
    },
    [create],
  );

  useEffect(() => {
    layout.prepare();
    return () => {
      layout.stop();
      layout.close();
    };
  }, [layout]);

  // Before the board is drawn: then the frame is still that of all nodes.
  const brushed = board.span !== null;
  useEffect(() => view.current?.holdFrame(brushed), [brushed, graph, scheme, crowd, drawn]);

  useEffect(() => {
    gliding.current?.();
    const anew = graph.getAttribute('origin') !== board.origin;
    const { fresh, moves } = drawBoard(graph, board, places.at(board.origin), looks);
    // A layout that still runs would move them on.
    if ([...moves.keys()].some((ref) => !board.pinned.has(ref))) layout.stop();
    gliding.current = moved(graph, moves, moving.current);
    if (fresh.size === 0) {
      // All of it lies where it was left: there is nothing to lay out.
      if (anew) {
        layout.stop();
        const camera = places.cameraAt(board.origin) ?? board.camera;
        if (camera) view.current?.lookFrom(camera);
        else view.current?.fit();
      }
      return;
    }
    const grown = fresh.size < graph.order;
    layout.run({
      fixed: (node) => pinned.current.has(node) || (grown && !fresh.has(node)),
      stage: innerSize(container.current),
      news: told.current,
    });
    if (!grown) view.current?.fit();
  }, [container, graph, board, looks, layout, places]);

  // Also when the drawing goes away, and another view takes its place.
  useEffect(() => {
    if (!running) places.record(board.origin, placesIn(graph));
    return () => {
      if (graph.getAttribute('origin') === board.origin)
        places.record(board.origin, placesIn(graph));
    };
  }, [running, board, graph, places]);

  useEffect(
    () => view.current?.select(drawnSelection(board, { node: selected, line, marks, lit })),
    [board, selected, line, marks, lit, scheme, crowd, drawn],
  );

  useEffect(() => {
    view.current?.point(pointed === null ? null : holderOf(groups.current, pointed));
  }, [pointed, drawn]);

  useEffect(() => {
    if (selected !== null) view.current?.reveal(holderOf(groups.current, selected));
  }, [selected]);

  return {
    view,
    frames,
    running,
    waiting,
    failed,
    stop: () => layout.stop(),
    graph,
    onRender: renders.onRender,
    stage: () => innerSize(container.current),
    runForce: () => {
      const before = placesOf(graph);
      layout.run({
        fixed: (node) => pinned.current.has(node),
        stage: innerSize(container.current),
        news,
        onRest: () =>
          change({
            do: 'arrange',
            moves: movesSince(before, graph, pinned.current),
            byHand: false,
            axis: null,
          }),
      });
    },
  };
}

/** Who is told of drawings: those who listen stay while one view takes the place of another. */
function createRenders() {
  const listeners = new Set<(view: GraphView) => void>();
  return {
    of: (view: GraphView) => {
      view.onRender(() => {
        for (const tell of listeners) tell(view);
      });
    },
    onRender: (listener: (view: GraphView) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function placesOf(graph: DrawnGraph): Map<string, Point> {
  return new Map(graph.mapNodes((ref, { x, y }) => [ref, { x, y }]));
}

function movesSince(
  before: ReadonlyMap<string, Point>,
  graph: DrawnGraph,
  pinned: ReadonlySet<string>,
): Map<string, Move> {
  const moves = new Map<string, Move>();
  for (const [ref, to] of placesOf(graph)) {
    const from = before.get(ref);
    if (from && !pinned.has(ref)) moves.set(ref, { from, to });
  }
  return moves;
}

/** Moves nodes, gliding where few do; returns how to stop a glide where it would end. */
function moved(
  graph: DrawnGraph,
  moves: ReadonlyMap<string, Point>,
  glides: boolean,
): (() => void) | null {
  if (!glides || moves.size === 0 || moves.size > mostGliding) {
    place(graph, moves);
    return null;
  }
  const targets = Object.fromEntries([...moves].map(([ref, { x, y }]) => [ref, { x, y }]));
  let arrived = false;
  const stop = animateNodes(graph, targets, { duration: glideMs }, () => (arrived = true));
  return () => {
    if (arrived) return;
    stop();
    place(graph, moves);
  };
}

/** Where a node is drawn within a group, the group is lit up for it. */
function drawnSelection(
  board: Board,
  { node, line, marks, lit }: Omit<Selection, 'told'> & { lit: string | null },
): Selection {
  const layer = lit === null ? undefined : board.layers.get(lit);
  return {
    told: layer
      ? {
          nodes: new Set(layer.about.map((ref) => holderOf(board.groups, ref))),
          relations: new Set(layer.ways),
        }
      : null,
    node: node === null ? null : holderOf(board.groups, node),
    line,
    marks: new Set([...marks].map((ref) => holderOf(board.groups, ref))),
  };
}

/** Whether the element has had a size since it is there: one without cannot be drawn in. */
function useRoom(container: RefObject<HTMLDivElement | null>): boolean {
  const [hasRoom, setHasRoom] = useState(false);
  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth > 0 && element.clientHeight > 0) setHasRoom(true);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [container]);
  return hasRoom;
}

/** The drawing lives longer than the functions that a render makes. */
function forwarded(latest: RefObject<CanvasEvents>, looks: ViewEvents['looks']): ViewEvents {
  return {
    looks,
    select: (ref) => latest.current.select(ref),
    point: (ref) => latest.current.point(ref),
    mark: (ref) => latest.current.mark(ref),
    selectLine: (key) => latest.current.selectLine(key),
    openLine: (key) => latest.current.openLine(key),
    expand: (ref) => latest.current.expand(ref),
    menu: (ref, x, y) => latest.current.menu(ref, x, y),
    stageMenu: (place) => latest.current.stageMenu(place),
    dragged: (ref, move) => latest.current.dragged(ref, move),
  };
}

function canDraw(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null;
}
