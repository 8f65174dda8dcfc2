/**
 * The one form that a bundle's ZIP may have: entries sorted by name, stored, dated 1980-01-01, no
 * comments, no extra fields, nothing between entries. Every byte outside the files' contents follows
 * from their names, sizes and CRCs, so a verifier can say which byte is not as it must be. Stored, since
 * compressed bytes depend on the compressor's version, and an unpacker ignores some of their bits.
 */

export interface ZipEntry {
  name: string;
  size: number;
  crc32: number;
}

/** Beyond these a ZIP needs the ZIP64 form, which old readers do not know. */
export const zipLimits = { entries: 65_534, bytes: 0xffff_fffe } as const;

/** What each part of a ZIP begins with, and its length in bytes without what varies. */
export const localPart = { signature: 0x04034b50, length: 30 } as const;
export const centralPart = { signature: 0x02014b50, length: 46 } as const;
export const endPart = { signature: 0x06054b50, length: 22 } as const;

const version = 20;
const unix = 3;
const regularFile = 0o100644;
const firstOfJanuary1980 = 0x0021;

export function localHeader(entry: ZipEntry): Uint8Array {
  const { bytes, view } = namedPart(localPart, entry.name);
  view.setUint16(4, version, true);
  writeShared(view, 6, entry);
  return bytes;
}

function centralHeader(entry: ZipEntry, offset: number): Uint8Array {
  const { bytes, view } = namedPart(centralPart, entry.name);
  view.setUint16(4, (unix << 8) | version, true);
  view.setUint16(6, version, true);
  writeShared(view, 8, entry);
  view.setUint32(38, regularFile * 0x10000, true);
  view.setUint32(42, offset, true);
  return bytes;
}

function namedPart(
  { signature, length }: typeof localPart | typeof centralPart,
  name: string,
): { bytes: Uint8Array; view: DataView } {
  const bytes = new Uint8Array(length + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  // Names are of ASCII alone: see isPlainName.
  for (let at = 0; at < name.length; at += 1) bytes[length + at] = name.charCodeAt(at);
  return { bytes, view };
}

/** The fields that both headers have, from the flags (none) to the length of the extra fields (0). */
function writeShared(view: DataView, at: number, { name, size, crc32 }: ZipEntry): void {
  view.setUint16(at + 6, firstOfJanuary1980, true);
  view.setUint32(at + 8, crc32, true);
  view.setUint32(at + 12, size, true);
  view.setUint32(at + 16, size, true);
  view.setUint16(at + 20, name.length, true);
}

function endOfDirectory(count: number, size: number, offset: number): Uint8Array {
  const bytes = new Uint8Array(endPart.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, endPart.signature, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return bytes;
}

/** The central directory and its end, for entries in the order of the file. */
export function directory(entries: readonly ZipEntry[]): Uint8Array {
  const headers: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    headers.push(centralHeader(entry, offset));
    offset += localPart.length + entry.name.length + entry.size;
  }
  const size = headers.reduce((sum, { length }) => sum + length, 0);
  return joined([...headers, endOfDirectory(entries.length, size, offset)]);
}

/** These bytes one after another. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Names that every system unpacks alike: no spaces, no `..`, no two that differ in case alone. */
export function isPlainName(name: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_][A-Za-z0-9._-]*)*$/.test(name);
}
