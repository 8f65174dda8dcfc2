import { Text } from '@mantine/core';
import type { CSSProperties } from 'react';
import type { SharedTimes } from '../../../domain/answers.ts';
import { messages } from '../../../domain/messages/later.ts';
import { day } from '../theme/formats.ts';
import './times-together.css';

const text = messages.explain.times;
/** Of the width, so that a single moment is seen. */
const least = 1.5;
const beyond = 1.2;

interface TimesTogetherProps {
  times: SharedTimes;
  names: readonly [string, string];
}

/** When two accounts used what they share, one bar under the other; where both did is filled. */
export function TimesTogether({ times, names }: TimesTogetherProps) {
  const { overlap, same_days: days } = times;
  const scale = scaleOf(times);
  return (
    <figure className="times" aria-label={text.title}>
      {[times.a, times.b].map((used, at) => (
        <div key={at} className="times-row">
          <Text size="xs" truncate title={names[at] ?? ''}>
            <bdi>{names[at]}</bdi>
          </Text>
          <Text size="xs" c="dimmed">
            {text.used(said(used.from), saidEnd(used.to), used.rows)}
          </Text>
          <span className="times-track" aria-hidden>
            <span className="times-bar" style={scale(used)} />
            {overlap && <span className="times-both" style={scale(overlap)} />}
          </span>
        </div>
      ))}
      <Text component="figcaption" size="xs" fw={600}>
        {overlap ? text.both(said(overlap.from), saidEnd(overlap.to)) : text.apart}
        {days ? ` · ${text.sameDays(days)}` : ''}
      </Text>
    </figure>
  );
}

function said(at: string): string {
  return day(at) ?? at;
}

function saidEnd(at: string | null): string | null {
  return at === null ? null : said(at);
}

/** Where a stretch lies between the first and the last time of both, in per cent. */
function scaleOf({ a, b }: SharedTimes) {
  const start = Math.min(Date.parse(a.from), Date.parse(b.from));
  const stated = Math.max(...[a.from, b.from, a.to, b.to].map((at) => Date.parse(at ?? a.from)));
  // What has no stated end goes on beyond all that is stated.
  const open = a.to === null || b.to === null;
  const length = Math.max(1, (stated - start) * (open ? beyond : 1));
  return ({ from, to }: { from: string; to: string | null }): CSSProperties => {
    const left = ((Date.parse(from) - start) / length) * (100 - least);
    const end = to === null ? start + length : Date.parse(to);
    const width = Math.max(least, ((end - Date.parse(from)) / length) * 100);
    return { left: `${left}%`, width: `${Math.min(width, 100 - left)}%` };
  };
}
