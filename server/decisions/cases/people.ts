import { loadQuery } from '../../../cypher/load-query.ts';
import { actor } from '../../platform/access/actor.ts';
import type { Database } from '../../graph/neo4j/database.ts';

/** Whom a comment can name: who has acted, in the order of their names, and whoever asks. */
export async function people(database: Database): Promise<{ name: string; me: boolean }[]> {
  const rows = await database.read<{ name: string }>(loadQuery('cases/people'));
  const me = actor();
  const others = rows.map(({ name }) => name).filter((name) => name !== me);
  return [{ name: me, me: true }, ...others.map((name) => ({ name, me: false }))];
}
