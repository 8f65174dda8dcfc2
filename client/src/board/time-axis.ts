import type { NodeTypeName } from '../../../domain/schema/schema.ts';

/** What the places of a layout by time mean, so that an axis can be drawn beside it. */
export interface TimeAxis {
  /** The x of times, milliseconds since 1970; both rise. Between two stops time goes evenly. */
  stops: readonly Stop[];
  /** The middle of each type's lane. */
  lanes: readonly { type: NodeTypeName; y: number }[];
}

export interface Stop {
  time: number;
  x: number;
}

/** How much of the axis is shared out by time; the rest goes to where much happens, so that it can be told apart. */
const evenShare = 0.35;
const mostStops = 64;

/** Stops of an axis for these times; none where all are one. */
export function stopsOf(times: readonly number[], width: number): Stop[] {
  const sorted = [...new Set(times)].sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  const count = Math.min(mostStops, sorted.length);
  return Array.from({ length: count }, (_, index) => {
    const rank = index / (count - 1);
    const time = sorted[Math.round(rank * (sorted.length - 1))]!;
    const even = (time - first) / (last - first);
    return { time, x: width * (evenShare * even + (1 - evenShare) * rank) };
  });
}

export function xOfTime(stops: readonly Stop[], time: number): number {
  return between(
    stops,
    time,
    ({ time: at }) => at,
    ({ x }) => x,
  );
}

export function timeOfX(stops: readonly Stop[], x: number): number {
  return between(
    stops,
    x,
    ({ x: at }) => at,
    ({ time }) => time,
  );
}

/** What lies as far between two stops as the value does. */
function between(
  stops: readonly Stop[],
  value: number,
  keyOf: (stop: Stop) => number,
  valueOf: (stop: Stop) => number,
): number {
  const after = stops.findIndex((stop) => keyOf(stop) >= value);
  if (after <= 0) return valueOf(after === 0 ? stops[0]! : stops.at(-1)!);
  const [one, other] = [stops[after - 1]!, stops[after]!];
  const share = (value - keyOf(one)) / (keyOf(other) - keyOf(one));
  return valueOf(one) + share * (valueOf(other) - valueOf(one));
}

/** Where the axis is marked, evenly, and with which times. */
export function ticksOf({ stops }: TimeAxis, count: number): Stop[] {
  const [first, last] = [stops[0]!.x, stops.at(-1)!.x];
  return Array.from({ length: count + 1 }, (_, index) => {
    const x = first + ((last - first) * index) / count;
    return { x, time: timeOfX(stops, x) };
  });
}
