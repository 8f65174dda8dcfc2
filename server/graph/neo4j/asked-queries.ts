import { channel, subscribe, unsubscribe } from 'node:diagnostics_channel';

/** A query of the program's own that was asked, once it has been answered or has failed; what people write is not among them. */
export interface AskedQuery {
  text: string;
  ms: number;
  failed: boolean;
}

const name = 'skein:asked-query';
const asked = channel(name);

/** Calls for each query that is asked in this process, where whoever asked it goes on, until it is told to stop. */
export function onAskedQuery(tell: (query: AskedQuery) => void): () => void {
  const listener = (message: unknown) => tell(message as AskedQuery);
  subscribe(name, listener);
  return () => {
    unsubscribe(name, listener);
  };
}

/** Asks, and tells whoever listens how long it took. */
export async function timed<T>(text: string, asking: () => Promise<T>): Promise<T> {
  if (!asked.hasSubscribers) return asking();
  const begun = performance.now();
  let failed = true;
  try {
    const answer = await asking();
    failed = false;
    return answer;
  } finally {
    asked.publish({ text, ms: performance.now() - begun, failed } satisfies AskedQuery);
  }
}
