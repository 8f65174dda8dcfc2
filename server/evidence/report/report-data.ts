import { compareText } from '../../../domain/compare-text.ts';
import type { TriageItem } from '../../../domain/disposition.ts';
import type { AccountScore, Cluster, Run } from '../../../domain/finding.ts';
import type { ExplanationCheck } from '../../../domain/explanation-check.ts';
import type { Judgement } from '../../../domain/judgement.ts';
import type { ClusterDiff, RunDiff } from '../../../domain/run-diff.ts';
import { messages } from '../../../domain/messages/index.ts';
import { readComparison } from '../../decisions/compare/read-comparison.ts';
import type { StoredFinding } from '../../detection/runs/finding-list.ts';
import {
  clustersOfRun,
  findingsOfRun,
  latestRun,
  runById,
} from '../../detection/runs/read-runs.ts';
import { accountScoresOfRun } from '../../detection/runs/score-list.ts';
import { nodesByRef } from '../../graph/canvas/canvas.ts';
import { checksBySubject } from '../../decisions/explanations/check-store.ts';
import { judgementsAbout } from '../../decisions/judge/judgement-store.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { NotFoundError } from '../../platform/problems.ts';
import { askedByRun, type AskedPattern } from '../../decisions/watched/asked-by-run.ts';
import { readDecisions } from './decisions.ts';
import { readDetectors, type ReportDetector } from './detector-health.ts';
import { readHistory, trendOf, type TrendPoint } from './history.ts';
import { readOpenCounts, type OpenCounts } from './open-counts.ts';
import { receivedBy, type Received } from './received.ts';

export interface ReportMember extends AccountScore {
  caption: string;
}

export interface ReportCluster {
  cluster: Cluster;
  /** What it was in the run before; null when there was none. */
  change: ClusterDiff | null;
  /** Strongest first. */
  findings: StoredFinding[];
  /** Highest score first. */
  members: ReportMember[];
  /** What its payment accounts received from others, by currency. */
  received: Received[];
  /** What analysts decided about its members, oldest first, withdrawn decisions too. */
  judgements: Judgement[];
  /** What was decided in the queue: of it, of clusters that have become part of it, of its findings. */
  decisions: TriageItem[];
  /** Its honest explanations that were checked. */
  checks: ExplanationCheck[];
}

/** All that the report says, whatever its format. */
export interface ClusterReport {
  run: Run;
  /** What is otherwise than in the run before; null when there was none. */
  changes: RunDiff | null;
  /** What is open in the queue. */
  queue: OpenCounts;
  /** By likelihood and what is at stake. */
  clusters: ReportCluster[];
  /** Findings that belong to no cluster, strongest first. */
  loose: StoredFinding[];
  detectors: ReportDetector[];
  /** The watched patterns that the run asked. */
  patterns: AskedPattern[];
  /** This run and those before it, oldest first. */
  trend: TrendPoint[];
}

/** The report on that run, or on the latest. Throws NotFoundError when there is none. */
export async function readReport(database: Database, id: string | null): Promise<ClusterReport> {
  const run = id === null ? await latestRun(database) : await runById(database, id);
  if (!run)
    throw new NotFoundError(id === null ? messages.report.noRun : messages.report.unknownRun(id));
  const history = await readHistory(database, run);
  const before = history.at(-2);
  const [clusters, findings, changes] = await Promise.all([
    clustersOfRun(database, run.run),
    findingsOfRun(database, run.run),
    before ? readComparison(database, before.run, run.run) : null,
  ]);
  const decisions = await readDecisions(database, run, clusters);
  const checks = await checksBySubject(
    database,
    clusters.map(({ id }) => id),
  );
  const findingsIn = byCluster(findings);
  const membersIn = byCluster(await readMembers(database, run, clusters));
  const changeOf = new Map(changes?.clusters.map((change) => [change.id, change]));
  const reported: ReportCluster[] = [];
  for (const cluster of clusters)
    reported.push({
      cluster,
      change: changeOf.get(cluster.id) ?? null,
      findings: findingsIn.get(cluster.id) ?? [],
      members: membersIn.get(cluster.id) ?? [],
      received: await receivedBy(database, cluster.accounts, run.as_of),
      judgements: await judgementsAbout(database, cluster.accounts.map(accountRef)),
      decisions: decisions.ofCluster.get(cluster.id) ?? [],
      checks: checks.get(cluster.id) ?? [],
    });
  return {
    run,
    changes,
    queue: await readOpenCounts(database, run),
    clusters: reported,
    loose: findingsIn.get(null) ?? [],
    detectors: await readDetectors(history, decisions.ofDetector),
    patterns: await askedByRun(database, run.run),
    trend: await trendOf(database, history),
  };
}

/** Ids of accounts that its findings name and that are no members: shown for context alone. */
export function contextOf({ cluster, findings }: ReportCluster): string[] {
  const members = new Set(cluster.accounts);
  const named = new Set(findings.flatMap((finding) => finding.accounts));
  return [...named].filter((id) => !members.has(id)).sort(compareText);
}

function accountRef(id: string): string {
  return `account:${id}`;
}

function byCluster<T extends { cluster_id: string | null }>(
  items: readonly T[],
): Map<string | null, T[]> {
  const groups = new Map<string | null, T[]>();
  for (const item of items) {
    const group = groups.get(item.cluster_id);
    if (group) group.push(item);
    else groups.set(item.cluster_id, [item]);
  }
  return groups;
}

async function readMembers(
  database: Database,
  run: Run,
  clusters: readonly Cluster[],
): Promise<ReportMember[]> {
  const ids = clusters.flatMap((cluster) => cluster.accounts);
  const scores = await accountScoresOfRun(database, run.run, { ids });
  const nodes = await nodesByRef(
    database,
    ids.map((id) => ({ type: 'account', id })),
  );
  const captions = new Map(nodes.map(({ shown }) => [shown.id, shown.caption]));
  return scores.map((score) => ({
    ...score,
    caption: captions.get(score.account_id) ?? score.account_id,
  }));
}
