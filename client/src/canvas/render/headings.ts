import type { PartLane } from '../../board/role-places.ts';
import { laneHeadings, type Heading } from './lane-headings.ts';
import type { GraphView } from './graph-view.ts';
import { labelWidth } from './label-width.ts';

/** The headings of lanes, where they stand on the drawing as it is looked at. */
export function headingsOn(view: GraphView, lanes: readonly PartLane[]): Heading[] {
  return laneHeadings(lanes, {
    xOf: (x) => view.toStage({ x, y: 0 }).x,
    widthOf: labelWidth,
    width: view.size().width,
    top: view.clearTop(),
  });
}
