/** The last touch to a layout: it fills its stage, and no node or label lies on another. */

import type { LayoutTask } from './layout-messages.ts';
import { roomHeight, type Size } from './stage-size.ts';

const rounds = 120;
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

export type Crowd = Pick<LayoutTask, 'fixed' | 'widths' | 'stage'>;

/** Pushes apart what is too near, in place. `places` holds x and y of each node; fixed ones stay. */
export function separate(places: Float32Array, crowd: Crowd): void {
  const { fixed, stage } = crowd;
  if (fixed.length < 2 || fixed.length > mostNodes) return;
  for (let round = 0; round < rounds; round += 1) {
    const pixel = Math.max(extent(places, 0) / stage.width, extent(places, 1) / stage.height);
    if (!pushApart(places, crowd, pixel)) return;
  }
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

/** One round over all pairs; whether anything moved. `pixel` is the size of one in the graph. */
function pushApart(places: Float32Array, { fixed, widths, stage }: Crowd, pixel: number): boolean {
  const height = roomHeight(stage) * pixel;
  let moved = false;
  for (let a = 0; a < fixed.length; a += 1)
    for (let b = a + 1; b < fixed.length; b += 1) {
      const width = ((widths[a]! + widths[b]!) / 2) * pixel;
      const dx = places[b * 2]! - places[a * 2]!;
      const dy = places[b * 2 + 1]! - places[a * 2 + 1]!;
      const tooNearX = width - Math.abs(dx);
      const tooNearY = height - Math.abs(dy);
      if (tooNearX <= 0 || tooNearY <= 0) continue;
      // Along the axis that needs the smaller push; half of it, so that crowds give way smoothly.
      const axis = tooNearX / width < tooNearY / height ? 0 : 1;
      const push = (axis === 0 ? tooNearX : tooNearY) / 4;
      const sign = (axis === 0 ? dx : dy) < 0 ? -1 : 1;
      if (!fixed[a]) places[a * 2 + axis]! -= sign * push;
      if (!fixed[b]) places[b * 2 + axis]! += sign * push;
      moved ||= !fixed[a] || !fixed[b];
    }
  return moved;
}
