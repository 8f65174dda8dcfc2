/** The part of the log that goes with an export. */
import { stat } from 'node:fs/promises';
import { textFile, type BagFile } from '../../platform/bag-file.ts';
import { canonicalJson } from '../../platform/canonical.ts';
import { UnavailableError } from '../../platform/problems.ts';
import { messages } from '../../../domain/messages/index.ts';
import { beginning, contentDigest, linkHash } from '../../../verifier/custody-chain.ts';
import { partFile, partKind, type CustodyPart } from '../../../verifier/custody-part.ts';
import type { Entry } from '../../../verifier/custody-entry.ts';
import { ValueSeals } from './audit-values.ts';
import { concerned, type Concern } from './concern.ts';
import type { Draft } from './draft.ts';
import { custodyFiles, sha256 } from './files.ts';
import { readHead } from './head.ts';
import { orUnavailable, withLog } from './log.ts';
import { logLines } from './read.ts';
import { doing } from './recorded.ts';
import { readValueLines, readValues } from './values.ts';

/**
 * A bundle's verifier reads files of up to 32 MB into memory. Of a longer log a part carries so many of the latest
 * entries, and begins at the hash of the one before them.
 */
const mostCarried = 200_000;

/**
 * Records an export, then makes it with the part of the log that goes with it; when it fails, that is recorded too.
 * Throws UnavailableError, with nothing recorded or made, when the log cannot be written or was altered, since what
 * goes on from there would show nothing.
 */
export async function exporting<T>(
  home: string,
  draft: Draft,
  concern: Concern,
  make: (part: BagFile) => Promise<T>,
): Promise<T> {
  const growing = new Part(home, concern);
  // Most of it while others may go on to write.
  await orUnavailable(custodyFiles(home), async () => {
    const head = await readHead(home, custodyFiles(home).head);
    if (typeof head !== 'string') await growing.readTo(head.bytes);
  });
  const { own, part } = await withLog(home, async ({ files, append, valuesFrom }) => {
    await growing.readTo((await stat(files.log)).size);
    await growing.checkValues(valuesFrom());
    const own = await append(draft);
    growing.add(own, contentDigest(own, sha256), true);
    return { own, part: textFile(partFile, canonicalJson(growing.written())) };
  });
  return doing(home, own, () => make(part));
}

/** Grows by an entry at a time. */
class Part {
  readonly #home: string;
  readonly #about: ReadonlySet<string>;
  /** Entries that concern the export. */
  readonly #known = new Set<number>();
  readonly #isConcerned: (entry: Entry) => boolean;
  readonly #seals = new ValueSeals();
  #bytes = 0;
  #entries: Entry[] = [];
  /** By number; empty for those in full. */
  #digests: string[] = [];
  #hashes: string[] = [beginning];

  constructor(home: string, concern: Concern) {
    this.#home = home;
    this.#about = concern.about;
    this.#isConcerned = concerned(concern, this.#known);
  }

  /** Reads on to that byte of the log. Throws UnavailableError when an entry does not follow. */
  async readTo(end: number): Promise<void> {
    if (end <= this.#bytes) return;
    const files = custodyFiles(this.#home);
    for (const { entry, about } of await readValues(files.values))
      if (about.some((ref) => this.#about.has(ref))) this.#known.add(entry);
    for await (const { bytes, read } of logLines(this.#home, this.#bytes)) {
      const next = this.#digests.length + 1;
      if (read) this.#seals.add(read.content);
      if (read?.content.entry === next)
        this.add(read.content, read.digest, this.#isConcerned(read.content));
      if (!read || this.#hashes[next] !== read.hash)
        throw new UnavailableError(messages.custody.altered(files.folder));
      this.#bytes += bytes;
      if (this.#bytes >= end) return;
    }
  }

  /**
   * What tells which entries concern the export must be what was recorded: a value that was altered or is gone could keep
   * an entry out. Throws UnavailableError where one is. `from` as `HeldLog.valuesFrom` has it.
   */
  async checkValues(from: number): Promise<void> {
    const files = custodyFiles(this.#home);
    const lines = await readValueLines(files.values);
    if (this.#seals.faults(lines, { from, end: Infinity }).length > 0)
      throw new UnavailableError(messages.custody.altered(files.folder));
  }

  add(content: Entry, digest: string, inFull: boolean): void {
    this.#hashes.push(linkHash(this.#hashes.at(-1)!, digest, sha256));
    if (inFull) this.#entries.push(content);
    this.#digests.push(inFull ? '' : digest);
  }

  written(): CustodyPart {
    const count = this.#digests.length;
    const from = Math.max(0, count - mostCarried);
    return {
      kind: partKind,
      from: { entry: from, hash: this.#hashes[from]! },
      count,
      head: this.#hashes[count]!,
      entries: this.#entries.filter(({ entry }) => entry > from),
      others: runs(this.#digests, from),
    };
  }
}

/** Neighbours joined. */
function runs(digests: readonly string[], from: number): CustodyPart['others'] {
  const found: { from: number; digests: string[] }[] = [];
  let open = false;
  digests.slice(from).forEach((digest, at) => {
    if (digest !== '' && !open) found.push({ from: from + at + 1, digests: [] });
    open = digest !== '';
    if (open) found.at(-1)!.digests.push(digest);
  });
  return found.map((run) => ({ from: run.from, digests: run.digests.join('') }));
}
