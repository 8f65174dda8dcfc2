import { messages } from '../../../../domain/messages/later.ts';
import type { PartLane } from '../../board/role-places.ts';

/** What stands over a lane, in pixels of the stage; its middle. */
export interface Heading {
  label: string;
  x: number;
  y: number;
}

const lineHeight = 14;
/** Between two of them. */
const gap = 10;
/** One below the other there is room for so many. */
const mostLines = 2;

/**
 * The headings of lanes, none on another: where lanes stand too near, in a second line, and where that is full as well, none.
 * `top`: where the first line may begin.
 */
export function laneHeadings(
  lanes: readonly PartLane[],
  stage: {
    xOf: (x: number) => number;
    widthOf: (label: string) => number;
    width: number;
    top: number;
  },
): Heading[] {
  const ends = Array.from({ length: mostLines }, () => -Infinity);
  const across = [...lanes].sort((one, other) => one.x - other.x);
  return across.flatMap(({ part, x: at }): Heading[] => {
    const label = messages.story.parts[part];
    const half = stage.widthOf(label) / 2;
    const x = stage.xOf(at);
    if (x < 0 || x > stage.width) return [];
    const line = ends.findIndex((end) => end + gap <= x - half);
    if (line < 0) return [];
    ends[line] = x + half;
    return [{ label, x, y: stage.top + lineHeight * (line + 0.5) }];
  });
}
