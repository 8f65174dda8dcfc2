import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { localLayout } from '../server/neo4j/local-layout.ts';
import { openDatabase } from '../server/neo4j/open.ts';
import type { Progress } from '../server/progress.ts';
import { checkout } from '../server/settings.ts';
import { neo4jJars } from '../setup/neo4j/bring.mjs';
import { settingsOf } from './settings-of.ts';

/** What a new store depends on. */
const sources = ['server/neo4j', 'server/search', 'domain'];

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
  for (const name of await readdir(dirname(target)))
    if (name.startsWith('test-store-')) await rm(join(dirname(target), name), { recursive: true });
  const home = await mkdtemp(join(dirname(target), 'making-test-store-'));
  try {
    const opened = await openDatabase(settingsOf(home), progress);
    await opened.close();
    await rename(localLayout(home).home, target);
  } finally {
    await rm(home, { recursive: true, force: true });
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
