import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { localLayout } from '../server/graph/neo4j/local-layout.ts';
import { openDatabase } from '../server/operations/store/open.ts';
import type { Progress } from '../server/platform/progress.ts';
import { checkout } from '../server/platform/settings/settings.ts';
import { neo4jJars } from '../setup/neo4j/bring.mjs';
import { settingsOf } from './settings-of.ts';

const dayMs = 86_400_000;

/** What a new store depends on. */
const sources = ['server/graph', 'domain'];

/**
 * Gives a home an empty Neo4j of its own with constraints and indexes, by a copy of one that was made before:
 * to make them takes many times as long. The copy's origin is kept in the user's cache until the sources change.
 */
export async function prepareHome(home: string, progress: Progress): Promise<void> {
  const made = join(dirname(neo4jJars()), `test-store-${await digestOfSources()}`);
  if (!existsSync(made)) await makeStore(made, progress);
  await cp(made, localLayout(home).home, { recursive: true });
}

async function makeStore(target: string, progress: Progress): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  await removeOld(dirname(target));
  const home = await mkdtemp(`${target}-`);
  try {
    const opened = await openDatabase(settingsOf(home), progress);
    await opened.close();
    await rename(localLayout(home).home, target).catch((error: unknown) => {
      // Another run was quicker; its store is as good.
      if (!existsSync(target)) throw error;
    });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** Those of former sources, and what a run that was killed has left; another run may still copy a younger one. */
async function removeOld(cache: string): Promise<void> {
  for (const name of (await readdir(cache)).filter((each) => each.startsWith('test-store-'))) {
    const path = join(cache, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > dayMs) await rm(path, { recursive: true, force: true });
  }
}

async function digestOfSources(): Promise<string> {
  const hash = createHash('sha256').update(neo4jJars());
  for (const folder of sources) {
    const names = await readdir(join(checkout, folder), { recursive: true });
    for (const name of names.filter((file) => file.endsWith('.ts')).sort())
      hash.update(name).update(await readFile(join(checkout, folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
