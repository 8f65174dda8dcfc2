import type { Database } from '../../../graph/neo4j/database.ts';
import { openDatabase } from '../../../operations/store/open.ts';
import { terminalProgress } from '../../../platform/progress.ts';
import { readSettings } from '../../../platform/settings/settings.ts';

/** For work that is over in a moment. */
export async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const progress = terminalProgress();
  const open = await openDatabase(readSettings(), progress);
  progress.end();
  try {
    await work(open.database);
  } finally {
    await open.close();
  }
}
