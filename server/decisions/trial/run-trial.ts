import { compareText } from '../../../domain/compare-text.ts';
import type { BareFinding, Run } from '../../../domain/finding.ts';
import type { TrialResult, TriedDetector, Trying } from '../../../domain/trial.ts';
import { messages } from '../../../domain/messages/index.ts';
import { catalogue, type CatalogueEntry } from '../../detection/catalogue/catalogue.ts';
import { platformFactsAlone } from '../../detection/detect/platform-facts.ts';
import { withLease } from '../../graph/neo4j/lease.ts';
import { runDetector } from '../../detection/detect/run-detector.ts';
import { clustersOfRun, findingsOfRun } from '../../detection/runs/read-runs.ts';
import { accountScoresOfRun } from '../../detection/runs/score-list.ts';
import { exceptionsOfRun } from '../exceptions/exception-store.ts';
import { judgementsByIds } from '../judge/judgement-store.ts';
import { judgedPairs } from '../../detection/link/judged-pairs.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { sourceResolver } from '../../graph/neo4j/sources.ts';
import {
  effectiveParameters,
  type EffectiveParameters,
} from '../../detection/parameters/effective-parameters.ts';
import { activeRevisions } from '../../detection/parameters/revision-store.ts';
import { UsageError } from '../../platform/problems.ts';
import type { Progress } from '../../platform/progress.ts';
import { networkOf, type NetworkInput } from '../../detection/score/network.ts';
import { weightsInForce, weightsOfRun } from '../../detection/weights/weights-in-force.ts';
import { inEnglish } from '../../platform/locale.ts';
import { allDispositions } from '../triage/disposition-store.ts';
import { allChecks } from '../explanations/check-store.ts';
import { calibrated, decisionsFrom, explanationsChecked } from './calibrated.ts';
import { digestOf, heedingFaults, passedCandidates, withQuery } from './candidate.ts';
import { askedIn, checkInferred, checkLoads, liveRun } from './live-run.ts';
import { compareRuns, type RunContent } from './result.ts';

const text = messages.trials;

/** Of a candidate: more than anybody looks through, and few enough to be held. */
const mostFound = 50_000;

export type StoredResult = ReturnType<typeof compareRuns> &
  Pick<TrialResult, 'calibration'> & { detectors: TriedDetector[] };

export interface Tried {
  beside: string;
  result: StoredResult;
}

/**
 * Runs those detectors that would say something else than in the latest run, and compares; the others' findings are that
 * run's, as are its data, its time, its judgements and exceptions. Reads only: no run, no decision and nothing that is
 * inferred becomes another. No run detects meanwhile.
 */
export function runTrial(database: Database, trying: Trying, progress: Progress): Promise<Tried> {
  return withLease(database, progress, () => inEnglish(() => alone(database, trying, progress)));
}

/** A detector that runs, as it did and as it is to. */
interface Shadow {
  detector: CatalogueEntry;
  from: Run['detectors'][number] | undefined;
  use: EffectiveParameters;
  query: string | null;
}

async function alone(database: Database, trying: Trying, progress: Progress): Promise<Tried> {
  const live = await liveRun(database);
  const all = await catalogue();
  const shadows = await shadowsOf(database, live, all, trying);
  if (shadows.length === 0 && !trying.calibrate)
    throw new UsageError(text.problems.nothing(live.run));
  const dispositions = await allDispositions(database);
  const decisions = trying.calibrate ? decisionsFrom(dispositions) : null;
  await checkInferred(
    database,
    live,
    all,
    shadows.map(({ detector }) => detector),
  );
  const before = await saidBy(database, live);
  const found: BareFinding[] = [];
  const detectors: TriedDetector[] = [];
  for (const shadow of shadows) {
    progress.step(text.trying(shadow.detector.id));
    const { findings, tried } = await ran(database, live, shadow);
    for (const finding of findings) found.push(finding);
    detectors.push(tried);
  }
  await checkLoads(database, live);
  progress.step(text.comparing);
  const input = await inputWith(database, live, { before, found, shadows, all });
  const inForce = await weightsInForce(database);
  const anew = decisions && calibrated(input, decisions, inForce.weights);
  const weights = anew?.weights ?? inForce.weights;
  const { clusters, accounts } = networkOf({ ...input, weights });
  const was = (await weightsOfRun(database, live)).cluster.least;
  const result = compareRuns(
    before,
    { findings: input.findings, clusters, accounts },
    { dispositions, lines: { was, is: weights.cluster.least } },
  );
  progress.end();
  const calibration = anew && {
    ...anew.calibration,
    explanations: explanationsChecked(dispositions, await allChecks(database)),
  };
  return { beside: live.run, result: { ...result, detectors, calibration } };
}

