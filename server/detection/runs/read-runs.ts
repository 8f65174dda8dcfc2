import { messages } from '../../../domain/messages/index.ts';
import { NotFoundError } from '../../platform/problems.ts';
import { loadQuery } from '../../../cypher/load-query.ts';
import type { Cluster, Evidence, BareFinding, Finding, Run } from '../../../domain/finding.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { findingsPage, type FindingFilter, type StoredFinding } from './finding-list.ts';
import { localizeClusters, localizeFindings } from './localize.ts';

/** Runs, their findings and their clusters as `store-run.ts` keeps them. What they say in words is read in the language in force. */

/** Of `f`, its own or that of the run which has it; while a person is erased, one may be gone before the other. */
const evidenceRead = `
  OPTIONAL MATCH (has:SkeinFinding {run: f.evidence_run, id: f.id})
  USING INDEX SEEK has:SkeinFinding(run, id)
  WITH f, id, coalesce(f.evidence, has.evidence) AS evidence
  WHERE evidence IS NOT NULL`;

/** Null while nothing was detected yet. */
export async function latestRun(database: Database): Promise<Run | null> {
  const [row] = await database.read<{ json: string }>(loadQuery('detect/latest_run'));
  return row ? (JSON.parse(row.json) as Run) : null;
}

/** Latest first; `after`: when the last one before began, and its id. */
export async function runs(
  database: Database,
  after: readonly [started: string, run: string] | null,
  limit: number,
): Promise<Run[]> {
  const rows = await database.read<{ json: string }>(
    `MATCH (r:SkeinRun {complete: true})
     WHERE $after IS NULL OR r.started < $after[0] OR (r.started = $after[0] AND r.id < $after[1])
     RETURN r.json AS json ORDER BY r.started DESC, r.id DESC LIMIT toInteger($limit)`,
    { after, limit },
  );
  return rows.map((row) => JSON.parse(row.json) as Run);
}

/** That run and those before it, the latest first. */
export async function runsUntil(
  database: Database,
  { run, started }: Run,
  limit: number,
): Promise<Run[]> {
  const rows = await database.read<{ json: string }>(
    `MATCH (r:SkeinRun {complete: true})
     WHERE r.started < $started OR (r.started = $started AND r.id <= $run)
     RETURN r.json AS json ORDER BY r.started DESC, r.id DESC LIMIT toInteger($limit)`,
    { run, started, limit },
  );
  return rows.map((row) => JSON.parse(row.json) as Run);
}

export async function runById(database: Database, id: string): Promise<Run | null> {
  const rows = await database.read<{ json: string }>(
    'MATCH (r:SkeinRun {id: $id, complete: true}) RETURN r.json AS json',
    { id },
  );
  return rows[0] ? (JSON.parse(rows[0].json) as Run) : null;
}

/** Strongest first, ties by id. */
export async function findingsOfRun(
  database: Database,
  run: string,
  filter: FindingFilter = {},
): Promise<StoredFinding[]> {
  return (await findingsPage(database, run, filter, null, 1_000_000)).found;
}

/** A finding of that run with its evidence; null when the run has none of that id. */
export async function findingById(
  database: Database,
  run: string,
  id: string,
): Promise<(Finding & { cluster_id: string | null }) | null> {
  return (await findingsByIds(database, run, [id]))[0] ?? null;
}

/** Those of the findings that the run has, with their evidence, in the order asked for. */
export async function findingsByIds(
  database: Database,
  run: string,
  ids: readonly string[],
): Promise<(Finding & { cluster_id: string | null })[]> {
  const rows = await database.read<{ json: string; evidence: string; cluster_id: string | null }>(
    `UNWIND $ids AS id
     MATCH (f:SkeinFinding {run: $run, id: id})
     ${evidenceRead}
     RETURN f.json AS json, evidence, f.cluster_id AS cluster_id`,
    { run, ids },
  );
  return localizeFindings(
    rows.map((row) => ({
      ...(JSON.parse(row.json) as BareFinding),
      evidence: JSON.parse(row.evidence) as Evidence[],
      cluster_id: row.cluster_id,
    })),
  );
}

