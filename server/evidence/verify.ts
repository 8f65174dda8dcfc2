import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, readFile, stat, type FileHandle } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { crc32 } from 'node:zlib';
import { words } from '../../domain/words/index.ts';
import { isTagFile, signatureFile, timestampFile } from '../../verifier/bag-layout.ts';
import type { ByteSource } from '../../verifier/byte-source.ts';
import { checkCustody, partFile } from '../../verifier/custody-part.ts';
import type { Digests } from '../../verifier/digests.ts';
import { judge } from '../../verifier/judge.ts';
import {
  textOf,
  type Fault,
  type FoundFile,
  type ReadBundle,
  type TrustedSigner,
  type Verdict,
} from '../../verifier/verdict.ts';
import { fileIn, readZip } from '../../verifier/zip-reader.ts';
import { sha256 } from '../custody/files.ts';
import { inOrder } from '../exchange/canonical.ts';
import { readTimestamp } from '../timestamp/response.ts';
import { InvalidDataError, NotFoundError } from '../problems.ts';

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
  if (!found) throw new NotFoundError(words.evidence.noFile(path));
  const read = found.isDirectory() ? await readFolder(path) : await readPacked(path);
  const verdict = judge(path, read, trusted, words.verifier);
  return withTimestamp(withCustody(verdict, read.files), read.files, roots);
}

/** The part of the custody log must hold together, whoever signed for it, and be of this very payload. */
function withCustody(verdict: Verdict, files: readonly FoundFile[]): Verdict {
  const text = textOf(files.find(({ name }) => name === partFile));
  if (text === null || verdict.faults.some(({ name }) => name === partFile)) return verdict;
  const { faults } = checkCustody(text, sha256, verdict.payload_digest);
  const found = faults.map(({ detail }): Fault => ({
    kind: 'changed',
    name: partFile,
    detail: detail(words.verifier),
  }));
  return {
    ...verdict,
    intact: verdict.intact && found.length === 0,
    faults: [...verdict.faults, ...found],
  };
}

/** What the authority says counts only where the bundle itself has the timestamp as its signer put it there. */
async function withTimestamp(
  verdict: Verdict,
  files: readonly FoundFile[],
  roots: readonly string[],
): Promise<Verdict> {
  const bytesOf = (name: string) => files.find((file) => file.name === name)?.text;
  const [answer, signature] = [bytesOf(timestampFile), bytesOf(signatureFile)];
  if (!answer || !signature || verdict.faults.some(({ name }) => name === timestampFile))
    return verdict;
  const read = await readTimestamp(answer, signature, roots);
  const says = words.verifier.timestamp;
  const fault = (kind: Fault['kind'], detail: string): Verdict => ({
    ...verdict,
    intact: false,
    faults: [...verdict.faults, { kind, name: timestampFile, detail }],
  });
  if (!read || read.refusal !== null) return fault('changed', says.invalid);
  if (read.trusted === false) return fault('untrusted', says.untrusted);
  const { at, authority, trusted } = read;
  return { ...verdict, timestamp: { at, authority, trusted } };
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
      if (bytesRead === 0) throw new InvalidDataError(words.evidence.shrunk(path));
      at += bytesRead;
    }
    return bytes;
  };
  return { size, read };
}

async function readFolder(root: string): Promise<ReadBundle> {
  const folder = await bagFolder(root);
  const bundle: ReadBundle = { files: [], faults: [] };
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join('/');
    if (entry.isFile()) bundle.files.push(await readLoose(path, name));
    else if (!entry.isDirectory())
      bundle.faults.push({ kind: 'added', name, detail: (says) => says.faults.notAFile });
  }
  bundle.files.sort((a, b) => inOrder(a.name, b.name));
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
