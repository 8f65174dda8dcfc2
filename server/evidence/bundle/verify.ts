import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, readFile, stat, type FileHandle } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { crc32 } from 'node:zlib';
import { compareText } from '../../../domain/compare-text.ts';
import { messages } from '../../../domain/messages/index.ts';
import { isTagFile } from '../../../verifier/bag-layout.ts';
import type { ByteSource } from '../../../verifier/byte-source.ts';
import type { Digests } from '../../../verifier/digests.ts';
import { examine } from '../../../verifier/examine.ts';
import type {
  FoundFault,
  FoundFile,
  ReadBundle,
  TrustedSigner,
  Verdict,
} from '../../../verifier/verdict.ts';
import { fileIn, readZip } from '../../../verifier/zip-reader.ts';
import { InvalidDataError, NotFoundError } from '../../platform/problems.ts';

/**
 * Checks a bundle, or the folder that it was unpacked to, without a database and without the network. `trusted` are
 * the keys whose signatures count.
 * `roots` are certificates in PEM, one of which a timestamp's authority must lead to, where there are any.
 * Whatever is wrong with it comes back as a fault; throws NotFoundError when there is no such file.
 */
export async function verifyBundle(
  path: string,
  trusted: readonly TrustedSigner[],
  roots: readonly string[] = [],
): Promise<Verdict> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new NotFoundError(messages.evidence.noFile(path));
  const read = found.isDirectory() ? await readFolder(path) : await readPacked(path);
  return examine(path, read, { trusted, roots }, messages.verifier);
}

/** Some times as fast as those that run everywhere. */
const nativeDigests: Digests = {
  sha256: () => {
    const hash = createHash('sha256');
    return { update: (bytes) => hash.update(bytes), hex: () => hash.digest('hex') };
  },
  crc32,
};

function readPacked(path: string): Promise<ReadBundle> {
  return fromFile(path, (source) => readZip(source, nativeDigests));
}

async function fromFile<T>(path: string, read: (source: ByteSource) => Promise<T>): Promise<T> {
  const handle = await open(path, 'r');
  try {
    return await read(await sourceOf(handle, path));
  } finally {
    await handle.close();
  }
}

/** The text of one file of a bundle that was verified, packed or not; null when it has none of that name. */
export async function textInBundle(path: string, name: string): Promise<string | null> {
  if ((await stat(path)).isDirectory())
    return readFile(join(await bagFolder(path), name), 'utf8').catch(() => null);
  const bytes = await fromFile(path, (source) => fileIn(source, name));
  return bytes && Buffer.from(bytes).toString('utf8');
}

async function sourceOf(handle: FileHandle, path: string): Promise<ByteSource> {
  const { size } = await handle.stat();
  const read = async (start: number, end: number) => {
    const bytes = new Uint8Array(end - start);
    for (let at = 0; at < bytes.length;) {
      const { bytesRead } = await handle.read(bytes, at, bytes.length - at, start + at);
      if (bytesRead === 0) throw new InvalidDataError(messages.evidence.shrunk(path));
      at += bytesRead;
    }
    return bytes;
  };
  return { size, read };
}

async function readFolder(root: string): Promise<ReadBundle> {
  const folder = await bagFolder(root);
  const bundle: ReadBundle = { folder: basename(resolve(folder)), files: [], faults: [] };
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const filled = new Set(entries.map(({ parentPath }) => resolve(parentPath)));
  const added = (name: string, detail: FoundFault['detail']) =>
    bundle.faults.push({ kind: 'added', name, detail });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join('/');
    if (entry.isFile()) bundle.files.push(await readLoose(path, name));
    else if (!entry.isDirectory()) added(name, (says) => says.faults.notAFile);
    // No manifest can list it, and its name is read all the same.
    else if (!filled.has(resolve(path))) added(name, (says) => says.faults.emptyFolder);
  }
  bundle.files.sort((a, b) => compareText(a.name, b.name));
  return bundle;
}

/** A ZIP unpacks to one folder, maybe inside one of the ZIP's name: either may be given. */
async function bagFolder(root: string): Promise<string> {
  const entries = await readdir(root, { withFileTypes: true });
  const [only] = entries;
  return entries.length === 1 && only?.isDirectory() ? join(root, only.name) : root;
}

async function readLoose(path: string, name: string): Promise<FoundFile> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(bytes);
    size += bytes.length;
  }
  return {
    name,
    size,
    checksum: true,
    sha256: hash.digest('hex'),
    text: isTagFile(name) ? await readFile(path) : null,
  };
}
