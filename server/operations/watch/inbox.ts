import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { opendir, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { LoadFile } from '../../../domain/answers.ts';
import { messages } from '../../../domain/messages/index.ts';
import { readFolders, type DatasetFilePath } from '../../ingest/load/folder.ts';
import { refOf } from '../../ingest/load/kept-files.ts';
import { loadFolders } from '../../ingest/load/load.ts';
import { wholeFiles } from '../../ingest/load/load-store.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import {
  InvalidDataError,
  NotAllowedError,
  UnavailableError,
  UsageError,
} from '../../platform/problems.ts';
import { silentProgress } from '../../platform/progress.ts';
import { readAllowList } from '../../platform/reach/allow-list.ts';
import { findFolder } from '../../platform/reach/folders.ts';
import { inboxRefused } from '../../platform/reach/recipients.ts';
import type { Settings } from '../../platform/settings/settings.ts';

const text = messages.schedules;

export interface Pulling {
  database: Database;
  settings: Settings;
  signal: AbortSignal;
  /** A folder whose files have not stood still for so long is still being written. */
  quietMs: number;
  say: (text: string) => Promise<void>;
}

/** Files; folders that had new ones, nothing new, are still being written, or cannot be loaded; rows. */
export type PullCounts = Record<
  | 'new_files'
  | 'new_folders'
  | 'known_folders'
  | 'unsettled_folders'
  | 'refused_folders'
  | 'rows'
  | 'rejected_rows',
  number
>;

/**
 * Loads what is new in an inbox: each folder in it is a dataset folder, and so is the inbox itself where files lie in it.
 * A file is known by its digest, wherever it was loaded from; nothing in the inbox is moved or changed. A folder that cannot be
 * loaded is told and keeps no other from being loaded. Throws NotAllowedError for an inbox that the operator does not allow,
 * UnavailableError when there is no such inbox, or when it holds more than any inbox would.
 */
export async function pullInbox(inbox: string, pulling: Pulling): Promise<PullCounts> {
  const counts: PullCounts = {
    ...{ new_files: 0, new_folders: 0, known_folders: 0, unsettled_folders: 0 },
    ...{ refused_folders: 0, rows: 0, rejected_rows: 0 },
  };
  const real = await allowedInbox(inbox, pulling.settings);
  for (const folder of await datasetFolders(real)) {
    pulling.signal.throwIfAborted();
    await pullFolder(folder, pulling, counts);
  }
  return counts;
}

async function pullFolder(folder: string, pulling: Pulling, counts: PullCounts): Promise<void> {
  const { say, database, signal, quietMs } = pulling;
  const name = basename(folder);
  if (!(await isSettled(folder, quietMs))) {
    counts.unsettled_folders += 1;
    await say(text.log.unsettled(name));
    return;
  }
  try {
    const { files } = await readFolders([folder], null);
    const fresh = await newFiles(database, files, signal);
    if (fresh.length === 0) {
      counts.known_folders += 1;
      await say(text.log.known(name));
      return;
    }
    const only = new Set(fresh.map((file) => file.name));
    const options = { called: [folder], signal, only };
    const { files: loaded } = await loadFolders(
      ...([database, pulling.settings, [folder], options, silentProgress] as const),
    );
    const [rows, rejected] = [sum(loaded, 'read'), sum(loaded, 'rejected')];
    counts.new_folders += 1;
    counts.new_files += fresh.length;
    counts.rows += rows;
    counts.rejected_rows += rejected;
    await say(text.log.loaded(name, fresh.length, rows, rejected));
  } catch (error) {
    // What its files say, not what the machine does.
    if (!(error instanceof UsageError || error instanceof InvalidDataError)) throw error;
    counts.refused_folders += 1;
    await say(text.log.refused(name, error.message));
  }
}

function sum(files: readonly LoadFile[], what: 'read' | 'rejected'): number {
  return files.reduce((total, file) => total + file[what], 0);
}

/** Where the inbox really lies. */
async function allowedInbox(inbox: string, settings: Settings): Promise<string> {
  const allowList = await readAllowList(settings);
  const refused = await inboxRefused(inbox, allowList);
  if (refused !== null) throw new NotAllowedError(refused);
  const found = await findFolder(inbox, allowList.inboxes.folders);
  if ('refused' in found) throw new UnavailableError(text.inbox.noFolder(inbox));
  return found.real;
}

/** Far beyond any inbox that people fill; what goes on for ever ends here. */
const mostEntries = 100_000;

/** In order of their names, the inbox first. What is a link is no folder of the inbox. */
async function datasetFolders(inbox: string): Promise<string[]> {
  const folders: string[] = [];
  let own = false;
  let entries = 0;
  try {
    for await (const entry of await opendir(inbox)) {
      if ((entries += 1) > mostEntries) break;
      if (entry.name.startsWith('.')) continue;
      own ||= entry.isFile();
      if (entry.isDirectory()) folders.push(join(inbox, entry.name));
    }
  } catch (cause) {
    throw new UnavailableError(text.inbox.noFolder(inbox), [], { cause });
  }
  if (entries > mostEntries) throw new UnavailableError(text.inbox.tooMany(inbox, mostEntries));
  return own ? [inbox, ...folders.sort()] : folders.sort();
}

/** What programs that copy call a file until it is whole. */
const unfinished = /\.(part|partial|tmp|filepart|crdownload)$/i;

async function isSettled(folder: string, quietMs: number): Promise<boolean> {
  const entries = await readdir(folder, { withFileTypes: true });
  const since = Date.now() - quietMs;
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    if (unfinished.test(entry.name)) return false;
    // By ctime: who copies a file may set its time of change back.
    const { ctimeMs } = await stat(join(folder, entry.name));
    if (ctimeMs > since) return false;
  }
  return true;
}

async function newFiles(
  database: Database,
  files: readonly DatasetFilePath[],
  signal: AbortSignal,
): Promise<DatasetFilePath[]> {
  const refs: string[] = [];
  for (const file of files) refs.push(refOf(file, await digestOf(file.path, signal)));
  const known = await wholeFiles(database, refs);
  return files.filter((_file, at) => !known.has(refs[at]!));
}

async function digestOf(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash, { signal });
  return hash.digest('hex');
}
