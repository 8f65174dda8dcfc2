import type { HonestExplanation } from '../../../domain/honest-explanation.ts';
import type { GroupTerm } from '../../../domain/finding.ts';
import type { GroupModel } from '../weights/weights.ts';

/** A term before it is held against an explanation: what it weighs, and how much each explanation takes of it. */
export interface Weighed extends Omit<GroupTerm, 'weight'> {
  taken: ReadonlyMap<HonestExplanation, number>;
}

/** What weighs a surprise: as far as it is beyond chance, as many as show it, and as far as they hang together at all. */
export interface Weighing {
  model: GroupModel;
  tight: number;
  /** See `pickedFrom`. */
  picked: number;
}

/** So many natural units of surprise are as good as certain. */
export const certain = 10;

/** Where this share of the members show a sign, it is as good as all. */
export const most = 0.6;

export function explainedShares(explained: object | undefined): [HonestExplanation, number][] {
  return Object.entries(explained ?? {}) as [HonestExplanation, number][];
}
