/** Where nodes start, so that the same graph always settles in the same picture. */

export interface Point {
  x: number;
  y: number;
}

/** Angle between two seeds of a sunflower: no two of them line up. */
const goldenAngle = Math.PI * (3 - Math.sqrt(5));
/** Between two fresh nodes, in units of the layout. */
export const spacing = 40;

/** The place of the `index`-th node of a fresh graph: a disc filled evenly from its middle. */
export function freshPlace(index: number): Point {
  const radius = spacing * Math.sqrt(index + 0.5);
  return { x: radius * Math.cos(index * goldenAngle), y: radius * Math.sin(index * goldenAngle) };
}

/** A place beside a node that is already there; `index` keeps those who come together apart. */
export function placeBeside(anchor: Point, index: number): Point {
  const beside = freshPlace(index + 2);
  return { x: anchor.x + beside.x, y: anchor.y + beside.y };
}

/** The mean of places. */
export function middleOf(places: readonly Point[]): Point {
  const sum = (of: (place: Point) => number) => places.reduce((total, one) => total + of(one), 0);
  return { x: sum(({ x }) => x) / places.length, y: sum(({ y }) => y) / places.length };
}
