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

const version = 20;
const unix = 3;
const regularFile = 0o100644;
const firstOfJanuary1980 = 0x0021;

export function localHeader(entry: ZipEntry): Buffer {
  const name = Buffer.from(entry.name, 'latin1');
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(version, 4);
  writeShared(header, 6, entry, name);
  return Buffer.concat([header, name]);
}

function centralHeader(entry: ZipEntry, offset: number): Buffer {
  const name = Buffer.from(entry.name, 'latin1');
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE((unix << 8) | version, 4);
  header.writeUInt16LE(version, 6);
  writeShared(header, 8, entry, name);
  header.writeUInt32LE(regularFile * 0x10000, 38);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name]);
}

/** The fields that both headers have, from the flags (none) to the length of the extra fields (0). */
function writeShared(header: Buffer, at: number, entry: ZipEntry, name: Buffer): void {
  header.writeUInt16LE(firstOfJanuary1980, at + 6);
  header.writeUInt32LE(entry.crc32, at + 8);
  header.writeUInt32LE(entry.size, at + 12);
  header.writeUInt32LE(entry.size, at + 16);
  header.writeUInt16LE(name.length, at + 20);
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** The central directory and its end, for entries in the order of the file. */
export function directory(entries: readonly ZipEntry[]): Buffer {
  const headers: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    headers.push(centralHeader(entry, offset));
    offset += localHeader(entry).length + entry.size;
  }
  const all = Buffer.concat(headers);
  return Buffer.concat([all, endOfDirectory(entries.length, all.length, offset)]);
}

/** Names that every system unpacks alike: no spaces, no `..`, no two that differ in case alone. */
export function isPlainName(name: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_][A-Za-z0-9._-]*)*$/.test(name);
}
