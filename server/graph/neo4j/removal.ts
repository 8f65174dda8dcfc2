/** Removing data of the graph, which nobody else may read or write meanwhile that would trip over it. */
import { setTimeout as after } from 'node:timers/promises';
import { loadQuery } from '../../../cypher/load-query.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Progress } from '../../platform/progress.ts';
import type { Database } from './database.ts';
import { withLease } from './lease.ts';

const askMs = 1_000;

/**
 * Does the work while nobody detects or loads: under the lease of detection, and a load that begins meanwhile waits. `check` is
 * called once a load that begins would see it, and throws where one is under way already.
 */
export function withRemoval<T>(
  database: Database,
  progress: Progress,
  check: () => Promise<void>,
  work: () => Promise<T>,
): Promise<T> {
  return withLease(database, progress, async () => {
    await database.writeBriefly(loadQuery('retention/begin_removal'));
    try {
      await check();
      return await work();
    } finally {
      await database
        .writeBriefly(loadQuery('retention/end_removal'))
        // What ended the work is worth more than this; it ends with the lease.
        .catch(() => undefined);
    }
  });
}

/** Waits until nobody removes data; one that died does so no longer than its lease. */
export async function noRemoval(database: Database, progress: Progress): Promise<void> {
  for (;;) {
    const [found] = await database.read<{ by: string; since: string }>(
      loadQuery('retention/removal'),
    );
    if (!found) return;
    progress.step(messages.retention.waiting(found.by, found.since));
    await after(askMs);
  }
}
