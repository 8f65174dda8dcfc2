/**
 * The custody log: who did what to the evidence, when, one entry after another, each linked to all before it.
 * Entries are added under a lock, so that processes at once make one chain; a process that is killed meanwhile leaves
 * a log that the next one mends. A log that is not as it was left is not gone on with.
 */
import { mkdir, open, rename, stat, truncate, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { messages } from '../../../domain/messages/index.ts';
import { beginning, contentDigest, linkHash } from '../../../verifier/custody-chain.ts';
import type { Entry } from '../../../verifier/custody-entry.ts';
import { actor } from '../../platform/access/actor.ts';
import { canonicalJson } from '../../platform/canonical.ts';
import { Problem, UnavailableError } from '../../platform/problems.ts';
import { signer } from '../signing/key-store.ts';
import { programVersion } from '../../platform/version.ts';
import type { Draft } from './draft.ts';
import { custodyFiles, replaceDurably, sha256, writeDurably, type CustodyFiles } from './files.ts';
import { readHead, signedHead, type FoundHead, type Head } from './head.ts';
import { holding, type StillHeld } from './lock.ts';
import { lineText, readLine } from './read.ts';
import { sealed, valueLines } from './values.ts';
import { valuesStanding } from './values-standing.ts';

const says = messages.custody;

/** The log while it is ours alone. */
export interface HeldLog {
  files: CustodyFiles;
  append: (draft: Draft) => Promise<Entry>;
  /** From this byte on values stand as this program writes them. */
  valuesFrom: () => number;
  /** Puts other lines in place of all values; `from` is as above, for these. */
  replaceValues: (text: string, from: number) => Promise<void>;
}

/** Adds an entry; it is on the disk when this resolves. Throws UnavailableError when it cannot be. */
export function append(home: string, draft: Draft): Promise<Entry> {
  return withLog(home, (log) => log.append(draft));
}

/** Works on the log while nobody else does. Throws UnavailableError when it cannot be written or was altered. */
export function withLog<T>(home: string, work: (log: HeldLog) => Promise<T>): Promise<T> {
  const files = custodyFiles(home);
  return orUnavailable(files, async () => {
    await mkdir(files.folder, { recursive: true, mode: 0o700 });
    return holding(files.lock, async (stillHeld) => {
      const log = new OpenLog(home, files, await mend(home, files), stillHeld);
      await log.begin();
      return work(log);
    });
  });
}

/** What the system refuses is told as a log that is out of reach: UnavailableError. */
export async function orUnavailable<T>(
  { folder }: CustodyFiles,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    throw new UnavailableError(says.notWritten(folder, code), [], { cause });
  }
}

/** How the log stands, once what a killed process left is put right. */
interface Standing {
  head: Head | null;
  /** Bytes of a torn line that were set aside. */
  torn: number;
}

class OpenLog implements HeldLog {
  readonly files: CustodyFiles;
  readonly #home: string;
  #head: Head | null;
  #torn: number;
  readonly #stillHeld: StillHeld;

  constructor(home: string, files: CustodyFiles, { head, torn }: Standing, stillHeld: StillHeld) {
    this.#home = home;
    this.#stillHeld = stillHeld;
    this.files = files;
    this.#head = head;
    this.#torn = torn;
  }

