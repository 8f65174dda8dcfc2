/** Lets no run take over what it found, and no rule or column what it saw, before data were removed. */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadQuery } from '../../../cypher/load-query.ts';
import { fileNames } from '../../../domain/schema/graph.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { columnsFolder } from '../../graph/neo4j/local-reset.ts';
import { ChangeLog } from '../../ingest/load/change-log.ts';

/**
 * To be called before anything is removed: however far that comes, everything is asked anew. It is noted as loads note what they write, so
 * that other homes of the same database go by it too.
 */
export async function forgetSeen(database: Database, home: string): Promise<void> {
  const touched = new ChangeLog();
  for (const file of fileNames) touched.file(file);
  await database.write(loadQuery('retention/note_removal'), {
    ...{ id: `removal-${randomUUID()}`, at: new Date().toISOString() },
    touched: JSON.stringify(touched.types()),
  });
  await database.write(loadQuery('retention/forget_bases'));
  await rm(join(home, columnsFolder), { recursive: true, force: true });
}
