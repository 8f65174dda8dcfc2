import type { Response } from 'express';

/** Aborted when whoever asks has gone before the answer. */
export function whenGone(response: Response): AbortSignal {
  const gone = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}
