import type { GraphRelation } from '../../../domain/answers.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import { holderOf, type NodeGroups } from '../board/node-group.ts';
import {
  fittedBoxes,
  grownToFit,
  type Box,
  type LayoutInput,
  type Places,
} from './layout-input.ts';
import { stopsOf, xOfTime, type TimeAxis } from '../board/time-axis.ts';

/** Between what has no time and the axis, and between lanes. */
const undatedGap = 60;
const laneGap = 24;
/** Left of the axis, for what has no time. */
const undatedRoom = 160;

/** The first time of each node or group that has one, in milliseconds since 1970. */
export function firstTimes(
  relations: Iterable<GraphRelation>,
  groups: NodeGroups,
): Map<string, number> {
  const first = new Map<string, number>();
  for (const { at, from, to } of relations) {
    const time = at === null ? NaN : Date.parse(at);
    if (Number.isNaN(time)) continue;
    for (const end of [from, to]) {
      const ref = holderOf(groups, formatRef(end));
      first.set(ref, Math.min(time, first.get(ref) ?? Infinity));
    }
  }
  return first;
}

/** From left to right by first time, each type in a lane of its own; what has no time stands left of the axis. */
export function byTime(
  input: LayoutInput,
  times: ReadonlyMap<string, number>,
): { places: Places; axis: TimeAxis | null } {
  const { stage } = input;
  const boxes = fittedBoxes(input);
  const dated = boxes.flatMap(({ ref }) => times.get(ref) ?? []);
  const lanes = lanesOf(boxes, times);
  return grownToFit(boxes, stage, (share) => {
    const stops = stopsOf(dated, (stage.width - undatedRoom) * share);
    const xOf = ({ ref }: Box) => {
      const time = times.get(ref);
      if (time === undefined) return null;
      return stops.length > 0 ? xOfTime(stops, time) : 0;
    };
    const { places, middles, depth } = setLanes(lanes, xOf);
    const axis = stops.length > 0 ? { stops, lanes: middles } : null;
    return { laid: { places, axis }, fits: depth <= stage.height * share };
  });
}

function setLanes(lanes: readonly [NodeTypeName, Box[]][], xOf: (box: Box) => number | null) {
  const places: Places = new Map();
  const middles: { type: NodeTypeName; y: number }[] = [];
  let top = 0;
  for (const [type, lane] of lanes) {
    const depth = setLane(lane, xOf, top, places);
    middles.push({ type, y: top + depth / 2 });
    top += depth + laneGap;
  }
  return { places, middles, depth: top - laneGap };
}

/** Types in the order of their first time. */
function lanesOf(
  boxes: readonly Box[],
  times: ReadonlyMap<string, number>,
): [NodeTypeName, Box[]][] {
  const lanes = new Map<NodeTypeName, Box[]>();
  for (const box of boxes) {
    const lane = lanes.get(box.node.type);
    if (lane) lane.push(box);
    else lanes.set(box.node.type, [box]);
  }
  const firstOf = (lane: readonly Box[]) =>
    leastOf(lane.map(({ ref }) => times.get(ref) ?? Number.MAX_SAFE_INTEGER));
  return [...lanes].sort((a, b) => firstOf(a[1]) - firstOf(b[1]));
}

/** Sets a lane in as many rows as it takes so that nothing overlaps. Returns how deep it is. */
function setLane(
  lane: readonly Box[],
  xOf: (box: Box) => number | null,
  top: number,
  places: Places,
): number {
  const height = Math.max(...lane.map(({ height }) => height));
  const dated = lane.flatMap((box) => {
    const x = xOf(box);
    return x === null ? [] : [{ box, x }];
  });
  dated.sort((a, b) => a.x - b.x);
  const ends: number[] = [];
  for (const { box, x } of dated) {
    const free = ends.findIndex((end) => end <= x - box.bare / 2);
    const row = free < 0 ? ends.length : free;
    ends[row] = x + box.bare / 2;
    places.set(box.ref, { x, y: top + (row + 0.5) * height });
  }
  const undated = lane.filter((box) => xOf(box) === null);
  const rows = Math.max(1, ends.length, Math.ceil(Math.sqrt(undated.length)));
  const widest = Math.max(0, ...undated.map(({ bare }) => bare));
  undated.forEach((box, index) => {
    const column = Math.floor(index / rows);
    const x = -undatedGap - (column + 0.5) * widest;
    places.set(box.ref, { x, y: top + ((index % rows) + 0.5) * height });
  });
  return rows * height;
}

function leastOf(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Infinity);
}
