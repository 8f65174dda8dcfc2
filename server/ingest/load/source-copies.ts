import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, open, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Settings } from '../../platform/settings/settings.ts';
import { keptPath } from './source-store.ts';
import { unpackedFrom } from './table.ts';

export interface CopiedSource {
  /** Of the bytes as they came. */
  sha256: string;
  /** Bytes, unpacked. */
  size: number;
}

/** Sees the bytes of a file, unpacked, as they go by; what it throws ends the copying. */
export type Onlooker = (bytes: AsyncIterable<Buffer>) => Promise<void>;

/** Copies of files on their way into SKEIN_SOURCES, where all of them are kept or none. */
export class SourceCopies {
  readonly #settings: Settings;
  /** By where each lies until then. */
  readonly #unfinished = new Map<string, string | null>();
  #made = false;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /**
   * Copies, digests and shows the bytes as they come, which can be had once. A file that is compressed already stays as it
   * is. Throws what the bytes throw, InvalidDataError for a broken gzip, and what the onlooker throws.
   */
  async copy(
    bytes: AsyncIterable<Buffer>,
    gzip: boolean,
    onlooker: Onlooker = drain,
  ): Promise<CopiedSource> {
    const { sources } = this.#settings;
    if ((await mkdir(sources, { recursive: true, mode: 0o700 })) !== undefined) this.#made = true;
    const path = join(sources, `.${randomUUID()}.part`);
    this.#unfinished.set(path, null);
    const target = (await open(path, 'wx', 0o600)).createWriteStream({ flush: true });
    const hash = createHash('sha256');
    let size = 0;
    const shown = (passing: AsyncIterable<Buffer>) =>
      onlooker(counted(unpackedFrom(passing, gzip), (length) => (size += length)));
    const branches = [
      new Branch((passing) =>
        gzip ? pipeline(passing, target) : pipeline(passing, createGzip(), target),
      ),
      new Branch(shown),
    ];
    try {
      for await (const chunk of bytes) {
        hash.update(chunk);
        await Promise.all(branches.map((branch) => branch.take(chunk)));
      }
      await Promise.all(branches.map((branch) => branch.end()));
    } finally {
      await Promise.all(branches.map((branch) => branch.close()));
    }
    const sha256 = hash.digest('hex');
    this.#unfinished.set(path, sha256);
    return { sha256, size };
  }

  /** They are there and on disk when this returns. */
  async keep(): Promise<void> {
    for (const [path, sha256] of this.#unfinished) {
      if (sha256 === null) continue;
      await rename(path, keptPath(this.#settings, sha256));
      this.#unfinished.delete(path);
    }
    await syncDirectory(this.#settings.sources);
  }

  /** Leaves nothing of those that are not kept. */
  async close(): Promise<void> {
    for (const path of this.#unfinished.keys()) await rm(path, { force: true });
    // What is kept in it keeps it.
    if (this.#made) await rmdir(this.#settings.sources).catch(() => undefined);
  }
}

/** One of those who take the same bytes; the slowest of them sets the pace. */
class Branch {
  readonly #passing = new PassThrough();
  readonly #work: Promise<void>;

  constructor(work: (passing: PassThrough) => Promise<void>) {
    this.#work = work(this.#passing);
    // Seen with the next bytes, or at the end.
    this.#work.catch(() => undefined);
  }

  /** Of one that has seen enough, as what unpacks and comes to an end before the file does, nothing is asked any more. */
  async take(chunk: Buffer): Promise<void> {
    if (this.#passing.destroyed) await this.#work;
    else if (!this.#passing.write(chunk))
      await Promise.race([once(this.#passing, 'drain'), this.#work]);
  }

  async end(): Promise<void> {
    this.#passing.end();
    await this.#work;
  }

  /** Whatever it was at is over when this returns. */
  async close(): Promise<void> {
    this.#passing.destroy();
    await this.#work.catch(() => undefined);
  }
}

async function* counted(
  bytes: AsyncIterable<Buffer>,
  count: (length: number) => void,
): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    count(chunk.length);
    yield chunk;
  }
}

const drain: Onlooker = async (bytes) => {
  const iterator = bytes[Symbol.asyncIterator]();
  while (!(await iterator.next()).done);
};

/** A rename is on disk only once its directory is. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
