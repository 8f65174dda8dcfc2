import { useEffect, useState } from 'react';
import { useBoard } from '../workspace/board.tsx';
import type { GraphView } from '../canvas/render/graph-view.ts';
import type { GraphControls } from '../canvas/render/use-graph-view.ts';
import type { Size } from '../canvas/drawn/stage-size.ts';
import { headingsOn } from '../canvas/render/headings.ts';
import type { Heading } from '../canvas/render/lane-headings.ts';
import './lane-marks.css';

/** At most so wide is a letter of a heading. */
const letter = 6.6;

/** Where a heading stands whole: over its lane, or as near as the edge lets it. */
function inside(x: number, label: string, width: number): number {
  const half = (label.length * letter) / 2;
  return Math.max(half, Math.min(width - half, x));
}

/** What each lane of a layout by part is, over the graph; they move with it. */
export function LaneMarks({ controls: { view, onRender } }: { controls: GraphControls }) {
  const { lanes } = useBoard();
  const [marks, setMarks] = useState<(Size & { headings: Heading[] }) | null>(null);
  useEffect(() => {
    if (lanes.length === 0) return;
    const mark = (shown: GraphView) =>
      setMarks({ ...shown.size(), headings: headingsOn(shown, lanes) });
    if (view.current) mark(view.current);
    return onRender(mark);
  }, [lanes, view, onRender]);
  if (lanes.length === 0 || !marks) return null;
  return (
    <svg className="lane-marks" aria-hidden width={marks.width} height={marks.height}>
      {marks.headings.map(({ label, x, y }) => (
        <text key={label} x={inside(x, label, marks.width)} y={y}>
          {label}
        </text>
      ))}
    </svg>
  );
}
