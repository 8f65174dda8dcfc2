import type { Range } from '../../../domain/look-rules.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/later.ts';
import { visibleNodes, type Board } from '../board/board.ts';
import { drawnThings } from '../board/drawn-things.ts';
import { membersOf } from '../board/node-group.ts';
import { unfiltered, type Looks, type Values } from './field-values.ts';

/** Parts of a slider, and bars of the histogram above it. */
export const parts = 200;
export const bars = 40;

/** A few have by far the most of it: then steps of equal ratio part them better than equal steps. */
const skewed = 50;

/** Where numbers lie on a slider, and how many lie where. */
export interface SliderScale {
  least: number;
  most: number;
  /** In parts of the slider. */
  placeOf: (value: number) => number;
  valueAt: (place: number) => number;
  counts: readonly number[];
}

/** Null where there is nothing to choose between. */
export function sliderScale(values: readonly number[]): SliderScale | null {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  if (!(most > least)) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)]! - least;
  const unit = Math.max(middle, (most - least) / 1e6);
  const byRatio = (most - least) / unit > skewed;
  const full = Math.log1p((most - least) / unit);
  const placeOf = (value: number) =>
    parts *
    (byRatio ? Math.log1p((value - least) / unit) / full : (value - least) / (most - least));
  const valueAt = (place: number) => {
    if (place <= 0) return least;
    if (place >= parts) return most;
    const share = place / parts;
    return least + (byRatio ? Math.expm1(share * full) * unit : share * (most - least));
  };
  const counts = new Array<number>(bars).fill(0);
  for (const value of values)
    counts[Math.min(bars - 1, Math.floor((placeOf(value) / parts) * bars))]! += 1;
  return { least, most, placeOf, valueAt, counts };
}

/**
 * The bound that an end of a range takes at a place to which it comes from another. Of whole numbers it is the next one that
 * way: rounded to the nearest, a key would leave it where it is.
 */
export function boundAt(scale: SliderScale, place: number, from: number, isWhole: boolean): number {
  const value = scale.valueAt(place);
  if (!isWhole || place === from) return isWhole ? Math.round(value) : value;
  return place > from ? Math.ceil(value) : Math.floor(value);
}

export function numbersOf(values: Values | undefined): number[] {
  return [...(values?.values() ?? [])].filter((value) => typeof value === 'number');
}

/**
 * The nodes that lie outside a range. What has no such value is not outside; nor is anything of a range whose values are
 * not known. `board` is one that no range leaves anything out of.
 */
export function outsideOf(board: Board, ranges: readonly Range[], looks: Looks): Set<string> {
  const outside = new Set<string>();
  for (const { by, from, to } of ranges) {
    const values = looks.values.get(by);
    if (!values || (from === null && to === null)) continue;
    for (const { ref } of drawnThings(board)) {
      const value = values.get(ref);
      if (typeof value !== 'number') continue;
      if ((from !== null && value < from) || (to !== null && value > to))
        for (const member of membersOf(board.groups, ref)) outside.add(member);
    }
  }
  return outside;
}

/** Whether every range has its values: before, what was left out stays so. */
export function rangesKnown(ranges: readonly Range[], looks: Looks): boolean {
  return ranges.every(({ by }) => looks.values.has(by));
}

/** "120 of 430 shown": how much the ranges leave of what would be drawn. */
export function rangesSay(board: Board): string {
  const all = visibleNodes(unfiltered(board));
  const { outside, hides } = board.filter;
  const left = all.filter((node) => !outside.has(formatRef(node))).length;
  const { shown, within } = messages.lookRules.ranges;
  return hides ? shown(left, all.length) : within(left, all.length);
}
