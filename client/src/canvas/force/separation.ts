/** The last touch to a layout: it fills its stage, and no node or label lies on another. */

import type { LayoutTask } from './layout-messages.ts';
import { roomHeight, type Size } from '../drawn/stage-size.ts';

const rounds = 160;
/** An axis of which less than this share is used has room. */
const roomy = 0.9;
/** Beyond this every pair would take too long, and no canvas has the room. */
const mostNodes = 900;

/** Distances along an axis may be stretched so much, so that a graph fills a stage of another form. */
const mostStretch = 2;

/** Stretches the narrower axis towards the form of the stage, in place. */
export function fill(places: Float32Array, stage: Size): void {
  const [width, height] = [extent(places, 0), extent(places, 1)];
  const wanted = (width / height) * (stage.height / stage.width);
  const axis = wanted > 1 ? 1 : 0;
  const stretch = Math.min(mostStretch, axis === 1 ? wanted : 1 / wanted);
  for (let at = axis; at < places.length; at += 2) places[at]! *= stretch;
}

export type Crowd = Pick<LayoutTask, 'fixed' | 'widths' | 'bare' | 'stage'>;

/** Of a stage, so much can be covered before nodes can no longer be put side by side. */
const coverable = 0.6;

/** Pushes apart what is too near, in place. `places` holds x and y of each node; fixed ones stay. */
export function separate(places: Float32Array, crowd: Crowd): void {
  const { fixed, stage } = crowd;
  if (fixed.length < 2 || fixed.length > mostNodes) return;
  const rooms = roomsOf(crowd);
  const pixel = Math.max(extent(places, 0) / stage.width, extent(places, 1) / stage.height);
  const bounds: Bounds = [
    boundsOf(places, 0, stage.width * pixel),
    boundsOf(places, 1, stage.height * pixel),
  ];
  for (let round = 0; round < rounds; round += 1) {
    // Crowded along one axis, nodes would press on one another there while the other has room.
    const roomier = round % 2 === 1 ? roomierAxis(places, bounds) : null;
    if (!pushApart(places, fixed, { rooms, pixel, bounds, roomier })) return;
    keepWithin(places, fixed, bounds);
  }
}

/** Least and most along x, and along y. */
type Bounds = [[number, number], [number, number]];

/** What the stage shows of an axis at the scale at which all nodes are seen. */
function boundsOf(places: Float32Array, axis: 0 | 1, length: number): [number, number] {
  const least = leastOf(places, axis);
  const spare = Math.max(0, length - extent(places, axis)) / 2;
  return [least - spare, least + extent(places, axis) + spare];
}

function keepWithin(places: Float32Array, fixed: Uint8Array, bounds: Bounds): void {
  places.forEach((place, at) => {
    const [least, most] = bounds[at % 2 === 0 ? 0 : 1];
    if (!fixed[at >> 1]) places[at] = Math.min(most, Math.max(least, place));
  });
}

interface Rooms {
  widths: Float32Array;
  heights: Float32Array;
}

/** Room for each node and its label; where the stage is too small for all labels, for less of them. */
function roomsOf({ widths, bare, stage }: Crowd): Rooms {
  const height = roomHeight(stage);
  const needed = widths.reduce((sum, width) => sum + width * height, 0);
  const share = Math.min(1, Math.sqrt((coverable * stage.width * stage.height) / needed));
  const shrunk = (whole: number, index: number) => Math.max(share * whole, bare[index]!);
  return {
    widths: widths.map(shrunk),
    heights: widths.map((_, index) => shrunk(height, index)),
  };
}

function leastOf(places: Float32Array, axis: 0 | 1): number {
  let least = Infinity;
  for (let at: number = axis; at < places.length; at += 2) least = Math.min(least, places[at]!);
  return least;
}

/** Along x (0) or y (1). */
function extent(places: Float32Array, axis: 0 | 1): number {
  let [least, most] = [Infinity, -Infinity];
  for (let at: number = axis; at < places.length; at += 2) {
    least = Math.min(least, places[at]!);
    most = Math.max(most, places[at]!);
  }
  return Math.max(most - least, 1);
}

interface Push {
  rooms: Rooms;
  /** The size of a pixel in the graph. */
  pixel: number;
  bounds: Bounds;
  /** Push along this axis; null: along the one that needs the smaller push. */
  roomier: 0 | 1 | null;
}

/** One round over all pairs; whether any are too near. */
function pushApart(places: Float32Array, fixed: Uint8Array, push: Push): boolean {
  const { pixel, bounds, roomier } = push;
  const { widths, heights } = push.rooms;
  let moved = false;
  for (let a = 0; a < fixed.length; a += 1)
    for (let b = a + 1; b < fixed.length; b += 1) {
      if (fixed[a] && fixed[b]) continue;
      const width = ((widths[a]! + widths[b]!) / 2) * pixel;
      const height = ((heights[a]! + heights[b]!) / 2) * pixel;
      const tooNearX = width - Math.abs(places[b * 2]! - places[a * 2]!);
      const tooNearY = height - Math.abs(places[b * 2 + 1]! - places[a * 2 + 1]!);
      if (tooNearX <= 0 || tooNearY <= 0) continue;
      moved = true;
      const wanted = roomier ?? (tooNearX / width < tooNearY / height ? 0 : 1);
      const axis = atOneRim(places, a, b, wanted, bounds) ? (wanted === 0 ? 1 : 0) : wanted;
      const [one, other] = [a * 2 + axis, b * 2 + axis];
      // Half of it, so that crowds give way smoothly.
      const step = (axis === 0 ? tooNearX : tooNearY) / 4;
      const sign = places[other]! < places[one]! ? -1 : 1;
      if (!fixed[a]) places[one]! -= sign * step;
      if (!fixed[b]) places[other]! += sign * step;
    }
  return moved;
}

function roomierAxis(places: Float32Array, bounds: Bounds): 0 | 1 | null {
  const used = ([0, 1] as const).map(
    (axis) => extent(places, axis) / (bounds[axis][1] - bounds[axis][0]),
  );
  if (Math.min(...used) > roomy) return null;
  return used[0]! < used[1]! ? 0 : 1;
}

/** Then neither can give way along it. */
function atOneRim(places: Float32Array, a: number, b: number, axis: 0 | 1, bounds: Bounds) {
  const [least, most] = bounds[axis];
  const [one, other] = [places[a * 2 + axis]!, places[b * 2 + axis]!];
  return (one <= least && other <= least) || (one >= most && other >= most);
}
