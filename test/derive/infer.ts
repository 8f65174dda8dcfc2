import { openColumns } from '../../server/detection/columns/open-columns.ts';
import { storeInferred, type Derivation } from '../../server/detection/derive/derivation.ts';
import type { Database } from '../../server/graph/neo4j/database.ts';

/** Brings what the rule infers, at the end of time, to what it says now. */
export async function infer(database: Database, derivation: Derivation): Promise<void> {
  const columns = openColumns(database, derivation.counts ?? []);
  try {
    const said = await derivation.infer(database, '9999', columns);
    await storeInferred(database, derivation, said);
  } finally {
    await columns.close();
  }
}
