/** Lets an erased account be loaded again. */
import { loadQuery } from '../../../cypher/load-query.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { markOf } from '../../ingest/load/erased-accounts.ts';
import { actor } from '../../platform/access/actor.ts';
import { NotFoundError } from '../../platform/problems.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { readmitted } from '../../trust/custody/retention-acts.ts';
import { recorded } from '../../trust/custody/recorded.ts';
import { erasureOf } from './erasure-store.ts';

/** Returns the id of its erasure. Throws NotFoundError where it was not erased, or not to its end. */
export async function readmitAccount(
  database: Database,
  settings: Settings,
  account: string,
  why: string,
): Promise<string> {
  const mark = await markOf(settings, account);
  const known = await erasureOf(database, mark);
  if (!known || 'open' in known) throw new NotFoundError(messages.retention.notErased(account));
  const by = { mark, by: actor(), at: new Date().toISOString() };
  await recorded(settings.home, readmitted(known.id, account, why), () =>
    database.write(loadQuery('retention/readmit'), by),
  );
  return known.id;
}
