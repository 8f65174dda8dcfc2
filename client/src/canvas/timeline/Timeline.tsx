import { ActionIcon, Button, RangeSlider, Text, Tooltip } from '@mantine/core';
import {
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { memo, useMemo, type ReactNode } from 'react';
import { messages } from '../../../../domain/messages/later.ts';
import { useBoard, useBoardActions } from '../../workspace/board.tsx';
import { day } from '../../theme/formats.ts';
import { KnownOn } from './KnownOn.tsx';
import { isKnownOn } from '../../board/known.ts';
import { lanesOf, timeOf, wholeSpan, type Span } from '../../board/span.ts';
import { placeOf, timeAt, timeScale, type TimeScale } from './time-scale.ts';
import { TimelineLane } from './TimelineLane.tsx';
import './timeline.css';
import { usePlayer } from './use-player.ts';

const text = messages.page.timeline;
const more = messages.views.time;

const parts = 96;
const mostLanes = 5;

/**
 * When what is on the board happened, kind by kind, with a brush: what lies outside fades from the graph. Long
 * stretches without anything are cut; what is brushed can be shown at the full width. The canvas around it is rendered by each
 * selection, it by the board alone.
 */
export const Timeline = memo(function Timeline() {
  const board = useBoard();
  const { relations: all, knownOn, frame } = board;
  const relations = useMemo(
    () => [...all.values()].filter((relation) => isKnownOn(relation, knownOn)),
    [all, knownOn],
  );
  const whole = useMemo(() => frame ?? wholeSpan(relations), [relations, frame]);
  const scale = useMemo(() => {
    const times = relations.map(timeOf).filter((time) => time !== null);
    return whole && timeScale(times, whole);
  }, [relations, whole]);
  return (
    <div className="timeline" role="group" aria-label={text.title}>
      {scale && <Controls scale={scale} />}
      {scale && <Lanes scale={scale} relations={relations} />}
      <KnownOn />
    </div>
  );
});

/** The brush may reach beyond what the timeline shows. */
function useSpan({ whole }: TimeScale): Span {
  const board = useBoard();
  const { from, to } = board.span ?? whole;
  const inside = (time: number) => Math.min(whole.to, Math.max(whole.from, time));
  return { from: inside(from), to: inside(to) };
}

function Controls({ scale }: { scale: TimeScale }) {
  const board = useBoard();
  const { change } = useBoardActions();
  const { playing, setPlaying } = usePlayer(scale);
  const span = useSpan(scale);
  const { span: chosen, frame } = board;
  return (
    <div className="timeline-head">
      <div className="timeline-buttons">
        <Tool label={playing ? text.pause : text.play} act={() => setPlaying(!playing)}>
          {playing ? <IconPlayerPauseFilled size={14} /> : <IconPlayerPlayFilled size={14} />}
        </Tool>
        {chosen && chosen.from < chosen.to && (
          <Tool label={more.zoomIn} act={() => change({ do: 'frame', frame: chosen })}>
            <IconZoomIn size={15} />
          </Tool>
        )}
        {frame && (
          <Tool label={more.zoomOut} act={() => change({ do: 'frame', frame: null })}>
            <IconZoomOut size={15} />
          </Tool>
        )}
      </div>
      <Text size="xs" title={messages.page.timeline.drawn}>
        {messages.page.dates(dayOf(span.from), dayOf(span.to))}
      </Text>
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
  );
}

function Tool(props: { label: string; act: () => void; children: ReactNode }) {
  return (
    <Tooltip label={props.label}>
      <ActionIcon variant="subtle" size={24} aria-label={props.label} onClick={props.act}>
        {props.children}
      </ActionIcon>
    </Tooltip>
  );
}

interface LanesProps {
  scale: TimeScale;
  relations: Parameters<typeof lanesOf>[0];
}

function Lanes({ scale, relations }: LanesProps) {
  const { change } = useBoardActions();
  const span = useSpan(scale);
  const lanes = useMemo(
    () => lanesOf(relations, (time) => placeOf(scale, time), parts, mostLanes),
    [relations, scale],
  );
  const brush = (from: number, to: number) => {
    const all = from <= 0 && to >= parts;
    const at = (part: number) => timeAt(scale, part / parts);
    change({ do: 'span', span: all ? null : { from: at(from), to: at(to) } });
  };
  const partOf = (time: number) => Math.min(parts, placeOf(scale, time) * parts);
  const says = (part: number) => dayOf(timeAt(scale, part / parts)) ?? '';
  return (
    <div className="timeline-lanes">
      {lanes.map((lane) => (
        <TimelineLane
          key={lane.kind}
          lane={lane}
          scale={scale}
          from={partOf(span.from)}
          to={partOf(span.to)}
          says={says}
        />
      ))}
      <RangeSlider
        className="timeline-brush"
        size={2}
        thumbSize={14}
        min={0}
        max={parts}
        step={1}
        minRange={0}
        value={[partOf(span.from), partOf(span.to)]}
        onChange={([from, to]) => brush(from, to)}
        label={says}
        thumbFromLabel={text.from}
        thumbToLabel={text.to}
        thumbValueText={says}
      />
      <div className="timeline-scale" aria-hidden>
        {scale.pieces.map((piece) => (
          <Ends key={piece.from} piece={piece} />
        ))}
      </div>
    </div>
  );
}

/** The first and last day of a piece, as far as there is room for them. */
function Ends({ piece: { from, to, start, end } }: { piece: TimeScale['pieces'][number] }) {
  const [first, last] = [dayOf(from), dayOf(to)];
  return (
    <span style={{ left: `${start * 100}%`, width: `${(end - start) * 100}%` }}>
      <span>{first}</span>
      {first !== last && end - start > 0.25 && <span>{last}</span>}
    </span>
  );
}

function dayOf(time: number): string | null {
  return day(new Date(time).toISOString());
}
