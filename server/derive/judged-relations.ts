import type { Inferred } from './derivation.ts';

/** What analysts have decided of inferred relations, by `<RELATION>|<key>`. */
export type JudgedRelations = ReadonlyMap<string, JudgedRelation>;

export interface JudgedRelation {
  verdict: 'confirmed' | 'rejected';
  /** Who, when and why, in one line. */
  said: string;
  /** What is written of a confirmed one when its rule no longer says so; null where only the rule can say. */
  kept: Pick<Inferred, 'from' | 'to' | 'score' | 'reason'> | null;
}

export const noneJudged: JudgedRelations = new Map();
