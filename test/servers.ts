import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Connection } from '../server/neo4j/database.ts';
import { openDatabase } from '../server/neo4j/open.ts';
import { terminalProgress } from '../server/progress.ts';

declare module 'vitest' {
  interface ProvidedContext {
    neo4j: Connection;
  }
}

/** Java then compiles quickly rather than well: a test run is over before the better code would pay. */
const javaOptions = '-XX:TieredStopAtLevel=1';

/** Starts the one Neo4j of a test run in a home of its own; returns what stops it. */
export default async function startSharedServer(
  project: TestProject,
): Promise<() => Promise<void>> {
  process.env['JAVA_TOOL_OPTIONS'] ??= javaOptions;
  const home = await mkdtemp(join(tmpdir(), 'skein-test-'));
  const settings = {
    home,
    sources: join(home, 'sources'),
    host: '127.0.0.1',
    port: null,
    neo4j: null,
  };
  const opened = await openDatabase(settings, terminalProgress());
  project.provide('neo4j', opened.connection);
  return async () => {
    await opened.close();
    await rm(home, { recursive: true, force: true });
  };
}
