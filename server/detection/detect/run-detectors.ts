import { availableParallelism } from 'node:os';
import type { Finding, Run, Source } from '../../../domain/finding.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Editions } from '../derive/editions.ts';
import { detectorBasis, reusableFindings, type Earlier } from '../increment/basis.ts';
import type { Basis } from '../runs/run-parts.ts';
import { refreshEvidence } from '../increment/refresh-evidence.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { sideBySide } from '../../platform/side-by-side.ts';
import { UnavailableError } from '../../platform/problems.ts';
import type { Progress } from '../../platform/progress.ts';
import type { EffectiveParameters } from '../parameters/effective-parameters.ts';
import type { CatalogueEntry } from '../catalogue/catalogue.ts';
import type { Columns } from '../columns/columns.ts';
import { openColumns, type ColumnsOptions } from '../columns/open-columns.ts';
import { SparkError } from '../columns/spark-program.ts';
import { findingsOf, measureUsual, sqlOf } from './run-detector.ts';
import { findingsOfDetectors } from '../runs/run-store.ts';

/** A detector, and the values of its parameters. */
interface Using {
  detector: CatalogueEntry;
  use: EffectiveParameters;
}

interface Running {
  asOf: string | null;
  sourceOf: (ref: string) => Source;
  /** Of the inferred relations, now that all is inferred. */
  editions: Editions;
  /** What of it holds is not asked again; null where every detector is to run. */
  earlier: Earlier | null;
  /** Takes the step that is a detector. */
  step: <T>(id: string, work: () => Promise<T>) => Promise<T>;
  progress: Progress;
  /** What counts over columns, in how much memory, and where the rest of it goes. */
  bounds: ColumnsOptions;
}

interface Ran {
  findings: Finding[];
  ran: Run['detectors'];
  /** What the findings of each detector rest on. */
  basis: Basis['detectors'];
}

/** So many are asked at once: each is one reading transaction, and the database works for each on one core. */
const atOnce = Math.min(4, Math.max(2, availableParallelism()));

/** Runs the detectors, but for those of which an earlier run's findings still hold; those are taken over. */
export async function runDetectors(
  database: Database,
  using: readonly Using[],
  running: Running,
): Promise<Ran> {
  const { earlier } = running;
  const asked = await askAll(database, using, running);
  const result: Ran = {
    findings: asked.flatMap(({ found }) => found),
    ran: asked.map(({ ran }) => ran),
    basis: Object.fromEntries(asked.map(({ ran, basis }) => [ran.id, basis])),
  };
  const kept = asked.filter(({ keeps }) => keeps).map(({ ran }) => ran.id);
  if (earlier && kept.length > 0) await takeOver(database, kept, { ...running, earlier }, result);
  return result;
}

async function askAll(
  database: Database,
  using: readonly Using[],
  running: Running,
): Promise<Asked[]> {
  const sql = sqlOf(using.map(({ detector }) => detector));
  const columns = openColumns(database, sql, running.bounds);
  try {
    return await sideBySide(using, atOnce, (one) =>
      running.step(one.detector.id, () =>
        askDetector(database, one, { ...running, columns }).catch((error: unknown) => {
          throw error instanceof SparkError ? spoken(error, one.detector.id) : error;
        }),
      ),
    );
  } finally {
    await columns.close();
  }
}

/** Whose text it was. */
function spoken({ message }: SparkError, detector: string): UnavailableError {
  return new UnavailableError(messages.detect.spark.failed(detector, message));
}

interface Asked {
  found: Finding[];
  ran: Run['detectors'][number];
  basis: Basis['detectors'][string];
  /** Whether an earlier run's findings are to be taken over. */
  keeps: boolean;
}

async function askDetector(
  database: Database,
  { detector, use }: Using,
  { asOf, sourceOf, earlier, editions, progress, columns }: Running & { columns: Columns },
): Promise<Asked> {
  const own = { settings: use.values, asOf, sourceOf, columns };
  progress.step(messages.detect.detecting(detector.id));
  const begun = performance.now();
  const standing = earlier && reusableFindings(detector, use.values, earlier, editions);
  const usual = standing?.usual ?? (await measureUsual(database, detector, own));
  const asBefore = JSON.stringify(usual) === JSON.stringify(standing?.before);
  const keeps = asBefore && standing !== null && standing.findings !== 'read';
  const found = keeps ? [] : await findingsOf(database, detector, usual, own);
  return {
    ...{ found, keeps },
    basis: detectorBasis(detector, use.values, usual, editions),
    ran: {
      id: detector.id,
      version: detector.version,
      parameters: { ...use.values, ...usual },
      revision: use.revision,
      ...(use.asked.length > 0 ? { asked: use.asked } : {}),
      findings: found.length,
      seconds: Math.round(performance.now() - begun) / 1_000,
      ...(keeps ? { kept_from: earlier!.run } : {}),
    },
  };
}

async function takeOver(
  database: Database,
  detectors: readonly string[],
  { earlier, sourceOf }: Running & { earlier: Earlier },
  { findings, ran }: Ran,
): Promise<void> {
  const known = await findingsOfDetectors(database, earlier.run, detectors);
  const now = earlier.changes
    ? await refreshEvidence(database, known, earlier.changes, sourceOf)
    : known;
  findings.push(...now);
  for (const one of ran)
    if (detectors.includes(one.id))
      one.findings = now.filter(({ detector }) => detector === one.id).length;
}
