import type { Cluster, Run } from '../../../domain/finding.ts';
import { matchClusters } from './match-clusters.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { DetectionResult } from './store-run.ts';

/** When the first run that found it ended, by id: since then it could have been looked at. */
export interface FirstFound {
  findings: ReadonlyMap<string, string>;
  clusters: ReadonlyMap<string, string>;
}

const batchSize = 10_000;

/**
 * What no run found before is first found by this one. A finding keeps its id; a cluster is as old as the oldest that it
 * continues of the run before.
 */
export async function firstFound(
  database: Database,
  { run, findings, clusters }: Pick<DetectionResult, 'run' | 'findings' | 'clusters'>,
  before: Run | null,
): Promise<FirstFound> {
  return {
    findings: await findingsBefore(
      database,
      findings.map(({ id }) => id),
    ),
    clusters: before ? await clustersBefore(database, before, clusters, run.ended) : new Map(),
  };
}

/** One seek an id: each time that it is found says when it was first. */
async function findingsBefore(
  database: Database,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  for (let from = 0; from < ids.length; from += batchSize) {
    const rows = await database.read<{ id: string; at: string }>(
      `UNWIND $ids AS id
       CALL (id) {
         MATCH (f:SkeinFinding {id: id})
         MATCH (r:SkeinRun {id: f.run, complete: true})
         RETURN coalesce(f.first_found, r.ended) AS at LIMIT 1
       }
       RETURN id, at`,
      { ids: ids.slice(from, from + batchSize) },
    );
    for (const { id, at } of rows) known.set(id, at);
  }
  return known;
}

async function clustersBefore(
  database: Database,
  before: Run,
  clusters: readonly Cluster[],
  now: string,
): Promise<Map<string, string>> {
  const rows = await database.read<{ json: string; at: string }>(
    `MATCH (c:SkeinCluster {run: $run})
     RETURN c.json AS json, coalesce(c.first_found, $ended) AS at`,
    { run: before.run, ended: before.ended },
  );
  const earlier = rows.map(({ json, at }) => ({ ...(JSON.parse(json) as Cluster), at }));
  const current = clusters.map((cluster) => ({ ...cluster, at: now }));
  return new Map(
    matchClusters(earlier, current).flatMap(({ now: is, was }) =>
      is ? [[is.id, was.reduce((first, { at }) => (at < first ? at : first), now)]] : [],
    ),
  );
}
