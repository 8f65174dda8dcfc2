/** Reads what `archive-writer.ts` wrote, part by part, and says what of it is not as it was written. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { messages } from '../../../domain/messages/index.ts';
import { InvalidDataError, NotFoundError, type Detail } from '../../platform/problems.ts';
import type { Progress } from '../../platform/progress.ts';
import { sealLength } from './archive-writer.ts';
import { manifestName, manifestSchema, type BackupPart, type Manifest } from './manifest.ts';

const says = messages.backup;

/** A manifest lists each file of the home; it is read into memory. */
const longestManifest = 256 * 1_024 * 1_024;

/** A backup each byte of which is as it was written. */
export interface CheckedBackup {
  file: string;
  bytes: number;
  /** Of the whole file. */
  sha256: string;
  manifest: Manifest;
}

/**
 * Reads all of it once, and changes nothing. Throws NotFoundError, and InvalidDataError with what is wrong in which part, for
 * what is damaged, cut off, of a later program, or no backup at all.
 */
export async function checkBackup(file: string, progress: Progress): Promise<CheckedBackup> {
  const found = await stat(file).catch(() => null);
  if (!found) throw new NotFoundError(messages.database.noSuchFile(file));
  if (!found.isFile() || !(await isZip(file))) throw new InvalidDataError(says.none(file));
  progress.step(says.step.checking(file));
  const { isSealed, sha256 } = await seal(file, found.size, progress);
  const archive = await Archive.open(file).catch((error: unknown) => {
    throw isSealed ? error : new InvalidDataError(says.cut(file), [], { cause: error });
  });
  try {
    const faults = await archive.faults(progress);
    if (faults.length > 0 || !isSealed)
      throw new InvalidDataError(says.damaged(file, faults), faults);
    return { file, bytes: found.size, sha256, manifest: archive.manifest };
  } finally {
    archive.close();
  }
}

async function isZip(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.toString('latin1') === 'PK\u0003\u0004';
  } finally {
    await handle.close();
  }
}

async function seal(file: string, size: number, progress: Progress) {
  const [before, whole] = [createHash('sha256'), createHash('sha256')];
  let last = '';
  let done = 0;
  const mega = 1_000_000;
  for await (const chunk of createReadStream(file, { highWaterMark: mega })) {
    const bytes = chunk as Buffer;
    const own = Math.max(0, Math.min(bytes.length, size - sealLength - done));
    before.update(bytes.subarray(0, own));
    last += bytes.subarray(own).toString('latin1');
    whole.update(bytes);
    done += bytes.length;
    progress.advance(Math.round(done / mega), Math.ceil(size / mega), says.megabytes);
  }
  return { isSealed: before.digest('hex') === last, sha256: whole.digest('hex') };
}

export class Archive {
  readonly manifest: Manifest;
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, manifest: Manifest) {
    this.#zip = zip;
    this.#entries = entries;
    this.manifest = manifest;
  }

  /** Throws InvalidDataError when it has no manifest that this program can read. */
  static async open(file: string): Promise<Archive> {
    const zip = await openPromise(file, { lazyEntries: true, autoClose: false });
    try {
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
      const own = entries.get(manifestName);
      if (!own || own.uncompressedSize > longestManifest)
        throw new InvalidDataError(says.none(file));
      const json: unknown = JSON.parse(await text(await zip.openReadStreamPromise(own)));
      const read = manifestSchema.safeParse(json);
      if (!read.success) throw new InvalidDataError(says.unknownKind(file, kindOf(json)));
      return new Archive(zip, entries, read.data);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  /** What of its parts is not as the manifest has it. */
  async faults(progress: Progress): Promise<Detail[]> {
    const { parts } = this.manifest;
    const listed = new Set([manifestName, ...parts.map(({ name }) => name)]);
    const faults: Detail[] = [...this.#entries.keys()]
      .filter((name) => !listed.has(name))
      .map((where) => ({ where, problem: says.fault.added }));
    for (const [at, part] of parts.entries()) {
      const problem = await this.#fault(part);
      if (problem !== null) faults.push({ where: part.name, problem });
      progress.advance(at + 1, parts.length, says.parts);
    }
    return faults;
  }

  async #fault({ name, bytes, sha256 }: BackupPart): Promise<string | null> {
    if (!this.#entries.has(name)) return says.fault.missing;
    const hash = createHash('sha256');
    let read = 0;
    try {
      for await (const chunk of this.chunks(name)) {
        hash.update(chunk);
        read += chunk.length;
      }
    } catch {
      return says.fault.unreadable;
    }
    return read === bytes && hash.digest('hex') === sha256 ? null : says.fault.changed;
  }

  /** The bytes of a part that is there. */
  async *chunks(name: string): AsyncGenerator<Buffer> {
    const stream = await this.#zip.openReadStreamPromise(this.#entries.get(name)!);
    for await (const chunk of stream) yield chunk as Buffer;
  }

  /** The lines of a part, one at a time. */
  async *lines(name: string): AsyncGenerator<string> {
    let rest: Buffer[] = [];
    for await (const chunk of this.chunks(name)) {
      let from = 0;
      for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
        rest.push(chunk.subarray(from, end));
        yield Buffer.concat(rest).toString('utf8');
        rest = [];
        from = end + 1;
      }
      if (from < chunk.length) rest.push(chunk.subarray(from));
    }
    if (rest.length > 0) yield Buffer.concat(rest).toString('utf8');
  }

  close(): void {
    this.#zip.close();
  }
}

function kindOf(json: unknown): string {
  const kind = (json as { kind?: unknown } | null)?.kind;
  return typeof kind === 'string' ? kind : '';
}
