import { Tooltip, UnstyledButton } from '@mantine/core';
import { memo, useMemo } from 'react';
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
import { RuleLegend } from '../../styles/RuleLegend.tsx';
import { RulesMenu } from '../../styles/RulesMenu.tsx';
import { StyleMenu } from '../../styles/StyleMenu.tsx';
import '../../styles/styles.css';
import { useScheme } from '../../theme/scheme.ts';
import { visibleNodes, visibleRelations } from '../../board/board.ts';
import { contextOpacity, goneMark, noteMark, ringOf } from '../drawn/graph-styles.ts';
import { TypeMark } from '../../styles/TypeMark.tsx';
import { typesShown } from '../../board/types-shown.ts';

const text = messages.page.canvas;
const noTypes: ReadonlySet<NodeTypeName> = new Set();

/**
 * What the marks on the canvas mean; only of what is there. A click on a type hides or shows all of it, and moves no entry:
 * each stands where it would if all types were on, so that the next click meets what was aimed at. A selection does not render it.
 */
export const Legend = memo(function Legend() {
  const board = useBoard();
  const whole = useMemo(() => ({ ...board, off: noTypes }), [board]);
  const nodes = visibleNodes(whole);
  const relations = visibleRelations(whole);
  const noted = remarkedNodes(board);
  const lost = goneFrom(board);
  const added = visibleAdditions(board).length + addedLines(board).length;
  const context = nodes.filter(isContext);
  const contextOf = new Map(typesShown(context).map(({ type, count }) => [type, count]));
  return (
    <ul className="legend" aria-label={text.legend}>
      {typesShown(nodes).map(({ type, count }) => (
        <li key={type}>
          <TypeSwitch type={type} count={count - (contextOf.get(type) ?? 0) || count} />
        </li>
      ))}
      {context.length > 0 && (
        <li>
          <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden opacity={contextOpacity}>
            <circle cx="9" cy="9" r="6.5" className="context" />
          </svg>
          {messages.standing.legendOf(context.length)}
        </li>
      )}
      {nodes.some((node) => ringOf(node) !== null) && (
        <li>
          <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden>
            <circle cx="9" cy="9" r="6.5" className="ring-track" />
            <circle cx="9" cy="9" r="6.5" className="ring" pathLength="100" />
          </svg>
          <Tooltip
            label={`${messages.score.meaning.account}. ${messages.score.ranks}`}
            multiline
            maw={320}
          >
            <span tabIndex={0}>{text.ring}</span>
          </Tooltip>
        </li>
      )}
      {board.story && (
        <li>
          <span aria-hidden>+1.2</span>
          {board.story.weighs === 'links'
            ? messages.story.figureOfLinks
            : messages.looks.story.figure}
        </li>
      )}
      {nodes.some(({ stub }) => stub) && (
        <li>
          <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden>
            <circle cx="9" cy="9" r="6.5" className="stub" />
          </svg>
          {text.stub}
        </li>
      )}
      {nodes.some((node) => noted.has(formatRef(node))) && (
        <li>
          <span aria-hidden>{noteMark}</span>
          {text.noted}
        </li>
      )}
      {(nodes.some((node) => lost.nodes.has(formatRef(node))) ||
        relations.some(({ key }) => lost.relations.has(key))) && (
        <li>
          <span aria-hidden>{goneMark}</span>
          {messages.cases.goneShort}
        </li>
      )}
      {relations.some(({ derived }) => derived) && (
        <>
          <LineMark dashed={false} label={text.observed} />
          <LineMark dashed label={text.inferred} />
        </>
      )}
      {added > 0 && (
        <li>
          <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden>
            <circle cx="9" cy="9" r="6.5" className="added-rim" />
          </svg>
          {messages.additions.legendOf(added)}
        </li>
      )}
      <Scale />
      <RuleLegend />
      <li className="legend-tools">
        <KindMenu />
        <StyleMenu />
        <RulesMenu />
        <RangesMenu />
      </li>
    </ul>
  );
});

/** What colours stand for where they do not stand for types. */
function Scale() {
  const board = useBoard();
  const scheme = useScheme();
  const { colour: colouring } = board.style;
  if (colouring === 'type') return null;
  const style = messages.looks.style;
  return (
    <>
      <li className="faint">{style.scale(style.colours[colouring])}</li>
      {colourScale(colouring, drawnOfGraph(board)).entries.map(({ label, colour, shape }) => (
        <li key={label}>
          <svg width="12" height="12" viewBox="0 0 18 18" aria-hidden>
            <path d={outlines[shape ?? 'circle']} fill={colour[scheme]} />
          </svg>
          {label}
        </li>
      ))}
    </>
  );
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
    <li>
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden>
        <line x1="0" x2="18" y1="9" y2="9" className={dashed ? 'line dashed' : 'line'} />
      </svg>
      {label}
    </li>
  );
}
