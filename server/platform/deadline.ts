import { messages } from '../../domain/messages/index.ts';
import { UnavailableError } from './problems.ts';

/** It was asked, and said nothing for as long as anybody may take. */
export class SilentError extends UnavailableError {}

/**
 * What the work brings, or SilentError once it has taken so long. The server keeps limits of its own, and says so;
 * this is for one that has stopped to answer: a driver would wait for it without end.
 */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let late: NodeJS.Timeout | undefined;
  const silent = new Promise<never>((_resolve, reject) => {
    late = setTimeout(() => reject(new SilentError(messages.database.failures.silent)), ms);
  });
  try {
    return await Promise.race([work, silent]);
  } finally {
    clearTimeout(late);
  }
}
