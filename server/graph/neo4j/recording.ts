import { AsyncLocalStorage } from 'node:async_hooks';
import type { Params } from './database.ts';

/** A read that was made, word for word. */
export interface Read {
  query: string;
  params: Params;
  rows: number;
}

const listening = new AsyncLocalStorage<Read[] | null>();

/** Does the work and returns every read of the database that it made, in the order in which they ended. */
export async function recorded(work: () => Promise<unknown>): Promise<Read[]> {
  const reads: Read[] = [];
  await listening.run(reads, work);
  return reads;
}

/** Does the work and keeps from whoever listens what it reads. */
export function unrecorded<T>(work: () => Promise<T>): Promise<T> {
  return listening.run(null, work);
}

/** Costs nothing where nobody listens. */
export function record(read: Read): void {
  listening.getStore()?.push(read);
}
