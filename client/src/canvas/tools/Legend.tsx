import { Tooltip, UnstyledButton } from '@mantine/core';
import { memo, useMemo, useRef, type ReactNode } from 'react';
import { outlines } from '../../../../domain/drawing/outlines.ts';
import { formatRef } from '../../../../domain/schema/graph.ts';
import type { NodeTypeName } from '../../../../domain/schema/schema.ts';
import { isContext } from '../../../../domain/standing.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { useBoard, useBoardActions } from '../../workspace/board.tsx';
import { useAnnounce } from '../../news/announcements.tsx';
import { addedLines, visibleAdditions } from '../../board/additions.ts';
import { goneFrom } from '../../board/gone.ts';
import { remarkedNodes } from '../../board/remarks.ts';
import { drawnOfGraph } from '../../board/drawn-things.ts';
import { colourScale } from '../../styles/colour-scale.ts';
import { KindMenu } from '../../styles/KindMenu.tsx';
import { RangesMenu } from '../../styles/RangesMenu.tsx';
import { useRuleEntries } from '../../styles/rule-entries.tsx';
import { Rest, useCut, type Fit } from '../../ui/Fitting.tsx';
import { RulesMenu } from '../../styles/RulesMenu.tsx';
import { StyleMenu } from '../../styles/StyleMenu.tsx';
import '../../styles/styles.css';
import { useScheme } from '../../theme/scheme.ts';
import { visibleNodes, visibleRelations } from '../../board/board.ts';
import { contextOpacity, goneMark, noteMark, ringOf } from '../drawn/graph-styles.ts';
import { TypeMark } from '../../styles/TypeMark.tsx';
import { typesShown } from '../../board/types-shown.ts';

const text = messages.page.canvas;
const { narrow } = messages;
const noTypes: ReadonlySet<NodeTypeName> = new Set();

/**
 * What the marks on the canvas mean; only of what is there. A click on a type hides or shows all of it, and moves no entry:
 * each stands where it would if all types were on, so that the next click meets what was aimed at. A selection does not render it.
 */
export const Legend = memo(function Legend() {
  const line = useRef<HTMLUListElement>(null);
  const { types, marks } = useEntries();
  // What colours and sizes stand for now comes before what is always so.
  const entries = [...useScale(), ...useRuleEntries(), ...types, ...marks];
  const cut = useCut(line, entries.length);
  return (
    <div className="legend">
      <div className="legend-line">
        <ul ref={line} className="legend-entries" aria-label={text.legend}>
          {entries.map(({ key, node }) => (
            <li key={key} data-fit={key} data-cut={cut.has(key) || undefined}>
              {node}
            </li>
          ))}
        </ul>
        <Rest
          items={entries.filter(({ key }) => cut.has(key))}
          of={entries.length}
          label={narrow.moreOf(text.legend)}
          says={narrow.more}
        />
      </div>
      <div className="legend-tools">
        <KindMenu />
        <StyleMenu />
        <RulesMenu />
        <RangesMenu />
      </div>
    </div>
  );
});

/**
 * What types mean, then what somebody made of it, then rings and lines, the shortest first: what has no room opens behind a
 * button.
 */
