import { briefMs, type Database, type Writer } from '../../graph/neo4j/database.ts';
import type { AccountScore, BareFinding, Cluster, Run, RunStep } from '../../../domain/finding.ts';
import type { EvidenceAside } from '../findings/evidence-aside.ts';
import type { Basis, ClusterThing, Payout } from './run-parts.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { doubtOf, meanScore } from '../score/doubt.ts';
import { storedCounts } from './finding-counts.ts';
import { firstFound, type FirstFound } from './first-found.ts';
import { groupBy } from '../../../domain/group-by.ts';
import { latestRun } from './read-runs.ts';
import { sideBySide } from '../../platform/side-by-side.ts';
import { findingWords } from '../../graph/search-keys/finding-keys.ts';

/**
 * Runs as they are kept in the database. Every run stays; the latest one that ended is the one in force.
 * A finding's evidence lies beside the rest of it, so that a list need not read it; where it is, word for word, that of an
 * earlier run, `evidence_run` names the run that has it.
 */

export interface DetectionResult {
  run: Run;
  findings: BareFinding[];
  clusters: Cluster[];
  /** Every account of the graph, those without evidence with score 0. */
  accounts: AccountScore[];
  /** Where the members of its clusters are paid; absent where nobody looked. */
  payouts?: readonly Payout[];
  /** What holds its clusters, and who uses it; absent where nobody looked. */
  things?: readonly ClusterThing[];
}

const batchSize = 1_000;
/** Scores are small. Measured, by lists in place of maps as well: a quarter less time. */
const scoresAtOnce = 5_000;

interface Storing {
  /** Of a finding that is not the same as that of an earlier run, as JSON, and how many facts it is. */
  evidence: Pick<EvidenceAside, 'of'>;
  completing?: ((tx: Writer, run: string) => Promise<void>) | undefined;
  /** Lets a later run take over what still holds. */
  basis?: Basis;
  /** Findings that are, word for word, those of an earlier run: the database copies them, and has their evidence once. */
  same?: { run: string; ids: ReadonlySet<string> };
  /** How long each step took until now; asked once all else is written. */
  steps?: () => RunStep[];
}

