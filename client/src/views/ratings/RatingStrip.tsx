import { Text } from '@mantine/core';
import { useMemo } from 'react';
import type { GraphRelation } from '../../../../domain/answers.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { lanesOf, timeOf, wholeSpan } from '../../board/span.ts';
import { placeOf, timeAt, timeScale } from '../../canvas/timeline/time-scale.ts';
import { day, dayAndTime } from '../../theme/formats.ts';
import { densest } from './rating-order.ts';

const text = messages.views.ratings;
const parts = 120;
const burstHours = 48;

/** When the ratings were given: a burst stands out, and is named. */
export function RatingStrip({ ratings }: { ratings: readonly GraphRelation[] }) {
  const times = useMemo(() => ratings.map(timeOf).filter((time) => time !== null), [ratings]);
  const whole = useMemo(() => wholeSpan(ratings), [ratings]);
  const burst = densest(times, burstHours);
  if (!whole || !burst) return null;
  const scale = timeScale(times, whole);
  const [lane] = lanesOf(ratings, (time) => placeOf(scale, time), parts, 1);
  const most = Math.max(...lane!.counts);
  const iso = (time: number) => new Date(time).toISOString();
  return (
    <figure className="rating-strip" aria-label={text.strip}>
      <figcaption>
        <Text size="xs" fw={600}>
          {text.strip}
        </Text>
        <Text size="xs" c="dimmed">
          {messages.page.dates(day(iso(whole.from)), day(iso(whole.to)))}.{' '}
          {burst.count > 1 && text.burst(burst.count, burstHours, dayAndTime(iso(burst.from)))}
        </Text>
      </figcaption>
      <svg viewBox={`0 0 ${parts} 1`} preserveAspectRatio="none" aria-hidden>
        {scale.breaks.map(({ from, start, end }) => (
          <rect
            key={from}
            className="timeline-break"
            x={start * parts}
            width={(end - start) * parts}
            height={1}
          />
        ))}
        {lane!.counts.map((count, part) =>
          count === 0 ? null : (
            <rect key={part} x={part} y={1 - count / most} width={0.85} height={count / most}>
              <title>{text.stripCount(count, day(iso(timeAt(scale, part / parts))) ?? '')}</title>
            </rect>
          ),
        )}
      </svg>
    </figure>
  );
}
