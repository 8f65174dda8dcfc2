import type { AccountScore, Cluster, Run } from '../../domain/finding.ts';
import { words } from '../../domain/words/index.ts';
import { catalogue, detectorInfo } from '../detect/catalogue.ts';
import {
  accountScoresOfRun,
  clustersOfRun,
  findingsOfRun,
  latestRun,
  runById,
  type StoredFinding,
} from '../detect/run-store.ts';
import { nodesByRef } from '../explore/canvas.ts';
import type { Database } from '../neo4j/database.ts';
import { NotFoundError } from '../problems.ts';

export interface ReportMember extends AccountScore {
  caption: string;
}

export interface ReportCluster {
  cluster: Cluster;
  /** Strongest first. */
  findings: StoredFinding[];
  /** Highest score first. */
  members: ReportMember[];
}

/** A detector as it ran, with what it says of itself now. */
export interface ReportDetector {
  id: string;
  version: number;
  title: string;
  findings: number;
  parameters: Record<string, unknown>;
  blind_to: string | null;
  benign: string[];
}

/** All that the report says, whatever its format. */
export interface ClusterReport {
  run: Run;
  /** Strongest first. */
  clusters: ReportCluster[];
  /** Findings that belong to no cluster, strongest first. */
  loose: StoredFinding[];
  detectors: ReportDetector[];
}

/** The report on that run, or on the latest. Throws NotFoundError when there is none. */
export async function readReport(database: Database, id: string | null): Promise<ClusterReport> {
  const run = id === null ? await latestRun(database) : await runById(database, id);
  if (!run) throw new NotFoundError(id === null ? words.report.noRun : words.report.unknownRun(id));
  const [clusters, findings] = await Promise.all([
    clustersOfRun(database, run.run),
    findingsOfRun(database, run.run),
  ]);
  const findingsIn = byCluster(findings);
  const membersIn = byCluster(await readMembers(database, run, clusters));
  return {
    run,
    clusters: clusters.map((cluster) => ({
      cluster,
      findings: findingsIn.get(cluster.id) ?? [],
      members: membersIn.get(cluster.id) ?? [],
    })),
    loose: findingsIn.get(null) ?? [],
    detectors: await readDetectors(run),
  };
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

/** A detector that the program no longer has keeps its row: the run did use it. */
async function readDetectors(run: Run): Promise<ReportDetector[]> {
  const known = new Map((await catalogue()).map((entry) => [entry.id, detectorInfo(entry)]));
  return run.detectors.map(({ id, version, findings, parameters }) => {
    const info = known.get(id);
    return {
      id,
      version,
      title: info?.title ?? id,
      findings,
      parameters,
      blind_to: info?.blind_to ?? null,
      benign: info?.benign ?? [],
    };
  });
}
