import { loadSql } from '../../../cypher/load-query.ts';
import type { Columns } from '../columns/columns.ts';

/** A client and an account that it hired or rated. */
export interface Hire {
  client: string;
  hired: string;
}

/** What `readHires` asks of columns. */
export const hiresSql = loadSql('derive/hires');

/** `asOf`: a time as text; nothing that happened later is read. Each pair once, in order. */
export async function readHires(columns: Columns, asOf: string): Promise<Hire[]> {
  const rows = await columns.all(hiresSql, { as_of: asOf });
  return rows as unknown as Hire[];
}
