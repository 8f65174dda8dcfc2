/** Reads two runs from the database and compares them. */
import type { Run } from '../../domain/finding.ts';
import type { RunDiff } from '../../domain/run-diff.ts';
import { words } from '../../domain/words/index.ts';
import {
  accountScoresOfRun,
  clustersOfRun,
  findingsOfRun,
  latestRun,
  runById,
  runsUntil,
} from '../detect/run-store.ts';
import { payoutsOfRun } from '../detect/payouts.ts';
import type { Database } from '../neo4j/database.ts';
import { NotFoundError } from '../problems.ts';
import { comparableRuns } from './comparable.ts';
import { compareRuns, type WholeRun } from './compare-runs.ts';

/**
 * `to` null is the latest run, `from` null the latest one before it that it is fairly compared with, or else the one before
 * it. Throws NotFoundError when there is no such run, or none before.
 */
export async function readComparison(
  database: Database,
  from: string | null,
  to: string | null,
): Promise<RunDiff> {
  const later = to === null ? await latestRun(database) : await runById(database, to);
  if (!later)
    throw new NotFoundError(to === null ? words.report.noRun : words.report.unknownRun(to));
  const earlier = from === null ? await runBefore(database, later) : await runById(database, from);
  if (!earlier)
    throw new NotFoundError(
      from === null ? words.compare.noneBefore(later.run) : words.report.unknownRun(from),
    );
  return compareRuns(await wholeRun(database, earlier), await wholeRun(database, later));
}

async function runBefore(database: Database, run: Run): Promise<Run | null> {
  const [comparable] = await comparableRuns(database, run);
  return comparable ?? (await runsUntil(database, run, 2))[1] ?? null;
}

/** All that a run says, but for its evidence. */
async function wholeRun(database: Database, run: Run): Promise<WholeRun> {
  const [findings, clusters, accounts, payouts] = await Promise.all([
    findingsOfRun(database, run.run),
    clustersOfRun(database, run.run),
    accountScoresOfRun(database, run.run),
    payoutsOfRun(database, run.run),
  ]);
  return { run, findings, clusters, accounts, payouts };
}
