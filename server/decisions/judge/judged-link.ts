import type { Judgement } from '../../../domain/judgement.ts';
import type { Run } from '../../../domain/finding.ts';
import { judgedPairs, pairOf, type JudgedPairs } from '../../detection/link/judged-pairs.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { judgementsByIds, activeJudgements } from './judgement-store.ts';

/** What the run used of what analysts have judged of pairs of accounts. */
export async function judgedInRun(database: Database, run: Run): Promise<JudgedPairs> {
  return judgedPairs(await judgementsByIds(database, run.judgements ?? []));
}

/** The judgement about a pair of accounts that is in force now; null when there is none. */
export async function judgedNow(
  database: Database,
  a: string,
  b: string,
): Promise<Judgement | null> {
  return judgementOf(judgedPairs(await activeJudgements(database)), a, b);
}

export function judgementOf(
  { confirmed, rejected }: JudgedPairs,
  a: string,
  b: string,
): Judgement | null {
  return rejected.get(pairOf(a, b)) ?? confirmed.get(pairOf(a, b)) ?? null;
}
