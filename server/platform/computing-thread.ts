import { Worker } from 'node:worker_threads';
import { isSource } from './run-options.ts';

/** What a thread is given, as its `workerData`. */
export interface Given<Input> {
  input: Input;
}

/**
 * What a module makes of the input in a thread of its own, so that nothing else waits for it: the module posts one
 * message, the answer to what it was given. Throws what the thread throws, or says that it ended without an answer.
 * `moved`: memory of the input that becomes the thread's own, rather than being copied.
 */
export function computedInThread<Answer>(
  thread: URL,
  input: unknown,
  moved: readonly ArrayBuffer[] = [],
): Promise<Answer> {
  const worker = startedThread(thread, input, moved);
  return new Promise((resolve, reject) => {
    worker.once('message', (answer: Answer) => resolve(answer));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread ended with ${String(code)}.`)));
  });
}

/** A thread of a module of the program, be it a source or compiled. */
export function startedThread(
  thread: URL,
  input: unknown,
  moved: readonly ArrayBuffer[] = [],
): Worker {
  const file = isSource(thread) ? new URL('source-thread.mjs', import.meta.url) : thread;
  return new Worker(file, {
    workerData: { thread: thread.href, input },
    transferList: [...moved],
  });
}
