import { setTimeout as after } from 'node:timers/promises';
import type { Database } from '../../graph/neo4j/database.ts';
import { isAway } from '../../platform/failures.ts';

const mostTries = 3;
/** A local server that hung is ended, started again and ready in a minute or two. */
const waitMs = 180_000;
const askMs = 2_000;

/**
 * Does the work, and does it again from its beginning where the database went away under it and came back: a run that
 * was half done has stored nothing. Throws what the work threw when it does not come back.
 */
export async function throughRestarts<T>(database: Database, work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (tried === mostTries || !isAway(error) || !(await isBack(database))) throw error;
    }
  }
}

async function isBack(database: Database): Promise<boolean> {
  const begun = performance.now();
  while (performance.now() - begun < waitMs) {
    const answers = await database.verify().then(
      () => true,
      () => false,
    );
    if (answers) return true;
    await after(askMs);
  }
  return false;
}
