import { gradeOf } from '../../../../domain/addition.ts';
import { lookMarks } from '../../../../domain/drawing/look-marks.ts';
import { nodeType } from '../../../../domain/schema/graph.ts';
import { isContext } from '../../../../domain/standing.ts';
import type { Palette } from '../../theme/palette.ts';
import type { Scheme } from '../../theme/scheme.ts';
import { captionOfBundle, spanOfBundle, type EdgeGroup } from '../../board/edge-groups.ts';
import type { DrawnLine, DrawnNode } from './drawn-graph.ts';
import type { LabelSide } from '../../../../domain/drawing/label-choice.ts';
import { decimal } from '../../theme/formats.ts';
import { atlasIndexOf } from './icon-atlas.ts';

/** What the view adds to Sigma's own states. `label`: where it has a place and covers no other; `cut`: only when cut shorter. */
export const nodeState = {
  faded: false,
  chosen: false,
  near: false,
  label: 'none' as LabelSide | 'none',
  cut: 'no' as Cut,
  tail: false,
};
/** `chosen`: selected itself, not one of its ends. */
export const lineState = { faded: false, near: false, named: false, chosen: false };

type NodeState = typeof nodeState & { isHovered: boolean };
type LineState = typeof lineState & { isHovered: boolean };

const longestLabel = 26;
/** Where a figure stands behind it. */
const longestWeighed = 18;
/** Where a longer one has no place. */
const longestCut = { short: 13, shortest: 8 } as const;
/** Pointed at, a name is shown whole; what is longer than this is no name. */
const longestWhole = 120;
const longestLineLabel = 64;
/** Of what a rule writes behind a name. */
const longestSaid = 18;
/** Beyond so many nodes only the foremost of each part of the stage may have its name. */
export const mostWishing = 1_500;
const fadedOpacity = 0.13;
const greyedOpacity = 0.22;
/** Of what is shown for context alone. */
export const contextOpacity = 0.42;

/** Pixels of a letter of a label, about, and of the gap between two labels. */
const letter = 6.4;
const gap = 14;

/** Pixels that a node takes with its label below it, from left to right. */
export function widthOf(drawn: DrawnNode): number {
  const label = nameOf(drawn).length * letter;
  return Math.max(label, 2 * drawn.radius) + gap;
}

/** Pixels that a node takes without its label, either way. */
export function bareWidthOf(drawn: DrawnNode): number {
  return 2 * drawn.radius + gap / 2;
}

/** How much shorter than usual a name is written beside its node. */
export type Cut = 'no' | 'short' | 'shortest';

/** A caption as it is written below its node; with its `tail` where others begin alike. */
function labelOf(text: string, longest = longestLabel, tail = false): string {
  if (text.length <= longest) return text;
  const end = tail ? Math.floor((longest - 1) / 2) : 0;
  return `${text.slice(0, longest - 1 - end)}…${end > 0 ? text.slice(-end) : ''}`;
}

/** For what is of no type of the schema. */
const noIcon = -1;

/** Behind the name of what has a note or a tag. */
export const noteMark = '✎';

/** Before the name of what the graph no longer has. */
export const goneMark = '✕';

/** What is written beside a node. */
export type Named = Pick<
  DrawnNode,
  'node' | 'noted' | 'gone' | 'tells' | 'says' | 'mark' | 'added'
>;

/** The name of a node as it is written beside it. */
export function nameOf(
  { node, noted, gone, tells, says, mark, added }: Named,
  longest?: number,
  tail = false,
): string {
  const grade = added ? ` · ${gradeOf(added)}` : '';
  const weight = tells?.weight ? ` +${decimal(tells.weight)}` : '';
  const most = longest ?? (weight === '' ? longestLabel : longestWeighed);
  const before = (gone ? `${goneMark} ` : '') + (mark ? `${lookMarks[mark].sign} ` : '');
  const told = says === null ? '' : ` · ${labelOf(says, longestSaid)}`;
  const name = before + labelOf(node.caption, most, tail) + grade + weight + told;
  return noted ? `${name} ${noteMark}` : name;
}

/** The name as it is written beside a node, cut shorter where there is no place for the usual one. */
export function writtenName(drawn: Named, cut: Cut, tail: boolean): string {
  return nameOf(drawn, cut === 'no' ? undefined : longestCut[cut], tail);
}

/** "paid through ×3 · Jan – Mar 2024": what a line stands for; the time of it when it is pointed at itself. */
export function saidOfLine(bundle: EdgeGroup, isPointedAt: boolean): string {
  if (!isPointedAt) return labelOf(captionOfBundle(bundle));
  const span = spanOfBundle(bundle);
  return labelOf(
    span === null ? captionOfBundle(bundle) : `${captionOfBundle(bundle)} · ${span}`,
    longestLineLabel,
  );
}