/** Those of the detectors as the run stored them, without their evidence, in no order. */
export async function findingsOfDetectors(
  database: Database,
  run: string,
  detectors: readonly string[],
): Promise<BareFinding[]> {
  const found: BareFinding[] = [];
  await database.each<{ json: string }>(
    'MATCH (f:SkeinFinding {run: $run}) WHERE f.detector IN $detectors RETURN f.json AS json',
    { run, detectors },
    ({ json }) => found.push(JSON.parse(json) as BareFinding),
  );
  return found;
}

/** So many findings' evidence is in memory at once. */
const evidenceAtOnce = 1_000;

/**
 * Some findings with their evidence as the run stored it, as JSON, in their order, batch by batch. Throws NotFoundError for one
 * that the run has not, or no longer.
 */
export async function* withEvidence<F extends Pick<BareFinding, 'id'>>(
  database: Database,
  run: string,
  findings: readonly F[],
): AsyncGenerator<{ finding: F; evidence: string }[]> {
  for (let from = 0; from < findings.length; from += evidenceAtOnce) {
    const batch = findings.slice(from, from + evidenceAtOnce);
    const rows = await database.read<{ id: string; evidence: string }>(
      `UNWIND $ids AS id
       MATCH (f:SkeinFinding {run: $run, id: id})
       ${evidenceRead}
       RETURN id, evidence`,
      { run, ids: batch.map(({ id }) => id) },
    );
    const evidenceOf = new Map(rows.map(({ id, evidence }) => [id, evidence]));
    yield batch.map((finding) => {
      const evidence = evidenceOf.get(finding.id);
      if (evidence === undefined) throw new NotFoundError(messages.evidence.noFinding(finding.id));
      return { finding, evidence };
    });
  }
}

/** What a run's clusters are ordered by; those of before they were ranked come first, by score. */
type ClusterPlace = readonly [rank: number, score: number, id: string];

const unranked = 1e9;

export function clusterPlace({ id, score, ranking }: Cluster): ClusterPlace {
  return [ranking?.total ?? unranked, score, id];
}

/** In their order, those after the place. */
export async function clustersOfRun(
  database: Database,
  run: string,
  after: ClusterPlace | null = null,
  limit = 1_000_000,
): Promise<Cluster[]> {
  const rows = await database.read<{ json: string }>(
    `MATCH (c:SkeinCluster {run: $run})
     WITH c, coalesce(c.rank_total, $unranked) AS rank
     WHERE $after IS NULL OR rank < $after[0]
        OR (rank = $after[0] AND (c.score < $after[1] OR (c.score = $after[1] AND c.id > $after[2])))
     RETURN c.json AS json ORDER BY rank DESC, c.score DESC, c.id LIMIT toInteger($limit)`,
    { run, after, limit, unranked },
  );
  return localizeClusters(rows.map((row) => JSON.parse(row.json) as Cluster));
}

export async function clusterById(
  database: Database,
  run: string,
  id: string,
): Promise<Cluster | null> {
  const [cluster] = await clustersById(database, run, [id]);
  return cluster ?? null;
}

/** Those whose text holds the id of something, for whatever reason; in their order. */
export async function clustersNaming(
  database: Database,
  run: string,
  id: string,
): Promise<Cluster[]> {
  const rows = await database.read<{ json: string }>(loadQuery('detect/clusters_naming'), {
    ...{ run, id },
  });
  return localizeClusters(rows.map((row) => JSON.parse(row.json) as Cluster));
}

/** Those of them that the run has, in their order. */
export async function clustersById(
  database: Database,
  run: string,
  ids: readonly string[],
): Promise<Cluster[]> {
  const rows = await database.read<{ json: string }>(
    `UNWIND $ids AS id
     MATCH (c:SkeinCluster {run: $run, id: id})
     RETURN c.json AS json
     ORDER BY c.rank_total DESC, c.score DESC, c.id`,
    { run, ids },
  );
  return localizeClusters(rows.map((row) => JSON.parse(row.json) as Cluster));
}
