import { parentPort, workerData } from 'node:worker_threads';
import { likenessOf } from './text-likeness.ts';
import type { Text } from './text-source.ts';

/** A thread of its own: the arithmetic of a few hundred thousand texts takes minutes. */
parentPort!.postMessage(likenessOf(workerData as Text[]));
