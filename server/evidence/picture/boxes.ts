/** The room that nodes take, and how it is made where they are too near. */
import type { Point } from '../../../domain/drawing/placement.ts';

/** What a node takes with what is written below it, in pixels; `down` is how far its middle lies below the node's. */
export interface Room {
  width: number;
  height: number;
  down: number;
}

/** Enough for some hundred nodes to give way to one another. */
const rounds = 400;

/** Pushes nodes apart, in place, until no room lies on another; `rooms` is in the order of `places`. */
export function pushApart(places: Point[], rooms: readonly Room[]): void {
  for (let round = 0; round < rounds; round += 1) {
    let moved = false;
    for (let a = 0; a < places.length; a += 1)
      for (let b = a + 1; b < places.length; b += 1)
        if (giveWay(places[a]!, places[b]!, rooms[a]!, rooms[b]!)) moved = true;
    if (!moved) return;
  }
}

/** Moves two nodes along the axis on which less is needed; whether they were too near. */
function giveWay(one: Point, other: Point, room: Room, otherRoom: Room): boolean {
  const [dx, dy] = [other.x - one.x, other.y + otherRoom.down - one.y - room.down];
  const tooNearX = (room.width + otherRoom.width) / 2 - Math.abs(dx);
  const tooNearY = (room.height + otherRoom.height) / 2 - Math.abs(dy);
  // Steps grow smaller and smaller: a hair is no overlap.
  if (tooNearX <= 0.5 || tooNearY <= 0.5) return false;
  if (tooNearX < tooNearY) {
    const step = (dx < 0 ? -1 : 1) * (tooNearX / 2);
    one.x -= step;
    other.x += step;
  } else {
    const step = (dy < 0 ? -1 : 1) * (tooNearY / 2);
    one.y -= step;
    other.y += step;
  }
  return true;
}

export interface Bounds {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export function boundsOf(places: readonly Point[], rooms: readonly Room[]): Bounds {
  const bounds = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  places.forEach(({ x, y }, index) => {
    const { width, height, down } = rooms[index]!;
    bounds.left = Math.min(bounds.left, x - width / 2);
    bounds.right = Math.max(bounds.right, x + width / 2);
    bounds.top = Math.min(bounds.top, y + down - height / 2);
    bounds.bottom = Math.max(bounds.bottom, y + down + height / 2);
  });
  return bounds;
}
