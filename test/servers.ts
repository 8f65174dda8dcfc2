import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Connection } from '../server/platform/settings/settings.ts';
import { openDatabase, type OpenDatabase } from '../server/operations/store/open.ts';
import { silentProgress, terminalProgress } from '../server/platform/progress.ts';
import { Database } from '../server/graph/neo4j/database.ts';
import { detectSample, keptSample } from './detected-sample.ts';
import { prepareHome } from './prepared-home.ts';
import { quickJava } from './quick-java.ts';
import { settingsOf } from './settings-of.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** One for each worker. */
    servers: Connection[];
    /** A folder for what one file makes and others of the run take. */
    kept: string;
  }
}

/** A run of fewer files is over before better code of Java's, and plans made beforehand, would pay. */
const manyFiles = 20;

interface Running {
  home: string;
  opened: Promise<OpenDatabase>;
}

/** What the projects of a run share; each has its own instance of this module. */
const shared = globalThis as { skeinTests?: { running: Running[]; kept: string } };

/**
 * Starts a Neo4j for each worker that has a file to run, side by side, in homes of their own; returns what stops
 * them. Projects of one run use the same.
 */
export default async function startServers(project: TestProject): Promise<() => Promise<void>> {
  const files = await filesToRun(project);
  if (files < manyFiles) process.env['JAVA_TOOL_OPTIONS'] ??= quickJava;
  const { running, kept } = (shared.skeinTests ??= {
    running: [],
    kept: await mkdtemp(join(tmpdir(), 'skein-test-kept-')),
  });
  const wanted = Math.min(project.config.maxWorkers, files);
  for (let worker = running.length + 1; worker <= wanted; worker++) {
    const home = await mkdtemp(join(tmpdir(), 'skein-test-'));
    const progress = worker === 1 ? terminalProgress() : silentProgress;
    await prepareHome(home, progress);
    const opened = openDatabase(settingsOf(home), progress);
    running.push({
      home,
      opened: files < manyFiles ? opened : opened.then((open) => planned(open, kept)),
    });
  }
  const servers = await Promise.all(running.map(({ opened }) => opened));
  project.provide('kept', kept);
  project.provide(
    'servers',
    servers.map(({ connection }) => connection),
  );
  // What changed since may make the sample come out otherwise.
  project.onTestsRerun(() => rm(kept, { recursive: true, force: true }));
  return async () => {
    const stopped = running.splice(0).map(async ({ home, opened }) => {
      await (await opened).close();
      await rm(home, { recursive: true, force: true });
    });
    await Promise.all([...stopped, rm(kept, { recursive: true, force: true })]);
  };
}

/** Plans the product's queries over the sample, before a smaller graph's plans are kept for larger ones. */
async function planned(opened: OpenDatabase, kept: string): Promise<OpenDatabase> {
  const home = await mkdtemp(join(tmpdir(), 'skein-test-'));
  const database = new Database({ ...opened.connection, keepsPlans: true });
  const settings = settingsOf(home, opened.connection);
  await detectSample({ database, settings }, keptSample(kept));
  await database.close();
  await rm(home, { recursive: true, force: true });
  return opened;
}

/** How many files the run asks of the project; all of them, where vitest does not tell what was asked for. */
async function filesToRun(project: TestProject): Promise<number> {
  const { filenamePattern } = project.vitest as { filenamePattern?: string[] };
  const { testFiles } = await project.globTestFiles(filenamePattern);
  return testFiles.length;
}
