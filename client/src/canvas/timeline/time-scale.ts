import type { Span } from '../../board/span.ts';

/** Where times stand along the timeline, 0 to 1; what nothing happened in for long is cut to a narrow break. */
export interface TimeScale {
  whole: Span;
  /** Stretches with times in them, in order; between two of them lies a break. */
  pieces: readonly Piece[];
  /** What is cut out, and where the break stands. */
  breaks: readonly Break[];
}

export interface Piece extends Span {
  /** Where it begins and ends along the timeline. */
  start: number;
  end: number;
}

export interface Break extends Span {
  start: number;
  end: number;
}

/** A stretch is cut when it is longer than this share of what is left of the time. */
const longShare = 0.15;
const mostBreaks = 5;
/** Fewer times are too few to say what is an empty stretch. */
const leastTimes = 8;
/** What a break takes of the width. */
const breakWidth = 0.025;
/** Beside a break a piece keeps so much room, so that a single time is not lost at its edge. */
const leastWidth = 0.04;

/** The scale of a stretch of time, from all times in it. */
export function timeScale(times: readonly number[], whole: Span): TimeScale {
  const sorted = [...new Set([whole.from, ...times.filter(within(whole)), whole.to])].sort(
    (a, b) => a - b,
  );
  const gaps = longGaps(sorted);
  const edges = [whole.from, ...gaps.flatMap(({ from, to }) => [from, to]), whole.to];
  const spans = Array.from({ length: gaps.length + 1 }, (_, at) => ({
    from: edges[2 * at]!,
    to: edges[2 * at + 1]!,
  }));
  const shown = spans.reduce((sum, { from, to }) => sum + (to - from), 0);
  const room = 1 - gaps.length * breakWidth - spans.length * leastWidth;
  const pieces: Piece[] = [];
  const breaks: Break[] = [];
  let at = 0;
  spans.forEach((span, index) => {
    const width =
      leastWidth + room * (shown === 0 ? 1 / spans.length : (span.to - span.from) / shown);
    pieces.push({ ...span, start: at, end: at + width });
    at += width;
    const gap = gaps[index];
    if (gap) breaks.push({ ...gap, start: at, end: at + breakWidth });
    at += breakWidth;
  });
  return { whole, pieces, breaks };
}

function within({ from, to }: Span): (time: number) => boolean {
  return (time) => time >= from && time <= to;
}

/** The longest stretches without a time, while each is long beside what would be left. */
function longGaps(sorted: readonly number[]): Span[] {
  if (sorted.length < leastTimes) return [];
  let left = sorted.at(-1)! - sorted[0]!;
  const gaps = sorted
    .slice(1)
    .map((to, index) => ({ from: sorted[index]!, to }))
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  const long: Span[] = [];
  for (const gap of gaps.slice(0, mostBreaks)) {
    const length = gap.to - gap.from;
    if (length < longShare * left || length === left) break;
    long.push(gap);
    left -= length;
  }
  return long.sort((a, b) => a.from - b.from);
}

/** Where a time stands, 0 to 1; below or above for what lies outside. */
export function placeOf({ pieces, breaks, whole }: TimeScale, time: number): number {
  for (const stretch of [...pieces, ...breaks]) {
    const { from, to, start, end } = stretch;
    if (time === from && time === to) return time === whole.to ? end : start;
    if (time >= from && time <= to) return start + ((time - from) / (to - from)) * (end - start);
  }
  return time < pieces[0]!.from ? -1 : 2;
}

/** The time at a place, 0 to 1; in a break, the nearer of its ends. */
export function timeAt({ pieces, breaks, whole }: TimeScale, place: number): number {
  const gap = breaks.find(({ start, end }) => place > start && place < end);
  if (gap) return place - gap.start < gap.end - place ? gap.from : gap.to;
  const piece = pieces.find(({ start, end }) => place >= start && place <= end);
  if (!piece) return place <= 0 ? whole.from : whole.to;
  const { from, to, start, end } = piece;
  return from + ((place - start) / (end - start)) * (to - from);
}
