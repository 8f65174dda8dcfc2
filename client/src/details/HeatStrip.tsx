import { Text } from '@mantine/core';
import { hoursOfDay, windowOf } from '../../../domain/working-week.ts';
import { messages } from '../../../domain/messages/later.ts';
import './heat-strip.css';

const text = messages.views.hours;
const busyHours = 8;
const quietHours = 6;

/** Hour by day, darker for more; in words for those who do not see it. */
export function HeatStrip({ week, says }: { week: readonly number[]; says: string }) {
  const most = Math.max(1, ...week);
  const summary = summaryOf(week);
  return (
    <figure className="heat-strip">
      <figcaption>
        <Text size="xs" fw={600} component="span">
          {says}
        </Text>
      </figcaption>
      <svg viewBox="0 0 268 84" role="img" aria-label={`${says}. ${summary}`}>
        {text.days.map((day, row) => (
          <text key={day} x={24} y={row * 10 + 18} textAnchor="end">
            {day}
          </text>
        ))}
        {[0, 6, 12, 18, 24].map((hour) => (
          <text key={hour} x={28 + hour * 10} y={7} textAnchor={hour === 24 ? 'end' : 'start'}>
            {hour}
          </text>
        ))}
        {week.map((count, at) => (
          <rect
            key={at}
            className={count === 0 ? 'none' : ''}
            x={28 + (at % 24) * 10}
            y={10 + Math.floor(at / 24) * 10}
            width={9}
            height={9}
            rx={1}
            fillOpacity={count === 0 ? 1 : 0.2 + 0.8 * (count / most)}
          >
            <title>{text.cell(text.days[Math.floor(at / 24)]!, clock(at % 24), count)}</title>
          </rect>
        ))}
      </svg>
      <Text size="xs" c="dimmed">
        {summary}
      </Text>
    </figure>
  );
}

function summaryOf(week: readonly number[]): string {
  const hours = hoursOfDay(week);
  const busy = windowOf(hours, busyHours, true);
  const quiet = windowOf(hours, quietHours, false);
  return `${text.busiest(clock(busy), clock(busy + busyHours))}, ${text.quiet(clock(quiet), clock(quiet + quietHours))}.`;
}

function clock(hour: number): string {
  return `${String(hour % 24).padStart(2, '0')}:00`;
}
