import type { Database } from '../server/graph/neo4j/database.ts';
import { withLease } from '../server/graph/neo4j/lease.ts';
import { silentProgress } from '../server/platform/progress.ts';
import { deferred } from './deferred.ts';

/** Takes the turn that every detection waits for; what is returned gives it back. */
export async function anotherDetects(database: Database): Promise<() => Promise<void>> {
  const [begun, ended] = [deferred(), deferred()];
  const detection = withLease(database, silentProgress, async () => {
    begun.resolve();
    await ended.promise;
  });
  await Promise.race([begun.promise, detection]);
  return () => {
    ended.resolve();
    return detection;
  };
}
