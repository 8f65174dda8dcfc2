import type { Point } from '../../../../domain/drawing/placement.ts';

/** The outline that the pointer draws: a box from corner to corner, or the way that it went. */
export function outlineOf(way: readonly Point[], freehand: boolean): Point[] {
  const [from, to] = [way[0], way.at(-1)];
  if (freehand || !from || !to) return [...way];
  return [from, { x: to.x, y: from.y }, to, { x: from.x, y: to.y }];
}

/** Whether a point lies inside; a ray to the right crosses the outline an odd number of times. */
export function isInside({ x, y }: Point, outline: readonly Point[]): boolean {
  let inside = false;
  outline.forEach((one, index) => {
    const other = outline[(index + 1) % outline.length]!;
    const crosses = one.y > y !== other.y > y;
    if (crosses && x < one.x + ((y - one.y) / (other.y - one.y)) * (other.x - one.x))
      inside = !inside;
  });
  return inside;
}
