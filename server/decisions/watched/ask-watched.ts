import { loadQuery } from '../../../cypher/load-query.ts';
import type { Run } from '../../../domain/finding.ts';
import { mostFresh, type PatternAsking } from '../../../domain/watched-pattern.ts';
import { messages } from '../../../domain/messages/index.ts';
import { patternAnswered } from '../../trust/custody/acts.ts';
import { recorded } from '../../trust/custody/recorded.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { inEnglish } from '../../platform/locale.ts';
import { decidedOf, rowOf, stampedId, type Disposition } from '../triage/disposition.ts';
import { answersAt, askingProblem, type FoundAnswers } from './answers.ts';
import { newAnswers } from './new-answers.ts';
import { timeOf } from './try-on-past.ts';
import {
  activeWatches,
  createAnswers,
  createAsking,
  type StoredAnswer,
  type StoredWatch,
} from './watch-store.ts';

/** Who acts when a run does. */
const program = 'Skein';

/**
 * Asks every watched pattern what it answers as of a run that counts, and brings what is new to the queue, once: what it was asked
 * of before, under the same version, does not come again. A pattern that cannot be asked is noted, and ends nothing. `home`: whose
 * custody log records it; null for none.
 */
export async function askWatched(database: Database, home: string | null, run: Run): Promise<void> {
  const watches = await activeWatches(database);
  if (watches.length === 0) return;
  await database.apart(async (apart) => {
    for (const watch of watches) {
      const found = await answersAt(apart, watch.pattern, timeOf(run)).catch(askingProblem);
      await inEnglish(() => keep(database, home, { run, watch, found }));
    }
  });
}

interface Asked {
  run: Run;
  watch: StoredWatch;
  /** Or why it could not be asked. */
  found: FoundAnswers | string;
}

async function keep(
  database: Database,
  home: string | null,
  { run, watch, found }: Asked,
): Promise<void> {
  const of = { watch: watch.id, version: watch.version, run: run.run };
  const asked = { ...of, at: run.ended, as_of: timeOf(run) };
  if (typeof found === 'string') {
    const failed = { ...asked, answers: 0, fresh: 0, left: 0, cut: false, failed: found };
    await database.transaction((tx) => createAsking(tx, watch.query, failed));
    return;
  }
  const unknown = await newAnswers(database, watch, run.run, found.answers);
  const fresh = unknown.slice(0, mostFresh);
  const asking: PatternAsking = {
    ...{ ...asked, answers: found.answers.length, fresh: fresh.length },
    ...{ left: unknown.length - fresh.length, cut: found.cut, failed: null },
  };
  const queued = fresh.map((answer, at) => queuedAnswer(answer, watch, run, at));
  const write = () =>
    database.transaction(async (tx) => {
      await createAnswers(tx, fresh);
      await tx.run(loadQuery('triage/create'), { rows: queued.map(rowOf) });
      await createAsking(tx, watch.query, asking);
    });
  if (home === null || queued.length === 0) await write();
  else await recorded(home, patternAnswered(watch, run.run, queued.map(decidedOf)), write);
}

/** As an item of the queue that nobody has decided of yet. It has no score, and what it rests on counts for no other. */
function queuedAnswer(
  { id, ref, accounts }: StoredAnswer,
  { title }: StoredWatch,
  { run, ended }: Run,
  place: number,
): Disposition {
  const { answer, named } = messages.watchedPattern;
  return {
    ...{ id: stampedId('D', ended, place), kind: 'answer', subject: id, of: id, score: 0, run },
    title: answer(title, named(accounts.length > 0 ? accounts : [ref])),
    ...{ members: accounts, state: 'new', assignee: null, due: null, decision: null },
    ...{ earlier: null, proposed: null, snapshot: null, news: [] },
    ...{ revision: 0, changed: ended, changed_by: program, lineage: [], joined: null },
    ...{ first_found: ended, opened: ended, first_decided: null, with: null, found_by: null },
  };
}
