import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import { loadQuery } from '../../../cypher/load-query.ts';
import { schemaVersion } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { ExactGraph, type Reading } from '../../graph/neo4j/exact-graph.ts';
import { checkNotRestoring } from '../../graph/neo4j/graph-schema.ts';
import { actor } from '../../platform/access/actor.ts';
import {
  ConflictError,
  NotFoundError,
  UnavailableError,
  UsageError,
} from '../../platform/problems.ts';
import type { Progress } from '../../platform/progress.ts';
import type { Connection, Settings } from '../../platform/settings/settings.ts';
import { programVersion } from '../../platform/version.ts';
import { backupBegun, backupEnded } from '../../trust/custody/acts.ts';
import { withCopy, type CopiedFile } from '../../trust/custody/copy.ts';
import { append } from '../../trust/custody/log.ts';
import { recorded } from '../../trust/custody/recorded.ts';
import { keepArchive, writeArchive, type PartToWrite, type Written } from './archive-writer.ts';
import {
  exactProperties,
  nodeChunks,
  relationChunks,
  type Properties,
  type Tally,
} from './graph-lines.ts';
import { fileParts, homeFiles, isSameFiles } from './home-files.ts';
import { graphParts, type BackupPart, type Manifest } from './manifest.ts';
import { refuseWhileAtWork } from './quiet.ts';

const says = messages.backup;

/** Whoever writes without a pause is told to pause. */
const mostTries = 3;

/** The Skein that is backed up, or that a backup is put back into. */
export interface Whole {
  database: Database;
  connection: Connection;
  settings: Settings;
}

export interface BackedUp extends Written {
  /** Absolute. */
  file: string;
  manifest: Manifest;
}

/**
 * Writes all of a Skein into a file that is not there yet: the graph as of one of its transactions, and the home. Writes nothing
 * into the database. Throws ConflictError while somebody loads or detects, or writes again and again; UsageError for a file
 * that is there; NotFoundError for a database that is not Skein's.
 */
export async function backUp(whole: Whole, file: string, progress: Progress): Promise<BackedUp> {
  const target = resolve(file);
  if (existsSync(target)) throw new UsageError(messages.database.fileExists(target));
  const mark = await markOf(whole.database);
  await refuseWhileAtWork(whole.database);
  await mkdir(dirname(target), { recursive: true });
  const { home } = whole.settings;
  const made = await recorded(home, backupBegun(databaseIn(mark)), async () => {
    for (let tries = 1; tries <= mostTries; tries++) {
      const backedUp = await attempt(whole, target, progress);
      if (backedUp) return backedUp;
      progress.step(says.step.again);
      await refuseWhileAtWork(whole.database);
    }
    throw new ConflictError(says.writing(mostTries));
  });
  const { nodes, relations } = made.manifest;
  await append(home, backupEnded(databaseIn(mark), made.sha256, { nodes, relations }));
  return made;
}

async function markOf(database: Database): Promise<Properties> {
  const [mark] = await database.read<{ properties: Properties }>(loadQuery('backup/mark'));
  await checkNotRestoring(database);
  const version = mark?.properties['schema_version'];
  if (!mark || typeof version !== 'number') throw new NotFoundError(says.nothing);
  if (version > schemaVersion)
    throw new UnavailableError(messages.database.programOlder(version, schemaVersion));
  return mark.properties;
}

function databaseIn(mark: Properties): string | null {
  return typeof mark['database'] === 'string' ? mark['database'] : null;
}

/** Null when somebody wrote meanwhile; nothing is left of it then. */
async function attempt(
  { database, connection, settings }: Whole,
  target: string,
  progress: Progress,
): Promise<BackedUp | null> {
  const unfinished = `${target}.${randomUUID().slice(0, 8)}.part`;
  const graph = new ExactGraph(connection);
  try {
    const neo4j = await serverVersion(database);
    const found = await homeFiles(settings);
    // The log last: what the graph holds of it must be in it.
    const { made, changed } = await graph.unchanged((read) =>
      withCopy(settings.home, async (moment) => {
        const writing = new BackupParts(read, progress, neo4j);
        await writing.readMark();
        const parts = writing.parts(found, moment);
        const written = await writeArchive(unfinished, parts, (all) => writing.manifestText(all));
        return { ...written, file: target, manifest: writing.manifest! };
      }),
    );
    if (changed || !isSameFiles(found, await homeFiles(settings))) return null;
    await keepArchive(unfinished, target).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      throw new UsageError(messages.database.fileExists(target));
    });
    return made;
  } finally {
    await graph.close();
    await rm(unfinished, { force: true });
  }
}

/** Of the lease, whose holder is not there where it is put back. */
const passing = /^(lease_|asked_by$|restoring)/;

/** What the mark of the schema says for longer than some work lasts. */
export function lastingMark(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !passing.test(name)));
}

/** What goes into one archive, and what its manifest says then. */
class BackupParts {
  manifest: Manifest | null = null;
  readonly #read: Reading;
  readonly #progress: Progress;
  readonly #neo4j: string;
  readonly #begun = new Date().toISOString();
  readonly #labels: Tally = {};
  readonly #types: Tally = {};
  #nodes = 0;
  #relations = 0;
  #mark: Properties = {};

  constructor(read: Reading, progress: Progress, neo4j: string) {
    this.#read = read;
    this.#progress = progress;
    this.#neo4j = neo4j;
  }

  /** In the same transaction as all else. */
  async readMark(): Promise<void> {
    for await (const { properties } of this.#read<{ properties: Properties }>(
      loadQuery('backup/mark'),
    ))
      this.#mark = properties;
  }

  parts(found: Parameters<typeof fileParts>[0], moment: readonly CopiedFile[]): PartToWrite[] {
    const { step, nodes, relations } = says;
    return [
      {
        name: graphParts.nodes,
        chunks: () => {
          this.#progress.step(step.nodes);
          return nodeChunks(this.#read, this.#labels, (count) => {
            this.#nodes = count;
            this.#progress.advance(count, null, nodes);
          });
        },
      },
      {
        name: graphParts.relations,
        chunks: () => {
          this.#progress.step(step.relations);
          return relationChunks(this.#read, this.#types, (count) => {
            this.#relations = count;
            this.#progress.advance(count, null, relations);
          });
        },
      },
      ...fileParts(found, moment).map((part, at, all) => ({
        ...part,
        chunks: () => {
          if (at === 0) this.#progress.step(step.files);
          this.#progress.advance(at + 1, all.length, says.parts);
          return part.chunks();
        },
      })),
    ];
  }

  manifestText(parts: readonly BackupPart[]): string {
    this.manifest = {
      kind: 'urn:skein:backup:1',
      ...{ begun: this.#begun, written: new Date().toISOString(), by: actor() },
      ...{ program: programVersion, schema_version: Number(this.#mark['schema_version']) },
      ...{ database: databaseIn(this.#mark), neo4j: this.#neo4j },
      ...{ nodes: this.#nodes, relations: this.#relations },
      ...{ labels: this.#labels, types: this.#types },
      mark: exactProperties(lastingMark(this.#mark)) as Manifest['mark'],
      parts: [...parts],
    };
    return `${JSON.stringify(this.manifest, null, 1)}\n`;
  }
}

async function serverVersion(database: Database): Promise<string> {
  const [found] = await database.read<{ name: string }>(loadQuery('backup/server'));
  return found?.name ?? '';
}
