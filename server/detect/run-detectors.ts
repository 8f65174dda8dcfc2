import type { Parameters, Settings } from '../../domain/detector.ts';
import type { Finding, Run, Source } from '../../domain/finding.ts';
import { words } from '../../domain/words/index.ts';
import type { Editions } from '../derive/editions.ts';
import { detectorBasis, standingOf, type Basis, type Earlier } from '../increment/basis.ts';
import { evidenceAnew } from '../increment/evidence-anew.ts';
import type { Database } from '../neo4j/database.ts';
import type { Progress } from '../progress.ts';
import { assembleFinding, type DetectorRow } from './assemble.ts';
import type { CatalogueEntry } from './catalogue.ts';
import { findingsOfDetectors } from './run-store.ts';

/** Later than any time the contract can hold. */
export const endOfTime = '9999-12-31T23:59:59.999Z';

interface Running {
  asOf: string | null;
  sourceOf: (ref: string) => Source;
  /** Of the inferred relations, now that all is inferred. */
  editions: Editions;
  /** What of it holds is not asked again; null where every detector is to run. */
  earlier: Earlier | null;
  proceed: (() => Promise<void>) | undefined;
  progress: Progress;
}

interface Ran {
  findings: Finding[];
  ran: Run['detectors'];
  /** What the findings of each detector rest on. */
  basis: Basis['detectors'];
}

/** Runs the detectors, but for those of which an earlier run's findings still hold; those are taken over. */
export async function runDetectors(
  database: Database,
  chosen: readonly CatalogueEntry[],
  running: Running,
): Promise<Ran> {
  const { earlier, editions, progress, proceed } = running;
  const result: Ran = { findings: [], ran: [], basis: {} };
  const kept: string[] = [];
  for (const detector of chosen) {
    await proceed?.();
    progress.step(words.detect.detecting(detector.id));
    const begun = performance.now();
    const standing = earlier && standingOf(detector, earlier, editions);
    const usual = standing?.usual ?? (await measureUsual(database, detector, running.asOf));
    const asBefore = JSON.stringify(usual) === JSON.stringify(standing?.before);
    const keeps = asBefore && standing !== null && standing.findings !== 'read';
    if (keeps) kept.push(detector.id);
    const found = keeps ? [] : await runDetector(database, detector, usual, running);
    result.findings.push(...found);
    result.basis[detector.id] = detectorBasis(detector, usual, editions);
    result.ran.push({
      id: detector.id,
      version: detector.version,
      parameters: { ...defaultSettings(detector), ...usual },
      findings: found.length,
      seconds: Math.round(performance.now() - begun) / 1_000,
      ...(keeps ? { kept_from: earlier!.run } : {}),
    });
  }
  if (earlier && kept.length > 0) await takeOver(database, kept, { ...running, earlier }, result);
  return result;
}

async function takeOver(
  database: Database,
  detectors: readonly string[],
  { earlier, sourceOf }: Running & { earlier: Earlier },
  { findings, ran }: Ran,
): Promise<void> {
  const known = await findingsOfDetectors(database, earlier.run, detectors);
  const now = earlier.changes
    ? await evidenceAnew(database, known, earlier.changes, sourceOf)
    : known;
  findings.push(...now);
  for (const one of ran)
    if (detectors.includes(one.id))
      one.findings = now.filter(({ detector }) => detector === one.id).length;
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

async function runDetector(
  database: Database,
  detector: CatalogueEntry,
  usual: Record<string, unknown>,
  { asOf, sourceOf }: Pick<Running, 'asOf' | 'sourceOf'>,
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
