import { derivedRelations } from '../../domain/schema/derived.ts';
import type { Database } from '../../server/graph/neo4j/database.ts';
import type { Inferred } from './world.ts';

/** All that the program has inferred, as it stands in the graph. */
export async function inferredIn(database: Database): Promise<Inferred[]> {
  const found = await Promise.all(
    derivedRelations.map(({ relation }) =>
      database.read<Inferred>(
        `MATCH (a)-[r:${relation}]->(b)
         RETURN $relation AS relation, a.id AS from, b.id AS to, b.list AS list,
                coalesce(r.score, 0.0) AS score, coalesce(r.reason, '') AS reason, r.transfers AS transfers`,
        { relation },
      ),
    ),
  );
  return found.flat();
}
