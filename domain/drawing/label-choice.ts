import type { Point } from './placement.ts';

/** Where a label can stand beside its node, the usual place first. */
export const labelSides = ['below', 'right', 'left', 'above'] as const;
export type LabelSide = (typeof labelSides)[number];

/** A label that wants to be written; all in pixels of the stage. */
export interface LabelWish {
  ref: string;
  /** The middle of its node. */
  at: Point;
  radius: number;
  width: number;
  /** The higher is written first. */
  priority: number;
  /** Rather over another node than not at all. */
  insists: boolean;
}

const labelHeight = 16;
/** From the rim of the node to the label. */
const labelGap = 3;
const cell = 80;

/** What labels are written on, in pixels. */
interface Stage {
  width: number;
  height: number;
}

/** A rectangle in pixels of the stage. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A node that no label of another should cover. */
export type Disc = Pick<LabelWish, 'ref' | 'at' | 'radius'>;

/**
 * Which labels can be written whole on the stage, and where, so that none covers another, nor a node of another name,
 * nor lies under what is `covered` by something else. `discs`: the nodes, if others are drawn than those that wish.
 */
export function chosenLabels(
  wishes: readonly LabelWish[],
  stage: Stage,
  covered: readonly Box[] = [],
  discs: readonly Disc[] = wishes,
): Map<string, LabelSide> {
  const nodes = new BoxGrid();
  for (const { ref, at, radius } of discs) nodes.add(discOf(at, radius), ref);
  const labels = new BoxGrid();
  for (const box of covered) labels.add(box, '');
  const chosen = new Map<string, LabelSide>();
  for (const wish of [...wishes].sort((a, b) => b.priority - a.priority)) {
    const isFree = (side: LabelSide) => {
      const box = labelBox(wish, side);
      return isWhole(box, stage) && labels.met(box, wish.ref) === 0;
    };
    const covers = (side: LabelSide) => nodes.met(labelBox(wish, side), wish.ref);
    const isClear = (side: LabelSide) => covers(side) === 0;
    const side =
      labelSides.find((one) => isFree(one) && isClear(one)) ??
      (wish.insists ? least(labelSides.filter(isFree), covers) : undefined);
    if (side === undefined) continue;
    labels.add(labelBox(wish, side), wish.ref);
    chosen.set(wish.ref, side);
  }
  return chosen;
}

/** Of a crowd, one label to so much of the stage, in pixels: more of them would hide what they name. */
const ofTheCrowd = { width: 150, height: 84 };

/** The foremost node of each part of the stage. */
export function foremostOf<T extends Pick<LabelWish, 'at' | 'priority'>>(nodes: Iterable<T>): T[] {
  const foremost = new Map<string, T>();
  for (const node of nodes) {
    const { width, height } = ofTheCrowd;
    const part = `${Math.floor(node.at.x / width).toString()} ${Math.floor(node.at.y / height).toString()}`;
    if (node.priority > (foremost.get(part)?.priority ?? -Infinity)) foremost.set(part, node);
  }
  return [...foremost.values()];
}

/** The first of those of which there is least. */
function least<T>(items: readonly T[], of: (item: T) => number): T | undefined {
  return items.toSorted((one, other) => of(one) - of(other))[0];
}

/** Where a label lies at a side of its node. */
export function labelBox({ at: { x, y }, radius, width }: LabelWish, side: LabelSide): Box {
  const away = radius + labelGap;
  const half = { x: width / 2, y: labelHeight / 2 };
  const middle = {
    below: { x, y: y + away + half.y },
    above: { x, y: y - away - half.y },
    right: { x: x + away + half.x, y },
    left: { x: x - away - half.x, y },
  }[side];
  return {
    left: middle.x - half.x,
    right: middle.x + half.x,
    top: middle.y - half.y,
    bottom: middle.y + half.y,
  };
}

function isWhole({ left, right, top, bottom }: Box, { width, height }: Stage): boolean {
  return left >= 0 && right <= width && top >= 0 && bottom <= height;
}

/** A little less than the node: a label may touch its rim. */
export function discOf({ x, y }: Point, radius: number): Box {
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

  /** How many boxes of others lie on it. */
  met(box: Box, owner: string): number {
    const found = new Set<Box>();
    for (const key of cellsOf(box))
      for (const other of this.#cells.get(key) ?? [])
        if (other.owner !== owner && overlap(box, other.box)) found.add(other.box);
    return found.size;
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