  /** Every log has a first entry, and says what was put right in it. */
  async begin(): Promise<void> {
    if (!this.#head) {
      const { id } = await signer(this.#home);
      const after = { key: id, program: `skein ${programVersion}` };
      await this.append({ act: 'begin', subject: {}, before: null, after });
    }
    if (this.#torn === 0) return;
    const subject = { after_entry: this.#head!.count };
    await this.append({ act: 'repair', subject, before: { torn_bytes: this.#torn }, after: null });
    this.#torn = 0;
  }

  readonly append = async (draft: Draft): Promise<Entry> => {
    const entry = (this.#head?.count ?? 0) + 1;
    const { facts, values } = sealed(draft, entry);
    const at = new Date().toISOString();
    const content: Entry = { entry, at, by: actor(), act: draft.act, ...facts };
    const digest = contentDigest(content, sha256);
    const hash = linkHash(this.#head?.hash ?? beginning, digest, sha256);
    const line = lineText(canonicalJson(content), hash);
    const before = this.#head?.bytes ?? 0;
    const bytes = before + Buffer.byteLength(line);
    const kept = await this.#withValues(valueLines(values));
    // Before a byte of the entry, so that what a killed process leaves can be told from what a hand adds.
    const next = await signedHead(this.#home, { count: entry, hash, bytes, values: kept.after });
    await this.#stillHeld();
    await writeDurably(this.files.nextHead, next.text, 'w');
    if (kept.text !== '') await add(this.files.values, kept.text, kept.before);
    await add(this.files.log, line, before);
    await rename(this.files.nextHead, this.files.head);
    this.#head = next.head;
    return content;
  };

  readonly valuesFrom = (): number => {
    if (!this.#head) return 0;
    return this.#head.values?.from ?? Infinity;
  };

  readonly replaceValues = async (text: string, from: number): Promise<void> => {
    const { count, hash, bytes } = this.#head!;
    const values = { bytes: Buffer.byteLength(text), from };
    const next = await signedHead(this.#home, { count, hash, bytes, values });
    await this.#stillHeld();
    await writeDurably(this.files.nextHead, next.text, 'w');
    await replaceDurably(this.files.values, text);
    await rename(this.files.nextHead, this.files.head);
    this.#head = next.head;
  };

  /** How the values will stand with these lines. What an earlier program left half-written is ended by a line break. */
  async #withValues(lines: string) {
    const known = this.#head ? this.#head.values : { bytes: 0, from: 0 };
    const before = known?.bytes ?? (await sizeOf(this.files.values));
    const text = known || before === 0 ? lines : `\n${lines}`;
    const from = known?.from ?? (before === 0 ? 0 : before + 1);
    return { before, text, after: { bytes: before + Buffer.byteLength(text), from } };
  }
}

/** All of it or nothing, unless the process is killed. */
async function add(path: string, text: string, before: number): Promise<void> {
  try {
    await writeDurably(path, text, 'a');
  } catch (error) {
    await truncate(path, before).catch(() => undefined);
    throw error;
  }
}

/** Throws UnavailableError for a log that nobody of ours has left so. */
async function mend(home: string, files: CustodyFiles): Promise<Standing> {
  const found = await readHead(home, files.head);
  if (typeof found === 'string' && found !== 'absent') throw altered(files);
  const head = found === 'absent' ? null : found;
  const size = await sizeOf(files.log);
  const before = head?.bytes ?? 0;
  const next = await readHead(home, files.nextHead);
  if (size === before) return { head: await mendValues(files, head, next, false), torn: 0 };
  if (size < before || typeof next === 'string' || next.count !== (head?.count ?? 0) + 1)
    throw altered(files);
  const tail = await bytesFrom(files.log, before);
  if (size === next.bytes && isNext(tail, head, next))
    return { head: await mendValues(files, head, next, true), torn: 0 };
  if (size >= next.bytes) throw altered(files);
  await mendValues(files, head, next, false);
  await writeFile(join(files.folder, `torn-${before}-${Date.now()}`), tail, { mode: 0o600 });
  await truncate(files.log, before);
  return { head, torn: tail.length };
}

/** The head that holds then. `isDone`: the entry that the next one was made for is in the log. */
async function mendValues(
  files: CustodyFiles,
  head: Head | null,
  next: FoundHead,
  isDone: boolean,
): Promise<Head | null> {
  const stands = valuesStanding(await sizeOf(files.values), head, next, isDone);
  const isNext = typeof next !== 'string' && (isDone || stands?.mend === 'next');
  if (!stands) throw altered(files);
  if (stands.mend === 'cut') await truncate(files.values, stands.end);
  if (!isNext) return head;
  await rename(files.nextHead, files.head);
  return next;
}

/** Whether the line is the entry that the signed next head was made for. */
function isNext(tail: Buffer, before: Head | null, next: Head): boolean {
  const read = readLine(tail.subarray(0, -1));
  if (read?.hash !== next.hash) return false;
  return linkHash(before?.hash ?? beginning, read.digest, sha256) === next.hash;
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  return found?.size ?? 0;
}

async function bytesFrom(path: string, start: number): Promise<Buffer> {
  const handle: FileHandle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const bytes = Buffer.alloc(size - start);
    await handle.read(bytes, 0, bytes.length, start);
    return bytes;
  } finally {
    await handle.close();
  }
}

function altered({ folder }: CustodyFiles): UnavailableError {
  return new UnavailableError(says.altered(folder));
}
