/** What whoever works under a lease may write: nothing any more, once another has it. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Writer } from './database.ts';

/** Throws where the lease is another's; called last in each write transaction, and holds its answer until that has ended. */
export type Fence = (tx: Writer) => Promise<void>;

const fences = new AsyncLocalStorage<Fence | null>();

/** Each write transaction of the work, wherever it is made, passes the fence before it takes effect. */
export function fenced<T>(fence: Fence, work: () => Promise<T>): Promise<T> {
  return fences.run(fence, work);
}

/** What is no part of the work, such as asking for the lease. */
export function unfenced<T>(work: () => Promise<T>): Promise<T> {
  return fences.run(null, work);
}

/** What a write that is made here has to pass; null outside such work. */
export function fenceHere(): Fence | null {
  return fences.getStore() ?? null;
}
