/**
 * Whether the log is whole. It shows every entry that was changed, removed, added or moved by somebody who does not
 * have this Skein's key. Whoever has the key and may write the files can make another log that is as whole, or put
 * back the log and the head of some day before: what shows that is a bundle handed out since (`against.ts`).
 */
import { stat } from 'node:fs/promises';
import { messages } from '../../../domain/messages/index.ts';
import { beginning, linkHash } from '../../../verifier/custody-chain.ts';
import { custodyFiles, sha256 } from './files.ts';
import { readHead, type FoundHead, type Head } from './head.ts';
import { holding } from './lock.ts';
import { ValueSeals } from './audit-values.ts';
import { logLines, type Line, type ReadEntry } from './read.ts';
import { readValueLines, type ValueLine } from './values.ts';
import { valuesStanding } from './values-standing.ts';

const says = messages.custody.faults;

export interface AuditFault {
  /**
   * `changed`: not what its link, or the bundle, says. `missing`: not there. `misplaced`: out of its order or there
   * twice. `added`: after the last one that the head knows. `head`: the head itself.
   */
  kind: 'changed' | 'missing' | 'misplaced' | 'added' | 'head';
  /** Number of the first entry that it concerns; null for the head, and for the file of values as a whole. */
  entry: number | null;
  /** Of the log, counted from 1; null where there is no such line, and for values, of which the detail names it. */
  line: number | null;
  detail: string;
}

export interface Audit {
  whole: boolean;
  entries: number;
  /** Hash of the last entry; null while there is none. */
  head: string | null;
  /** A process was killed while it wrote: the next entry puts that right. */
  interrupted: boolean;
  faults: AuditFault[];
}

/** What the log holds, by the number of the entry. */
interface Chain {
  /** As the log states them. */
  hashes: Map<number, string>;
  /** As they should be by the entry before, where that is not so. */
  meant: Map<number, string>;
  faults: AuditFault[];
  /** Number of the last entry that was in its place. */
  last: number;
  highest: number;
  bytes: number;
  torn: Line | null;
  /** What the entries say of the personal values that are kept apart. */
  seals: ValueSeals;
}

/** The file of personal values. */
interface Values {
  lines: readonly ValueLine[];
  size: number;
}

export interface Audited extends Audit {
  /** Of the entries, by number, as the log states them. */
  hashes: ReadonlyMap<number, string>;
}

/** Reads the whole log. Throws the system's error when it cannot be read. */
export function audit(home: string): Promise<Audited> {
  const files = custodyFiles(home);
  const reading = async () => {
    const head = await readHead(home, files.head);
    const chain = await readChain(home);
    const values = { lines: await readValueLines(files.values), size: await sizeOf(files.values) };
    return judge(chain, head, await readHead(home, files.nextHead), values);
  };
  // Where nothing can be written nobody writes meanwhile.
  return holding(files.lock, reading).catch((error: unknown) => {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['ENOENT', 'EACCES', 'EROFS', 'ENOSPC'].includes(code)) return reading();
    throw error;
  });
}

async function readChain(home: string): Promise<Chain> {
  const chain: Chain = {
    hashes: new Map(),
    meant: new Map(),
    faults: [],
    last: 0,
    highest: 0,
    bytes: 0,
    torn: null,
    seals: new ValueSeals(),
  };
  for await (const line of logLines(home)) {
    chain.bytes += line.bytes;
    if (!line.ended) chain.torn = line;
    else follow(chain, line);
  }
  return chain;
}

function follow(chain: Chain, { number: line, read }: Line): void {
  const entry = read?.content.entry ?? chain.last + 1;
  const fault = (kind: AuditFault['kind'], detail: string) => {
    chain.faults.push({ kind, entry, line, detail });
    chain.seals.doubt(entry);
  };
  if (!read) {
    fault('changed', says.unreadable(line));
  } else if (entry <= chain.last) {
    fault('misplaced', says.misplaced(entry, line));
    if (!chain.hashes.has(entry)) chain.hashes.set(entry, read.hash);
    return;
  } else if (!isLinked(chain, read)) {
    fault('changed', says.changed(entry, line));
  }
  chain.last = entry;
  chain.highest = Math.max(chain.highest, entry);
  if (!read) return;
  chain.hashes.set(entry, read.hash);
  chain.seals.add(read.content);
}

