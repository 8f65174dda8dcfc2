import { useEffect, useState } from 'react';
import { messages } from '../../../domain/messages/browser.ts';
import { useBoard } from '../workspace/board.tsx';
import type { GraphView } from '../canvas/render/graph-view.ts';
import type { Size } from '../canvas/drawn/stage-size.ts';
import type { GraphControls } from '../canvas/render/use-graph-view.ts';
import { day } from '../theme/formats.ts';
import { ticksOf, type TimeAxis } from '../board/time-axis.ts';
import './time-axis.css';

/** A date needs so much room. */
const pixelsATick = 110;

/** In pixels of the stage. */
interface Marks extends Size {
  ticks: { label: string; x: number }[];
  lanes: { label: string; y: number }[];
}

/** The dates and lanes of a layout by time, over the graph; they move with it. */
export function TimeAxisMarks({ controls: { view, onRender } }: { controls: GraphControls }) {
  const { axis } = useBoard();
  const [marks, setMarks] = useState<Marks | null>(null);
  useEffect(() => {
    if (!axis) return;
    const mark = (shown: GraphView) => setMarks(marksOf(axis, shown));
    if (view.current) mark(view.current);
    return onRender(mark);
  }, [axis, view, onRender]);
  if (!axis || !marks) return null;
  return (
    <svg className="time-axis" aria-hidden width={marks.width} height={marks.height}>
      {marks.ticks.map(({ label, x }) => (
        <g key={x}>
          <line x1={x} x2={x} y1="0" y2={marks.height} />
          <text x={x + 4} y={marks.height - 8}>
            {label}
          </text>
        </g>
      ))}
      {marks.lanes.map(({ label, y }) => (
        <text key={label} x={8} y={y} className="time-lane">
          {label}
        </text>
      ))}
    </svg>
  );
}

function marksOf(axis: TimeAxis, view: GraphView): Marks {
  const xOf = (x: number) => view.toStage({ x, y: 0 }).x;
  const length = xOf(axis.stops.at(-1)!.x) - xOf(axis.stops[0]!.x);
  return {
    ...view.size(),
    ticks: ticksOf(axis, Math.max(1, Math.floor(length / pixelsATick))).map(({ time, x }) => ({
      label: day(new Date(time).toISOString()) ?? '',
      x: xOf(x),
    })),
    lanes: axis.lanes.map(({ type, y }) => ({
      label: messages.schema.nodes[type].many,
      y: view.toStage({ x: 0, y }).y,
    })),
  };
}
