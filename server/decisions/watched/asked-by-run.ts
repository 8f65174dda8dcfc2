import { loadQuery } from '../../../cypher/load-query.ts';
import type { TriageState } from '../../../domain/disposition.ts';
import { groupBy } from '../../../domain/group-by.ts';
import type { PatternAsking, PatternPrecision } from '../../../domain/watched-pattern.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { RawNode } from '../../graph/neo4j/records.ts';
import { answerOf, askingOf, measuredBy, watchOf, type StoredAnswer } from './watch-store.ts';

/** What a run asked a watched pattern, and what it answered anew. */
export interface AskedPattern extends PatternAsking {
  query: string;
  title: string;
  owner: string;
  new: (Pick<StoredAnswer, 'id' | 'ref' | 'accounts'> & { state: TriageState })[];
  measured: PatternPrecision;
}

/** By the phrase; none where nothing was watched at that run. */
export async function askedByRun(database: Database, run: string): Promise<AskedPattern[]> {
  const rows = await database.read<{ asking: RawNode; watch: RawNode }>(
    loadQuery('watched/asked_by_run'),
    { run },
  );
  if (rows.length === 0) return [];
  const answers = await database.read<{ answer: RawNode; state: TriageState }>(
    loadQuery('watched/answers_of_run'),
    { run },
  );
  const byWatch = groupBy(
    answers.map(({ answer, state }) => ({ ...answerOf({ answer }), state })),
    ({ watch }) => watch,
  );
  const asked = rows.map((row) => ({ asking: askingOf(row), watch: watchOf(row) }));
  const measured = await measuredBy(
    database,
    asked.map(({ watch }) => watch),
  );
  return asked.map(({ asking, watch }) => ({
    ...asking,
    ...{ query: watch.query, title: watch.title, owner: watch.owner },
    new: (byWatch.get(watch.id) ?? []).map(({ id, ref, accounts, state }) => ({
      ...{ id, ref, accounts, state },
    })),
    measured: measured(watch),
  }));
}
