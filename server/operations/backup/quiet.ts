/** Whether nothing is at work that a backup would catch half-done. */
import { messages } from '../../../domain/messages/index.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { leaseHolder } from '../../graph/neo4j/lease.ts';
import { loadAlive } from '../../ingest/load/heartbeat.ts';
import { ConflictError } from '../../platform/problems.ts';

/** Throws ConflictError, which names who loads or detects, when somebody does. */
export async function refuseWhileAtWork(database: Database): Promise<void> {
  const load = await loadAlive(database, '');
  if (load) throw new ConflictError(messages.backup.loading(load.by, load.started));
  const lease = await leaseHolder(database);
  if (lease) throw new ConflictError(messages.backup.detecting(lease.by, lease.since));
}
