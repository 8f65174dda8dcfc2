import type { LookRule } from '../../../domain/look-rules.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import type { SwatchName } from './swatches.ts';

/** What the size of a node may say. `links`: how many it has in the whole graph. */
export const sizings = ['uniform', 'score', 'links', 'money'] as const;
export type Sizing = (typeof sizings)[number];

/**
 * What the colour of a node may say. `country`: where an IP address is registered; never of a person. `change`: whether it
 * came or went between two runs; then the shape says so too.
 */
export const colourings = ['type', 'score', 'cluster', 'country', 'links', 'change'] as const;
export type Colouring = (typeof colourings)[number];

/** How a board is drawn. */
export interface BoardStyle {
  size: Sizing;
  colour: Colouring;
  /** Types whose colour was chosen on this board. */
  typeColours: ReadonlyMap<NodeTypeName, SwatchName>;
  /** Laid over what sizes and colours say, in their order. */
  rules: readonly LookRule[];
}

export const usualStyle: BoardStyle = {
  size: 'score',
  colour: 'type',
  typeColours: new Map(),
  rules: [],
};
