import { collectExhibit, type ExhibitRequest } from '../exhibit/collect.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { withScratch } from '../../platform/scratch.ts';
import { withLocale } from '../../platform/locale.ts';
import { daysAfter, filingDays } from './deadline.ts';
import { narrative } from './narrative.ts';

export interface Draft {
  /** Markdown. */
  text: string;
  /** The day until which it is to be filed; null while no decision is known. */
  due: string | null;
}

/** Throws NotFoundError when there is nothing of that scope. */
export function draft(
  database: Database,
  settings: Settings,
  request: ExhibitRequest,
): Promise<Draft> {
  return withLocale(request.language, () =>
    withScratch(settings.home, async (scratch) => {
      const { exhibit } = await collectExhibit(database, settings, request, scratch);
      const decided = request.decided ?? null;
      const due = decided === null ? null : daysAfter(decided, filingDays);
      return { text: narrative(exhibit, decided), due };
    }),
  );
}
