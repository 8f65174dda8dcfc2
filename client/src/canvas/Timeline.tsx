import { ActionIcon, Button, RangeSlider, Text, Tooltip } from '@mantine/core';
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { words } from '../../../domain/words/index.ts';
import { useWorkspace } from '../app/workspace.tsx';
import { day, fileName } from '../theme/formats.ts';
import { lanesOf, wholeSpan, type Lane, type Span } from './span.ts';

const text = words.page.timeline;

const parts = 96;
const mostLanes = 5;
/** Playing shows a twelfth of the time at once, unless a span was chosen, and goes on by a quarter of it. */
const playedShare = 12;
const playStep = 4;
const playMs = 600;

/** When what is on the board happened, kind by kind, with a brush: what lies outside fades from the graph. */
export function Timeline() {
  const { board, change } = useWorkspace();
  const whole = useMemo(() => wholeSpan(board.relations.values()), [board.relations]);
  const lanes = useMemo(
    () => (whole ? lanesOf(board.relations.values(), whole, parts, mostLanes) : []),
    [board.relations, whole],
  );
  const chosen = board.span;
  const { playing, setPlaying } = usePlayer(whole);
  const brush = (span: Span) =>
    change({ do: 'span', span: whole && isAll(span, whole) ? null : span });
  if (!whole) return null;
  const span = chosen ?? whole;
  return (
    <div className="timeline" role="group" aria-label={text.title}>
      <div className="timeline-head">
        <Tooltip label={playing ? text.pause : text.play}>
          <ActionIcon
            variant="subtle"
            size={24}
            aria-label={playing ? text.pause : text.play}
            onClick={() => setPlaying(!playing)}
          >
            {playing ? <IconPlayerPauseFilled size={14} /> : <IconPlayerPlayFilled size={14} />}
          </ActionIcon>
        </Tooltip>
        <Text size="xs">{words.page.dates(dayOf(span.from), dayOf(span.to))}</Text>
        <Button
          size="compact-xs"
          variant="subtle"
          className={chosen ? '' : 'unseen'}
          onClick={() => {
            setPlaying(false);
            change({ do: 'span', span: null });
          }}
        >
          {text.all}
        </Button>
      </div>
      <div className="timeline-lanes">
        {lanes.map((lane) => (
          <LaneRow key={lane.kind} lane={lane} whole={whole} span={span} />
        ))}
        <RangeSlider
          className="timeline-brush"
          size={2}
          thumbSize={14}
          min={whole.from}
          max={whole.to}
          step={(whole.to - whole.from) / parts}
          minRange={0}
          value={[span.from, span.to]}
          onChange={([from, to]) => brush({ from, to })}
          label={dayOf}
          thumbFromLabel={text.from}
          thumbToLabel={text.to}
          thumbValueText={(value) => dayOf(value) ?? ''}
        />
      </div>
    </div>
  );
}

/** While playing, moves the span on step by step, until it comes to the end. */
function usePlayer(whole: Span | null) {
  const { board, change } = useWorkspace();
  const [playing, setPlaying] = useState(false);
  const { span } = board;
  useEffect(() => {
    if (!playing || !whole) return;
    const timer = setTimeout(() => {
      const next = nextOf(span, whole);
      change({ do: 'span', span: next });
      if (next.to >= whole.to) setPlaying(false);
    }, playMs);
    return () => clearTimeout(timer);
  }, [playing, whole, span, change]);
  return { playing, setPlaying };
}

function isAll({ from, to }: Span, whole: Span): boolean {
  return from <= whole.from && to >= whole.to;
}

/** What is played next: the chosen span, or a first one, a little later. */
function nextOf(chosen: Span | null, whole: Span): Span {
  const length = chosen ? chosen.to - chosen.from : (whole.to - whole.from) / playedShare;
  const from = chosen ? chosen.from + length / playStep : whole.from;
  return { from, to: Math.min(whole.to, from + length) };
}

function LaneRow({ lane, whole, span }: { lane: Lane; whole: Span; span: Span }) {
  const most = Math.max(...lane.counts);
  const startOf = (part: number) => whole.from + ((whole.to - whole.from) / parts) * part;
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
        {lane.counts.map((count, part) =>
          count === 0 ? null : (
            <rect
              key={part}
              x={part}
              width={0.9}
              height={1}
              opacity={0.25 + 0.75 * (count / most)}
              className={startOf(part + 1) < span.from || startOf(part) > span.to ? 'outside' : ''}
            >
              <title>{text.count(name, count, dayOf(startOf(part)) ?? '')}</title>
            </rect>
          ),
        )}
      </svg>
    </>
  );
}

function dayOf(time: number): string | null {
  return day(new Date(time).toISOString());
}
