import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { UsageError } from '../server/platform/problems.ts';
import type { Progress } from '../server/platform/progress.ts';
import { reportedSeeds, type WorldMaker } from './generators.ts';

/**
 * What can be known at all about who belongs to a scheme: a supervised model on everything that the files hold,
 * trained on worlds of the same generator (`quality/limit/`, in Python). Nothing of it is shipped.
 */
export const limitSeeds: readonly number[] = Array.from({ length: 20 }, (_, index) => 201 + index);

/** Below this a generator's worlds do not hold enough to tell rings from their honest twins. */
export const decidable = 0.95;

const shareSchema = z.object({ accounts: z.number(), among_best: z.number() });

const gainsSchema = z.record(z.string(), z.number());

/** What `limit.py` prints. */
const measuredSchema = z.object({
  ap: z.number(),
  /** Average precision by world. */
  worlds: z.record(z.string(), z.number()),
  /** Each kind of ring against the honest alone, and its accounts among the R best. */
  rings: z.record(z.string(), shareSchema.extend({ ap: z.number() })),
  /** Honest kinds of which any are among the R best. */
  honest: z.record(z.string(), shareSchema),
  /** The features that tell most, with their part of what all tell: of accounts alone, of pairs alone, of all together. */
  features: z.object({ accounts: gainsSchema, pairs: gainsSchema, together: gainsSchema }),
  versions: z.record(z.string(), z.string()),
});
type MeasuredLimit = z.infer<typeof measuredSchema>;

const limitsSchema = z.object({
  accounts: z.number(),
  trainingSeeds: z.array(z.number()),
  reportedSeeds: z.array(z.number()),
  versions: measuredSchema.shape.versions,
  generators: z.record(z.string(), measuredSchema.omit({ versions: true })),
});
export type Limits = z.infer<typeof limitsSchema>;

const limitFile = new URL('./limit.json', import.meta.url);
const program = fileURLToPath(new URL('./limit/limit.py', import.meta.url));

/** What was measured last; null where nobody has. */
export async function recordedLimits(): Promise<Limits | null> {
  if (!existsSync(limitFile)) return null;
  return limitsSchema.parse(JSON.parse(await readFile(limitFile, 'utf8')));
}

export async function writeLimits(limits: Limits): Promise<void> {
  await writeFile(limitFile, `${JSON.stringify(limits, null, 2)}\n`);
}

export interface LimitMeasuring {
  progress: Progress;
  accounts: number;
  /** The interpreter that has what `quality/limit/requirements.txt` names. */
  python: string;
  /** Where worlds are kept; or null. */
  keep: string | null;
}

/**
 * One generator after the other: the worlds of each are half a gigabyte. What was measured of one is kept with the worlds, so
 * that a run that was killed goes on where it was; by another program, or for other worlds, it is measured anew. Yields after
 * each what is known until then.
 */
export async function* measureLimits(
  makers: readonly WorldMaker[],
  measuring: LimitMeasuring,
): AsyncGenerator<Limits> {
  const generators: Limits['generators'] = {};
  for (const maker of makers) {
    const measured = (await keptLimit(maker, measuring)) ?? (await measuredAnew(maker, measuring));
    const { versions } = measured;
    generators[maker.name] = limitsSchema.shape.generators.valueType.parse(measured);
    yield {
      accounts: measuring.accounts,
      trainingSeeds: [...limitSeeds],
      reportedSeeds: [...reportedSeeds],
      versions,
      generators,
    };
  }
}

async function measuredAnew(maker: WorldMaker, measuring: LimitMeasuring): Promise<MeasuredLimit> {
  const measured = await measureLimit(maker, measuring);
  await keepLimit(maker, measuring, measured);
  return measured;
}

async function keptLimit(
  { name }: WorldMaker,
  measuring: LimitMeasuring,
): Promise<MeasuredLimit | null> {
  const file = keptFile(name, measuring);
  if (file === null || !existsSync(file)) return null;
  const { by, measured } = keptSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  return by === (await programDigest(measuring)) ? measured : null;
}

async function keepLimit(
  { name }: WorldMaker,
  measuring: LimitMeasuring,
  measured: MeasuredLimit,
): Promise<void> {
  const file = keptFile(name, measuring);
  if (file === null) return;
  await writeFile(file, JSON.stringify({ by: await programDigest(measuring), measured }));
}

const keptSchema = z.object({ by: z.string(), measured: measuredSchema });

function keptFile(generator: string, { keep, accounts }: LimitMeasuring): string | null {
  return keep && join(keep, `limit-${generator}-${accounts}.json`);
}

/** Of all that decides what is measured: the program's text, which worlds, and by which versions. */
async function programDigest({ accounts, python }: LimitMeasuring): Promise<string> {
  const folder = new URL('./limit/', import.meta.url);
  const digest = createHash('sha256').update(JSON.stringify([accounts, limitSeeds, reportedSeeds]));
  for (const file of (await readdir(folder)).filter((name) => /\.(?:py|txt)$/.test(name)).sort())
    digest.update(file).update(await readFile(new URL(file, folder)));
  return digest.update(python).digest('hex');
}

async function measureLimit(
  maker: WorldMaker,
  { progress, accounts, python, keep }: LimitMeasuring,
): Promise<MeasuredLimit> {
  const home = keep ?? (await mkdtemp(join(tmpdir(), 'skein-limit-')));
  await mkdir(home, { recursive: true });
  try {
    progress.step(`Writing worlds of the ${maker.name} generator`);
    const train = await writtenWorlds(maker, limitSeeds, { home, accounts });
    const test = await writtenWorlds(maker, reportedSeeds, { home, accounts });
    progress.step(`Measuring what can be known in worlds of the ${maker.name} generator`);
    return await knownBy(python, { train, test });
  } finally {
    if (keep === null) await rm(home, { recursive: true, force: true });
  }
}

async function writtenWorlds(
  maker: WorldMaker,
  seeds: readonly number[],
  { home, accounts }: { home: string; accounts: number },
): Promise<string[]> {
  const folders: string[] = [];
  for (const seed of seeds) {
    const folder = join(home, `${maker.name}-${accounts}-${seed}`);
    if (!existsSync(join(folder, 'labels.csv'))) await maker.write({ accounts, seed, folder });
    folders.push(folder);
  }
  return folders;
}

/** Trains on the first folders, and says how well the accounts of the others are told apart. */
export async function knownBy(
  python: string,
  { train, test }: { train: readonly string[]; test: readonly string[] },
): Promise<MeasuredLimit> {
  const told = await printed(python, [program, '--train', ...train, '--test', ...test]);
  const measured = measuredSchema.parse(JSON.parse(told));
  const missing = test.map((folder) => basename(folder)).find((name) => !(name in measured.worlds));
  if (missing !== undefined) throw new Error(`Nothing was said of ${missing}.`);
  return measured;
}

async function printed(command: string, args: readonly string[]): Promise<string> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stderr.pipe(process.stderr, { end: false });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ENOENT' ? new UsageError(notFound(command)) : error),
    );
    child.once('close', resolve);
  });
  const [out, said, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0)
    throw new UsageError(said.trim().split('\n').at(-1) || `${command} ended with ${code}.`);
  return out;
}

function notFound(command: string): string {
  return `${command} was not found. Name a Python 3.11 or later with --python.`;
}
