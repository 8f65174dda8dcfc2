import { parentPort, workerData } from 'node:worker_threads';
import type { Given } from '../../platform/computing-thread.ts';
import { arraysOf, cutPart } from './cut-texts.ts';
import type { Text } from './text-source.ts';

/** One of the threads that share the texts of a platform among them. */
const { input } = workerData as Given<Text[]>;
const part = cutPart(input);
parentPort!.postMessage(part, arraysOf(part));
