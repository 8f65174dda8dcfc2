import { formatRef, nodeType } from '../../../domain/graph.ts';
import type { Palette } from '../theme/palette.ts';
import type { Scheme } from '../theme/scheme.ts';
import { captionOfBundle } from './bundles.ts';
import type { DrawnLine, DrawnNode } from './drawn-graph.ts';
import { atlasIndexOf } from './icon-atlas.ts';

/** What the view adds to Sigma's own states. */
export const nodeState = { faded: false, chosen: false, near: false };
export const lineState = { faded: false, near: false };

type NodeState = typeof nodeState & { isHovered: boolean };
type LineState = typeof lineState & { isHovered: boolean };

const longestLabel = 34;
const fadedOpacity = 0.13;

/** Radius on the screen in pixels. */
function sizeOf({ node }: DrawnNode): number {
  if (node.score !== null) return 13 + 7 * node.score;
  return node.type === 'account' || node.type === 'watchlist_entry' ? 12 : 10.5;
}

function shortened(text: string): string {
  return text.length > longestLabel ? `${text.slice(0, longestLabel - 1)}…` : text;
}

/** Looks of nodes by their type, as the schema declares them, and by what the analyst points at. */
export function nodeStyles(scheme: Scheme, palette: Palette) {
  const looks = ({ node }: DrawnNode) => nodeType(node.type);
  return {
    x: { attribute: 'x' },
    y: { attribute: 'y' },
    size: (drawn: DrawnNode) => sizeOf(drawn),
    color: (drawn: DrawnNode) => looks(drawn).colour[scheme],
    shape: (drawn: DrawnNode) => looks(drawn).shape,
    opacity: (_drawn: DrawnNode, state: NodeState) => (state.faded ? fadedOpacity : 1),
    icon: (drawn: DrawnNode) => atlasIndexOf(looks(drawn).icon),
    ring: ({ node }: DrawnNode) => node.score ?? -1,
    stub: ({ node }: DrawnNode) => (node.stub ? 1 : 0),
    chosen: (_drawn: DrawnNode, state: NodeState) => (state.chosen ? 1 : 0),
    label: ({ node }: DrawnNode) => shortened(node.caption),
    labelColor: palette.ink,
    labelSize: 12.5,
    labelBackgroundColor: palette.labelGround,
    labelBackgroundPadding: 2,
    labelVisibility: (_drawn: DrawnNode, state: NodeState) => {
      if (state.faded) return 'hidden' as const;
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

export function lineStyles(palette: Palette) {
  return {
    path: 'straight',
    parallelPath: 'curved',
    selfLoopPath: 'curved',
    head: 'arrow',
    size: ({ bundle }: DrawnLine) => 1.3 + Math.min(3, Math.log2(bundle.relations.length) * 0.6),
    dashed: ({ bundle }: DrawnLine) => (bundle.derived ? 1 : 0),
    color: (_line: DrawnLine, state: LineState) =>
      state.near || state.isHovered ? palette.lineFocus : palette.line,
    opacity: (_line: DrawnLine, state: LineState) => (state.faded ? fadedOpacity / 2 : 1),
    label: ({ bundle }: DrawnLine) => shortened(captionOfBundle(bundle)),
    labelVisibility: (_line: DrawnLine, state: LineState) =>
      state.near || state.isHovered ? ('visible' as const) : ('hidden' as const),
    labelColor: palette.faint,
    labelSize: 11,
    labelBackgroundColor: palette.labelGround,
    labelBackgroundPadding: 2,
    depth: (_line: DrawnLine, state: LineState) =>
      state.near || state.isHovered ? ('topEdges' as const) : ('edges' as const),
    cursor: 'pointer',
  };
}

/** The reference of a drawn node. */
export function refOfDrawn({ node }: DrawnNode): string {
  return formatRef(node);
}
