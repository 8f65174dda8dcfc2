import type { Judgement } from '../../domain/judgement.ts';
import { words } from '../../domain/words/index.ts';
import type { JudgedRelations } from '../derive/judged-relations.ts';
import type { StoredJudgement } from './judgement-store.ts';

/** Who, when and why, in one line. */
export function saidOf({ verdict, by, at, why }: Judgement): string {
  return words.judgements.said[verdict](by, at, why);
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
