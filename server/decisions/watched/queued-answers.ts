import type { TriageItem } from '../../../domain/disposition.ts';
import type { PatternAnswer } from '../../../domain/watched-pattern.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { knownAnswers, measuredBy, watchesOf, type StoredAnswer } from './watch-store.ts';

/** The same items of the queue; answers of patterns with which pattern’s they are, their title in the language in force. */
export async function withAnswers<T extends TriageItem>(
  database: Database,
  items: readonly T[],
): Promise<T[]> {
  const ids = items.filter(({ kind }) => kind === 'answer').map(({ of }) => of);
  if (ids.length === 0) return [...items];
  const stored = await knownAnswers(database, ids);
  const told = new Map((await toldAnswers(database, stored)).map((answer) => [answer.id, answer]));
  return items.map((item) => {
    const answer = told.get(item.of);
    return answer ? { ...item, answer, title: titleOf(answer) } : item;
  });
}

function titleOf({ title, accounts, ref }: PatternAnswer): string {
  const { answer, named } = messages.watchedPattern;
  return answer(title, named(accounts.length > 0 ? accounts : [ref]));
}

async function toldAnswers(
  database: Database,
  answers: readonly StoredAnswer[],
): Promise<PatternAnswer[]> {
  const measured = await measuredBy(database, answers);
  const watches = new Map(
    (
      await Promise.all(
        [...new Set(answers.map(({ query }) => query))].map((query) => watchesOf(database, query)),
      )
    )
      .flat()
      .map((watch) => [watch.id, watch]),
  );
  return answers.flatMap(({ watch, run, ...answer }) => {
    const of = watches.get(watch);
    if (!of) return [];
    const { id, query, version, ref, accounts } = answer;
    const { title, owner } = of;
    return {
      ...{ id, query, version, title, owner, run: run ?? '', ref, accounts },
      measured: measured({ query, version }),
    };
  });
}
