import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Connection } from '../server/neo4j/database.ts';
import { openDatabase, type OpenDatabase } from '../server/neo4j/open.ts';
import { noDelivery } from '../server/delivery/settings.ts';
import { noTimestamps } from '../server/settings.ts';
import { terminalProgress } from '../server/progress.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** One for each worker. */
    servers: Connection[];
  }
}

/** Java then compiles quickly rather than well: a test run is over before the better code would pay. */
const javaOptions = '-XX:TieredStopAtLevel=1';

/** Starts a Neo4j for each worker, in homes of their own; returns what stops them. */
export default async function startServers(project: TestProject): Promise<() => Promise<void>> {
  process.env['JAVA_TOOL_OPTIONS'] ??= javaOptions;
  const home = await mkdtemp(join(tmpdir(), 'skein-test-'));
  const opened: OpenDatabase[] = [];
  // One after the other: what the first leaves in the cache makes the next start sooner.
  for (let worker = 1; worker <= project.config.maxWorkers; worker++) {
    const own = join(home, String(worker));
    const settings = { home: own, sources: join(own, 'sources'), host: '127.0.0.1', port: null };
    opened.push(
      await openDatabase(
        { ...settings, neo4j: null, timestamps: noTimestamps, delivery: noDelivery },
        terminalProgress(),
      ),
    );
  }
  project.provide(
    'servers',
    opened.map(({ connection }) => connection),
  );
  return async () => {
    await Promise.all(opened.map((server) => server.close()));
    await rm(home, { recursive: true, force: true });
  };
}
