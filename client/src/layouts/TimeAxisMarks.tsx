import { useEffect, useState } from 'react';
import { nodeType } from '../../../domain/graph.ts';
import { useWorkspace } from '../app/workspace.tsx';
import type { GraphView } from '../canvas/graph-view.ts';
import type { GraphControls } from '../canvas/use-graph-view.ts';
import { day } from '../theme/formats.ts';
import { useScheme } from '../theme/scheme.ts';
import type { TimeAxis } from './time-axis.ts';
import { ticksOf } from './time-ticks.ts';
import './time-axis.css';

/** A date needs so much room. */
const pixelsATick = 110;

/** In pixels of the stage. */
interface Marks {
  ticks: { label: string; x: number }[];
  lanes: { label: string; y: number }[];
}

/** The dates and lanes of a layout by time, over the graph; they move with it. */
export function TimeAxisMarks({ controls: { view } }: { controls: GraphControls }) {
  const { axis } = useWorkspace().board;
  // Another theme is another drawing.
  const scheme = useScheme();
  const [marks, setMarks] = useState<Marks | null>(null);
  useEffect(() => {
    const shown = view.current;
    if (!axis || !shown) return;
    return shown.onRender(() => setMarks(marksOf(axis, shown)));
  }, [axis, view, scheme]);
  if (!axis || !marks) return null;
  return (
    <svg className="time-axis" aria-hidden>
      {marks.ticks.map(({ label, x }) => (
        <g key={label}>
          <line x1={x} x2={x} y1="0" y2="100%" />
          <text x={x + 4} y="100%" dy={-8}>
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
  const most = Math.floor((xOf(axis.right) - xOf(axis.left)) / pixelsATick);
  return {
    ticks: ticksOf(axis, most).map(({ time, x }) => ({
      label: day(new Date(time).toISOString()) ?? '',
      x: xOf(x),
    })),
    lanes: axis.lanes.map(({ type, y }) => ({
      label: nodeType(type).many,
      y: view.toStage({ x: 0, y }).y,
    })),
  };
}
