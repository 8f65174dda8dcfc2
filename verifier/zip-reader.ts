/** Reads the ZIP of a bundle that nobody needs to trust: in bounded memory, strict, and byte for byte. */
import { isTagFile } from './bag-layout.ts';
import { pieces, windowed, type ByteSource } from './byte-source.ts';
import type { Digests } from './digests.ts';
import { changed, container, type ReadBundle } from './verdict.ts';
import { readDirectory, UnreadableZip, viewOf, type StatedEntry } from './zip-directory.ts';
import { deviation, folderOf, refusal } from './zip-form.ts';
import { joined, localPart } from './zip-format.ts';

/** Tag files are read into memory; a manifest of 65,000 files has some 10 MB. */
const mostTagBytes = 32 * 1024 * 1024;

/** Told how many bytes of a bundle have been read so far. */
export type Progress = (bytes: number) => void;

/**
 * Never throws for what the ZIP holds: whatever is wrong with it comes back as a fault. An error of the source, which
 * cannot be read, is thrown.
 */
export async function readZip(
  source: ByteSource,
  digests: Digests,
  progress: Progress = () => undefined,
): Promise<ReadBundle> {
  const zip = windowed(source);
  const bundle: ReadBundle = { folder: null, files: [], faults: [] };
  try {
    const entries = await readDirectory(zip);
    const refused = refusal(entries, zip.size);
    if (refused) throw new UnreadableZip(refused);
    bundle.folder = folderOf(entries[0]?.name ?? '');
    const deviates = await deviation(zip, entries);
    if (deviates) bundle.faults.push(container((says) => deviates(says.container)));
    for (const entry of entries) await readEntry(zip, entry, digests, bundle, progress);
  } catch (error) {
    if (!(error instanceof UnreadableZip)) throw error;
    bundle.faults.push(container((says) => error.why(says.container)));
  }
  return bundle;
}

/** The bytes of one file of a bundle, by its path inside the bag; null when there is none. Throws UnreadableZip. */
export async function fileIn(source: ByteSource, name: string): Promise<Uint8Array | null> {
  const zip = windowed(source);
  const entry = (await readDirectory(zip)).find(
    (stated) => stated.name === `${folderOf(stated.name)}/${name}`,
  );
  if (!entry) return null;
  const parts: Uint8Array[] = [];
  for await (const bytes of contents(zip, entry, () => undefined)) parts.push(bytes);
  return joined(parts);
}

async function readEntry(
  zip: ByteSource,
  entry: StatedEntry,
  digests: Digests,
  bundle: ReadBundle,
  progress: Progress,
): Promise<void> {
  const name = entry.name.slice(folderOf(entry.name).length + 1);
  const hash = digests.sha256();
  const kept: Uint8Array[] = [];
  const keeps = isTagFile(name) && entry.size <= mostTagBytes;
  let [size, checksum] = [0, 0];
  try {
    for await (const bytes of contents(zip, entry, progress)) {
      size += bytes.length;
      // What is unpacked may be more than was claimed, to no end.
      if (size > entry.size) throw new UnreadableZip((says) => says.otherSize);
      hash.update(bytes);
      checksum = digests.crc32(bytes, checksum);
      if (keeps) kept.push(bytes);
    }
  } catch (error) {
    if (!(error instanceof UnreadableZip)) throw error;
    bundle.faults.push(changed(name, (says) => says.container.entry(error.why(says.container))));
  }
  bundle.files.push({
    name,
    size,
    checksum: checksum === entry.crc32,
    sha256: hash.hex(),
    text: keeps ? joined(kept) : null,
  });
}

/** The unpacked contents; of a ZIP packed again by another program they may be compressed. Throws UnreadableZip. */
async function* contents(
  zip: ByteSource,
  { offset, packedSize, method }: StatedEntry,
  progress: Progress,
): AsyncGenerator<Uint8Array> {
  const start = await contentsStart(zip, offset);
  if (start + packedSize > zip.size) throw new UnreadableZip((says) => says.cut);
  const packed = read(zip, start, start + packedSize, progress);
  if (method === 0) yield* packed;
  else if (method === 8) yield* inflated(packed);
  else throw new UnreadableZip((says) => says.method(method));
}

/** The local header repeats the name, and may have more fields than the directory says. */
async function contentsStart(zip: ByteSource, offset: number): Promise<number> {
  const fixed = offset + localPart.length;
  if (fixed > zip.size) throw new UnreadableZip((says) => says.cut);
  const header = viewOf(await zip.read(offset, fixed));
  if (header.getUint32(0, true) !== localPart.signature)
    throw new UnreadableZip((says) => says.noHeader);
  return fixed + header.getUint16(26, true) + header.getUint16(28, true);
}

async function* read(
  zip: ByteSource,
  start: number,
  end: number,
  progress: Progress,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  let at = start;
  for await (const bytes of pieces(zip, start, end)) {
    yield bytes;
    at += bytes.length;
    progress(at);
  }
}

/** Piece by piece, as fast as they are taken; a piece is small however much it unpacks to. */
async function* inflated(
  packed: AsyncGenerator<Uint8Array<ArrayBuffer>, void>,
): AsyncGenerator<Uint8Array> {
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (controller) => {
      const next = await packed.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
  });
  const reader = stream.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch {
    throw new UnreadableZip((says) => says.badCompression);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
