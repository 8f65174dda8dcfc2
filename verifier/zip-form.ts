/** Whether a ZIP may be read at all, and whether it is in the one form of a bundle's ZIP. */
import type { ByteSource } from './byte-source.ts';
import type { VerifierMessages } from './verdict.ts';
import type { StatedEntry } from './zip-directory.ts';
import { directory, isPlainName, localHeader, localPart } from './zip-format.ts';

type Told = (says: VerifierMessages['container']) => string;

/** Far beyond what text can be compressed to honestly, far below what a ZIP bomb claims. */
const mostExpansion = 200;
const freeExpansion = 64 * 1024 * 1024;

/** What makes a ZIP of this size (bytes) unsafe to read: names that collide or climb, sizes that explode, shared bytes. */
export function refusal(entries: readonly StatedEntry[], size: number): Told | null {
  const names = new Set<string>();
  for (const { name } of entries) {
    if (!isPlainName(name)) return (says) => says.name(name);
    const folded = name.toLowerCase();
    if (names.has(folded)) return (says) => says.twice(name);
    names.add(folded);
  }
  const folders = new Set(entries.map(({ name }) => folderOf(name)));
  if (folders.size !== 1 || folders.has('')) return (says) => says.folder;
  const expanded = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (expanded > freeExpansion + size * mostExpansion) return (says) => says.bomb(expanded, size);
  const shared = overlapping(entries, size);
  return shared && ((says) => says.overlap(shared.name));
}

/** The folder of the bag; empty for a file that lies in none. */
export function folderOf(name: string): string {
  return name.slice(0, Math.max(0, name.indexOf('/')));
}

/** The first entry whose bytes run into those of the next, or beyond the ZIP. */
function overlapping(entries: readonly StatedEntry[], size: number): StatedEntry | null {
  const placed = entries.toSorted((a, b) => a.offset - b.offset);
  const runsOver = ({ offset, name, packedSize }: StatedEntry, index: number) =>
    offset + localPart.length + name.length + packedSize > (placed[index + 1]?.offset ?? size);
  return placed.find(runsOver) ?? null;
}

/** Null when every byte outside the contents is as the one form wants it; else the first way in which it is not. */
export async function deviation(
  source: ByteSource,
  entries: readonly StatedEntry[],
): Promise<Told | null> {
  const packed = entries.find(({ method }) => method !== 0);
  if (packed) return (says) => says.packed(packed.name);
  const unsorted = entries.find(
    ({ name }, index) => index > 0 && name < (entries[index - 1]?.name ?? ''),
  );
  if (unsorted) return (says) => says.order(unsorted.name);
  let offset = 0;
  for (const entry of entries) {
    const header = localHeader(entry);
    const at = await firstDifference(source, offset, header);
    if (at !== null) return (says) => says.header(at, entry.name);
    offset += header.length + entry.size;
  }
  const end = directory(entries);
  const at = await firstDifference(source, offset, end);
  if (at !== null) return (says) => says.directory(at);
  const rest = source.size - offset - end.length;
  return rest === 0 ? null : (says) => says.trailing(rest);
}

async function firstDifference(
  source: ByteSource,
  offset: number,
  expected: Uint8Array,
): Promise<number | null> {
  const end = Math.min(source.size, offset + expected.length);
  const found = offset < end ? await source.read(offset, end) : new Uint8Array();
  const differs = expected.findIndex((byte, at) => found[at] !== byte);
  return differs < 0 ? null : offset + differs;
}
