import { randomBytes } from 'node:crypto';
import { readCell } from '../../domain/cell.ts';
import type { DerivedRule, Parameters, Settings } from '../../domain/detector.ts';
import { derivedRelations } from '../../domain/derived.ts';
import type { Finding, Run, Source } from '../../domain/finding.ts';
import { words } from '../../domain/words/index.ts';
import { actor } from '../access/actor.ts';
import { applyDerivation } from '../derive/derivation.ts';
import { detected } from '../custody/acts.ts';
import { recorded } from '../custody/recorded.ts';
import { exceptionsInForce } from '../except/exception-store.ts';
import { derivations } from '../derive/catalogue.ts';
import type { JudgedRelations } from '../derive/judged-relations.ts';
import { judgementsInForce } from '../judge/judgement-store.ts';
import { judgedRelations } from '../judge/judged.ts';
import { judgedPairs } from '../link/judged-pairs.ts';
import type { Database, Writer } from '../neo4j/database.ts';
import { sourceResolver } from '../neo4j/sources.ts';
import { UsageError } from '../problems.ts';
import type { Progress } from '../progress.ts';
import { networkOf } from '../score/network.ts';
import { inEnglish } from '../spoken.ts';
import { shippedWeights } from '../score/weights.ts';
import { settle } from '../triage/settle.ts';
import { assembleFinding, type DetectorRow } from './assemble.ts';
import { catalogue, type CatalogueEntry } from './catalogue.ts';
import { withLease } from './lease.ts';
import { payoutsIn } from './payouts.ts';
import { storeRun, type DetectionResult } from './run-store.ts';

export interface DetectOptions {
  /** Ids of the detectors to run; all when absent. */
  only?: readonly string[];
  /** Nothing that happened later is used; any time the contract allows. */
  asOf?: string;
  /** SKEIN_HOME, whose custody log records the run. Left out for worlds that are measured and thrown away. */
  home?: string;
  /** Called before and between the detectors; what it throws ends the run before anything of it is stored. */
  proceed?: () => Promise<void>;
  /** Called in the transaction that makes the run count; when it throws, the run never counts. */
  completing?: (tx: Writer, run: string) => Promise<void>;
}

/** Later than any time the contract can hold. */
const endOfTime = '9999-12-31T23:59:59.999Z';

interface Request extends Pick<DetectOptions, 'proceed' | 'completing'> {
  chosen: CatalogueEntry[];
  asOf: string | null;
  home: string | null;
}

/**
 * Infers what is needed, runs the detectors, joins findings into clusters, stores the run; waits while another
 * run does so in the same database.
 */
export async function detect(
  database: Database,
  options: DetectOptions,
  progress: Progress,
): Promise<DetectionResult> {
  const asOf = readAsOf(options.asOf);
  const chosen = await chooseDetectors(options.only);
  const request = { ...options, chosen, asOf, home: options.home ?? null };
  return withLease(database, progress, () =>
    inEnglish(() => detectAlone(database, request, progress)),
  );
}

async function detectAlone(
  database: Database,
  { chosen, asOf, home, proceed, completing }: Request,
  progress: Progress,
): Promise<DetectionResult> {
  // It may have waited long for its turn.
  await proceed?.();
  const started = new Date().toISOString();
  const judgements = await judgementsInForce(database);
  const exceptions = await exceptionsInForce(database, started);
  await derive(database, { chosen, asOf }, judgedRelations(judgements), progress);
  const sourceOf = await sourceResolver(database);
  const findings: Finding[] = [];
  const ran: Run['detectors'] = [];
  for (const detector of chosen) {
    await proceed?.();
    progress.step(words.detect.detecting(detector.id));
    const begun = performance.now();
    const usual = await measureUsual(database, detector, asOf);
    const found = await runDetector(database, detector, { usual, asOf, sourceOf });
    findings.push(...found);
    ran.push({
      id: detector.id,
      version: detector.version,
      parameters: { ...defaultSettings(detector), ...usual },
      findings: found.length,
      seconds: Math.round(performance.now() - begun) / 1_000,
    });
  }
  findings.sort((a, b) => (a.id < b.id ? -1 : 1));
  const { all, then } = await accountIds(database, asOf ?? endOfTime);
  const { clusters, accounts, usual } = networkOf({
    findings,
    detectors: chosen,
    accounts: all,
    then,
    weights: shippedWeights(),
    judged: judgedPairs(judgements),
    exceptions,
  });
  for (const { id, parameters } of ran) {
    const amounts = usual.get(id);
    if (amounts?.some((amount) => amount > 0)) parameters['usual_amounts'] = amounts;
  }
  await proceed?.();
  progress.step(words.detect.storing);
  const payouts = await payoutsIn(database, clusters, asOf ?? endOfTime);
  const run: Run = {
    run: runId(started),
    as_of: asOf,
    started,
    ended: new Date().toISOString(),
    by: actor(),
    detectors: ran,
    loads: await loadIds(database),
    judgements: judgements.map(({ id }) => id),
    exceptions: exceptions.map(({ id }) => id),
    counts: { accounts: then, findings: findings.length, clusters: clusters.length },
  };
  const result: DetectionResult = { run, findings, clusters, accounts, payouts };
  const store = () => storeRun(database, result, completing);
  await (home === null ? store() : recorded(home, detected(run), store));
  await settle(database, home, run.ended);
  progress.end();
  return result;
}

function readAsOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const result = readCell('time', text);
  if ('problem' in result) throw new UsageError(words.detect.badAsOf(text, result.problem));
  return String(result.value);
}

async function chooseDetectors(only: readonly string[] | undefined): Promise<CatalogueEntry[]> {
  const all = await catalogue();
  if (!only) return all;
  const known = all.map((entry) => entry.id);
  const unknown = only.find((id) => !known.includes(id));
  if (unknown !== undefined) throw new UsageError(words.detect.unknownDetector(unknown, known));
  return all.filter((entry) => only.includes(entry.id));
}

async function derive(
  database: Database,
  { chosen, asOf }: Pick<Request, 'chosen' | 'asOf'>,
  judged: JudgedRelations,
  progress: Progress,
) {
  const needed = new Set(chosen.flatMap((detector) => detector.needs));
  for (const { id, derivation } of derivations) {
    const makes: DerivedRule[] = derivedRelations
      .filter(({ relation }) => derivation.makes.includes(relation))
      .map(({ rule }) => rule);
    if (!derivation.always && !makes.some((rule) => needed.has(rule))) continue;
    progress.step(words.detect.deriving(id));
    await applyDerivation(database, derivation, asOf ?? endOfTime, judged);
  }
}

/** What is usual on the platform, as the detector's baseline query says; the run keeps it. */
async function measureUsual(
  database: Database,
  detector: CatalogueEntry,
  asOf: string | null,
): Promise<Record<string, unknown>> {
  if (detector.baseline === null) return {};
  const params = { ...defaultSettings(detector), as_of: asOf ?? endOfTime };
  const [row] = await database.read<Record<string, unknown>>(detector.baseline, params);
  return row ?? {};
}

interface Running {
  usual: Record<string, unknown>;
  asOf: string | null;
  sourceOf: (ref: string) => Source;
}

async function runDetector(
  database: Database,
  detector: CatalogueEntry,
  { usual, asOf, sourceOf }: Running,
): Promise<Finding[]> {
  const settings = defaultSettings(detector);
  const params = { ...settings, ...usual, as_of: asOf ?? endOfTime };
  const keys = new Set<string>();
  const findings: Finding[] = [];
  for await (const row of database.stream<DetectorRow>(detector.query, params)) {
    if (keys.has(row.key))
      throw new Error(words.detect.badQuery(detector.id, words.detect.keyTwice(row.key)));
    keys.add(row.key);
    const finding = assembleFinding(detector, row, { settings, sourceOf, asOf });
    if (finding) findings.push(finding);
  }
  return findings;
}

function defaultSettings(detector: CatalogueEntry): Settings<Parameters> {
  const values = Object.entries(detector.parameters).map(([name, { default: value }]) => [
    name,
    value,
  ]);
  return Object.fromEntries(values) as Settings<Parameters>;
}

/** Every account of the graph, and how many of them there were then. */
async function accountIds(database: Database, asOf: string) {
  const all: string[] = [];
  let then = 0;
  for await (const row of database.stream<{ id: string; was: boolean }>(
    `MATCH (a:Account) RETURN a.id AS id, coalesce(a._at, '') <= $asOf AS was`,
    { asOf },
  )) {
    all.push(row.id);
    if (row.was) then += 1;
  }
  return { all, then };
}

async function loadIds(database: Database): Promise<string[]> {
  const rows = await database.read<{ id: string }>(
    'MATCH (l:Load) RETURN l.id AS id ORDER BY l.id',
  );
  return rows.map((row) => row.id);
}

function runId(started: string): string {
  return `R-${started.slice(0, 19).replace(/[-:]/g, '')}-${randomBytes(2).toString('hex')}`;
}
