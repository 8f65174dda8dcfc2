import { messages } from '../../../../domain/messages/later.ts';
import { day, fileName } from '../../theme/formats.ts';
import type { Lane } from '../../board/span.ts';
import type { TimeScale } from './time-scale.ts';

const text = messages.page.timeline;
const more = messages.views.time;

interface TimelineLaneProps {
  lane: Lane;
  scale: TimeScale;
  /** The brushed parts. */
  from: number;
  to: number;
  /** The day at which a part begins. */
  says: (part: number) => string;
}

/** How often one kind of thing happened, part by part; breaks in the time are hatched. */
export function TimelineLane({ lane, scale, from, to, says }: TimelineLaneProps) {
  const most = Math.max(...lane.counts);
  const parts = lane.counts.length;
  const name = lane.kind === 'others' ? text.others : fileName(lane.kind);
  return (
    <>
      <span className="timeline-kind">
        {name} <span className="figure">{lane.total}</span>
      </span>
      <svg
        viewBox={`0 0 ${parts} 1`}
        preserveAspectRatio="none"
        className="timeline-lane"
        aria-hidden
      >
        {scale.breaks.map((gap) => (
          <rect
            key={gap.from}
            className="timeline-break"
            x={gap.start * parts}
            width={(gap.end - gap.start) * parts}
            height={1}
          >
            <title>{more.cut(dayOf(gap.from), dayOf(gap.to))}</title>
          </rect>
        ))}
        {lane.counts.map((count, part) =>
          count === 0 ? null : (
            <rect
              key={part}
              x={part}
              width={0.9}
              height={1}
              opacity={0.25 + 0.75 * (count / most)}
              className={part + 1 < from || part > to ? 'outside' : ''}
            >
              <title>{text.count(name, count, says(part))}</title>
            </rect>
          ),
        )}
      </svg>
    </>
  );
}

function dayOf(time: number): string {
  return day(new Date(time).toISOString()) ?? '';
}
