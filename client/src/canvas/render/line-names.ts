import type { Box } from '../../../../domain/drawing/label-choice.ts';
import type { Point } from '../../../../domain/drawing/placement.ts';

/** A line that may say what it stands for; in pixels of the stage. */
export interface LineWish {
  key: string;
  from: Point;
  to: Point;
  /** Of what it says. */
  width: number;
}

const height = 15;

/** Those of the lines, the first before the others, whose texts lie on none of the others' and on nothing that is `taken`. */
export function linesNamed(wishes: readonly LineWish[], taken: readonly Box[] = []): Set<string> {
  const written = taken.map(upright);
  const named = new Set<string>();
  for (const wish of wishes) {
    const text = turned(wish);
    if (written.some((other) => meet(text, other))) continue;
    written.push(text);
    named.add(wish.key);
  }
  return named;
}

/** A text along its line: its middle, the way it is written, and half of its sides. */
interface Turned {
  at: Point;
  along: Point;
  half: Point;
}

function upright({ left, right, top, bottom }: Box): Turned {
  return {
    at: { x: (left + right) / 2, y: (top + bottom) / 2 },
    along: { x: 1, y: 0 },
    half: { x: (right - left) / 2, y: (bottom - top) / 2 },
  };
}

function turned({ from, to, width }: LineWish): Turned {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(x, y) || 1;
  return {
    at: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 },
    along: { x: x / length, y: y / length },
    half: { x: width / 2, y: height / 2 },
  };
}

/** Two rectangles are apart where a side of one parts them (the separating axis theorem). */
function meet(one: Turned, other: Turned): boolean {
  const away = { x: other.at.x - one.at.x, y: other.at.y - one.at.y };
  return [one, other]
    .flatMap(({ along: { x, y } }) => [
      { x, y },
      { x: -y, y: x },
    ])
    .every((axis) => Math.abs(dot(away, axis)) < reach(one, axis) + reach(other, axis));
}

/** How far a rectangle reaches from its middle along an axis. */
function reach({ along, half }: Turned, axis: Point): number {
  const across = { x: -along.y, y: along.x };
  return half.x * Math.abs(dot(along, axis)) + half.y * Math.abs(dot(across, axis));
}

function dot(one: Point, other: Point): number {
  return one.x * other.x + one.y * other.y;
}
