import type { HonestExplanation } from '../../../domain/honest-explanation.ts';
import type { GroupTerm } from '../../../domain/finding.ts';
import { termOf, type GroupModel } from '../weights/weights.ts';

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
const certain = 10;

/** Where this share of the members show a sign, it is as good as all. */
const most = 0.6;

/** What a term weighs of which so many members (of `size`) are a surprise of so many natural units. */
export function surpriseWeight(
  name: string,
  { nats, accounts, size }: { nats: number; accounts: number; size: number },
  { model, tight, picked }: Weighing,
): number {
  return (
    termOf(model, name).weight *
    tight *
    Math.min(1, Math.max(0, nats - picked) / certain) *
    Math.min(1, accounts / (most * size))
  );
}

export function explainedShares(explained: object | undefined): [HonestExplanation, number][] {
  return Object.entries(explained ?? {}) as [HonestExplanation, number][];
}
