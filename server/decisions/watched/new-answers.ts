import type { Database } from '../../graph/neo4j/database.ts';
import { answerId, type FoundAnswer } from './answers.ts';
import { knownAnswers, type StoredAnswer, type StoredWatch } from './watch-store.ts';

/** Of what a watched version answers, what is not kept of it yet. `run`: which brings it; null for what was there when it was set. */
export async function newAnswers(
  database: Database,
  { id: watch, query, version }: Pick<StoredWatch, 'id' | 'query' | 'version'>,
  run: string | null,
  answers: readonly FoundAnswer[],
): Promise<StoredAnswer[]> {
  const all = answers.map((answer): StoredAnswer => ({
    ...{ id: answerId(query, version, answer.ref), watch, query, version, run },
    ...answer,
  }));
  const kept = await knownAnswers(
    database,
    all.map(({ id }) => id),
  );
  const known = new Set(kept.map(({ id }) => id));
  return all.filter(({ id }) => !known.has(id));
}
