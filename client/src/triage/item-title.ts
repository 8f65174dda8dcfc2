import type { QueuedItem } from '../../../domain/queued-item.ts';
import { clusterTitle } from '../../../domain/labels/cluster-title.ts';
import { written } from '../theme/written.ts';

/** What an item is called, as in other lists. */
export function itemTitle({ title, titled }: Pick<QueuedItem, 'title' | 'titled'>): string {
  return titled ? clusterTitle({ name: title, ...titled }, written) : title;
}
