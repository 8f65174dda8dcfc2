import { AsyncLocalStorage } from 'node:async_hooks';
import { setMaxListeners } from 'node:events';

const waiting = new AsyncLocalStorage<AbortSignal>();

/** Whoever waited for what was to be read has gone. */
export class GoneError extends Error {
  constructor() {
    super('Nobody waits for the answer any more.');
    this.name = 'GoneError';
  }
}

/**
 * Does the work for one who waits: once `gone` is aborted, what it reads throws GoneError, and Neo4j is told to end the
 * query. What it writes goes on to its end.
 */
export function whileWanted<T>(gone: AbortSignal, work: () => Promise<T>): Promise<T> {
  // As many read at once as a request asks for.
  setMaxListeners(0, gone);
  return waiting.run(gone, work);
}

/** What the reading brings, or GoneError once nobody waits for it; who reads gives the connection back then, which ends the query. */
export async function unlessGone<T>(reading: () => Promise<T>): Promise<T> {
  const gone = waiting.getStore();
  return gone ? unlessAborted(gone, () => new GoneError(), reading) : reading();
}

/** What the work brings, or that error once the signal is aborted; what it was asked of goes on by itself. */
export async function unlessAborted<T>(
  signal: AbortSignal,
  why: () => Error,
  work: () => Promise<T>,
): Promise<T> {
  if (signal.aborted) throw why();
  let leave: () => void = () => undefined;
  const left = new Promise<never>((_resolve, reject) => {
    leave = () => {
      reject(why());
    };
    signal.addEventListener('abort', leave, { once: true });
  });
  try {
    return await Promise.race([work(), left]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}
