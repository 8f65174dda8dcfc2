import { availableParallelism } from 'node:os';
import type { BareFinding, Run, Source } from '../../../domain/finding.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Editions } from '../derive/editions.ts';
import { storedGroups, type GroupsByDetector } from '../increment/asked-groups.ts';
import {
  derivedReadBy,
  detectorBasis,
  reusableFindings,
  type Earlier,
  type ReusableFindings,
} from '../increment/basis.ts';
import { Groups, type StandingGroups } from '../increment/groups.ts';
import { readSet } from '../increment/read-set.ts';
import { touchedFor } from '../increment/touched.ts';
import { findingId } from '../findings/assemble.ts';
import type { EvidenceAside } from '../findings/evidence-aside.ts';
import type { Basis } from '../runs/run-parts.ts';
import { refreshEvidence } from '../increment/refresh-evidence.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { sideBySide } from '../../platform/side-by-side.ts';
import type { Progress } from '../../platform/progress.ts';
import type { EffectiveParameters } from '../parameters/effective-parameters.ts';
import type { CatalogueEntry } from '../catalogue/catalogue.ts';
import type { Columns } from '../columns/columns.ts';
import { namingFaults } from '../columns/spark-faults.ts';
import { eachFinding, measureUsual } from './run-detector.ts';
import { findingsOfDetectors } from '../runs/read-runs.ts';

/** A detector, and the values of its parameters. */
interface Using {
  detector: CatalogueEntry;
  use: EffectiveParameters;
}

interface Running {
  asOf: string | null;
  sourceOf: (ref: string) => Source;
  /** Of the inferred relations, but for those that are late. */
  editions: Editions;
  /** Relations that are being inferred still: who reads them waits for the editions of all. */
  late: { relations: readonly string[]; inferred: Promise<Editions> };
  /** What of it holds is not asked again; null where every detector is to run. */
  earlier: Earlier | null;
  /** Takes the step that is a detector. */
  step: <T>(id: string, work: () => Promise<T>) => Promise<T>;
  progress: Progress;
  /** Opened with all that they count. */
  columns: Columns;
  /** Gets the evidence of what is found, but for that of the earlier run. */
  evidence: EvidenceAside;
}

interface Ran {
  findings: BareFinding[];
  ran: Run['detectors'];
  /** What the findings of each detector rest on. */
  basis: Basis['detectors'];
  /** About which groups each was asked that is asked by groups. */
  groups: GroupsByDetector;
  /** Ids of findings that are, word for word, those of the earlier run, which has their evidence. */
  same: Set<string>;
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
    same: new Set(),
    findings: asked.flatMap(({ found }) => found),
    ran: asked.map(({ ran }) => ran),
    basis: Object.fromEntries(asked.map(({ ran, basis }) => [ran.id, basis])),
    groups: {
      kept: asked.filter(({ keeps }) => keeps).map(({ ran }) => ran.id),
      asked: asked.flatMap(({ groups, ran }) =>
        groups?.digests ? [{ detector: ran.id, digests: groups.digests }] : [],
      ),
    },
  };
  const kept = new Map(asked.flatMap((one): Kept[] => (isKept(one) ? [keptOf(one)] : [])));
  if (earlier && kept.size > 0) await takeOver(database, kept, { ...running, earlier }, result);
  return result;
}

async function askAll(
  database: Database,
  using: readonly Using[],
  running: Running,
): Promise<Asked[]> {
  const { first, last } = inOrder(using, running.late.relations);
  const asked = await sideBySide([...first, ...last], atOnce, async (one) => {
    const editions = last.includes(one) ? await running.late.inferred : running.editions;
    const { id } = one.detector;
    return running.step(id, () =>
      namingFaults(id, () => askDetector(database, one, { ...running, editions })),
    );
  });
  const place = new Map(using.map(({ detector }, at) => [detector.id, at]));
  return asked.sort((x, y) => place.get(x.ran.id)! - place.get(y.ran.id)!);
}

/** Those that read what is still being inferred come last. */
function inOrder(using: readonly Using[], late: readonly string[]) {
  const editions = Object.fromEntries(late.map((relation) => [relation, '']));
  const reads = ({ detector }: Using) => derivedReadBy(detector, editions);
  const isLate = (one: Using) => Object.keys(reads(one)).length > 0;
  return { first: using.filter((one) => !isLate(one)), last: using.filter(isLate) };
}

interface Asked {
  found: BareFinding[];
  ran: Run['detectors'][number];
  basis: Basis['detectors'][string];
  /** Whether an earlier run's findings are to be taken over. */
  keeps: boolean;
  /** Where it was asked by groups. */
  groups: Groups | null;
}

/** A detector, and which of an earlier run's findings hold by their ids; null: all. */
type Kept = readonly [detector: string, ids: ReadonlySet<string> | null];

const isKept = ({ keeps, groups }: Asked) => keeps || (groups !== null && groups.kept.size > 0);

function keptOf({ keeps, groups, ran: { id } }: Asked): Kept {
  if (keeps || !groups) return [id, null];
  return [id, new Set([...groups.kept].map((key) => findingId(id, key)))];
}

async function askDetector(
  database: Database,
  { detector, use }: Using,
  { asOf, sourceOf, earlier, editions, progress, columns, evidence }: Running,
): Promise<Asked> {
  const own = { settings: use.values, asOf, sourceOf, columns };
  progress.step(messages.detect.detecting(detector.id));
  const begun = performance.now();
  const standing = earlier && reusableFindings(detector, use.values, earlier, editions);
  const usual = standing?.usual ?? (await measureUsual(database, detector, own));
  const asBefore = JSON.stringify(usual) === JSON.stringify(standing?.before);
  const keeps = asBefore && standing !== null && standing.findings !== 'read';
  const groups =
    keeps || !detector.grain
      ? null
      : new Groups(
          detector.grain,
          earlier && standing && asBefore
            ? await standingGroups(database, detector, earlier, standing)
            : null,
        );
  const found: BareFinding[] = [];
  if (!keeps)
    await eachFinding(database, detector, usual, { ...own, groups }, (finding) =>
      found.push(evidence.lay(finding)),
    );
  return {
    ...{ found, keeps, groups },
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
      ...(groups ? { groups: { asked: groups.asked, all: groups.all } } : {}),
    },
  };
}

/** Of which groups the findings may hold; null where nothing is known of any. */
async function standingGroups(
  database: Database,
  { id, query, grain }: CatalogueEntry,
  { run, changes }: Earlier,
  { sameInferred }: ReusableFindings,
): Promise<StandingGroups | null> {
  if (!grain || !changes || !sameInferred) return null;
  const digests = await storedGroups(database, run, id);
  const touched =
    digests && (await touchedFor(database, changes, { reads: readSet([query]), grain }));
  return touched && { digests, touched };
}

async function takeOver(
  database: Database,
  kept: ReadonlyMap<string, ReadonlySet<string> | null>,
  { earlier, sourceOf, evidence }: Running & { earlier: Earlier },
  { findings, ran, same }: Ran,
): Promise<void> {
  const all = await findingsOfDetectors(database, earlier.run, [...kept.keys()]);
  const known = all.filter(({ detector, id }) => kept.get(detector)?.has(id) ?? true);
  const counts = new Map(ran.map((one) => [one.id, one]));
  for (const finding of known) {
    findings.push(finding);
    same.add(finding.id);
    counts.get(finding.detector)!.findings += 1;
  }
  const { run, changes } = earlier;
  if (!changes) return;
  await refreshEvidence(database, known, { run, changes, sourceOf }, (finding) => {
    same.delete(finding.id);
    evidence.lay(finding);
  });
}
