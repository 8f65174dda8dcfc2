import { Worker } from 'node:worker_threads';
import { isSource } from './run-options.ts';

/**
 * What a module makes of the input in a thread of its own, so that nothing else waits for it: the module posts one
 * message, the answer to its `workerData`. `thread` is the module; beside its source lies one of the same name that begins
 * it by tsx (`.mjs`). Throws what the thread throws, or says that it ended without an answer.
 */
export function computedInThread<Answer>(thread: URL, input: unknown): Promise<Answer> {
  const file = isSource(thread) ? new URL(thread.href.replace(/\.ts$/, '.mjs')) : thread;
  const worker = new Worker(file, { workerData: input });
  return new Promise((resolve, reject) => {
    worker.once('message', (answer: Answer) => resolve(answer));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread ended with ${String(code)}.`)));
  });
}
