import type { Database } from '../../graph/neo4j/database.ts';
import { endOfTime } from './run-detector.ts';

/** Every account of the graph, and how many of them there were then. */
export async function graphAccounts(
  database: Database,
  asOf: string | null,
): Promise<{ all: string[]; then: number }> {
  const all: string[] = [];
  let then = 0;
  await database.each<{ id: string; was: boolean }>(
    `MATCH (a:Account) RETURN a.id AS id, coalesce(a._at, '') <= $asOf AS was`,
    { asOf: asOf ?? endOfTime },
    ({ id, was }) => {
      all.push(id);
      if (was) then += 1;
    },
  );
  return { all, then };
}

/** What has been loaded, by id. */
export async function loadIds(database: Database): Promise<string[]> {
  const rows = await database.read<{ id: string }>(
    'MATCH (l:SkeinLoad) RETURN l.id AS id ORDER BY l.id',
  );
  return rows.map((row) => row.id);
}
