/** Reads the directory at the end of a ZIP that nobody needs to trust. */
import type { ByteSource } from './byte-source.ts';
import { centralPart, endPart, zipLimits, type ZipEntry } from './zip-format.ts';
import type { VerifierMessages } from './verdict.ts';

/** An entry as the directory states it. */
export interface StatedEntry extends ZipEntry {
  /** 0 for stored, 8 for deflated. */
  method: number;
  packedSize: number;
  /** Where its local header begins. */
  offset: number;
}

/** Why a ZIP, or a file in it, cannot be read; caught by the reader and told as a fault. */
export class UnreadableZip extends Error {
  readonly why: (says: VerifierMessages['container']) => string;

  constructor(why: (says: VerifierMessages['container']) => string) {
    super('unreadable');
    this.why = why;
  }
}

/** A comment may follow the end, and is a fault that is told later. */
const longestComment = 0xffff;
/** The directory is read into memory; an honest one of 65,000 files has some 10 MB. */
const mostDirectoryBytes = 32 * 1024 * 1024;

interface End {
  count: number;
  /** Where the directory begins, and how many bytes it has. */
  offset: number;
  size: number;
}

/** Throws UnreadableZip. */
export async function readDirectory(source: ByteSource): Promise<StatedEntry[]> {
  const { count, offset, size } = await findEnd(source);
  if (count > zipLimits.entries) throw new UnreadableZip((says) => says.tooMany(count));
  const bytes = await source.read(offset, offset + size);
  const view = viewOf(bytes);
  const entries: StatedEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    const read = readEntry(view, bytes, at);
    entries.push(read.entry);
    at = read.next;
  }
  return entries;
}

/** The last place at which the end of a directory may stand. */
async function findEnd(source: ByteSource): Promise<End> {
  const start = Math.max(0, source.size - endPart.length - longestComment);
  const view = viewOf(await source.read(start, source.size));
  for (let at = view.byteLength - endPart.length; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== endPart.signature) continue;
    const count = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 12, true);
    const offset = view.getUint32(at + 16, true);
    if (offset + size > start + at || size > mostDirectoryBytes) break;
    return { count, offset, size };
  }
  throw new UnreadableZip((says) => says.noDirectory);
}

function readEntry(
  view: DataView,
  bytes: Uint8Array,
  at: number,
): { entry: StatedEntry; next: number } {
  const fixed = at + centralPart.length;
  if (fixed > bytes.length || view.getUint32(at, true) !== centralPart.signature)
    throw new UnreadableZip((says) => says.badDirectory);
  const nameEnd = fixed + view.getUint16(at + 28, true);
  const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > bytes.length) throw new UnreadableZip((says) => says.badDirectory);
  const entry = {
    // A letter a byte: what is not ASCII is no name of a bundle's, whatever it means.
    name: String.fromCharCode(...bytes.subarray(fixed, nameEnd)),
    method: view.getUint16(at + 10, true),
    crc32: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  return { entry, next };
}

/** For its numbers, which are all little-endian. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
