import type { Box } from '../../../../domain/drawing/label-choice.ts';
import type { Point } from '../../../../domain/drawing/placement.ts';

/** What lies over the drawing. */
const overDrawing = '.tools, .view-switch, .lane-marks text';

/** What lies over an element of the stage, in pixels of it. */
export function coveredIn(element: HTMLElement): Box[] {
  const { left, top } = element.getBoundingClientRect();
  return [...(element.closest('.stage')?.querySelectorAll(overDrawing) ?? [])].map((over) => {
    const box = over.getBoundingClientRect();
    return {
      left: box.left - left,
      right: box.right - left,
      top: box.top - top,
      bottom: box.bottom - top,
    };
  });
}

/** A line between two nodes ends at their rims, not in their middles. */
export function shortened(from: Point, to: Point, before: number, after: number) {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length <= before + after) return { from, to };
  const at = (share: number): Point => ({
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
  });
  return { from: at(before / length), to: at(1 - (after + 1) / length) };
}
