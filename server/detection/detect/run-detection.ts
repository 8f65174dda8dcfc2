import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { compareText } from '../../../domain/compare-text.ts';
import { readCell } from '../../../domain/input/cell.ts';
import type { DetectionStep } from '../../../domain/detection.ts';
import type { Exception } from '../../../domain/exception.ts';
import type { Run } from '../../../domain/finding.ts';
import { messages } from '../../../domain/messages/index.ts';
import { rankingVersion } from '../../../domain/ranking.ts';
import { actor } from '../../platform/access/actor.ts';
import { editionsOf } from '../derive/editions.ts';
import { detected } from '../../trust/custody/acts.ts';
import { recorded } from '../../trust/custody/recorded.ts';
import { judgedRelations, type StoredJudgement } from '../derive/judged-relations.ts';
import type { Columns } from '../columns/columns.ts';
import { openColumns } from '../columns/open-columns.ts';
import { namingFaults } from '../columns/spark-faults.ts';
import type { SparkPlace } from '../columns/spark-program.ts';
import { derivationsFor } from '../derive/needed.ts';
import { forgetOtherGroups, storeGroups } from '../increment/asked-groups.ts';
import { earlierRun } from '../increment/basis.ts';
import { endedLoads } from '../increment/graph-changes.ts';
import { keepingColumns } from '../increment/keeping-columns.ts';
import { judgedPairs } from '../link/judged-pairs.ts';
import type { ParameterChanges, Values } from '../../../domain/parameters.ts';
import type { Database, Writer } from '../../graph/neo4j/database.ts';
import { sourceResolver } from '../../graph/neo4j/sources.ts';
import { faultsOfChanges } from '../parameters/check-values.ts';
import {
  effectiveParameters,
  type EffectiveParameters,
} from '../parameters/effective-parameters.ts';
import { refuse } from '../parameters/read-values.ts';
import { activeRevisions } from '../parameters/revision-store.ts';
import { ranking, rankingSettings, tunables } from '../parameters/tunable.ts';
import { UsageError } from '../../platform/problems.ts';
import type { Progress } from '../../platform/progress.ts';
import { withScratch } from '../../platform/scratch.ts';
import { networkOf } from '../score/network.ts';
import { EvidenceAside } from '../findings/evidence-aside.ts';
import { inEnglish } from '../../platform/locale.ts';
import { weightsInForce } from '../weights/weights-in-force.ts';
import { catalogue, type CatalogueEntry } from '../catalogue/catalogue.ts';
import { clusterThings, latestThings } from './cluster-things.ts';
import { loadIds } from './graph-accounts.ts';
import { inferring, inTurns } from './inferring.ts';
import { factsSql, platformFacts } from './platform-facts.ts';
import { rankClusters, rankedUntil, rankingNeeds, untilSql } from '../rank/rank.ts';
import { withLease } from '../../graph/neo4j/lease.ts';
import { payoutsIn } from './payouts.ts';
import { endOfTime, sqlOf } from './run-detector.ts';
import { runDetectors } from './run-detectors.ts';
import { Steps } from './steps.ts';
import { storeRun, type DetectionResult } from '../runs/store-run.ts';
import { beginningOfRun, notBefore } from '../runs/run-time.ts';
import { throughRestarts } from './through-restarts.ts';

/** What people have decided: handed to a run, which reads none of it by itself. */
export interface Decisions {
  /** The judgements and exceptions that are active at that time (ISO 8601, UTC), oldest first. */
  activeAt: (time: string) => Promise<{
    judgements: readonly StoredJudgement[];
    exceptions: readonly Exception[];
  }>;
  /** Called once the run counts. */
  reconcile: (run: Run) => Promise<void>;
}

export interface DetectOptions {
  /** Ids of the detectors to run; all when absent. */
  only?: readonly string[];
  /** Values for this run alone, in the place of those in force. */
  parameters?: ParameterChanges;
  /** Nothing that happened later is used; any time the contract allows. */
  asOf?: string;
  /**
   * Asks only what may have changed since the latest run for the same time, and takes the rest over from it; the result
   * is the same. Without such a run, everything is asked.
   */
  changedOnly?: boolean;
  /** SKEIN_HOME, whose custody log records the run. Left out for worlds that are measured and thrown away. */
  home?: string;
  /** What the run aims to hold in memory at most, in bytes; a quarter of the machine's where absent. */
  memory?: number;
  /** The Spark that counts over columns; where absent, DuckDB does in this process. The findings are the same. */
  spark?: SparkPlace;
  /** Called before each step; what it throws ends the run before anything of it is stored. */
  proceed?: (step: DetectionStep) => Promise<void>;
  /** Throws ConflictError while another run detects, rather than wait for its end. */
  onlyIfFree?: boolean;
  /** Called in the transaction that makes the run count; when it throws, the run never counts. */
  completing?: (tx: Writer, run: string) => Promise<void>;
}

