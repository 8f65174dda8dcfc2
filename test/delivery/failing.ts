import { join } from 'node:path';
import type { Recipient } from '../../domain/input/delivery.ts';
import type { TestDatabase } from '../database.ts';
import { reportOf, sender } from './sending.ts';

export function folderRecipient(path: string): Recipient {
  return { kind: 'folder', path, formats: ['html'], language: 'en' };
}

/** The ids of deliveries that failed, since their folder, though it is allowed, is not there. */
export async function failedDeliveries(tested: TestDatabase): Promise<string[]> {
  const sending = sender(tested);
  const recipient = folderRecipient(join(tested.settings.home, 'reports', 'not-there'));
  for (const id of ['one', 'two', 'three']) await sending.enqueue(reportOf(id), recipient);
  return (await sending.deliver()).map(({ id }) => id);
}
