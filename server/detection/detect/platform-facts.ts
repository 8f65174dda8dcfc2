/** What scores need to know of a platform beside what detectors find there. */
import type { Family } from '../../../domain/detector.ts';
import { readExitUses, type ExitUse } from '../derive/exit-uses.ts';
import { readHires, type Hire } from '../derive/hires.ts';
import { recordedFamilies } from '../derive/recorded-families.ts';
import type { Database } from '../../graph/neo4j/database.ts';
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

/** `asOf`: null for all that there is. One after the other, for each passes over much, and detectors are asked meanwhile. */
export async function platformFacts(
  database: Database,
  asOf: string | null,
): Promise<PlatformFacts> {
  const { all, then } = await graphAccounts(database, asOf);
  const exitUses = await readExitUses(database, asOf ?? endOfTime);
  const hires = await readHires(database, asOf ?? endOfTime);
  const recorded = await recordedFamilies(database);
  return { accounts: all, then, exitUses, hires, recorded };
}
