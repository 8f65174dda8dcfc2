import type { Move } from '../board/board.ts';
import type { Point } from '../../../domain/drawing/placement.ts';
import type { Size } from '../canvas/drawn/stage-size.ts';
import type { LayoutInput, Places } from './layout-input.ts';
import type { PartLane } from '../board/role-places.ts';
import type { TimeAxis } from '../board/time-axis.ts';

/** What a layout in pixels comes to on the canvas. */
export interface Arrangement {
  moves: Map<string, Move>;
  axis: TimeAxis | null;
  lanes: PartLane[];
}

/** As a layout gives it, in pixels. */
interface Laid {
  places: Places;
  axis: TimeAxis | null;
  lanes?: readonly PartLane[];
}

/**
 * Brings a layout to where the drawing is, in the graph's own units, in which y rises. Pinned nodes stay, and
 * whatever would lie on one gives way up or down.
 */
export function arrangement(
  laid: Laid & { round?: boolean },
  { boxes, stage }: LayoutInput,
  current: ReadonlyMap<string, Point>,
  pinned: ReadonlySet<string>,
): Arrangement {
  const { places, axis, lanes = [] } = laid.round ? laid : filling(laid, stage);
  const frame = frameOf(places, current);
  const stays = boxes.filter(({ ref }) => pinned.has(ref));
  const taken = stays.map(({ ref, bare }) => ({ at: frame.toPixels(current.get(ref)!), bare }));
  const moves = new Map<string, Move>();
  const free = boxes.filter(({ ref }) => !pinned.has(ref));
  const occupied = free.map(({ ref, bare }) => ({ at: places.get(ref)!, bare }));
  free.forEach(({ ref, bare }, index) => {
    const place = places.get(ref)!;
    const others = [...taken, ...occupied.filter((_one, at) => at !== index)];
    const clear = taken.some((one) => lieOn(place, bare, one))
      ? clearPlace(place, bare, others)
      : place;
    occupied[index] = { at: clear, bare };
    moves.set(ref, { from: current.get(ref)!, to: frame.toGraph(clear) });
  });
  return {
    moves,
    axis: axis && axisInGraph(axis, frame.toGraph),
    lanes: lanes.map(({ part, x }) => ({ part, x: frame.toGraph({ x, y: 0 }).x })),
  };
}

/** So much taller or wider a layout may become, where the stage has the room. */
const mostStretch = 3;

/** Stretches the narrower direction to the form of the stage: nothing comes nearer to anything. */
function filling({ places, axis, lanes = [] }: Laid, stage: Size): Laid {
  const { width, height } = boundsOf(places.values());
  const wanted = (width / height) * (stage.height / stage.width);
  if (!Number.isFinite(wanted) || wanted === 0) return { places, axis, lanes };
  const [x, y] = [Math.min(mostStretch, 1 / wanted), Math.min(mostStretch, wanted)].map((share) =>
    Math.max(1, share),
  );
  return {
    places: new Map([...places].map(([ref, at]) => [ref, { x: at.x * x!, y: at.y * y! }])),
    axis: axis && {
      stops: axis.stops.map((stop) => ({ ...stop, x: stop.x * x! })),
      lanes: axis.lanes.map((lane) => ({ ...lane, y: lane.y * y! })),
    },
    lanes: lanes.map((lane) => ({ ...lane, x: lane.x * x! })),
  };
}

interface Taken {
  at: Point;
  bare: number;
}

function lieOn(place: Point, bare: number, { at, bare: other }: Taken): boolean {
  const room = (bare + other) / 2;
  return Math.abs(at.x - place.x) < room && Math.abs(at.y - place.y) < room;
}

/** The nearest free place above or below. */
function clearPlace({ x, y }: Point, bare: number, taken: readonly Taken[]): Point {
  for (let step = 1; ; step += 1)
    for (const sign of [1, -1]) {
      const place = { x, y: y + sign * step * bare * 0.5 };
      if (!taken.some((one) => lieOn(place, bare, one))) return place;
    }
}

/** Between pixels of the layout and the graph: the middle stays, and the drawing is as large as it was. */
function frameOf(places: Places, current: ReadonlyMap<string, Point>) {
  const [layout, graph] = [boundsOf(places.values()), boundsOf(current.values())];
  const scale = Math.max(graph.extent, 1) / Math.max(layout.extent, 1);
  const toGraph = ({ x, y }: Point): Point => ({
    x: graph.middle.x + (x - layout.middle.x) * scale,
    y: graph.middle.y - (y - layout.middle.y) * scale,
  });
  const toPixels = ({ x, y }: Point): Point => ({
    x: layout.middle.x + (x - graph.middle.x) / scale,
    y: layout.middle.y - (y - graph.middle.y) / scale,
  });
  return { toGraph, toPixels };
}

function boundsOf(places: Iterable<Point>) {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of places) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (left > right) [left, right, top, bottom] = [0, 1, 0, 1];
  return {
    middle: { x: (left + right) / 2, y: (top + bottom) / 2 },
    width: right - left,
    height: bottom - top,
    extent: Math.max(right - left, bottom - top),
  };
}

function axisInGraph(axis: TimeAxis, toGraph: (place: Point) => Point): TimeAxis {
  return {
    stops: axis.stops.map(({ time, x }) => ({ time, x: toGraph({ x, y: 0 }).x })),
    lanes: axis.lanes.map(({ type, y }) => ({ type, y: toGraph({ x: 0, y }).y })),
  };
}
