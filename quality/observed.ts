import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import type { Finding } from '../domain/finding.ts';
import type { Database } from '../server/graph/neo4j/database.ts';
import type { Progress } from '../server/platform/progress.ts';
import type { Settings } from '../server/platform/settings/settings.ts';
import type { WorldMaker } from './generators.ts';
import { observeWorld, type World } from './world.ts';

export interface Observing {
  database: Database;
  settings: Settings;
  progress: Progress;
  accounts: number;
  /** Where observed worlds are kept, so that weights can be fitted again without detecting again; or null. */
  keep: string | null;
}

/** Generates, loads and detects; or reads what was kept of it. */
export async function observe(
  maker: WorldMaker,
  seed: number,
  { database, settings, progress, accounts, keep }: Observing,
): Promise<{ world: World; folder: string }> {
  const name = `${maker.name}-${accounts}-${seed}`;
  const folder = join(keep ?? settings.home, name);
  const kept = keep === null ? null : join(keep, `${name}.ndjson`);
  if (!existsSync(join(folder, 'labels.csv'))) await maker.write({ accounts, seed, folder });
  if (kept !== null && existsSync(kept)) return { world: await readKept(kept), folder };
  const world = await observeWorld(database, settings, { name, folder }, progress);
  if (kept !== null) {
    await mkdir(keep!, { recursive: true });
    await writeKept(kept, world);
  }
  return { world, folder };
}

/** The folder of a world that nothing needs any more. */
export async function forget(folder: string, { keep }: Observing): Promise<void> {
  if (keep === null) await rm(folder, { recursive: true, force: true });
}

async function writeKept(file: string, { findings, ...rest }: World): Promise<void> {
  const out = createWriteStream(`${file}.part`);
  out.write(`${JSON.stringify(rest)}\n`);
  for (const finding of findings) out.write(`${JSON.stringify(finding)}\n`);
  out.end();
  await once(out, 'finish');
  await rename(`${file}.part`, file);
}

async function readKept(file: string): Promise<World> {
  let rest: Omit<World, 'findings'> | null = null;
  const findings: Finding[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (rest === null) rest = JSON.parse(line) as Omit<World, 'findings'>;
    else findings.push(JSON.parse(line) as Finding);
  }
  if (rest === null) throw new Error(`${file} is empty; remove it.`);
  return { ...rest, findings };
}
