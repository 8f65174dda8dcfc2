import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { inject } from 'vitest';
import { detect } from '../server/decisions/applied/detect.ts';
import type { DetectionResult } from '../server/detection/runs/store-run.ts';
import { loadFolders } from '../server/ingest/load/load.ts';
import { silentProgress } from '../server/platform/progress.ts';
import type { Settings } from '../server/platform/settings/settings.ts';
import { custodyFiles } from '../server/trust/custody/files.ts';
import { holding } from '../server/trust/custody/lock.ts';
import type { TestDatabase } from './database.ts';
import { silverstar } from './datasets/rows.ts';
import { copyOfGraph, pasteGraph, type GraphCopy } from './graph-copy.ts';

interface Kept {
  graph: GraphCopy;
  result: DetectionResult;
}

/**
 * The sample, loaded and detected, in the test's emptied database and home. The first file of a run that asks loads
 * and detects it; the others get a copy of what it came to.
 */
export async function detectedSample(tested: TestDatabase): Promise<DetectionResult> {
  const folder = keptSample(inject('kept'));
  return existsSync(folder) ? pasted(tested, folder) : detectSample(tested, folder);
}

/** Where a run keeps the copy, in the folder that its files share. */
export function keptSample(kept: string): string {
  return join(kept, 'sample');
}

/** Loads the sample into an empty database, detects, and keeps a copy of both in the folder. */
export async function detectSample(
  { database, settings }: Pick<TestDatabase, 'database' | 'settings'>,
  folder: string,
): Promise<DetectionResult> {
  await loadFolders(database, settings, [silverstar], {}, silentProgress);
  const result = await detect(database, {}, silentProgress);
  await keep(settings, result, folder);
  return result;
}

async function keep(settings: Settings, result: DetectionResult, folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const making = await mkdtemp(`${folder}-`);
  const kept: Kept = { graph: await copyOfGraph(settings.neo4j!), result };
  await writeFile(join(making, 'kept'), serialize(kept));
  await cp(settings.home, join(making, 'home'), { recursive: true });
  // Another worker was quicker; its copy is as good.
  await rename(making, folder).catch(() => rm(making, { recursive: true }));
}

async function pasted({ settings }: TestDatabase, folder: string): Promise<DetectionResult> {
  const { graph, result } = deserialize(await readFile(join(folder, 'kept'))) as Kept;
  await pasteHome(join(folder, 'home'), settings.home);
  await pasteGraph(settings.neo4j!, graph);
  return result;
}

/** A page that is still open may record meanwhile: its log stands there or the copy's, and no mixture of both. */
async function pasteHome(from: string, to: string): Promise<void> {
  const custody = custodyFiles(to);
  await mkdir(custody.folder, { recursive: true });
  await holding(custody.lock, async () => {
    const own = (await readdir(custody.folder)).map((name) => join(custody.folder, name));
    for (const path of own.filter((each) => !each.startsWith(custody.lock))) await rm(path);
    await cp(from, to, { recursive: true });
  });
}
