/** Which earlier runs a run is fairly compared with. */
import type { Run } from '../../../domain/finding.ts';
import { runsUntil } from '../../detection/runs/read-runs.ts';
import type { Database } from '../../graph/neo4j/database.ts';

/** So far back is looked for them. */
const lookedAt = 200;

/** A rule more or fewer, as a new version of the program brings, still leaves runs comparable. */
const leastAlike = 0.75;

/**
 * Earlier runs of mostly the same rules, latest first: what a run of few rules does not find is not gone. Those that look
 * at the same time (now, or as of a day) go before all others.
 */
export async function comparableRuns(database: Database, run: Run): Promise<Run[]> {
  return comparableAmong(run, (await runsUntil(database, run, lookedAt)).slice(1));
}

/** `earlier` is latest first. */
export function comparableAmong(run: Run, earlier: readonly Run[]): Run[] {
  const alike = earlier.filter((one) => alikeness(one, run) >= leastAlike);
  const atSameTime = alike.filter(({ as_of }) => (as_of === null) === (run.as_of === null));
  return atSameTime.length > 0 ? atSameTime : alike;
}

/** The rules that both ran, as a share of those that either did. */
function alikeness(one: Run, other: Run): number {
  const rules = new Set(one.detectors.map(({ id }) => id));
  const all = new Set([...rules, ...other.detectors.map(({ id }) => id)]);
  const shared = other.detectors.filter(({ id }) => rules.has(id)).length;
  return all.size === 0 ? 1 : shared / all.size;
}
