import type { Range } from '../../../domain/look-rules.ts';

/** Ranges that nodes must lie in, and which do not as it was last reckoned. */
export interface RangeFilter {
  ranges: readonly Range[];
  /** Whether what lies outside is not drawn; else it is faded. */
  hides: boolean;
  /** References of nodes. */
  outside: ReadonlySet<string>;
}

export const noFilter: RangeFilter = { ranges: [], hides: false, outside: new Set() };