/** One whose forerunner is not there, or not readable, cannot be asked: that is a fault of its own. */
function isLinked({ hashes, meant }: Chain, { content, digest, hash }: ReadEntry): boolean {
  const before = content.entry - 1;
  const stated = before === 0 ? beginning : hashes.get(before);
  if (stated === undefined) return true;
  const linked = linkHash(stated, digest, sha256);
  if (linked === hash) return true;
  meant.set(content.entry, linked);
  // A changed hash is the fault of its own entry, not of the next one.
  const other = meant.get(before);
  return other !== undefined && linkHash(other, digest, sha256) === hash;
}

function judge(chain: Chain, head: FoundHead, next: FoundHead, values: Values): Audited {
  const faults = [...chain.faults];
  const known = typeof head === 'string' ? null : head;
  const ofLog = isInterrupted(chain, known, next);
  const { interrupted: ofValues, faults: valueFaults } = judgeValues(chain, known, next, values);
  const interrupted = ofLog || ofValues;
  const wanted = Math.max(known?.count ?? 0, chain.highest);
  faults.push(...missing(chain, wanted));
  if (typeof head === 'string' && (head !== 'absent' || chain.last > 0) && !ofLog)
    faults.push({ kind: 'head', entry: null, line: null, detail: says.head[head] });
  const ofHeads = known ? ofHead(chain, known, ofLog) : [];
  faults.push(...ofHeads);
  // Of a log that is another one altogether, the values cannot be asked.
  if (!ofHeads.some(({ kind }) => kind === 'changed')) faults.push(...valueFaults);
  return {
    whole: faults.length === 0,
    entries: ofLog ? (known?.count ?? 0) : chain.hashes.size,
    head: known?.hash ?? null,
    interrupted,
    faults: faults.sort((a, b) => (a.entry ?? Infinity) - (b.entry ?? Infinity)),
    hashes: chain.hashes,
  };
}

/** Of the personal values, once the log has said what they must be. */
function judgeValues(
  chain: Chain,
  head: Head | null,
  next: FoundHead,
  { lines, size }: Values,
): { interrupted: boolean; faults: AuditFault[] } {
  const isDone =
    typeof next !== 'string' &&
    next.count === (head?.count ?? 0) + 1 &&
    chain.bytes === next.bytes &&
    chain.hashes.get(next.count) === next.hash;
  const stands = valuesStanding(size, head, next, isDone);
  for (let entry = 1; entry <= Math.max(head?.count ?? 0, chain.highest); entry += 1)
    if (!chain.hashes.has(entry)) chain.seals.doubt(entry);
  const faults = chain.seals.faults(lines, stands ?? { from: head?.values?.from ?? 0, end: size });
  if (!stands && faults.length === 0 && chain.faults.length === 0 && head?.values)
    faults.push({
      ...{ kind: 'changed', entry: null, line: null },
      detail: says.values.otherSize(size, head.values.bytes),
    });
  return { interrupted: stands?.interrupted ?? false, faults };
}

/** Whether what follows the head is what a process was about to write when it was killed. */
function isInterrupted(chain: Chain, head: Head | null, next: FoundHead): boolean {
  const [count, bytes] = [head?.count ?? 0, head?.bytes ?? 0];
  if (typeof next === 'string' || next.count !== count + 1 || chain.bytes <= bytes) return false;
  return chain.torn
    ? chain.last === count && chain.bytes < next.bytes
    : chain.hashes.get(next.count) === next.hash && chain.bytes === next.bytes;
}

function missing({ hashes, faults }: Chain, wanted: number): AuditFault[] {
  const unreadable = new Set(faults.map(({ entry }) => entry));
  const found: AuditFault[] = [];
  for (let entry = 1; entry <= wanted; entry += 1) {
    if (hashes.has(entry) || unreadable.has(entry)) continue;
    let to = entry;
    while (to < wanted && !hashes.has(to + 1) && !unreadable.has(to + 1)) to += 1;
    found.push({ kind: 'missing', entry, line: null, detail: says.missing(entry, to) });
    entry = to;
  }
  return found;
}

function ofHead(chain: Chain, head: Head, interrupted: boolean): AuditFault[] {
  const { count, hash } = head;
  const found: AuditFault[] = [];
  const there = chain.hashes.get(count);
  if (there !== undefined && there !== hash && chain.faults.length === 0)
    found.push({ kind: 'changed', entry: count, line: null, detail: says.otherHead(count) });
  if (interrupted) return found;
  const [first, last] = [count + 1, chain.highest];
  if (last > count)
    found.push({ kind: 'added', entry: first, line: null, detail: says.added(first, last) });
  if (chain.torn)
    found.push({
      ...{ kind: 'added', entry: first, line: chain.torn.number },
      detail: says.tail(chain.torn.number),
    });
  return found;
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  return found?.size ?? 0;
}
