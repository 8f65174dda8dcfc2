import { parentPort, workerData } from 'node:worker_threads';
import type { Given } from '../../platform/computing-thread.ts';
import { likenessOf } from './text-likeness.ts';
import type { Text } from './text-source.ts';

/** A thread of its own: the arithmetic of a few hundred thousand texts takes minutes. */
const { input } = workerData as Given<Text[]>;
parentPort!.postMessage(await likenessOf(input));
