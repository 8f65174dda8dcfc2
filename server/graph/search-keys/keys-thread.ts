import { parentPort } from 'node:worker_threads';
import type { Answered, Asked } from '../../platform/asked-thread.ts';
import { keysOrFault, type KeysAnswer, type KeysQuestion } from './keys-aside.ts';

/** A thread of its own: the words of names take longer than all else that is done with a row. */
parentPort!.on('message', ({ number, question }: Asked<KeysQuestion>) => {
  const answer = keysOrFault(question);
  parentPort!.postMessage({ number, answer } satisfies Answered<KeysAnswer>);
});
