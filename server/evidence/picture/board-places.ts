import { compareText } from '../../../domain/compare-text.ts';
import { middleOf, placeBeside, type Point } from '../../../domain/drawing/placement.ts';
import type { Places } from '../exhibit/exhibit.ts';

/** Pixels that most nodes are to have between themselves and the nearest other. */
const wanted = 84;
/** However thin a board is laid out, a picture is not wider or higher than these pixels for it. */
const largest = 3_600;

/**
 * Places in pixels by reference, y downwards, as a person laid the board out, larger or smaller as a whole. Nodes that
 * have no place, or lie on another, are put beside their neighbours, or where nobody has any, below all.
 */
export function boardPlaces(
  refs: readonly string[],
  neighbours: ReadonlyMap<string, ReadonlySet<string>>,
  given: Places,
): Map<string, Point> {
  const places = new Map<string, Point>();
  const taken = new Set<string>();
  for (const ref of refs) {
    const [x, y] = given[ref] ?? [];
    if (x === undefined || y === undefined || taken.has(`${x} ${y}`)) continue;
    taken.add(`${x} ${y}`);
    places.set(ref, { x, y: -y });
  }
  const scale = scaleOf([...places.values()]);
  for (const place of places.values()) {
    place.x *= scale;
    place.y *= scale;
  }
  const others = refs.filter((ref) => !places.has(ref));
  const lowest = Math.max(0, ...[...places.values()].map(({ y }) => y));
  others.forEach((ref, index) => {
    const near = [...(neighbours.get(ref) ?? [])]
      .sort(compareText)
      .flatMap((one) => places.get(one) ?? []);
    const place =
      near.length > 0
        ? placeBeside(middleOf(near), index)
        : { x: (index % 10) * wanted, y: lowest + wanted * (1.5 + Math.floor(index / 10)) };
    places.set(ref, place);
  });
  return places;
}

function scaleOf(places: readonly Point[]): number {
  const nearest = places
    .map((one) => Math.min(...places.map((other) => distance(one, other)).filter((far) => far > 0)))
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const usual = nearest[Math.floor(nearest.length / 2)];
  if (usual === undefined) return 1;
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  const span = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  return Math.min(wanted / usual, largest / span);
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
