import type { QueuedItem } from '../../../domain/queued-item.ts';
import { clusterTitle } from '../../../domain/labels/cluster-title.ts';
import { written } from '../theme/written.ts';
import { sentence } from '../ui/sentence-parts.ts';

type Titled = Pick<QueuedItem, 'title' | 'titled' | 'named'>;

/** What an item is called, as in other lists. */
export function itemTitle({ title, titled, named = [] }: Titled): string {
  return titled ? clusterTitle({ name: title, ...titled }, written) : sentence(title, named);
}
