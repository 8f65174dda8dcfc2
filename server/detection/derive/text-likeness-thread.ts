import { parentPort, workerData } from 'node:worker_threads';
import type { Given } from '../../platform/computing-thread.ts';
import { joined, type CutPart } from './cut-texts.ts';
import { likenessOf } from './text-likeness.ts';

/** A thread of its own: the arithmetic of a few hundred thousand texts takes minutes. */
const { input } = workerData as Given<CutPart[]>;
parentPort!.postMessage(likenessOf(joined(input)));
