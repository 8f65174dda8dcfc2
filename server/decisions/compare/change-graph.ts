/** A cluster as it is in one run and was in an earlier one, in one graph. */
import type { Graph } from '../../../domain/answers.ts';
import type { Cluster } from '../../../domain/finding.ts';
import type { ClusterDiff } from '../../../domain/run-diff.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/index.ts';
import { clustersById, findingsByIds } from '../../detection/runs/read-runs.ts';
import { about, evidenceGraph } from '../../explore/graph/evidence-graph.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { NotFoundError } from '../../platform/problems.ts';
import { readComparison } from './read-comparison.ts';

interface Compared {
  /** Null: the run before. */
  from: string | null;
  to: string;
  /** The later run's; of one that is gone, the earlier run's. */
  cluster: string;
}

/**
 * What the findings of the cluster rest on in both runs. Accounts that joined or left say so; other nodes where only the
 * later or only the earlier run shows them. Throws NotFoundError when the runs have no such cluster.
 */
export async function changeGraph(
  database: Database,
  { from, to, cluster }: Compared,
): Promise<Graph> {
  const diff = await readComparison(database, from, to);
  const change = diff.clusters.find(({ id }) => id === cluster);
  if (!change) throw new NotFoundError(messages.http.noCluster(cluster));
  const later = change.change === 'gone' ? [] : await clustersById(database, diff.to, [cluster]);
  const earlier = await clustersById(database, diff.from, change.was);
  const now = await findingsOf(database, diff.to, later);
  const was = await findingsOf(database, diff.from, earlier);
  const changeOf = changes(change, nodesOf(was), nodesOf(now));
  const graph = about(
    await evidenceGraph(database, [...now, ...was]),
    [...later, ...earlier].flatMap(({ accounts }) => accounts),
  );
  return {
    ...graph,
    nodes: graph.nodes.map((node) => {
      const own = changeOf(formatRef(node));
      return own ? { ...node, change: own } : node;
    }),
  };
}

function findingsOf(database: Database, run: string, clusters: readonly Cluster[]) {
  return findingsByIds(
    database,
    run,
    clusters.flatMap(({ findings }) => findings),
  );
}

function nodesOf(findings: Awaited<ReturnType<typeof findingsOf>>): Set<string> {
  return new Set(findings.flatMap(({ nodes }) => nodes.map(formatRef)));
}

function changes(
  { joined, left }: ClusterDiff,
  was: ReadonlySet<string>,
  now: ReadonlySet<string>,
): (ref: string) => 'joined' | 'left' | null {
  const came = new Set(joined.map((id) => `account:${id}`));
  const went = new Set(left.map((id) => `account:${id}`));
  return (ref) => {
    if (came.has(ref)) return 'joined';
    if (went.has(ref)) return 'left';
    // An account that its findings merely name is no member, and did not come or go.
    if (ref.startsWith('account:') || was.has(ref) === now.has(ref)) return null;
    return now.has(ref) ? 'joined' : 'left';
  };
}
