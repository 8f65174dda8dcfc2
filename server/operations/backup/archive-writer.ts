/** A ZIP of parts and their manifest, whose last 64 bytes, its comment, are the SHA-256 of all bytes before them. */
import { createHash } from 'node:crypto';
import { link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { manifestName, type BackupPart } from './manifest.ts';

/** Characters of a SHA-256. */
export const sealLength = 64;
/** Of what compresses well, most of what there is to gain at a third of the time. */
const quick = 3;

/** A part to be written: its bytes are asked for once those of the one before are written. */
export interface PartToWrite {
  name: string;
  modified?: string;
  /** It is compressed already. */
  packed?: boolean;
  chunks: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

export interface Written {
  bytes: number;
  sha256: string;
}

/**
 * Writes the archive to a file that must not be there yet, for nobody else to read; `manifest` is asked once all parts are
 * written. It is on the disk, but not yet a backup's: `keepArchive` gives it its name.
 */
export async function writeArchive(
  path: string,
  parts: readonly PartToWrite[],
  manifest: (written: readonly BackupPart[]) => string,
): Promise<Written> {
  const zip = new ZipFile();
  const output = Readable.from(zip.outputStream);
  zip.on('error', (error: Error) => output.destroy(error));
  const fail = (error: Error) => zip.emit('error', error);
  const written: BackupPart[] = [];
  for (const part of parts) {
    const kept = { compressionLevel: part.packed ? 0 : quick, forceZip64Format: true, mode: 0o600 };
    zip.addReadStreamLazy(part.name, kept, (take) =>
      take(null, Readable.from(measured(part, written)).on('error', fail)),
    );
  }
  const own = { compressionLevel: quick, mode: 0o600 };
  zip.addReadStreamLazy(manifestName, own, (take) =>
    take(null, Readable.from([Buffer.from(manifest(written))]).on('error', fail)),
  );
  zip.end({ comment: '0'.repeat(sealLength), forceZip64Format: false });
  const made: Written = { bytes: 0, sha256: '' };
  const file = await open(path, 'wx', 0o600);
  await pipeline(output, sealed(made), file.createWriteStream({ flush: true }));
  return made;
}

async function* measured(part: PartToWrite, written: BackupPart[]): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of part.chunks()) {
    hash.update(chunk);
    bytes += chunk.length;
    yield chunk;
  }
  const { name, modified } = part;
  const sha256 = hash.digest('hex');
  written.push({ name, bytes, sha256, ...(modified === undefined ? {} : { modified }) });
}

/** The bytes of the archive with its digest in the place of the last ones. */
function sealed(made: Written) {
  return async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    const whole = createHash('sha256');
    let held: Buffer = Buffer.alloc(0);
    for await (const chunk of chunks) {
      const all = Buffer.concat([held, chunk]);
      const sure = all.subarray(0, Math.max(0, all.length - sealLength));
      held = all.subarray(sure.length);
      hash.update(sure);
      whole.update(sure);
      made.bytes += sure.length;
      yield sure;
    }
    const seal = Buffer.from(hash.digest('hex'));
    made.bytes += seal.length;
    made.sha256 = whole.update(seal).digest('hex');
    yield seal;
  };
}

/** Gives the file its name, all at once. Throws EEXIST where another has it by now. */
export async function keepArchive(path: string, target: string): Promise<void> {
  // A link takes no other's place; a few file systems have none.
  await link(path, target).then(
    () => rm(path),
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
      return rename(path, target);
    },
  );
  const folder = await open(dirname(target), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
