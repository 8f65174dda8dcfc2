import { loadQuery } from '../../../cypher/load-query.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { caseById } from './case-store.ts';

/** The id of a case, and of all that are joined into it, into those too. Throws NotFoundError. */
export async function familyOf(database: Database, id: string): Promise<string[]> {
  await caseById(database, id);
  return joinedInto((query, params) => database.read(query, params), id);
}

/** The same of a case that is there, asked as the caller asks. */
export async function joinedInto(
  ask: (query: string, params: { ids: string[] }) => Promise<{ id: string }[]>,
  id: string,
): Promise<string[]> {
  const found = new Set([id]);
  for (let ids = [id]; ids.length > 0;) {
    const rows = await ask(loadQuery('cases/joined_into'), { ids });
    ids = rows.map((row) => row.id).filter((one) => !found.has(one));
    for (const one of ids) found.add(one);
  }
  return [...found];
}
