import { rolePlaces, type PartLane } from '../board/role-places.ts';
import type { LayoutInput, Places } from './layout-input.ts';

/** As a story is laid out: from who works on the left to where the money ends on the right. */
export function byRole(
  { boxes }: LayoutInput,
  joined: readonly (readonly [string, string])[],
): { places: Places; axis: null; lanes: readonly PartLane[] } {
  const { places, lanes } = rolePlaces({ nodes: boxes, joined });
  return {
    places: new Map([...places].map(([ref, { x, y }]) => [ref, { x, y: -y }])),
    axis: null,
    lanes,
  };
}
