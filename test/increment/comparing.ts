import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { derivedRelations } from '../../domain/schema/derived.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import type { DetectOptions } from '../../server/detection/detect/run-detection.ts';
import { writeOutputs } from '../../server/detection/detect/outputs.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { EventQueue } from '../../server/ingest/events/event-queue.ts';
import { Random } from '../../worlds/shipped/chance/random.ts';
import { recordJudgement } from '../../server/decisions/judge/record.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import type { TestDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { EventStream, worldEvents } from './random-events.ts';

const names = ['findings.ndjson', 'clusters.ndjson', 'accounts.csv'] as const;
export type Outputs = Record<(typeof names)[number], string>;

export async function outputsOf(
  { database }: Pick<TestDatabase, 'database'>,
  result: DetectionResult,
): Promise<Outputs> {
  const out = await mkdtemp(join(tmpdir(), 'skein-out-'));
  await writeOutputs(database, out, result);
  const texts = await Promise.all(names.map((name) => readFile(join(out, name), 'utf8')));
  await rm(out, { recursive: true });
  return Object.fromEntries(names.map((name, at) => [name, texts[at]!])) as Outputs;
}

/** Byte for byte; what differs first is shown by itself, as a whole file is nothing to read. */
export function expectSame(one: Outputs, other: Outputs, when: string): void {
  for (const name of names) {
    const [a, b] = [one[name].split('\n'), other[name].split('\n')];
    const at = a.findIndex((line, index) => line !== b[index]);
    if (at >= 0 || a.length !== b.length)
      expect({ when, name, line: a[at] }).toEqual({ when, name, line: b[at] });
  }
}

/** What the order of rows may change: the lines cited, and the digest of their files. */
function withoutSources({ 'findings.ndjson': findings, ...others }: Outputs): Outputs {
  const lines = findings.replaceAll(/"sources":\[[^\]]*\]/g, '"sources":[]').split('\n');
  return { ...others, 'findings.ndjson': lines.map(sortedEvidence).join('\n') };
}

/** Evidence is in the order of its text, of which the sources were a part. */
function sortedEvidence(line: string): string {
  if (line === '') return line;
  const finding = JSON.parse(line) as { evidence: unknown[] };
  finding.evidence = finding.evidence.map((one) => JSON.stringify(one)).sort();
  return JSON.stringify(finding);
}

const asOf = '2024-03-01T00:00:00Z';

export interface Compared {
  batches: number;
  compared: number;
  /** Of detectors: those whose findings were taken over, and all. */
  kept: number;
  asked: number;
  /** Detectors that were asked about some of their groups alone. */
  partly: Set<string>;
  /** Tables of columns that were not read whole. */
  tables: number;
}

/**
 * Loads most of a random world, or of a share of its rows, then sends the rest batch by batch, and compares detection over what changed with a full
 * run; at the end, with one load of all that was said.
 */
export async function compareOver(
  tested: TestDatabase,
  { seed, batches, share }: { seed: number; batches: number; share: number },
): Promise<Compared> {
  const { database, settings } = tested;
  const random = new Random(seed).fork('events');
  const world = await worldEvents(seed);
  const part = world.filter(() => random.chance(share));
  const stream = new EventStream(random, part);
  const queue = new EventQueue(database, settings);
  const result: Compared = {
    batches: 0,
    compared: 0,
    kept: 0,
    asked: 0,
    partly: new Set(),
    tables: 0,
  };
  // With the home, where columns are kept: a full run reads them all, one over what changed those rows that were written.
  const run = async (options: DetectOptions) =>
    detect(database, { ...options, home: settings.home }, silentProgress);
  const compare = async (when: string, options: DetectOptions) => {
    const changed = await run({ ...options, changedOnly: true });
    result.asked += changed.run.detectors.length;
    result.kept += changed.run.detectors.filter(({ kept_from }) => kept_from).length;
    const { kept, renewed } = changed.run.columns ?? { kept: 0, renewed: 0 };
    result.tables += kept + renewed;
    for (const { id, groups } of changed.run.detectors)
      if (groups && groups.asked < groups.all) result.partly.add(id);
    if (random.chance(0.4)) return;
    expectSame(await outputsOf(tested, changed), await outputsOf(tested, await run(options)), when);
    result.compared += 1;
  };

  await tested.empty();
  await loadAll(tested, stream);
  await run({ changedOnly: true });
  for (let at = 1; at <= batches && !stream.ended; at += 1) {
    const when = `seed ${seed}, batch ${at}`;
    const { accepted, received } = await queue.take(when.replaceAll(/\W/g, '-'), stream.batch());
    expect(received - accepted, when).toBeLessThan(2);
    if (random.chance(0.3)) await judgeSomething(tested, random);
    await compare(when, random.chance(0.15) ? { asOf } : {});
    result.batches += 1;
  }
  await queue.take(`seed-${seed}-rest`, stream.rest());
  const changed = await outputsOf(tested, await run({ changedOnly: true }));
  expectSame(changed, await outputsOf(tested, await run({})), `seed ${seed}, all`);
  // Judgements are no rows: without them, and loaded at once.
  await database.write('MATCH (j:SkeinJudgement) DELETE j');
  const last = withoutSources(await outputsOf(tested, await run({ changedOnly: true })));
  await tested.empty();
  await loadAll(tested, stream);
  expectSame(last, withoutSources(await outputsOf(tested, await run({}))), `seed ${seed}, at once`);
  return result;
}

async function loadAll({ database, settings }: TestDatabase, stream: EventStream): Promise<void> {
  const folder = await writeDataset(stream.dataset());
  await loadFolders(database, settings, [folder], {}, silentProgress);
  await rm(folder, { recursive: true });
}

/** An analyst rejects or confirms what was inferred. */
async function judgeSomething({ database, settings }: TestDatabase, random: Random): Promise<void> {
  const judgeable = derivedRelations.filter(({ relation }) => relation !== 'STATED_THEN');
  const { relation } = random.pick(judgeable);
  const found = await database.read<{ key: string }>(
    `MATCH ()-[r:${relation}]->() WHERE r.judged IS NULL RETURN r.key AS key ORDER BY key`,
  );
  if (found.length === 0) return;
  await recordJudgement(database, settings.home, {
    kind: 'relation',
    verdict: random.pick(['confirmed', 'rejected'] as const),
    subjects: [],
    relation: `${relation}|${random.pick(found).key}`,
    why: 'chance',
  });
}
