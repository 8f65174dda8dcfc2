import { loadQuery } from '../../../cypher/load-query.ts';
import type { Database } from '../../graph/neo4j/database.ts';

/** A client and an account that it hired or rated. */
export interface Hire {
  client: string;
  hired: string;
}

/** `asOf`: a time as text; nothing that happened later is read. Each pair once, in no order. */
export async function readHires(database: Database, asOf: string): Promise<Hire[]> {
  return database.read<Hire>(loadQuery('detect/hires'), { as_of: asOf });
}
