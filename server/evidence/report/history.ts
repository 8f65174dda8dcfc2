/** How the figures went over the runs. */
import type { Run } from '../../../domain/finding.ts';
import { comparableRuns } from '../../decisions/compare/comparable.ts';
import type { Database } from '../../graph/neo4j/database.ts';

/** Runs that a report looks back at, itself among them: two weeks of mornings. */
const lookedBack = 14;

export interface TrendPoint {
  run: string;
  ended: string;
  findings: number;
  clusters: number;
  /** Accounts that are in a cluster. */
  accounts: number;
}

/** That run and those before it that it is fairly compared with, oldest first. */
export async function readHistory(database: Database, run: Run): Promise<Run[]> {
  const before = await comparableRuns(database, run);
  return [run, ...before.slice(0, lookedBack - 1)].reverse();
}

export async function trendOf(database: Database, history: readonly Run[]): Promise<TrendPoint[]> {
  const rows = await database.read<{ run: string; accounts: number }>(
    `UNWIND $runs AS run
     OPTIONAL MATCH (s:SkeinAccountScore {run: run}) WHERE s.cluster_id IS NOT NULL
     RETURN run, count(s) AS accounts`,
    { runs: history.map(({ run }) => run) },
  );
  const accounts = new Map(rows.map((row) => [row.run, row.accounts]));
  return history.map(({ run, ended, counts }) => ({
    run,
    ended,
    findings: counts['findings'] ?? 0,
    clusters: counts['clusters'] ?? 0,
    accounts: accounts.get(run) ?? 0,
  }));
}