/** Those of the latest run that are of another version or have other parameters now, and those that are tried. */
async function shadowsOf(
  database: Database,
  live: Run,
  all: readonly CatalogueEntry[],
  { changes, queries }: Trying,
): Promise<Shadow[]> {
  const inForce = await activeRevisions(database);
  const asked = askedIn(live);
  const { sent } = await passedCandidates(database, queries);
  return all.flatMap((detector): Shadow[] => {
    const { id } = detector;
    const from = live.detectors.find((one) => one.id === id);
    const tried = Object.hasOwn(changes, id) || Object.hasOwn(sent, id);
    if (!tried && !from) return [];
    const own = { ...asked[id], ...changes[id] };
    const use = effectiveParameters(detector, inForce.get(id), { [id]: own });
    if (!tried && from && sameAs(from, detector, use)) return [];
    const query = sent[id];
    const digest = query === undefined ? null : digestOf(queries[id]!);
    return [{ detector: withQuery(detector, query), from, use, query: digest }];
  });
}

function sameAs(
  from: Run['detectors'][number],
  { version }: CatalogueEntry,
  { values }: EffectiveParameters,
) {
  return (
    from.version === version &&
    Object.entries(values).every(
      ([name, value]) => JSON.stringify(value) === JSON.stringify(from.parameters[name]),
    )
  );
}

async function ran(
  database: Database,
  { as_of: asOf }: Run,
  { detector, from, use, query }: Shadow,
): Promise<{ findings: BareFinding[]; tried: TriedDetector }> {
  const begun = performance.now();
  const sourceOf = await sourceResolver(database);
  const running = { settings: use.values, asOf, sourceOf };
  const { findings, usual } = await (query === null
    ? runDetector(database, detector, running)
    : heedingFaults(detector.id, () =>
        database.apart((own) => runDetector(own, detector, { ...running, most: mostFound })),
      ));
  const { id, version } = detector;
  const to = { version, parameters: { ...use.values, ...usual }, findings: findings.length };
  const seconds = Math.round(performance.now() - begun) / 1_000;
  return {
    // Evidence is not compared, and may be large.
    findings: findings.map((finding) => ({ ...finding, evidence: [] })),
    tried: { id, from: from ? ranAs(from) : null, to, query, seconds },
  };
}

function ranAs({ version, parameters, findings }: Run['detectors'][number]) {
  return { version, parameters, findings };
}

async function saidBy(database: Database, { run }: Run): Promise<RunContent> {
  const [findings, clusters, accounts] = await Promise.all([
    findingsOfRun(database, run),
    clustersOfRun(database, run),
    accountScoresOfRun(database, run),
  ]);
  return { findings, clusters, accounts };
}

interface Saying {
  before: RunContent;
  /** By the detectors that ran. */
  found: readonly BareFinding[];
  shadows: readonly Shadow[];
  all: readonly CatalogueEntry[];
}

/** Of which the next run would make links, scores and clusters. */
async function inputWith(
  database: Database,
  live: Run,
  { before, found, shadows, all }: Saying,
): Promise<Omit<NetworkInput, 'weights'>> {
  const again = new Set(shadows.map(({ detector }) => detector.id));
  const detectors = all.filter(
    ({ id }) => again.has(id) || live.detectors.some((one) => one.id === id),
  );
  const findings = [...before.findings.filter(({ detector }) => !again.has(detector)), ...found]
    .filter(({ detector }) => detectors.some(({ id }) => id === detector))
    .sort((a, b) => compareText(a.id, b.id));
  const judgements = await judgementsByIds(database, live.judgements ?? []);
  return {
    findings: findings.map((finding) => ({ ...finding, evidence: [] })),
    detectors,
    ...(await platformFactsAlone(database, live.as_of)),
    judged: judgedPairs(judgements),
    exceptions: await exceptionsOfRun(database, live),
  };
}
