import type { Point } from './placement.ts';

/** A label that wants to be written; all in pixels of the stage. */
export interface LabelWish {
  ref: string;
  /** The middle of its node. */
  at: Point;
  radius: number;
  width: number;
  /** The higher is written first. */
  priority: number;
}

const labelHeight = 16;
/** From the rim of the node to the label below it. */
const labelGap = 3;
const cell = 80;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Which labels can be written so that none covers another, nor a node that it does not name. */
export function chosenLabels(wishes: readonly LabelWish[]): Set<string> {
  const taken = new BoxGrid();
  for (const { ref, at, radius } of wishes) taken.add(discOf(at, radius), ref);
  const chosen = new Set<string>();
  for (const wish of [...wishes].sort((a, b) => b.priority - a.priority)) {
    const box = labelBox(wish);
    if (taken.meets(box, wish.ref)) continue;
    taken.add(box, wish.ref);
    chosen.add(wish.ref);
  }
  return chosen;
}

function labelBox({ at: { x, y }, radius, width }: LabelWish): Box {
  const top = y + radius + labelGap;
  return { left: x - width / 2, right: x + width / 2, top, bottom: top + labelHeight };
}

/** A little less than the node: a label may touch its rim. */
function discOf({ x, y }: Point, radius: number): Box {
  const inner = radius * 0.8;
  return { left: x - inner, right: x + inner, top: y - inner, bottom: y + inner };
}

/** Boxes by the cells of a grid that they lie in, so that only near ones are compared. */
class BoxGrid {
  readonly #cells = new Map<string, { box: Box; owner: string }[]>();

  add(box: Box, owner: string): void {
    for (const key of cellsOf(box)) {
      const here = this.#cells.get(key);
      if (here) here.push({ box, owner });
      else this.#cells.set(key, [{ box, owner }]);
    }
  }

  /** Whether another's box lies on it. */
  meets(box: Box, owner: string): boolean {
    return cellsOf(box).some((key) =>
      this.#cells.get(key)?.some((other) => other.owner !== owner && overlap(box, other.box)),
    );
  }
}

function cellsOf({ left, right, top, bottom }: Box): string[] {
  const keys: string[] = [];
  for (let x = Math.floor(left / cell); x <= Math.floor(right / cell); x += 1)
    for (let y = Math.floor(top / cell); y <= Math.floor(bottom / cell); y += 1)
      keys.push(`${x.toString()} ${y.toString()}`);
  return keys;
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}
