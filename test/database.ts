import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { Database } from '../server/graph/neo4j/database.ts';
import { prepareSchema } from '../server/graph/neo4j/graph-schema.ts';
import type { Settings } from '../server/platform/settings/settings.ts';
import { claimServer, type ClaimedServer } from './claim-server.ts';
import { settingsOf } from './settings-of.ts';

export interface TestDatabase {
  /** Of the worker's real Neo4j; emptied, with constraints and indexes, before the first test of the file. */
  database: Database;
  /** A home of the file's own, and the connection of the run's server. */
  settings: Settings;
  /** What a spawned `skein` needs in its environment to use the same. */
  environment: NodeJS.ProcessEnv;
  /** Empties it once more. */
  empty(): Promise<void>;
}

/**
 * To be called at the top of a test file; what it returns is filled before its tests run. Queries keep the plans
 * that the sample's detection or an earlier file had made: to plan them all takes ten times as long as to run them. Not so
 * where a whole world is loaded: a plan that was made for a few rows looks at all of them.
 */
export function testDatabase({ keepsPlans = true } = {}): TestDatabase {
  const tested = {} as TestDatabase;

  let claimed: ClaimedServer;

  beforeAll(async () => {
    claimed = await claimServer();
    const neo4j = claimed.connection;
    const home = await mkdtemp(join(tmpdir(), 'skein-test-'));
    const database = new Database({ ...neo4j, keepsPlans });
    tested.database = database;
    tested.settings = settingsOf(home, neo4j);
    tested.environment = {
      ...process.env,
      SKEIN_HOME: home,
      SKEIN_OPEN: 'yes',
      NEO4J_URI: neo4j.uri,
      NEO4J_USER: neo4j.user,
      NEO4J_PASSWORD: neo4j.password,
      NEO4J_DATABASE: neo4j.database ?? '',
    };
    tested.empty = () => empty(database);
    await empty(database);
  });

  afterAll(async () => {
    await tested.database.close();
    await rm(tested.settings.home, { recursive: true, force: true });
    await claimed.release();
  });

  return tested;
}

/** The mark of the schema, constraints and indexes stay, no lease does. In small steps: what a whole world holds does not fit into one. */
async function empty(database: Database): Promise<void> {
  await database.command(
    'MATCH (n) WHERE NOT n:Skein CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 500 ROWS',
  );
  await database.write(
    'MATCH (s:Skein) REMOVE s.lease_holder, s.lease_by, s.lease_since, s.lease_until',
  );
  await prepareSchema(database);
}
