import { parentPort } from 'node:worker_threads';
import type { Answered, Asked } from '../../server/platform/asked-thread.ts';

/** Answers with twice a number, and dies of a word. */
parentPort!.on('message', ({ number, question }: Asked<number | string>) => {
  if (typeof question === 'string') process.exit(3);
  parentPort!.postMessage({ number, answer: question * 2 } satisfies Answered<number>);
});
