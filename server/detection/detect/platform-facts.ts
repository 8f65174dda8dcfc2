/** What scores need to know of a platform beside what detectors find there. */
import type { Family } from '../../../domain/detector.ts';
import { exitUsesSql, readExitUses, type ExitUse } from '../derive/exit-uses.ts';
import { hiresSql, readHires, type Hire } from '../derive/hires.ts';
import { recordedFamilies } from '../derive/recorded-families.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { Columns } from '../columns/columns.ts';
import { openColumns } from '../columns/open-columns.ts';
import { graphAccounts } from './graph-accounts.ts';
import { endOfTime } from './run-detector.ts';

export interface PlatformFacts {
  /** Every account of the graph. */
  accounts: string[];
  /** How many of them there were at the time asked for. */
  then: number;
  exitUses: ExitUse[];
  hires: Hire[];
  recorded: Family[];
}

/** What `platformFacts` asks of columns. */
export const factsSql = [exitUsesSql, hiresSql];

/** `asOf`: null for all that there is; `columns`: opened with what it asks of them. One after the other, for each passes over much, and detectors are asked meanwhile. */
export async function platformFacts(
  database: Database,
  columns: Columns,
  asOf: string | null,
): Promise<PlatformFacts> {
  const { all, then } = await graphAccounts(database, asOf);
  const exitUses = await readExitUses(columns, asOf ?? endOfTime);
  const hires = await readHires(columns, asOf ?? endOfTime);
  const recorded = await recordedFamilies(database);
  return { accounts: all, then, exitUses, hires, recorded };
}

/** The same over columns that are read for it alone. */
export async function platformFactsAlone(
  database: Database,
  asOf: string | null,
): Promise<PlatformFacts> {
  const columns = openColumns(database, factsSql);
  try {
    return await platformFacts(database, columns, asOf);
  } finally {
    await columns.close();
  }
}
