import type { NodeTypeName } from '../../../domain/schema.ts';

/** What the places of a layout by time mean, so that an axis can be drawn beside it. */
export interface TimeAxis {
  /** Milliseconds since 1970, and the x of both. */
  from: number;
  to: number;
  left: number;
  right: number;
  /** The middle of each type's lane. */
  lanes: readonly { type: NodeTypeName; y: number }[];
}
