/**
 * Takes what is recorded in this home into the database, where the entries of all homes are one chain. The home's log is written
 * first and holds without it; what this adds is that another place knows of each entry, so that one which is changed, or
 * put back with the whole log, departs from what is known there.
 */
import { stat } from 'node:fs/promises';
import { loadQuery } from '../../../cypher/load-query.ts';
import { messages } from '../../../domain/messages/index.ts';
import { beginning, linkHash } from '../../../verifier/custody-chain.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { AuditFault } from '../../trust/custody/audit.ts';
import { custodyFiles, sha256 } from '../../trust/custody/files.ts';
import { readHead } from '../../trust/custody/head.ts';
import { logLines, type ReadEntry } from '../../trust/custody/read.ts';
import { recordOf, type AuditRecord } from './records.ts';

const says = messages.audit.faults;

export interface Witnessed {
  /** The home's log: the hash of its first entry; null while nothing is recorded. */
  log: string | null;
  /** How many of its entries the database knows now. */
  entries: number;
  /** How this log is another than the one that the database knows; nothing more of it is taken then. */
  departed: AuditFault | null;
}

/** Where in a log reading ended, so that what was read is not read again. */
interface Place {
  log: string;
  entry: number;
  hash: string;
  bytes: number;
}

/** So many entries at once. */
const batchSize = 500;
/** Beyond it one that has not ended was killed. */
const longestBackupMs = 6 * 60 * 60_000;

const places = new Map<string, Place>();
const queues = new Map<string, Promise<unknown>>();

/**
 * One at a time in a process; those of other processes wait for the chain's lock. `now`: given where nobody waits for it, so that a
 * backup which is being written is not disturbed. Throws what the database throws.
 */
export function witness(database: Database, home: string, now?: Date): Promise<Witnessed> {
  const turn = (queues.get(home) ?? Promise.resolve()).then(() => taken(database, home, now));
  queues.set(
    home,
    turn.then(
      () => undefined,
      () => undefined,
    ),
  );
  return turn;
}

/** The hash of the first entry; null where there is none that can be read. */
export async function logOf(home: string): Promise<string | null> {
  for await (const { read } of logLines(home)) return read?.hash ?? null;
  return null;
}

async function taken(database: Database, home: string, now?: Date): Promise<Witnessed> {
  const files = custodyFiles(home);
  const head = await readHead(home, files.head);
  const log = typeof head === 'string' ? null : await logOf(home);
  if (typeof head === 'string' || log === null) return { log, entries: 0, departed: null };
  // What follows the head is being written.
  const end = Math.min(head.bytes, (await stat(files.log)).size);
  const [known] = await database.read<{ entry: number; hash: string }>(
    loadQuery('audit/end_of_log'),
    { log },
  );
  const from = placeFor(home, log, { known: known?.entry ?? 0, end });
  if (known && from.entry === known.entry && from.hash !== known.hash)
    return departedAt(log, known.entry, says.otherThanKnown(known.entry));
  if (now && (await isBackingUp(home, from.bytes, now)))
    return { log, entries: known?.entry ?? 0, departed: null };
  let { bytes, entry } = from;
  let batch: ReadEntry[] = [];
  let last = from;
  for await (const line of logLines(home, from.bytes)) {
    if (bytes >= end || !line.read || line.read.content.entry !== entry + 1) break;
    const { read } = line;
    if (last === from && linkHash(from.hash, read.digest, sha256) !== read.hash) {
      // It is another log than was read, or one that does not follow from its beginning.
      if (from.entry === 0) break;
      places.delete(home);
      return taken(database, home, now);
    }
    bytes += line.bytes;
    entry = read.content.entry;
    last = { log, entry, hash: read.hash, bytes };
    if (known && entry === known.entry && read.hash !== known.hash)
      return departedAt(log, entry, says.otherThanKnown(entry));
    if (entry > (known?.entry ?? 0)) batch.push(read);
    if (batch.length < batchSize) continue;
    await add(database, log, batch);
    batch = [];
  }
  if (known && entry < known.entry)
    return departedAt(log, entry + 1, says.shorterThanKnown(entry + 1, known.entry));
  if (batch.length > 0) await add(database, log, batch);
  places.set(home, last);
  return { log, entries: entry, departed: null };
}

/** Whether a backup was begun of this home, and has not ended. One that was killed is not waited for beyond some hours. */
async function isBackingUp(home: string, from: number, now: Date): Promise<boolean> {
  const going = new Map<unknown, string>();
  for await (const { read } of logLines(home, from)) {
    if (!read) continue;
    const { act, entry, at, subject, after } = read.content;
    if (act !== 'backup') continue;
    if (after?.['state'] === 'begun') going.set(entry, at);
    else if (after?.['failed'] === true) going.delete(subject['entry']);
    else going.clear();
  }
  const since = new Date(now.getTime() - longestBackupMs).toISOString();
  return [...going.values()].some((at) => at > since);
}

/** Where reading goes on; from the beginning where the log is not, in length, what was read. */
function placeFor(
  home: string,
  log: string,
  { known, end }: { known: number; end: number },
): Place {
  const place = places.get(home);
  if (place?.log === log && place.entry <= known && place.bytes <= end) return place;
  return { log, entry: 0, hash: beginning, bytes: 0 };
}

function departedAt(log: string, entry: number, detail: string): Witnessed {
  const departed: AuditFault = { kind: 'changed', entry, line: null, detail };
  return { log, entries: entry - 1, departed };
}

/** Those that another process of this home has added meanwhile are left out. */
async function add(database: Database, log: string, read: readonly ReadEntry[]): Promise<void> {
  await database.transaction(async (tx) => {
    const [end] = await tx.run<{ count: number; hash: string; entry: number | null }>(
      loadQuery('audit/claim'),
      { log, beginning },
    );
    let { count, hash } = end!;
    const entries: AuditRecord[] = [];
    for (const each of read) {
      if (each.content.entry <= (end!.entry ?? 0)) continue;
      const record = recordOf(each, log, count + 1, hash);
      count += 1;
      hash = record.link;
      entries.push(record);
    }
    if (entries.length > 0) await tx.run(loadQuery('audit/add'), { entries, count, hash });
  });
}
