import { Interned } from './interned.ts';

const bands = 20;
const rowsOfBand = 3;

/** So many numbers are a signature. */
export const signatureRows = bands * rowsOfBand;

/**
 * Sets whose signatures agree in a whole band, by their places, band by band: MinHash and banding (Leskovec, Rajaraman and
 * Ullman, "Mining of Massive Datasets", ch. 3). The more alike two are, the surer they come together.
 */
export function agreeingSets(signatures: readonly Uint32Array[]): number[][] {
  return Array.from({ length: bands }, (_, band) => bucketsOfBand(signatures, band)).flat();
}

/** Those of several texts. Rows are numbered one after the other, so that keys stay whole numbers and no two are one. */
function bucketsOfBand(signatures: readonly Uint32Array[], band: number): number[][] {
  let ids = new Int32Array(signatures.length);
  for (let row = band * rowsOfBand; row < (band + 1) * rowsOfBand; row += 1) {
    const known = new Interned(signatures.length);
    ids = ids.map((id, place) => known.idOf(id * 2 ** 32 + signatures[place]![row]!));
  }
  const sizes = new Int32Array(signatures.length);
  for (const id of ids) sizes[id]! += 1;
  const found = new Map<number, number[]>();
  ids.forEach((id, place) => {
    if (sizes[id]! < 2) return;
    const bucket = found.get(id);
    if (bucket) bucket.push(place);
    else found.set(id, [place]);
  });
  return [...found.values()];
}

/** One after the other, in the order of the sets. */
export function signaturesOf(sets: readonly Int32Array[]): Uint32Array<ArrayBuffer> {
  const signatures = new Uint32Array(sets.length * signatureRows);
  for (let at = 0; at < sets.length; at += 1)
    signatures.set(signatureOf(sets[at]!), at * signatureRows);
  return signatures;
}

/** Of each row its smallest digest. */
export function signatureOf(shingles: Int32Array): Uint32Array {
  const signature = new Uint32Array(signatureRows);
  for (let row = 0; row < signature.length; row += rowsAtOnce) smallest(shingles, row, signature);
  return signature;
}

/** Rows whose digests are made of a shingle while it is at hand. */
const rowsAtOnce = 4;

function smallest(shingles: Int32Array, row: number, signature: Uint32Array): void {
  const one = seedOf(row);
  const two = seedOf(row + 1);
  const three = seedOf(row + 2);
  const four = seedOf(row + 3);
  let least1 = 0x7fffffff;
  let least2 = 0x7fffffff;
  let least3 = 0x7fffffff;
  let least4 = 0x7fffffff;
  for (let at = 0; at < shingles.length; at += 1) {
    const shingle = shingles[at]!;
    least1 = Math.min(least1, mixed(shingle ^ one));
    least2 = Math.min(least2, mixed(shingle ^ two));
    least3 = Math.min(least3, mixed(shingle ^ three));
    least4 = Math.min(least4, mixed(shingle ^ four));
  }
  signature[row] = unsigned(least1);
  signature[row + 1] = unsigned(least2);
  signature[row + 2] = unsigned(least3);
  signature[row + 3] = unsigned(least4);
}

function seedOf(row: number): number {
  return Math.imul(row + 1, 0x9e3779b1);
}

/** To be compared as signed numbers, which is quicker: the first bit turned round keeps the order of unsigned ones. */
function mixed(key: number): number {
  let hash = Math.imul(key, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  return hash ^ (hash >>> 13) ^ 0x80000000;
}

function unsigned(mixedHash: number): number {
  return (mixedHash ^ 0x80000000) >>> 0;
}
