import { messages } from '../../../../domain/messages/index.ts';
import { commandLine, isRunning, parentOf } from '../../../platform/process-table.ts';

const text = messages.commands.up;

/** Nobody is told that a process further up has ended; it is looked for this often. */
const lookMs = 1_000;
/** npm starts a shell, which starts us. */
const generations = 3;

/**
 * Resolves when the process is asked to end, with what to say then: by Ctrl+C or a signal, or because the npm that
 * started it was killed, which would leave it running unseen. A second Ctrl+C ends it at once.
 */
export function askedToEnd(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => resolve(text.stopping));
    }
    const npm = startedByNpm();
    if (npm === null) return;
    const watch = setInterval(() => {
      if (isRunning(npm)) return;
      clearInterval(watch);
      resolve(text.parentGone);
    }, lookMs);
    watch.unref();
  });
}

/** The npm or npx among our forebears; npm names itself in the table of processes. */
function startedByNpm(): number | null {
  if (process.env['npm_lifecycle_event'] === undefined) return null;
  let pid = process.ppid;
  for (let generation = 0; generation < generations && pid > 1; generation++) {
    if (/^(npm|npx)\b/.test(commandLine(pid))) return pid;
    pid = parentOf(pid);
  }
  return null;
}
