import { nodeType } from '../../../domain/graph.ts';
import type { Palette } from '../theme/palette.ts';
import type { Scheme } from '../theme/scheme.ts';
import { captionOfBundle, type Bundle } from './bundles.ts';
import type { DrawnLine, DrawnNode } from './drawn-graph.ts';
import { atlasIndexOf } from './icon-atlas.ts';

/** What the view adds to Sigma's own states. */
export const nodeState = { faded: false, chosen: false, near: false };
export const lineState = { faded: false, near: false, named: false };

type NodeState = typeof nodeState & { isHovered: boolean };
type LineState = typeof lineState & { isHovered: boolean };

const longestLabel = 26;
/** Up to so many nodes the layout keeps room for each label. */
const allLabelled = 70;
const fadedOpacity = 0.13;

/** Radius on the screen in pixels. */
export function sizeOf({ node }: DrawnNode): number {
  if (node.score !== null) return 13 + 7 * node.score;
  return node.type === 'account' || node.type === 'watchlist_entry' ? 12 : 10.5;
}

/** Pixels of a letter of a label, about, and of the gap between two labels. */
const letter = 6.4;
const gap = 14;

/** Pixels that a node takes with its label below it, from left to right. */
export function widthOf(drawn: DrawnNode): number {
  const label = labelOf(drawn.node.caption).length * letter;
  return Math.max(label, 2 * sizeOf(drawn)) + gap;
}

/** Pixels that a node takes without its label, either way. */
export function bareWidthOf(drawn: DrawnNode): number {
  return 2 * sizeOf(drawn) + gap / 2;
}

/** A caption as it is written below its node. */
export function labelOf(text: string): string {
  return text.length > longestLabel ? `${text.slice(0, longestLabel - 1)}…` : text;
}

/** Looks of nodes by their type, as the schema declares them, and by what the analyst points at. */
export function nodeStyles(scheme: Scheme, palette: Palette, scale: number) {
  const looks = ({ node }: DrawnNode) => nodeType(node.type);
  return {
    x: { attribute: 'x' },
    y: { attribute: 'y' },
    size: (drawn: DrawnNode) => scale * sizeOf(drawn),
    color: (drawn: DrawnNode) => looks(drawn).colour[scheme],
    shape: (drawn: DrawnNode) => looks(drawn).shape,
    opacity: (_drawn: DrawnNode, state: NodeState) => (state.faded ? fadedOpacity : 1),
    icon: (drawn: DrawnNode) => atlasIndexOf(looks(drawn).icon),
    ring: ({ node }: DrawnNode) => node.score ?? -1,
    stub: ({ node }: DrawnNode) => (node.stub ? 1 : 0),
    chosen: (_drawn: DrawnNode, state: NodeState) => (state.chosen ? 1 : 0),
    label: ({ node }: DrawnNode) => labelOf(node.caption),
    labelColor: palette.ink,
    labelSize: 12,
    labelPosition: 'below' as const,
    labelBackgroundColor: palette.labelGround,
    labelBackgroundPadding: 2,
    labelVisibility: (
      _drawn: DrawnNode,
      state: NodeState,
      _whole: unknown,
      { order }: { order: number },
    ) => {
      if (state.faded) return 'hidden' as const;
      if (order <= allLabelled) return 'visible' as const;
      return state.chosen || state.near || state.isHovered
        ? ('visible' as const)
        : ('auto' as const);
    },
    depth: (_drawn: DrawnNode, state: NodeState) =>
      state.chosen || state.isHovered ? ('topNodes' as const) : ('nodes' as const),
    cursor: 'pointer',
    backdropVisibility: 'hidden' as const,
  };
}

/** Pixels; a bundle of many relations is thicker. */
export function lineWidth({ relations }: Bundle): number {
  return 1.3 + Math.min(3, Math.log2(relations.length) * 0.6);
}

/** What an analyst has confirmed is drawn as firmly as what a row states. */
export function isDashed({ derived, verdict }: Bundle): boolean {
  return derived && verdict !== 'confirmed';
}

const rejectedOpacity = 0.45;

export function lineStyles(palette: Palette) {
  return {
    path: 'straight',
    parallelPath: 'curved',
    selfLoopPath: 'curved',
    head: 'arrow',
    size: ({ bundle }: DrawnLine) => lineWidth(bundle),
    dashed: ({ bundle }: DrawnLine) => (isDashed(bundle) ? 1 : 0),
    color: (_line: DrawnLine, state: LineState) =>
      state.near || state.isHovered ? palette.lineFocus : palette.line,
    opacity: ({ bundle }: DrawnLine, state: LineState) => {
      if (state.faded) return fadedOpacity / 2;
      return bundle.verdict === 'rejected' ? rejectedOpacity : 1;
    },
    label: ({ bundle }: DrawnLine) => labelOf(captionOfBundle(bundle)),
    labelVisibility: ({ bundle }: DrawnLine, state: LineState) => {
      const judged = bundle.verdict !== null && !state.faded;
      return judged || state.named || state.isHovered ? ('visible' as const) : ('hidden' as const);
    },
    labelColor: palette.faint,
    labelSize: 11,
    labelBackgroundColor: palette.labelGround,
    labelBackgroundPadding: 2,
    depth: (_line: DrawnLine, state: LineState) =>
      state.near || state.isHovered ? ('topEdges' as const) : ('edges' as const),
    cursor: 'pointer',
  };
}
