import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { words } from '../../domain/words/index.ts';
import { NotFoundError } from '../problems.ts';
import { checkBag } from './bag-check.ts';
import { payloadManifest, tagManifest } from './bag-file.ts';
import { inOrder } from '../exchange/canonical.ts';
import type { TrustedKey } from '../signing/key-store.ts';
import { checkSignature } from './signature-check.ts';
import type { Fault, FoundFile, Verdict } from './verdict.ts';
import { isTagFile, readZip, type ReadBundle } from './zip-reader.ts';

/**
 * Checks a bundle, or the folder that it was unpacked to, without a database and without the network. `trusted` are
 * the keys whose signatures count.
 * Whatever is wrong with it comes back as a fault; throws NotFoundError when there is no such file.
 */
export async function verifyBundle(path: string, trusted: readonly TrustedKey[]): Promise<Verdict> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new NotFoundError(words.evidence.noFile(path));
  const { files, faults } = found.isDirectory() ? await readFolder(path) : await readPacked(path);
  const unreadable = files.length === 0 && faults.length > 0;
  const signature = unreadable ? { by: null, faults: [] } : checkSignature(files, trusted);
  const all = unreadable ? faults : judge(files, faults, signature.faults);
  return {
    file: path,
    intact: all.length === 0,
    files: files.length,
    payload_digest: files.find((file) => file.name === payloadManifest)?.sha256 ?? null,
    signed_by: signature.by,
    faults: all,
  };
}

/** What the ZIP itself shows, then what the bag's manifests and its signature do; no file is named twice for one thing. */
function judge(
  files: readonly FoundFile[],
  ofZip: readonly Fault[],
  ofSignature: readonly Fault[],
): Fault[] {
  const ofManifests = checkBag(files);
  const known = new Set(ofManifests.map(({ name }) => name));
  const ofBag = [...ofManifests, ...ofSignature.filter(({ name }) => !known.has(name))];
  const named = new Set(ofBag.map((fault) => fault.name));
  const container = ofZip.some((fault) => fault.kind === 'container');
  const unexplained = files.filter((file) => !file.checksum && !named.has(file.name) && !container);
  return [
    ...ofZip.filter((fault) => !named.has(fault.name)),
    ...unexplained.map(checksumFault),
    ...ofBag,
  ];
}

/** The manifest of the tag files is the one file that no digest covers, only the ZIP's checksum. */
function checksumFault(file: FoundFile): Fault {
  return file.name === tagManifest
    ? { kind: 'changed', name: file.name, detail: words.evidence.faults.checksum }
    : { kind: 'container', name: null, detail: words.evidence.container.checksum(file.name) };
}

async function readPacked(path: string): Promise<ReadBundle> {
  const handle = await open(path, 'r');
  try {
    return await readZip(path, handle);
  } finally {
    await handle.close();
  }
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
      bundle.faults.push({ kind: 'added', name, detail: words.evidence.faults.notAFile });
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
