/** Gathers from the database what a bundle's payload is made from. */
import type { Exception } from '../../../domain/exception.ts';
import { schemaVersion } from '../../../domain/schema/schema.ts';
import { findingSchema, type Finding, type Run } from '../../../domain/finding.ts';
import type { Language } from '../../../domain/messages/language.ts';
import { catalogue, detectorInfo } from '../../detection/catalogue/catalogue.ts';
import { movedInRun, shippedWith } from '../../detection/weights/weights-in-force.ts';
import type { Weights } from '../../detection/weights/weights.ts';
import { latestRun } from '../../detection/runs/read-runs.ts';
import { exceptionsOfRun } from '../../decisions/exceptions/exception-store.ts';
import { checksBySubject } from '../../decisions/explanations/check-store.ts';
import { admitToAll } from '../../decisions/lists/asked-by.ts';
import { judgementsAbout } from '../../decisions/judge/judgement-store.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { programVersion } from '../../platform/version.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { changedInRun } from '../../detection/parameters/changed-in-run.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { textForms } from '../../ingest/load/load-store.ts';
import type { Scratch } from '../../platform/scratch.ts';
import { accountsShown } from './accounts-shown.ts';
import { Cited, citedRows } from './cited-rows.ts';
import type { Exhibit, ExhibitCheck, ExhibitDetector, ShownBoard } from './exhibit.ts';
import type { Scope } from '../../../domain/evidence-scope.ts';
import { membersOf } from './members.ts';
import { subgraphQueryTexts } from './queries.ts';
import { moneyOf } from '../../graph/money/money-totals.ts';
import { readSubject, type Subject } from './subject.ts';
import { mostRelations, readSubgraph, standing, type Subgraph } from './subgraph.ts';

/** What of a request decides on the payload, but for what is masked in it. */
export interface ExhibitRequest {
  scope: Scope;
  language: Language;
  /** Whether the draft of a narrative is to go with it. */
  narrative?: boolean;
  /** The day on which filing was decided; counts for the narrative alone. */
  decided?: string | null;
  /** What a board showed, for one that no case here has. */
  board?: ShownBoard;
}

export interface Collected {
  exhibit: Exhibit;
  /** The run whose findings these are; null when nothing was detected yet. */
  run: Run | null;
}

/** Nodes, relations and rows lie in the scratch. Throws NotFoundError when the latest run, or the graph, has nothing of that id. */
export async function collectExhibit(
  database: Database,
  settings: Settings,
  { scope, language, narrative = false, decided = null, board }: ExhibitRequest,
  scratch: Scratch,
): Promise<Collected> {
  const run = await latestRun(database);
  const subject = await readSubject(database, run, scope, board);
  const findings = subject.findings.map(asContract);
  const read = await readSubgraph(database, findings, subject.shown, scratch);
  const subgraph = standing(read, membersOf(scope, subject, read.nodes), scratch);
  const cited = citedBy(findings, subgraph);
  const { rows, missing } = await citedRows(settings, cited, await textForms(database), scratch);
  const parameters = await changedInRun(run);
  const moved = run ? await movedInRun(database, run) : [];
  const exhibit: Exhibit = {
    scope,
    language,
    masked: {},
    narrative,
    decided: narrative ? decided : null,
    as_of: run?.as_of ?? null,
    title: subject.board?.title ?? null,
    board_nodes: subject.board?.nodes ?? null,
    board_members: subject.board?.members ?? null,
    places: subject.board?.places ?? null,
    ...(subject.board?.additions ? { additions: subject.board.additions } : {}),
    cluster: subject.cluster,
    findings,
    findings_beyond: subject.beyond,
    ...subgraph,
    money: await moneyOf(database, membersAmong(subgraph), run?.as_of ?? null),
    judgements: await judgementsAbout(database, Array.from(subgraph.nodes, formatRef)),
    exceptions: await exceptionsAbout(database, run, subgraph),
    checks: await checksAbout(database, subject.cluster, findings),
    rows,
    missing_rows: missing,
    detectors: await detectorsOf(run, findings, shippedWith(moved)),
    queries: subgraphQueryTexts(),
    settings: {
      most_relations: mostRelations,
      ...(Object.keys(parameters).length > 0 ? { parameters } : {}),
      ...(moved.length > 0 ? { weights: moved } : {}),
      program: `skein ${programVersion}`,
      schema_version: schemaVersion,
    },
  };
  // Nodes, relations and rows are gone through one by one.
  const { nodes, relations, rows: evidenceRows, ...rest } = exhibit;
  admitToAll([rest], nodes, relations, evidenceRows);
  return { exhibit, run };
}

async function exceptionsAbout(
  database: Database,
  run: Run | null,
  { nodes }: Subgraph,
): Promise<Exception[]> {
  const shown = new Set(Array.from(nodes, formatRef));
  const all = run ? await exceptionsOfRun(database, run) : [];
  return all.filter(
    (exception) =>
      exception.nodes.some((ref) => shown.has(formatRef(ref))) ||
      exception.accounts.some((id) => shown.has(`account:${id}`)),
  );
}

/** Of the cluster first. */
async function checksAbout(
  database: Database,
  cluster: Subject['cluster'],
  findings: readonly Finding[],
): Promise<ExhibitCheck[]> {
  const ids = [...(cluster ? [cluster.id] : []), ...findings.map(({ id }) => id)];
  const checks = await checksBySubject(database, ids);
  return ids.flatMap((of) => (checks.get(of) ?? []).map((check) => ({ ...check, of })));
}

/** As the contract writes a finding; which cluster it belongs to is said by the cluster. */
function asContract(finding: Subject['findings'][number]): Finding {
  return findingSchema.parse(finding);
}

/** What others earn is nobody's business here. */
function membersAmong({ nodes }: Subgraph): string[] {
  return accountsShown(nodes).members.map(({ id }) => id);
}

function citedBy(findings: readonly Finding[], { nodes, relations }: Subgraph): Cited {
  const cited = new Cited();
  for (const { evidence } of findings) for (const { sources } of evidence) cited.add(sources);
  for (const { sources, earlier } of nodes) {
    cited.add(sources);
    for (const statement of earlier) cited.add(statement.sources);
  }
  for (const { sources } of relations) cited.add(sources);
  return cited;
}

/** The detectors that found something here, with the parameters that the run used. */
async function detectorsOf(
  run: Run | null,
  findings: readonly Finding[],
  weights: Weights,
): Promise<ExhibitDetector[]> {
  const used = new Set(findings.map((finding) => finding.detector));
  const ran = new Map(run?.detectors.map((detector) => [detector.id, detector.parameters]));
  return (await catalogue())
    .filter((entry) => used.has(entry.id))
    .map((entry) => ({ ...detectorInfo(entry, weights), settings: ran.get(entry.id) ?? {} }));
}
