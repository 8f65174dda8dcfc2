import type { Point } from '../../../domain/drawing/placement.ts';
import type { Bounds } from './boxes.ts';

/** Pixels between two parts. */
const gap = 28;
/** How much wider than high a picture is to be, about. */
const form = 1.5;

/** The upper left corners of parts that are put in rows, in the order given. */
export function sideBySide(parts: readonly Bounds[]): Point[] {
  const sizes = parts.map(({ left, right, top, bottom }) => ({
    width: right - left + gap,
    height: bottom - top + gap,
  }));
  const area = sizes.reduce((sum, { width, height }) => sum + width * height, 0);
  const widest = Math.max(...sizes.map(({ width }) => width), Math.sqrt(area * form));
  let [x, y, rowHeight] = [0, 0, 0];
  return sizes.map(({ width, height }) => {
    if (x > 0 && x + width > widest) [x, y, rowHeight] = [0, y + rowHeight, 0];
    const corner = { x, y };
    x += width;
    rowHeight = Math.max(rowHeight, height);
    return corner;
  });
}
