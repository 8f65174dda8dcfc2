import { loadQuery } from '../../../cypher/load-query.ts';
import type { ParameterRevision, Values } from '../../../domain/parameters.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { RawNode } from '../../graph/neo4j/records.ts';

/** Changes of parameters as the database keeps them: each a node of its own, tied to nothing and never written again. */

interface Row {
  revision: RawNode;
}

/** Throws the database's constraint error when the detector has that revision already. */
export async function storeRevision(
  database: Database,
  revision: ParameterRevision,
): Promise<void> {
  await database.write(loadQuery('parameters/create'), {
    revision: { ...revision, values: JSON.stringify(revision.values) },
  });
}

/** By id of the detector; those that nobody has changed are not among them. */
export async function activeRevisions(database: Database): Promise<Map<string, ParameterRevision>> {
  const rows = await database.read<Row>(loadQuery('parameters/in_force'));
  return new Map(rows.map(read).map((revision) => [revision.detector, revision]));
}

/** The one in force first. */
export async function revisionsOf(
  database: Database,
  detector: string,
): Promise<ParameterRevision[]> {
  return (await database.read<Row>(loadQuery('parameters/history'), { detector })).map(read);
}

function read({ revision: { properties } }: Row): ParameterRevision {
  const stored = properties as Record<string, string>;
  return {
    detector: stored['detector']!,
    revision: Number(stored['revision']),
    values: JSON.parse(stored['values']!) as Values,
    why: stored['why']!,
    trial: stored['trial'] ?? null,
    by: stored['by']!,
    at: stored['at']!,
  };
}
