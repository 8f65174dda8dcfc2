/** The part of the log that goes with an export. */
import { textFile, type BagFile } from '../evidence/bag-file.ts';
import { canonicalJson } from '../exchange/canonical.ts';
import { UnavailableError } from '../problems.ts';
import { words } from '../../domain/words/index.ts';
import { beginning, contentDigest, linkHash } from './chain.ts';
import { partFile, partKind, type CustodyPart } from './check-part.ts';
import { concerned, type Concern } from './concern.ts';
import type { Draft } from './entry.ts';
import { sha256, type CustodyFiles } from './files.ts';
import { withLog } from './log.ts';
import { logEntries } from './read.ts';
import { doing } from './recorded.ts';
import { readValues } from './values.ts';

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
  const { own, part } = await withLog(home, async ({ files, append }) => {
    const grown = await partSoFar(home, files, concern);
    const own = await append(draft);
    grown.add(own, null, true);
    return { own, part: textFile(partFile, canonicalJson(grown.written())) };
  });
  return doing(home, own, () => make(part));
}

async function partSoFar(home: string, files: CustodyFiles, concern: Concern): Promise<Part> {
  const values = await readValues(files.values);
  const about = values.filter((value) => value.about.some((ref) => concern.about.has(ref)));
  const isConcerned = concerned(concern, new Set(about.map(({ entry }) => entry)));
  const part = new Part();
  for await (const { content, hash } of logEntries(home)) {
    if (!part.add(content, hash, isConcerned(content)))
      throw new UnavailableError(words.custody.altered(files.folder));
  }
  return part;
}

/** Grows by an entry at a time. */
class Part {
  #head = beginning;
  #count = 0;
  #entries: CustodyPart['entries'] = [];
  /** By number; empty for those in full. */
  #digests: string[] = [];
  #hashes: string[] = [beginning];

  /** False when the entry does not follow. `hash` is the one stated for it, if any. */
  add(content: CustodyPart['entries'][number], hash: string | null, inFull: boolean): boolean {
    const digest = contentDigest(content, sha256);
    this.#head = linkHash(this.#head, digest, sha256);
    this.#count += 1;
    if (inFull) this.#entries.push(content);
    this.#digests.push(inFull ? '' : digest);
    this.#hashes.push(this.#head);
    return content.entry === this.#count && (hash === null || hash === this.#head);
  }

  written(): CustodyPart {
    const from = Math.max(0, this.#count - mostCarried);
    return {
      kind: partKind,
      from: { entry: from, hash: this.#hashes[from]! },
      count: this.#count,
      head: this.#head,
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
