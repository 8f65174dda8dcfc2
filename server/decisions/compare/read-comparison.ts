/** Reads two runs from the database and compares them. */
import type { Run } from '../../../domain/finding.ts';
import type { NodeRef } from '../../../domain/schema/graph.ts';
import type { RunDiff } from '../../../domain/run-diff.ts';
import { messages } from '../../../domain/messages/index.ts';
import {
  clustersOfRun,
  findingsByIds,
  findingsOfRun,
  latestRun,
  runById,
  runsUntil,
} from '../../detection/runs/read-runs.ts';
import { accountScoresOfRun } from '../../detection/runs/score-list.ts';
import { thingsOfRun } from '../../detection/detect/cluster-things.ts';
import { payoutsOfRun } from '../../detection/detect/payouts.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { NotFoundError } from '../../platform/problems.ts';
import { comparableRuns } from './comparable.ts';
import { compareRuns, type WholeRun } from './compare-runs.ts';

/** Rows cited of one account; the finding holds all. */
const mostCited = 5;

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
    throw new NotFoundError(to === null ? messages.report.noRun : messages.report.unknownRun(to));
  const earlier = from === null ? await runBefore(database, later) : await runById(database, from);
  if (!earlier)
    throw new NotFoundError(
      from === null ? messages.compare.noneBefore(later.run) : messages.report.unknownRun(from),
    );
  const diff = compareRuns(await wholeRun(database, earlier), await wholeRun(database, later));
  return withEvidence(database, diff);
}

/** Where a finding tells of new users, what it cites of them. */
async function withEvidence(database: Database, diff: RunDiff): Promise<RunDiff> {
  const told = diff.clusters.flatMap(({ new_users }) => new_users).filter(({ finding }) => finding);
  if (told.length === 0) return diff;
  const ids = [...new Set(told.map(({ finding }) => finding!))];
  const found = await findingsByIds(database, diff.to, ids);
  const evidenceOf = new Map(found.map(({ id, evidence }) => [id, evidence]));
  for (const { finding, accounts } of told)
    for (const account of accounts) {
      const isOf = (node: NodeRef | null) =>
        node?.type === 'account' && node.id === account.account_id;
      account.evidence = (evidenceOf.get(finding!) ?? [])
        .filter(({ from, to }) => isOf(from) || isOf(to))
        .slice(0, mostCited);
    }
  return diff;
}

async function runBefore(database: Database, run: Run): Promise<Run | null> {
  const [comparable] = await comparableRuns(database, run);
  return comparable ?? (await runsUntil(database, run, 2))[1] ?? null;
}

/** All that a run says, but for its evidence. */
async function wholeRun(database: Database, run: Run): Promise<WholeRun> {
  const [findings, clusters, accounts, payouts, things] = await Promise.all([
    findingsOfRun(database, run.run),
    clustersOfRun(database, run.run),
    accountScoresOfRun(database, run.run),
    payoutsOfRun(database, run.run),
    thingsOfRun(database, run.run),
  ]);
  return { run, findings, clusters, accounts, payouts, things };
}
