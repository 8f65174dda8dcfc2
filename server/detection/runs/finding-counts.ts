/** How many findings a run has, by detector: kept with it, so that no page of a list counts them. */
import type { BareFinding } from '../../../domain/finding.ts';
import type { Database } from '../../graph/neo4j/database.ts';

/** As the run's node keeps them. */
export function storedCounts(findings: readonly BareFinding[]): string {
  const counts: Record<string, number> = {};
  for (const { detector } of findings) counts[detector] = (counts[detector] ?? 0) + 1;
  return JSON.stringify(counts);
}

export interface CountedRun {
  ended: string;
  /** Null of a run of before they were kept, whose findings may not hold all that lists are ordered by either. */
  findings: Readonly<Record<string, number>> | null;
  /** How many of them are in no cluster; null of a run of before that was kept. */
  alone: number | null;
}

/** Null where there is no such run. */
export async function countedRun(database: Database, run: string): Promise<CountedRun | null> {
  const [row] = await database.read<Omit<CountedRun, 'findings'> & { findings: string | null }>(
    'MATCH (r:SkeinRun {id: $run}) RETURN r.ended AS ended, r.findings AS findings, r.alone AS alone',
    { run },
  );
  if (!row) return null;
  const findings =
    row.findings === null ? null : (JSON.parse(row.findings) as CountedRun['findings']);
  return { ...row, findings };
}

/** Of the detector, or of all; null where the run does not say. */
export function findingCount(run: CountedRun | null, detector: string | null): number | null {
  if (!run?.findings) return null;
  if (detector !== null) return run.findings[detector] ?? 0;
  return Object.values(run.findings).reduce((sum, count) => sum + count, 0);
}