function useEntries(): { types: Fit[]; marks: Fit[] } {
  const board = useBoard();
  const whole = useMemo(() => ({ ...board, off: noTypes }), [board]);
  const nodes = visibleNodes(whole);
  const relations = visibleRelations(whole);
  const noted = remarkedNodes(board);
  const lost = goneFrom(board);
  const added = visibleAdditions(board).length + addedLines(board).length;
  const context = nodes.filter(isContext);
  const contextOf = new Map(typesShown(context).map(({ type, count }) => [type, count]));
  const isGone =
    nodes.some((node) => lost.nodes.has(formatRef(node))) ||
    relations.some(({ key }) => lost.relations.has(key));
  const { story } = board;
  const says = (when: boolean, key: string, node: ReactNode) => (when ? [{ key, node }] : []);
  const derived = relations.some((relation) => relation.derived);
  const types = typesShown(nodes).map(({ type, count }) => ({
    key: type,
    node: <TypeSwitch type={type} count={count - (contextOf.get(type) ?? 0) || count} />,
  }));
  const marks = [
    ...says(
      nodes.some((node) => noted.has(formatRef(node))),
      'noted',
      <Sign sign={noteMark} label={text.noted} />,
    ),
    ...says(isGone, 'gone', <Sign sign={goneMark} label={messages.cases.goneShort} />),
    ...says(
      added > 0,
      'added',
      <RimMark rim="added-rim" label={messages.additions.legendOf(added)} />,
    ),
    ...says(derived, 'observed', <LineMark dashed={false} label={text.observed} />),
    ...says(derived, 'inferred', <LineMark dashed label={text.inferred} />),
    ...says(
      nodes.some((node) => ringOf(node) !== null),
      'ring',
      <Ring />,
    ),
    ...says(
      nodes.some(({ stub }) => stub),
      'stub',
      <RimMark rim="stub" label={text.stub} />,
    ),
    ...says(
      context.length > 0,
      'context',
      <RimMark rim="context" label={messages.standing.legendOf(context.length)} />,
    ),
    ...says(
      story !== null,
      'figure',
      <Sign
        sign="+1.2"
        label={
          story?.weighs === 'links' ? messages.story.figureOfLinks : messages.looks.story.figure
        }
      />,
    ),
  ];
  return { types, marks };
}

function Ring() {
  const means = `${messages.score.meaning.account}. ${messages.score.ranks}`;
  return (
    <>
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden>
        <circle cx="9" cy="9" r="6.5" className="ring-track" />
        <circle cx="9" cy="9" r="6.5" className="ring" pathLength="100" />
      </svg>
      <Tooltip label={means} multiline maw={320}>
        <span tabIndex={0}>{text.ring}</span>
      </Tooltip>
    </>
  );
}

function RimMark({ rim, label }: { rim: 'context' | 'stub' | 'added-rim'; label: string }) {
  const opacity = rim === 'context' ? contextOpacity : 1;
  return (
    <>
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden opacity={opacity}>
        <circle cx="9" cy="9" r="6.5" className={rim} />
      </svg>
      {label}
    </>
  );
}

function Sign({ sign, label }: { sign: string; label: string }) {
  return (
    <>
      <span aria-hidden>{sign}</span>
      {label}
    </>
  );
}

/** What colours stand for where they do not stand for types. */
function useScale(): Fit[] {
  const board = useBoard();
  const scheme = useScheme();
  const { colour: colouring } = board.style;
  if (colouring === 'type') return [];
  const style = messages.looks.style;
  const heading = style.scale(style.colours[colouring]);
  return [
    { key: 'scale', node: <span className="faint">{heading}</span> },
    ...colourScale(colouring, drawnOfGraph(board)).entries.map(({ label, colour, shape }) => ({
      key: `scale ${label}`,
      node: (
        <>
          <svg width="12" height="12" viewBox="0 0 18 18" aria-hidden>
            <path d={outlines[shape ?? 'circle']} fill={colour[scheme]} />
          </svg>
          {label}
        </>
      ),
    })),
  ];
}

function TypeSwitch({ type, count }: { type: NodeTypeName; count: number }) {
  const board = useBoard();
  const { change } = useBoardActions();
  const announce = useAnnounce();
  const { one, many } = messages.schema.nodes[type];
  const off = board.off.has(type);
  const label = off ? text.typeOn(many) : text.typeOff(many);
  const toggle = () => {
    change({ do: 'toggle', type });
    announce(label);
  };
  return (
    <Tooltip label={label}>
      <UnstyledButton className="type-switch" aria-pressed={!off} onClick={toggle}>
        <TypeMark type={type} />
        {count === 1 ? one : many}
        <span className="figure">{count}</span>
      </UnstyledButton>
    </Tooltip>
  );
}

function LineMark({ dashed, label }: { dashed: boolean; label: string }) {
  return (
    <>
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden>
        <line x1="0" x2="18" y1="9" y2="9" className={dashed ? 'line dashed' : 'line'} />
      </svg>
      {label}
    </>
  );
}
