import { messages } from '../../../domain/messages/index.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { UnavailableError } from '../../platform/problems.ts';

/** A click that takes longer is worth asking whether the database is still there. */
const patienceMs = 1_500;

/**
 * The answer, or UnavailableError as soon as it shows that the database is away. The driver alone would
 * try again for half a minute before it says so, and the page would seem to hang.
 */
export async function answerWithin<T>(database: Database, answer: () => Promise<T>): Promise<T> {
  const stop = new AbortController();
  try {
    return await Promise.race([answer(), databaseGone(database, stop.signal)]);
  } finally {
    stop.abort();
  }
}

/** Never resolves; rejects once the database does not answer. */
function databaseGone(database: Database, signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const timer = setInterval(() => {
      database.verify().catch((cause: unknown) => {
        reject(new UnavailableError(messages.http.databaseAway, [], { cause }));
      });
    }, patienceMs);
    signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  });
}
