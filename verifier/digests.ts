/** The sums that a bundle is checked by: each place brings its fastest. */
export interface Digests {
  sha256: () => RunningDigest;
  /** CRC-32 of what `before` is the CRC-32 of (0 for nothing), continued by these bytes; unsigned. */
  crc32: (bytes: Uint8Array, before: number) => number;
}

export interface RunningDigest {
  update: (bytes: Uint8Array) => unknown;
  /** In hex; ends it. */
  hex: () => string;
}
