/** Bundles that are read and judged in memory, by the sums that run in a browser. */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { messages } from '../../domain/messages/index.ts';
import { zipBytes } from '../../server/evidence/bundle/zip-writer.ts';
import { isTagFile } from '../../verifier/bag-layout.ts';
import { judge } from '../../verifier/judge.ts';
import { portableDigests } from '../../verifier/portable-digests.ts';
import type { FoundFile, Verdict } from '../../verifier/verdict.ts';
import { readZip } from '../../verifier/zip-reader.ts';
import { trusted } from './bundles.ts';

/** The files of a bag, by name. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** What the small exhibit's bundle is called. */
export const folder = 'skein-cluster-C-1';

export async function judgedZip(bytes: Uint8Array): Promise<Verdict> {
  const read = (start: number, end: number) => {
    if (end > bytes.length) throw new RangeError(`There is no byte ${end}.`);
    return Promise.resolve(new Uint8Array(bytes.subarray(start, end)));
  };
  const found = await readZip({ size: bytes.length, read }, portableDigests);
  return judge('bundle.zip', found, trusted, messages.verifier);
}

export function judgedFiles(files: readonly FoundFile[]): Verdict {
  return judge('bundle', { folder, files: [...files], faults: [] }, trusted, messages.verifier);
}

export function found(name: string, bytes: Uint8Array): FoundFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const text = isTagFile(name) ? bytes : null;
  return { name, size: bytes.length, sha256, checksum: true, text };
}

export function foundIn(files: Files): FoundFile[] {
  return [...files].map(([name, bytes]) => found(name, bytes));
}

/** A ZIP in the one form of a bundle's, whatever is in it and whatever it is called. */
export function canonicalZip(files: Files, called = folder): Uint8Array {
  const measured = foundIn(files).map((file) => {
    const bytes = files.get(file.name)!;
    return { ...file, crc32: crc32(bytes), chunks: () => [bytes] };
  });
  const sorted = measured.sort((a, b) => (a.name < b.name ? -1 : 1));
  return Buffer.concat([...zipBytes(called, sorted)]);
}

/** `changed data/nodes.csv`, a line a fault. */
export function named({ faults }: Verdict): string[] {
  return faults.map(({ kind, name }) => `${kind} ${name ?? ''}`.trim());
}

/** The same numbers in [0, 1) in every run (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