/** Looks of nodes by their type, as the schema declares them, and by what the analyst points at. */
export function nodeStyles(scheme: Scheme, palette: Palette, scale: number) {
  const looks = ({ node }: DrawnNode) => nodeType(node.type);
  return {
    x: { attribute: 'x' },
    y: { attribute: 'y' },
    size: ({ radius }: DrawnNode) => scale * radius,
    color: ({ colour }: DrawnNode) => colour[scheme],
    shape: ({ shape }: DrawnNode) => shape,
    opacity: (drawn: DrawnNode, state: NodeState) => nodeOpacity(drawn, state),
    icon: (drawn: DrawnNode) =>
      drawn.added?.type === 'thing'
        ? noIcon
        : atlasIndexOf(drawn.mark ? lookMarks[drawn.mark].icon : looks(drawn).icon),
    added: ({ added }: DrawnNode) => (added ? 1 : 0),
    held: ({ members }: DrawnNode) => (members.length > 0 ? 1 : 0),
    ring: ({ node }: DrawnNode) => ringOf(node) ?? -1,
    stub: ({ node }: DrawnNode) => (node.stub ? 1 : 0),
    chosen: (_drawn: DrawnNode, state: NodeState) => (state.chosen ? 1 : 0),
    label: (drawn: DrawnNode, { label, cut, tail, isHovered }: NodeState) => {
      if (isHovered) return nameOf(drawn, longestWhole);
      return label === 'none' ? '' : writtenName(drawn, cut, tail);
    },
    labelColor: palette.ink,
    labelSize: 12,
    labelPosition: (_drawn: DrawnNode, { label }: NodeState) =>
      label === 'none' ? 'below' : label,
    labelBackgroundColor: palette.labelGround,
    labelBackgroundPadding: 2,
    labelVisibility: ({ outside }: DrawnNode, state: NodeState) => {
      if (state.isHovered) return 'visible' as const;
      const isHidden = state.faded || (outside && !state.chosen) || state.label === 'none';
      return isHidden ? ('hidden' as const) : ('visible' as const);
    },
    depth: (_drawn: DrawnNode, state: NodeState) =>
      state.chosen || state.isHovered ? ('topNodes' as const) : ('nodes' as const),
    cursor: 'pointer',
    backdropVisibility: 'hidden' as const,
  };
}

function nodeOpacity({ node, outside }: DrawnNode, state: NodeState): number {
  const { faded, chosen, isHovered } = state;
  if (faded || (outside && !chosen && !isHovered)) return fadedOpacity;
  return isContext(node) && !chosen && !isHovered ? contextOpacity : 1;
}

/** Of an account that is shown for context alone no score is drawn. */
export function ringOf(node: DrawnNode['node']): number | null {
  return isContext(node) ? null : node.score;
}

const addedWidth = 2;

/** Pixels; a bundle of many relations is thicker, and what binds two the thicker the surer it is. */
export function lineWidth({ relations, bond, added }: EdgeGroup): number {
  if (added) return addedWidth;
  if (bond) return 1.3 + Math.min(4.5, 2 * bond.weight);
  return 1.3 + Math.min(3, Math.log2(relations.length) * 0.6);
}

/** What an analyst has confirmed is drawn as firmly as what a row states. */
export function isDashed({ derived, verdict }: EdgeGroup): boolean {
  return derived && verdict !== 'confirmed';
}

/** What an analyst added by hand is always said: no row could be asked what it means. */
function isNamed({ verdict, added }: EdgeGroup, state: LineState): boolean {
  return (
    ((verdict !== null || added !== undefined) && !state.faded) || state.named || state.isHovered
  );
}

const rejectedOpacity = 0.45;
/** How far lines between the same two nodes bend away from one another. */
const parallelSpread = 0.22;

/** In [0, 1]. */
export function lineOpacity(
  { bundle, faint, context, gone }: DrawnLine,
  { faded, isHovered }: Pick<LineState, 'faded' | 'isHovered'>,
): number {
  if (faded) return fadedOpacity / 2;
  if (bundle.verdict === 'rejected' || gone) return rejectedOpacity;
  if (isHovered) return 1;
  if (faint) return greyedOpacity;
  return context ? contextOpacity : 1;
}

/** As the paint of lines knows it. */
const dotted = 2;

export function lineStyles(palette: Palette) {
  return {
    // What binds two of a row passes by those between them.
    path: ({ bundle }: DrawnLine) => (bundle.bond ? ('curved' as const) : ('straight' as const)),
    parallelPath: 'curved',
    selfLoopPath: 'curved',
    head: ({ bundle }: DrawnLine) => (bundle.bond ? ('none' as const) : ('arrow' as const)),
    size: ({ bundle }: DrawnLine) => lineWidth(bundle),
    dashed: ({ bundle }: DrawnLine) => (bundle.added ? dotted : isDashed(bundle) ? 1 : 0),
    color: ({ bundle }: DrawnLine, state: LineState) =>
      bundle.added
        ? palette.added
        : state.near || state.isHovered
          ? palette.lineFocus
          : palette.line,
    parallelSpread,
    opacity: (line: DrawnLine, state: LineState) => lineOpacity(line, state),
    label: ({ bundle, gone }: DrawnLine, state: LineState) => {
      const mark = gone ? `${goneMark} ` : '';
      // Of thousands of lines hardly one is named.
      const isSaid = state.chosen || isNamed(bundle, state);
      return isSaid ? mark + saidOfLine(bundle, state.chosen || state.isHovered) : '';
    },
    labelVisibility: ({ bundle }: DrawnLine, state: LineState) =>
      isNamed(bundle, state) ? ('visible' as const) : ('hidden' as const),
    labelColor: palette.faint,
    labelSize: 11,
    labelBackgroundColor: palette.labelGround,
    labelBackgroundPadding: 2,
    depth: (_line: DrawnLine, state: LineState) =>
      state.near || state.isHovered ? ('topEdges' as const) : ('edges' as const),
    cursor: 'pointer',
  };
}
