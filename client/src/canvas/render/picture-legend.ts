import { formatRef, nodeType } from '../../../../domain/schema/graph.ts';
import type { DrawnShape } from '../../../../domain/drawing/outlines.ts';
import { isContext } from '../../../../domain/standing.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { addedLines, visibleAdditions } from '../../board/additions.ts';
import { visibleNodes, type Board } from '../../board/board.ts';
import { noteMark } from '../drawn/graph-styles.ts';
import { typesShown } from '../../board/types-shown.ts';
import { remarkedNodes } from '../../board/remarks.ts';
import { drawnOfGraph, drawnThings } from '../../board/drawn-things.ts';
import { noLooks, type Looks } from '../../styles/field-values.ts';
import { appliedRules } from '../../styles/rules.ts';
import { rangesSay } from '../../styles/ranges.ts';
import { lookMarks } from '../../../../domain/drawing/look-marks.ts';
import { colourScale } from '../../styles/colour-scale.ts';
import { colourOfType } from '../../styles/node-styles.ts';
import { neutral, type Swatch } from '../../board/swatches.ts';

/** An entry of the legend of a picture; without a mark it is a heading. */
export interface LegendEntry {
  label: string;
  mark: { shape: DrawnShape; colour: Swatch } | null;
}

/** What shapes, colours and sizes say, for pictures that leave the page. */
export function pictureLegend(board: Board, looks: Looks = noLooks): LegendEntry[] {
  const { style } = board;
  const text = messages.looks.style;
  const types = typesShown(visibleNodes(board)).map(({ type }) => ({
    label: messages.schema.nodes[type].many,
    mark: {
      shape: nodeType(type).shape,
      colour: style.colour === 'type' ? colourOfType(style, type) : neutral,
    },
  }));
  const scale =
    style.colour === 'type'
      ? []
      : [
          { label: text.scale(text.colours[style.colour]), mark: null },
          ...colourScale(style.colour, drawnOfGraph(board)).entries.map(
            ({ label, colour, shape }) => ({
              label,
              mark: { shape: shape ?? ('circle' as const), colour },
            }),
          ),
        ];
  const size =
    style.size === 'uniform' ? [] : [{ label: text.sized(text.sizes[style.size]), mark: null }];
  const noted = remarkedNodes(board);
  const notes = visibleNodes(board).some((node) => noted.has(formatRef(node)))
    ? [{ label: `${noteMark} ${messages.page.canvas.noted}`, mark: null }]
    : [];
  const context = visibleNodes(board).some(isContext)
    ? [{ label: messages.standing.legend, mark: null }]
    : [];
  const added =
    visibleAdditions(board).length + addedLines(board).length > 0
      ? [{ label: messages.additions.legend, mark: null }]
      : [];
  const ruled = ruleEntries(board, looks);
  return [...types, ...context, ...scale, ...size, ...ruled, ...notes, ...added];
}

/** What each rule stands for, and what ranges leave out. */
function ruleEntries(board: Board, looks: Looks): LegendEntry[] {
  const { style, filter } = board;
  const rules = appliedRules(style.rules, drawnThings(board), looks);
  const of = rules.flatMap(({ heading, entries }) => [
    { label: heading, mark: null },
    ...entries.map(({ label, colour, mark }) => ({
      label: mark ? `${lookMarks[mark].sign} ${label}` : label,
      mark: colour ? { shape: 'circle' as const, colour } : null,
    })),
  ]);
  const out = filter.outside.size;
  if (out === 0) return of;
  return [...of, { label: rangesSay(board), mark: null }];
}
