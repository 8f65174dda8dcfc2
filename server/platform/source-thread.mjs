/** Begins a thread of the sources: a thread of its own knows nothing of TypeScript yet. */
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData.thread);
