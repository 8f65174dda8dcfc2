import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { loadSchema } from '../../../domain/answers.ts';
import { fileMappingSchema } from '../../../domain/mapping.ts';
import { messages } from '../../../domain/messages/index.ts';
import { actor } from '../../platform/access/actor.ts';
import { NotFoundError } from '../../platform/problems.ts';
import type { Settings } from '../../platform/settings/settings.ts';

/** Where the files of an intake lie until they are loaded, and what is known of them. */

const recordSchema = z.object({
  id: z.string(),
  by: z.string(),
  created: z.string(),
  files: z.array(
    z.object({
      name: z.string(),
      size: z.number(),
      /** Of the bytes as they came; null for what is compressed. */
      utf8: z.boolean().nullable(),
      reading: fileMappingSchema,
    }),
  ),
  /** The process that loads it. */
  loading: z.number().nullable(),
  /** The server was ended while it was loaded: the next one loads it again. */
  handed_over: z.boolean().default(false),
  result: loadSchema.nullable(),
  problem: z.string().nullable(),
});
export type IntakeRecord = z.infer<typeof recordSchema>;
export type FileRecord = IntakeRecord['files'][number];

const recordName = 'intake.json';
const keptMs = 24 * 60 * 60_000;

function intakesAt(settings: Settings): string {
  return join(settings.home, 'intake');
}

function folderOf(settings: Settings, id: string): string {
  return join(intakesAt(settings), id);
}

/** The files alone, as a dataset folder. */
export function filesAt(settings: Settings, id: string): string {
  return join(folderOf(settings, id), 'files');
}

/** A mapping beside the files. */
export function mappingAt(settings: Settings, id: string): string {
  return join(folderOf(settings, id), 'mapping.json');
}

export async function createIntake(settings: Settings): Promise<IntakeRecord> {
  const record: IntakeRecord = {
    id: randomBytes(12).toString('hex'),
    by: actor(),
    created: new Date().toISOString(),
    files: [],
    loading: null,
    handed_over: false,
    result: null,
    problem: null,
  };
  await mkdir(filesAt(settings, record.id), { recursive: true, mode: 0o700 });
  await writeRecord(settings, record);
  return record;
}

/** Throws NotFoundError when there is none of that id, for ids that are none too. */
export async function readIntake(settings: Settings, id: string): Promise<IntakeRecord> {
  const gone = () => new NotFoundError(messages.intake.gone);
  if (!/^[0-9a-f]{24}$/.test(id)) throw gone();
  try {
    const content = await readFile(join(folderOf(settings, id), recordName), 'utf8');
    return recordSchema.parse(JSON.parse(content));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw gone();
    throw error;
  }
}

/** The record appears whole or not at all. */
export async function writeRecord(settings: Settings, record: IntakeRecord): Promise<void> {
  const target = join(folderOf(settings, record.id), recordName);
  const beside = `${target}.${randomUUID()}`;
  await writeFile(beside, JSON.stringify(record), { mode: 0o600 });
  await rename(beside, target);
}

export async function removeIntake(settings: Settings, id: string): Promise<void> {
  await rm(folderOf(settings, id), { recursive: true, force: true });
}

/** Latest first. */
export async function listIntakes(settings: Settings): Promise<IntakeRecord[]> {
  const records: IntakeRecord[] = [];
  for (const id of await idsOf(settings))
    try {
      records.push(await readIntake(settings, id));
    } catch (error) {
      // Another has taken it away meanwhile, or it was never whole.
      if (!(error instanceof NotFoundError)) throw error;
    }
  return records.sort((a, b) => (a.created < b.created ? 1 : -1));
}

async function idsOf(settings: Settings): Promise<string[]> {
  try {
    return await readdir(intakesAt(settings));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Removes what was left for a day, but nothing that a living process loads. */
export async function removeOldIntakes(settings: Settings, now = Date.now()): Promise<void> {
  for (const id of await idsOf(settings)) {
    const folder = folderOf(settings, id);
    const { mtimeMs } = await stat(folder);
    if (now - mtimeMs < keptMs) continue;
    const record = await readIntake(settings, id).catch(() => null);
    if (!record || !isLoading(record)) await rm(folder, { recursive: true, force: true });
  }
}

export function isLoading({ loading }: IntakeRecord): boolean {
  if (loading === null) return false;
  try {
    process.kill(loading, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
