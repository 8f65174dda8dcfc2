/** The arithmetic of the custody log's chain, without input, output or a runtime's own cryptography. */
import canonicalize from 'canonicalize';

/** SHA-256 in lower-case hex. */
export type Sha256 = (bytes: Uint8Array) => string;

/** What the first entry is linked to. */
export const beginning = '0'.repeat(64);

/** The digest of an entry's content as canonical JSON (RFC 8785): all that its link needs of it. */
export function contentDigest(content: object, sha256: Sha256): string {
  return sha256(new TextEncoder().encode(canonicalize(content)));
}

/** The hash of an entry: of the hash before it and the digest of its content, as 64 bytes. Both in hex. */
export function linkHash(previous: string, digest: string, sha256: Sha256): string {
  return sha256(fromHex(previous + digest));
}

function fromHex(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at += 1)
    bytes[at] = digit(text.charCodeAt(2 * at)) * 16 + digit(text.charCodeAt(2 * at + 1));
  return bytes;
}

/** Of a lower-case hex digit's character code. */
function digit(code: number): number {
  return code < 58 ? code - 48 : code - 87;
}
