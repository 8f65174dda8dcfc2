import type { Judgement } from '../../../domain/judgement.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Inferred } from './derivation.ts';

/** What analysts have decided of inferred relations, by `<RELATION>|<key>`. */
export type JudgedRelations = ReadonlyMap<string, JudgedRelation>;

export interface JudgedRelation {
  verdict: 'confirmed' | 'rejected';
  /** Who, when and why, in one line. */
  said: string;
  kept: Kept | null;
}

/** What is written of a confirmed relation when its rule no longer says so; null where only the rule can say. */
export type Kept = Pick<Inferred, 'from' | 'to' | 'score' | 'reason'>;

export interface StoredJudgement extends Judgement {
  kept: Kept | null;
}

export const noneJudged: JudgedRelations = new Map();

/** Who, when and why, in one line. */
export function saidOf({ verdict, by, at, why }: Judgement): string {
  return messages.judgements.said[verdict](by, at, why);
}

/** What derivations are to make of the judgements in force. */
export function judgedRelations(judgements: readonly StoredJudgement[]): JudgedRelations {
  return new Map(
    judgements.flatMap((judgement) => {
      const { relation, verdict, kept } = judgement;
      return relation ? [[relation.key, { verdict, said: saidOf(judgement), kept }] as const] : [];
    }),
  );
}
