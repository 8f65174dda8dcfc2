/** Sums in plain JavaScript: WebCrypto takes a file whole, which a large one is too large for. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Digests } from './digests.ts';

export const portableDigests: Digests = {
  sha256: () => {
    const hash = sha256.create();
    return { update: (bytes) => hash.update(bytes), hex: () => bytesToHex(hash.digest()) };
  },
  crc32: (bytes, before) => {
    let sum = ~before;
    for (const byte of bytes) sum = (sum >>> 8) ^ crcOfByte[(sum ^ byte) & 0xff]!;
    return ~sum >>> 0;
  },
};

/** The polynomial of ZIP (ISO 3309), its bits the other way round. */
const polynomial = 0xedb88320;

const crcOfByte = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? polynomial : 0);
  return sum;
});
