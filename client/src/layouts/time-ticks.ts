import type { TimeAxis } from './time-axis.ts';

export interface Tick {
  time: number;
  /** In the graph's own units. */
  x: number;
}

const day = 86_400_000;
/** Steps that a calendar knows: days, then months. */
const daySteps = [1, 2, 7, 14];
const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120];

/** Round dates along an axis, at most so many. */
export function ticksOf(axis: TimeAxis, most: number): Tick[] {
  const { from, to, left, right } = axis;
  return roundTimes(from, to, Math.max(1, most)).map((time) => ({
    time,
    x: left + ((time - from) / (to - from)) * (right - left),
  }));
}

function roundTimes(from: number, to: number, most: number): number[] {
  for (const step of daySteps) {
    const first = Math.ceil(from / (step * day)) * step * day;
    if ((to - first) / (step * day) + 1 <= most)
      return series(first, to, (time) => time + step * day);
  }
  for (const step of monthSteps) {
    const times = series(firstMonth(from, step), to, (time) => addMonths(time, step));
    if (times.length <= most) return times;
  }
  return [from];
}

function series(first: number, to: number, next: (time: number) => number): number[] {
  const times: number[] = [];
  for (let time = first; time <= to; time = next(time)) times.push(time);
  return times;
}

/** The first beginning of a month at or after a time that the steps fall on. */
function firstMonth(from: number, step: number): number {
  const date = new Date(from);
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth();
  const start = Math.floor(months / step) * step;
  const at = (month: number) => Date.UTC(Math.floor(month / 12), month % 12);
  return at(start) >= from ? at(start) : at(start + step);
}

function addMonths(time: number, months: number): number {
  const date = new Date(time);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months);
}
