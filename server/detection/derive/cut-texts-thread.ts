import { parentPort } from 'node:worker_threads';
import type { Answered, Asked } from '../../platform/asked-thread.ts';
import { arraysOf, cutPart, type CutPart } from './cut-texts.ts';
import type { Text } from './text-source.ts';

/** One of the threads that share the texts of a platform among them. */
parentPort!.on('message', ({ number, question }: Asked<Text[]>) => {
  const answer = cutPart(question);
  parentPort!.postMessage({ number, answer } satisfies Answered<CutPart>, arraysOf(answer));
});
