/** Gathers from the database what a bundle's payload is made from. */
import { schemaVersion } from '../../domain/schema.ts';
import {
  findingSchema,
  type Cluster,
  type Finding,
  type Run,
  type Source,
} from '../../domain/finding.ts';
import { words } from '../../domain/words/index.ts';
import { catalogue, detectorInfo } from '../detect/catalogue.ts';
import {
  clusterById,
  findingById,
  findingsByIds,
  findingsOfRun,
  latestRun,
} from '../detect/run-store.ts';
import { judgementsAbout } from '../judge/judgement-store.ts';
import { formatRef } from '../../domain/graph.ts';
import { nodesByRef, type FoundNode } from '../explore/canvas.ts';
import { programVersion } from '../version.ts';
import type { Database } from '../neo4j/database.ts';
import { NotFoundError } from '../problems.ts';
import type { Settings } from '../settings.ts';
import { inOrder } from '../exchange/canonical.ts';
import { citedRows } from './cited-rows.ts';
import type { Exhibit, ExhibitDetector, Scope } from './exhibit.ts';
import { subgraphQueryTexts } from './queries.ts';
import { mostRelations, readSubgraph, type Subgraph } from './subgraph.ts';

export interface Collected {
  exhibit: Exhibit;
  /** The run whose findings these are; null when nothing was detected yet. */
  run: Run | null;
}

/** Throws NotFoundError when the latest run, or the graph, has nothing of that id. */
export async function collectExhibit(
  database: Database,
  settings: Settings,
  scope: Scope,
): Promise<Collected> {
  const run = await latestRun(database);
  const subject = await readSubject(database, run, scope);
  const findings = subject.findings.map(asContract);
  const subgraph = await readSubgraph(database, findings, subject.around);
  const { rows, missing } = await citedRows(settings, sourcesOf(findings, subgraph));
  const exhibit: Exhibit = {
    scope,
    as_of: run?.as_of ?? null,
    cluster: subject.cluster,
    findings,
    ...subgraph,
    judgements: await judgementsAbout(database, subgraph.nodes.map(formatRef)),
    rows,
    missing_rows: missing,
    detectors: await detectorsOf(run, findings),
    queries: await subgraphQueryTexts(),
    settings: {
      most_relations: mostRelations,
      program: `skein ${programVersion}`,
      schema_version: schemaVersion,
    },
  };
  return { exhibit, run };
}

interface Subject {
  cluster: Cluster | null;
  findings: (Finding & { cluster_id: string | null })[];
  around: { node: FoundNode; hops: number } | null;
}

async function readSubject(database: Database, run: Run | null, scope: Scope): Promise<Subject> {
  if (scope.kind === 'account') return accountSubject(database, run, scope);
  if (!run) throw new NotFoundError(words.evidence.noRun);
  if (scope.kind === 'finding') {
    const finding = await findingById(database, run.run, scope.id);
    if (!finding) throw new NotFoundError(words.evidence.noFinding(scope.id));
    return { cluster: null, findings: [finding], around: null };
  }
  const cluster = await clusterById(database, run.run, scope.id);
  if (!cluster) throw new NotFoundError(words.evidence.noCluster(scope.id));
  const findings = await findingsByIds(database, run.run, cluster.findings);
  return { cluster, findings: findings.sort(strongestFirst), around: null };
}

async function accountSubject(
  database: Database,
  run: Run | null,
  { id, hops }: Extract<Scope, { kind: 'account' }>,
): Promise<Subject> {
  const [node] = await nodesByRef(database, [{ type: 'account', id }]);
  if (!node) throw new NotFoundError(words.evidence.noAccount(id));
  const listed = run ? await findingsOfRun(database, run.run, { account: id }) : [];
  const ids = listed.map((finding) => finding.id);
  const findings = run ? await findingsByIds(database, run.run, ids) : [];
  return { cluster: null, findings, around: { node, hops } };
}

function strongestFirst(a: Finding, b: Finding): number {
  return b.score - a.score || inOrder(a.id, b.id);
}

/** As the contract writes a finding; which cluster it belongs to is said by the cluster. */
function asContract(finding: Subject['findings'][number]): Finding {
  return findingSchema.parse(finding);
}

function sourcesOf(findings: readonly Finding[], { nodes, relations }: Subgraph): Source[] {
  return [
    ...findings.flatMap((finding) => finding.evidence.flatMap((fact) => fact.sources)),
    ...nodes.flatMap((node) => [
      ...node.sources,
      ...node.earlier.flatMap((statement) => statement.sources),
    ]),
    ...relations.flatMap((relation) => relation.sources),
  ];
}

/** The detectors that found something here, with the parameters that the run used. */
async function detectorsOf(
  run: Run | null,
  findings: readonly Finding[],
): Promise<ExhibitDetector[]> {
  const used = new Set(findings.map((finding) => finding.detector));
  const ran = new Map(run?.detectors.map((detector) => [detector.id, detector.parameters]));
  return (await catalogue())
    .filter((entry) => used.has(entry.id))
    .map((entry) => ({ ...detectorInfo(entry), settings: ran.get(entry.id) ?? {} }));
}
