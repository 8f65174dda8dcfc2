import { randomUUID } from 'node:crypto';
import type { DerivedRelationName } from '../../../domain/schema/derived.ts';
import type { Database } from '../../graph/neo4j/database.ts';

/** By inferred relation, a name that changes with what there is of it in the graph. */
export type Editions = Record<string, string>;

/** Those never written have none. */
export async function editionsOf(database: Database): Promise<Editions> {
  const rows = await database.read<{ relation: string; edition: string }>(
    'MATCH (e:SkeinInferredEdition) RETURN e.id AS relation, e.edition AS edition ORDER BY relation',
  );
  return Object.fromEntries(rows.map(({ relation, edition }) => [relation, edition]));
}

/** Called before anything of the relation is written or removed: killed half-way, it is another edition all the same. */
export async function beginEdition(
  database: Database,
  relation: DerivedRelationName,
): Promise<void> {
  await database.write('MERGE (e:SkeinInferredEdition {id: $relation}) SET e.edition = $edition', {
    relation,
    edition: randomUUID(),
  });
}
