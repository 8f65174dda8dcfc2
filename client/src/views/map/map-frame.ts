import { mapHeight, mapWidth, type Point } from './world.ts';

/** The part of the map that shows, in its own units; always of the map's proportions. */
export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const wholeWorld: Frame = { x: 0, y: 0, width: mapWidth, height: mapHeight };

/** Closer than this the outlines are too rough. */
const least = mapWidth / 8;
const room = 1.35;

/** Around all points, with room for their circles. */
export function fittedTo(points: readonly Point[]): Frame {
  if (points.length === 0) return wholeWorld;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const wide = Math.max(right - left, ((bottom - top) * mapWidth) / mapHeight) * room;
  const width = Math.min(mapWidth, Math.max(least * 2, wide));
  return around((left + right) / 2, (top + bottom) / 2, width);
}

export function zoomedBy(frame: Frame, factor: number): Frame {
  const width = Math.min(mapWidth, Math.max(least, frame.width * factor));
  return around(frame.x + frame.width / 2, frame.y + frame.height / 2, width);
}

export function movedBy(frame: Frame, x: number, y: number): Frame {
  return around(frame.x + frame.width / 2 + x, frame.y + frame.height / 2 + y, frame.width);
}

/** No further than the edge of the map. */
function around(x: number, y: number, width: number): Frame {
  const height = (width * mapHeight) / mapWidth;
  const inside = (start: number, most: number) => Math.min(Math.max(0, start), Math.max(0, most));
  return {
    x: inside(x - width / 2, mapWidth - width),
    y: inside(y - height / 2, mapHeight - height),
    width,
    height,
  };
}
