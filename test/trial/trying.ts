import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ParameterRevision, ParameterActivation } from '../../domain/parameters.ts';
import { tryingSchema, type Trial, type TrialResult } from '../../domain/trial.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import type { DetectOptions } from '../../server/detection/detect/run-detection.ts';
import { writeOutputs } from '../../server/detection/detect/outputs.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { activateParameters } from '../../server/decisions/trial/activate-parameters.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { beginTrial } from '../../server/decisions/trial/begin.ts';
import type { TestDatabase } from '../database.ts';
import { writeDataset, type Row } from '../dataset.ts';
import { plainAccounts, time } from '../detectors/detecting.ts';
import { oneHand } from '../one-hand.ts';

/** Of the world: what binds its accounts. */
const only = [
  'identity-mismatch',
  'shared-device',
  'shared-document',
  'shared-payout',
  'shared-template',
];

export const ring = ['r1', 'r2', 'r3', 'r4'];
export const office = ['o1', 'o2', 'o3', 'o4', 'o5', 'o6'];
export const home = ['h1', 'h2', 'h3'];

/** A ring in one hand (on `d1`), an office of six on one machine, a home of three, and others. */
export async function loadWorld({ database, settings }: TestDatabase): Promise<void> {
  const one = oneHand(ring);
  const people = { r: ring, o: office, h: home };
  const folder = await writeDataset({
    ...one,
    accounts: [
      ...Object.entries(people).flatMap(([prefix, { length }]) => plainAccounts(length, prefix)),
      ...plainAccounts(30),
    ],
    devices: [...one.devices!, { device_id: 'd-office' }, { device_id: 'd-home' }],
    logins: [...one.logins!, ...turns('d-office', office), ...turns('d-home', home)],
  });
  await loadFolders(database, settings, [folder], {}, silentProgress);
}

/** In turn on one machine, day after day. */
function turns(device_id: string, accounts: readonly string[]): Row[] {
  return Array.from({ length: accounts.length * 6 }, (_, at) => ({
    account_id: accounts[at % accounts.length]!,
    ip: `198.51.100.${at + 1}`,
    device_id,
    started_at: time(at, 9),
    ended_at: time(at, 12),
  }));
}

export interface Detected extends DetectionResult {
  /** Of all files but run.json. */
  bytes: string;
}

export async function detectAgain(
  { database }: TestDatabase,
  options: DetectOptions = {},
): Promise<Detected> {
  const result = await detect(database, { only, ...options }, silentProgress);
  const folder = await mkdtemp(join(tmpdir(), 'skein-trial-'));
  await writeOutputs(database, folder, result);
  const names = ['findings.ndjson', 'clusters.ndjson', 'accounts.csv'];
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return { ...result, bytes: texts.join('\n') };
}

/** The trial once it has ended. */
export async function tryOut(
  { database }: TestDatabase,
  asked: Parameters<typeof tryingSchema.parse>[0],
): Promise<Trial & { result: TrialResult }> {
  const by = { by: 'ana', now: new Date().toISOString() };
  const { ended } = await beginTrial(database, by, tryingSchema.parse(asked), silentProgress);
  const trial = await ended;
  return { ...trial, result: trial.result! };
}

export function setParameters(
  { database, settings }: TestDatabase,
  values: ParameterActivation['values'],
  rests_on: number,
  trial: string | null = null,
): Promise<ParameterRevision> {
  const by = { home: settings.home, by: 'ana', now: new Date().toISOString() };
  const asked = { values, why: 'seen in a trial', rests_on, trial };
  return activateParameters(database, by, 'shared-device', asked);
}

/** All that the database holds, but for trials. */
export async function everything({ database }: TestDatabase): Promise<string> {
  const nodes = await database.read<{ it: unknown }>(
    `MATCH (n) WHERE NOT n:SkeinTrial AND NOT n:Skein
     RETURN {labels: labels(n), values: properties(n)} AS it ORDER BY elementId(n)`,
  );
  const relations = await database.read<{ it: unknown }>(
    'MATCH ()-[r]->() RETURN {type: type(r), values: properties(r)} AS it ORDER BY elementId(r)',
  );
  return JSON.stringify([...nodes, ...relations]);
}
