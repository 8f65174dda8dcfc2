import { parentPort, workerData } from 'node:worker_threads';
import type { Given } from '../../platform/computing-thread.ts';
import { cutPart, type Uncut } from './cut-texts.ts';

/** One of the threads that share the texts of a platform among them. */
const { input } = workerData as Given<Uncut[]>;
const part = cutPart(input);
const { tokens, begins, shingles, shinglesBegin, signed, signatures } = part;
const arrays = [tokens, begins, shingles, shinglesBegin, signed, signatures];
parentPort!.postMessage(
  part,
  arrays.map(({ buffer }) => buffer as ArrayBuffer),
);