/** Writes a run; it counts as the latest only once all of it is there, and never when `completing` throws. */
export async function storeRun(
  database: Database,
  result: DetectionResult,
  { evidence, completing, basis, same, steps }: Storing,
): Promise<void> {
  const { run, findings, clusters, accounts, payouts, things } = result;
  const payoutsOf = payouts && groupBy(payouts, ({ account }) => account);
  const clusterOf = new Map(
    clusters.flatMap((cluster) => cluster.findings.map((finding) => [finding, cluster.id])),
  );
  const scores = new Map(accounts.map(({ account_id, score }) => [account_id, score]));
  const others = findings.filter(({ id }) => !same?.ids.has(id));
  const first = await firstFound(
    database,
    { run, findings: others, clusters },
    await latestRun(database),
  );
  await database.write(
    `CREATE (:SkeinRun {id: $id, started: $started, ended: $ended, complete: false, things: $things,
                        findings: $found, alone: $alone, json: $json})`,
    {
      ...{ id: run.run, started: run.started, ended: run.ended },
      ...{ things: things !== undefined, json: JSON.stringify(run) },
      found: storedCounts(findings),
      alone: findings.filter(({ id }) => !clusterOf.has(id)).length,
    },
  );
  const ofRun = (finding: BareFinding) => {
    const doubt = doubtOf(meanScore(finding.accounts, scores));
    const row = rowOfRun(run, finding, clusterOf, first);
    const alone = row.cluster_id === null;
    return { ...row, doubt, ...(alone && { alone_score: finding.score, alone_doubt: doubt }) };
  };
  await inBatches(others, (batch) =>
    database.write(
      `UNWIND $rows AS row
       CREATE (f:SkeinFinding) SET f = row`,
      { rows: batch.map((finding) => ({ ...ofRun(finding), ...rowOf(finding, evidence) })) },
    ),
  );
  await inBatches(
    findings.filter(({ id }) => same?.ids.has(id)),
    (batch) =>
      database.write(
        `MATCH (earlier:SkeinRun {id: $earlier})
         UNWIND $rows AS row
         MATCH (was:SkeinFinding {run: $earlier, id: row.id})
         CREATE (f:SkeinFinding)
         SET f = was {.detector, .version, .score, .accounts, .nodes, .evidence_count, .json,
                      evidence_run: coalesce(was.evidence_run, was.run), run: row.run, id: row.id, first_found: coalesce(was.first_found, earlier.ended), cluster_id: row.cluster_id,
                      _search: row._search, doubt: row.doubt, alone_score: row.alone_score, alone_doubt: row.alone_doubt}`,
        { rows: batch.map(ofRun), earlier: same?.run ?? '' },
      ),
  );
  await inBatches(clusters, (batch) =>
    database.write(
      `UNWIND $rows AS row
       CREATE (c:SkeinCluster) SET c = row`,
      {
        rows: batch.map((cluster) => ({
          run: run.run,
          id: cluster.id,
          score: cluster.score,
          rank_total: cluster.ranking?.total ?? null,
          first_found: first.clusters.get(cluster.id) ?? run.ended,
          json: JSON.stringify(cluster),
          payouts: payoutsOf
            ? JSON.stringify(cluster.accounts.flatMap((one) => payoutsOf.get(one) ?? []))
            : null,
        })),
      },
    ),
  );
  await inBatches(things ?? [], (batch) =>
    database.write(
      `UNWIND $rows AS row
       CREATE (t:SkeinClusterThing) SET t = row`,
      {
        rows: batch.map((one) => ({
          run: run.run,
          thing: formatRef(one.thing),
          json: JSON.stringify(one),
        })),
      },
    ),
  );
  const scored = accounts.filter((account) => account.score > 0);
  await inBatches(
    scored,
    (batch) =>
      database.write(
        `UNWIND $rows AS row
         CREATE (:SkeinAccountScore {run: $run, account_id: row[0], score: row[1], cluster_id: row[2],
                                     detectors: row[3], prior: row[4], reasons: row[5]})`,
        {
          run: run.run,
          rows: batch.map((one) => [
            one.account_id,
            one.score,
            one.cluster_id,
            one.detectors,
            one.prior,
            JSON.stringify(one.reasons),
          ]),
        },
      ),
    scoresAtOnce,
  );
  await database.transaction(async (tx) => {
    await completing?.(tx, run.run);
    if (steps) run.steps = steps();
    await tx.run(
      `MATCH (r:SkeinRun {id: $id})
       SET r.complete = true, r.json = $json, r.basis = $basis, r.basis_as_of = $asOf`,
      {
        ...{ id: run.run, json: JSON.stringify(run), asOf: run.as_of ?? '' },
        basis: basis ? JSON.stringify(basis) : null,
      },
    );
  }, briefMs);
}

/** What is another in each run. */
function rowOfRun(
  { run, ended }: Run,
  finding: BareFinding,
  clusterOf: ReadonlyMap<string, string>,
  first: FirstFound,
) {
  const { id } = finding;
  return {
    ...{ run, id, _search: findingWords(run, finding) },
    first_found: first.findings.get(id) ?? ended,
    cluster_id: clusterOf.get(id) ?? null,
  };
}

/** What the finding itself says. */
function rowOf(finding: BareFinding, evidence: Storing['evidence']) {
  const { text, count } = evidence.of(finding.id);
  return {
    detector: finding.detector,
    version: finding.version,
    score: finding.score,
    accounts: finding.accounts,
    nodes: finding.nodes.map(formatRef),
    evidence_count: count,
    json: JSON.stringify(finding),
    evidence: text,
  };
}

/** Two at a time: the database writes one while the next is made. No two touch the same node. */
async function inBatches<T>(
  rows: readonly T[],
  write: (batch: T[]) => Promise<unknown>,
  size = batchSize,
) {
  const batches = Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => at * size);
  await sideBySide(batches, 2, (from) => write(rows.slice(from, from + size)));
}