interface Request extends Pick<DetectOptions, 'proceed' | 'completing'> {
  decisions: Decisions;
  chosen: CatalogueEntry[];
  asOf: string | null;
  asked: ParameterChanges;
  changedOnly: boolean;
  home: string | null;
  memory: number | undefined;
  spark: SparkPlace | undefined;
  /** Whether columns are kept: of a run of some detectors others are read. */
  keeps: boolean;
}

/**
 * Infers what is needed, runs the detectors, joins findings into clusters, stores the run; waits while another
 * run does so in the same database.
 */
export async function runDetection(
  database: Database,
  options: DetectOptions & { decisions: Decisions },
  progress: Progress,
): Promise<DetectionResult> {
  const asOf = readAsOf(options.asOf);
  const chosen = await chooseDetectors(options.only);
  const asked = options.parameters ?? {};
  refuse(faultsOfChanges(await tunables(), asked, [...chosen, ranking]));
  const changedOnly = options.changedOnly === true;
  const { home = null, memory, spark } = options;
  const keeps = options.only === undefined && spark === undefined;
  const request = { ...options, chosen, asOf, asked, changedOnly, home, memory, spark, keeps };
  return withLease(
    database,
    progress,
    () =>
      throughRestarts(database, () => inEnglish(() => detectAlone(database, request, progress))),
    { onlyIfFree: options.onlyIfFree === true },
  );
}

async function detectAlone(
  database: Database,
  request: Request,
  progress: Progress,
): Promise<DetectionResult> {
  const { chosen, changedOnly, home, memory, spark, keeps, proceed } = request;
  const derivations = derivationsFor([...chosen, rankingNeeds]);
  const steps = new Steps(proceed, derivations.length + chosen.length + 2);
  // It may have waited long for its turn.
  await steps.begin();
  const started = await beginningOfRun(database);
  // Whatever is loaded from now on, the next run must look at; so this is asked first.
  const loads = await endedLoads(database);
  const keeping =
    home !== null && keeps
      ? await keepingColumns(database, home, { loads, changedOnly })
      : undefined;
  const inferring = derivations.flatMap(({ derivation }) => derivation.counts ?? []);
  const texts = [...inferring, ...sqlOf(chosen), ...factsSql, untilSql];
  const columns = openColumns(database, texts, { memory, folder: home, spark, keeping });
  try {
    return await withScratch(home ?? tmpdir(), (scratch) => {
      const evidence = new EvidenceAside(scratch.file());
      const begun = { derivations, steps, started, loads, columns, evidence };
      return detectOver(database, request, begun, progress);
    });
  } finally {
    await columns.close();
  }
}

interface Begun {
  derivations: ReturnType<typeof derivationsFor>;
  steps: Steps;
  started: string;
  loads: string[];
  /** Opened with all that rules, detectors and scores count. */
  columns: Columns;
  evidence: EvidenceAside;
}

