/** What is withheld from whoever asks, known to the work that answers them, also what of it comes later. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { messages } from '../../../domain/messages/index.ts';
import { MarkedError } from '../../platform/problems.ts';
import { holdsWithheld } from './leave-out.ts';
import type { Withheld } from './withheld.ts';

const withholding = new AsyncLocalStorage<Withheld>();

export function answeringWithout<T>(withheld: Withheld, work: () => Promise<T>): Promise<T> {
  return withholding.run(withheld, work);
}

/** Throws MarkedError where a part of what goes into a file is withheld from whoever asks: a file of evidence is whole, or there is none. */
export function admitToAll(...parts: readonly Iterable<unknown>[]): void {
  const withheld = withholding.getStore();
  if (!withheld) return;
  for (const part of parts)
    for (const each of part)
      if (holdsWithheld(each, withheld)) throw new MarkedError(messages.lists.refused);
}
