/** Reads the ZIP of a bundle that nobody needs to trust: bounded, strict, and byte for byte. */
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { words } from '../../domain/words/index.ts';
import type { Fault, FoundFile } from './verdict.ts';
import { directory, isPlainName, localHeader, zipLimits, type ZipEntry } from './zip-format.ts';

const says = words.evidence.container;

/** Far beyond what text can be compressed to honestly, far below what a ZIP bomb claims. */
const mostExpansion = 200;
const freeExpansion = 64 * 1024 * 1024;
/** Tag files are read into memory; a manifest of 65,000 files has some 10 MB. */
const mostTagBytes = 32 * 1024 * 1024;

export interface ReadBundle {
  files: FoundFile[];
  faults: Fault[];
}

/** Never throws for what the ZIP holds: whatever is wrong with it comes back as a fault. */
export async function readZip(path: string, handle: FileHandle): Promise<ReadBundle> {
  const { size } = await handle.stat();
  const bundle: ReadBundle = { files: [], faults: [] };
  try {
    const zip = await openPromise(path, { strictFileNames: true, autoClose: false });
    try {
      await readEntries(zip, handle, size, bundle);
    } finally {
      zip.close();
    }
  } catch (error) {
    bundle.faults.push(container(says.unreadable((error as Error).message)));
  }
  return bundle;
}

async function readEntries(
  zip: ZipFile,
  handle: FileHandle,
  size: number,
  bundle: ReadBundle,
): Promise<void> {
  const entries: Entry[] = [];
  if (zip.entryCount > zipLimits.entries) throw new Error(says.tooMany(zip.entryCount));
  for await (const entry of zip.eachEntry()) entries.push(entry);
  const refusal = refuse(entries, size);
  if (refusal) {
    bundle.faults.push(container(refusal));
    return;
  }
  const deviation = await findDeviation(handle, size, entries);
  if (deviation) bundle.faults.push(container(deviation));
  for (const entry of entries) await readFile(zip, entry, bundle);
}

/** What makes a ZIP unsafe to read at all: names that collide or climb, sizes that explode. */
function refuse(entries: readonly Entry[], size: number): string | null {
  const names = new Set<string>();
  for (const { fileName } of entries) {
    if (!isPlainName(fileName)) return says.name(fileName);
    const folded = fileName.toLowerCase();
    if (names.has(folded)) return says.twice(fileName);
    names.add(folded);
  }
  const folders = new Set(entries.map(({ fileName }) => folderOf(fileName)));
  if (folders.size !== 1 || folders.has('')) return says.folder;
  const expanded = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  return expanded > freeExpansion + size * mostExpansion ? says.bomb(expanded, size) : null;
}

function folderOf(name: string): string {
  return name.slice(0, Math.max(0, name.indexOf('/')));
}

/** Null when every byte outside the contents is as the one form of a bundle's ZIP wants it. */
async function findDeviation(
  handle: FileHandle,
  size: number,
  entries: readonly Entry[],
): Promise<string | null> {
  const packed = entries.find((entry) => entry.compressionMethod !== 0);
  if (packed) return says.packed(packed.fileName);
  const expected: ZipEntry[] = entries.map((entry) => ({
    name: entry.fileName,
    size: entry.uncompressedSize,
    crc32: entry.crc32,
  }));
  const unsorted = expected.find(
    (entry, index) => index > 0 && entry.name < expected[index - 1]!.name,
  );
  if (unsorted) return says.order(unsorted.name);
  let offset = 0;
  for (const entry of expected) {
    const header = localHeader(entry);
    const at = await firstDifference(handle, offset, header);
    if (at !== null) return says.header(at, entry.name);
    offset += header.length + entry.size;
  }
  const end = directory(expected);
  const at = await firstDifference(handle, offset, end);
  if (at !== null) return says.directory(at);
  return offset + end.length === size ? null : says.trailing(size - offset - end.length);
}

async function firstDifference(
  handle: FileHandle,
  offset: number,
  expected: Buffer,
): Promise<number | null> {
  const { buffer, bytesRead } = await handle.read(
    Buffer.alloc(expected.length),
    0,
    expected.length,
    offset,
  );
  const differs = expected.findIndex((byte, index) => index >= bytesRead || buffer[index] !== byte);
  return differs < 0 ? null : offset + differs;
}

async function readFile(zip: ZipFile, entry: Entry, bundle: ReadBundle): Promise<void> {
  const name = entry.fileName.slice(folderOf(entry.fileName).length + 1);
  const hash = createHash('sha256');
  const kept: Buffer[] = [];
  let size = 0;
  let checksum = 0;
  try {
    for await (const bytes of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      hash.update(bytes);
      checksum = crc32(bytes, checksum);
      size += bytes.length;
      if (isTagFile(name) && size <= mostTagBytes) kept.push(bytes);
    }
  } catch (error) {
    bundle.faults.push({ kind: 'changed', name, detail: says.entry((error as Error).message) });
  }
  bundle.files.push({
    name,
    size,
    checksum: checksum === entry.crc32,
    sha256: hash.digest('hex'),
    text: isTagFile(name) && size <= mostTagBytes ? Buffer.concat(kept) : null,
  });
}

/** The bag's own files, which say how the others must be. */
export function isTagFile(name: string): boolean {
  return !name.includes('/');
}

function container(detail: string): Fault {
  return { kind: 'container', name: null, detail };
}
