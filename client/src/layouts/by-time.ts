import type { GraphRelation } from '../../../domain/answers.ts';
import { formatRef } from '../../../domain/graph.ts';
import type { NodeTypeName } from '../../../domain/schema.ts';
import { holderOf, type NodeGroups } from '../groups/node-group.ts';
import type { Box, LayoutInput, Places } from './layout-input.ts';
import type { TimeAxis } from './time-axis.ts';

/** Between what has no time and the axis, and between lanes. */
const undatedGap = 60;
const laneGap = 34;

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
  const { boxes, stage } = input;
  const dated = boxes.flatMap(({ ref }) => times.get(ref) ?? []);
  const [from, to] = [leastOf(dated), mostOf(dated)];
  const right = stage.width;
  const places: Places = new Map();
  const xOf = ({ ref }: Box) => {
    const time = times.get(ref);
    if (time === undefined) return null;
    return to > from ? ((time - from) / (to - from)) * right : 0;
  };
  const lanes: { type: NodeTypeName; y: number }[] = [];
  let top = 0;
  for (const [type, lane] of lanesOf(boxes, times)) {
    const depth = setLane(lane, xOf, top, places);
    lanes.push({ type, y: top + depth / 2 });
    top += depth + laneGap;
  }
  const axis = to > from ? { from, to, left: 0, right, lanes } : null;
  return { places, axis };
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
  const height = Math.max(...lane.map(({ bare, height }) => Math.max(bare, height * 0.8)));
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

function mostOf(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), -Infinity);
}
