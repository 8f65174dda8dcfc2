import type { NodeRef } from '../../../domain/schema/graph.ts';
import type { NodeValues } from '../../../domain/views.ts';
import { nodesByRef } from '../../graph/canvas/canvas.ts';
import type { Database } from '../../graph/neo4j/database.ts';

/** Nodes with every filled column, in the order asked for; those that are not in the graph are left out. */
export async function nodeValues(
  database: Database,
  refs: readonly NodeRef[],
): Promise<NodeValues[]> {
  const found = await nodesByRef(database, refs);
  return found.map(({ stored, shown }) => ({
    ...shown,
    values: stored.values,
    extra: stored.extra,
  }));
}
