import { collectExhibit, type ExhibitRequest } from '../../server/evidence/exhibit/collect.ts';
import type { Exhibit } from '../../server/evidence/exhibit/exhibit.ts';
import { withScratch } from '../../server/platform/scratch.ts';
import type { TestDatabase } from '../database.ts';

/** What `use` finds in all that an export would collect; it is gone afterwards. */
export function ofCollected<T>(
  { database, settings }: Pick<TestDatabase, 'database' | 'settings'>,
  request: ExhibitRequest,
  use: (exhibit: Exhibit) => T | Promise<T>,
): Promise<T> {
  return withScratch(settings.home, async (scratch) =>
    use((await collectExhibit(database, settings, request, scratch)).exhibit),
  );
}
