import { messages } from '../../../domain/messages/index.ts';
import { UnavailableError } from '../../platform/problems.ts';
import type { Progress } from '../../platform/progress.ts';
import type { Connection, Settings } from '../../platform/settings/settings.ts';
import { Database } from '../../graph/neo4j/database.ts';
import { isForbidden } from '../../platform/failures.ts';
import {
  checkNotRestoring,
  earlierVersion,
  prepareSchema,
} from '../../graph/neo4j/graph-schema.ts';
import { backUp, type Whole } from '../backup/back-up.ts';
import { fileBeforeRaising } from '../backup/file-name.ts';
import { moveLabels } from './labels-moved.ts';
import { bringUpSearch } from './bring-up.ts';
import { useLocal } from '../../graph/neo4j/local.ts';

export interface OpenDatabase {
  database: Database;
  /** How it was reached; the password is a secret. */
  connection: Connection;
  /** Resolves when a local server has gone while in use; never for a server of somebody else's. */
  lost: Promise<void>;
  /** Ends the use; the last to close the local server waits until it has stopped. */
  close(): Promise<void>;
}

/** So long a server that has just begun may take for its first answer. */
const firstAnswerMs = 120_000;

/** The oldest server whose Cypher has all that the queries use. */
const oldest = [5, 26] as const;

/**
 * Opens the database that the settings name: NEO4J_URI's, else the local one, joined or started. It is then of
 * a known version, writable, and has its constraints and indexes. Throws UnavailableError when it is not. One of an earlier
 * version is backed up beside the home before it is brought up, unless the settings say otherwise.
 */
export function openDatabase(settings: Settings, progress: Progress): Promise<OpenDatabase> {
  return reached(settings, progress, async ({ database, connection }) => {
    await checkNotRestoring(database);
    await backUpEarlier({ database, connection, settings }, progress);
    progress.step(messages.database.preparing);
    await prepareSchema(database, progress);
    await moveLabels(database, settings.home);
    await bringUpSearch(database, progress);
    if (settings.neo4j) await checkWritable(database);
  });
}

/** The same database as it is: nothing is made, brought up or asked of what it holds. */
export function reachDatabase(settings: Settings, progress: Progress): Promise<OpenDatabase> {
  return reached(settings, progress, () => Promise.resolve());
}

async function backUpEarlier(whole: Whole, progress: Progress): Promise<void> {
  const { home, backUpFirst = true } = whole.settings;
  const earlier = backUpFirst ? await earlierVersion(whole.database) : null;
  if (earlier === null) return;
  const { file } = await backUp(whole, fileBeforeRaising(home, earlier), progress);
  progress.end();
  process.stderr.write(`${messages.backup.beforeRaising(file)}\n`);
}

async function reached(
  settings: Settings,
  progress: Progress,
  prepare: (open: Pick<OpenDatabase, 'database' | 'connection'>) => Promise<void>,
): Promise<OpenDatabase> {
  const command = `skein ${process.argv[2] ?? ''}`.trim();
  const local = settings.neo4j ? null : await useLocal(settings.home, command, progress);
  const connection = settings.neo4j ?? local!.connection;
  const database = new Database(connection);
  const close = async () => {
    await database.close();
    await local?.close();
  };
  // Its place is taken at another address, if at all: whatever still asks is told at once, and not after its patience.
  void local?.lost.then(() => {
    database.abandon(messages.commands.up.databaseLost);
  });
  try {
    progress.step(messages.database.connecting);
    await database.verify(firstAnswerMs);
    await checkServer(database, connection);
    await prepare({ database, connection });
    progress.end();
  } catch (error) {
    progress.end();
    await close();
    throw isForbidden(error)
      ? new UnavailableError(messages.database.rightMissing(connection.user, error.message))
      : error;
  }
  return { database, connection, close, lost: local?.lost ?? new Promise(() => undefined) };
}

interface Component {
  name: string;
  version: string;
}

async function checkServer(database: Database, connection: Connection): Promise<void> {
  const components = await database.read<Component>(
    'CALL dbms.components() YIELD name, versions RETURN name, versions[0] AS version',
  );
  const version = components.find(({ name }) => name === 'Neo4j Kernel')?.version ?? '0';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
    throw new UnavailableError(messages.database.tooOld(connection.uri, version, oldest.join('.')));
  }
}

/** Writes nothing lasting, but asks for the rights to create and delete a node of ours. */
async function checkWritable(database: Database): Promise<void> {
  await database.write("CREATE (s:Skein {id: 'write check ' + randomUUID()}) DELETE s");
}