async function detectOver(
  database: Database,
  { chosen, asOf, asked, changedOnly, home, spark, decisions, completing }: Request,
  { derivations, steps, started, loads, columns, evidence }: Begun,
  progress: Progress,
): Promise<DetectionResult> {
  const earlier = changedOnly ? await earlierRun(database, asOf) : null;
  const { judgements, exceptions } = await decisions.activeAt(started);
  const inForce = await activeRevisions(database);
  const { weights, revision, digest } = await weightsInForce(database);
  const using = chosen.map((detector) => ({
    detector,
    use: effectiveParameters(detector, inForce.get(detector.id), asked),
  }));
  const rankedBy = effectiveParameters(ranking, inForce.get(ranking.id), asked);
  const judged = judgedRelations(judgements);
  const bring = inferring(database, { asOf, changedOnly, judged, steps, columns, loads }, progress);
  const { before, aside, others } = inTurns(derivations);
  await bring(before);
  const inferred = bring(aside).then(() => editionsOf(database));
  const prepared = bring(others);
  const asking = async () => {
    // What has changed is told by all that was inferred; and Spark reads all columns at once.
    const atOnce = changedOnly || spark !== undefined;
    const editions = atOnce ? await inferred : await editionsOf(database);
    const late = atOnce ? [] : aside.flatMap(({ derivation }) => derivation.makes);
    const sourceOf = await sourceResolver(database);
    const ran = await runDetectors(database, using, {
      ...{ asOf, sourceOf, editions, earlier, progress, columns, evidence },
      late: { relations: late, inferred },
      step: (id, work) => steps.take('detect', id, work),
    });
    ran.findings.sort((a, b) => compareText(a.id, b.id));
    return { ...ran, sourceOf };
  };
  const answers = prepared.then(asking);
  const reading = prepared.then(async () => ({
    facts: await namingFaults('scoring', () => platformFacts(database, columns, asOf)),
    until: await namingFaults('ranking', () => rankedUntil(columns, asOf)),
  }));
  // Rules that go on beside the detectors count over columns as well.
  const kept = Promise.all([inferred, answers, reading]).then(async () => {
    await columns.keep();
    await columns.close();
  });
  const judging = Promise.all([answers, inferred]).then(([{ findings }]) =>
    steps.take('judge', null, async () => {
      progress.step(messages.detect.judging);
      const judged = judgedPairs(judgements);
      const { facts } = await reading;
      const { clusters, accounts, usual } = networkOf({
        ...{ findings, detectors: chosen, ...facts, weights, judged, exceptions },
      });
      // Of the rest, such as all links, nobody has need any more, and it is large.
      return { clusters, accounts, usual };
    }),
  );
  // Whichever fails: none goes on behind the caller's back.
  await Promise.allSettled([inferred, answers, reading, kept, judging]);
  await inferred;
  const { findings, ran, basis, groups, same, sourceOf } = await answers;
  const { facts, until } = await reading;
  const { clusters: found, accounts, usual } = await judging;
  await kept;
  const { tables } = columns;
  for (const { id, parameters } of ran) {
    const amounts = usual.get(id);
    if (amounts?.some((amount) => amount > 0)) parameters['usual_amounts'] = amounts;
  }
  const result = await steps.take('store', null, async (): Promise<DetectionResult> => {
    progress.step(messages.detect.storing);
    const payouts = await payoutsIn(database, found, asOf ?? endOfTime);
    const things = await clusterThings(database, {
      ...{ clusters: found, findings, exceptions, sourceOf },
      binding: new Set((await catalogue()).filter(({ binds }) => binds).map(({ id }) => id)),
      earlier: await latestThings(database),
      asOf: asOf ?? endOfTime,
    });
    const clusters = await rankClusters(database, {
      ...{ clusters: found, findings, detectors: chosen, exceptions, things, asOf: until },
      settings: rankingSettings(rankedBy.values),
    });
    const run: Run = {
      run: runId(started),
      as_of: asOf,
      started,
      ended: notBefore(started),
      by: actor(),
      detectors: ran,
      ranking: rankedByOf(rankedBy),
      ...(tables && { columns: tables }),
      loads: await loadIds(database),
      judgements: judgements.map(({ id }) => id),
      exceptions: exceptions.map(({ id }) => id),
      weights: { revision, digest },
      counts: { accounts: facts.then, findings: findings.length, clusters: clusters.length },
    };
    const made = { run, findings, clusters, accounts, payouts, things };
    const basisOfAll = { loads, detectors: basis };
    const which = { run: run.run, asOf, earlier: earlier?.run ?? null };
    const store = async () => {
      await storeGroups(database, which, groups);
      await storeRun(database, made, {
        ...{ evidence, completing, basis: basisOfAll, steps: () => steps.soFar() },
        ...(earlier && { same: { run: earlier.run, ids: same } }),
      });
      await forgetOtherGroups(database, which);
    };
    await (home === null ? store() : recorded(home, detected(run), store));
    return made;
  });
  await decisions.reconcile(result.run);
  progress.end();
  return result;
}

function rankedByOf({ values, revision, asked }: EffectiveParameters): Run['ranking'] {
  return {
    ...{ version: rankingVersion, parameters: values as Values, revision },
    ...(asked.length > 0 ? { asked } : {}),
  };
}

function readAsOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const result = readCell('time', text);
  if ('problem' in result) throw new UsageError(messages.detect.badAsOf(text, result.problem));
  return String(result.value);
}

async function chooseDetectors(only: readonly string[] | undefined): Promise<CatalogueEntry[]> {
  const all = await catalogue();
  if (!only) return all;
  const known = all.map((entry) => entry.id);
  const unknown = only.find((id) => !known.includes(id));
  if (unknown !== undefined) throw new UsageError(messages.detect.unknownDetector(unknown, known));
  return all.filter((entry) => only.includes(entry.id));
}

function runId(started: string): string {
  return `R-${started.slice(0, 19).replace(/[-:]/g, '')}-${randomBytes(2).toString('hex')}`;
}
