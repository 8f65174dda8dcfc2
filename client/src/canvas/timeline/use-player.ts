import { useEffect, useState } from 'react';
import { useBoard, useBoardActions } from '../../workspace/board.tsx';
import type { Span } from '../../board/span.ts';
import { placeOf, timeAt, type TimeScale } from './time-scale.ts';

/** Playing shows a twelfth of the timeline at once, unless a span was chosen, and goes on by a quarter of it. */
const playedShare = 12;
const playStep = 4;
const playMs = 600;

/** While playing, moves the span on step by step, until it comes to the end. */
export function usePlayer(scale: TimeScale) {
  const board = useBoard();
  const { change } = useBoardActions();
  const [playing, setPlaying] = useState(false);
  const { span } = board;
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      const next = nextOf(span, scale);
      change({ do: 'span', span: next });
      if (next.to >= scale.whole.to) setPlaying(false);
    }, playMs);
    return () => clearTimeout(timer);
  }, [playing, scale, span, change]);
  return { playing, setPlaying };
}

/** What is played next: the chosen span, or a first one, a little further along the timeline. */
function nextOf(chosen: Span | null, scale: TimeScale): Span {
  const place = (time: number) => Math.min(1, Math.max(0, placeOf(scale, time)));
  const [first, last] = chosen ? [place(chosen.from), place(chosen.to)] : [0, 1 / playedShare];
  const length = Math.max(last - first, 1 / playedShare / playStep);
  const from = chosen ? first + length / playStep : 0;
  return { from: timeAt(scale, Math.min(1, from)), to: timeAt(scale, Math.min(1, from + length)) };
}
