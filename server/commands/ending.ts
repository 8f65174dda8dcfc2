import { words } from '../../domain/words/index.ts';

/** Nobody is told that a parent has ended; it is looked for this often. */
const lookMs = 1_000;

/**
 * Resolves when the process is asked to end, with what to say then: by Ctrl+C or a signal, or because the npm that
 * started it was killed, which would leave it running unseen. A second Ctrl+C ends it at once.
 */
export function askedToEnd(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => resolve(words.commands.up.stopping));
    }
    if (process.env['npm_lifecycle_event'] === undefined) return;
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      resolve(words.commands.up.parentGone);
    }, lookMs);
    watch.unref();
  });
}
