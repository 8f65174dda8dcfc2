import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { fromBase64, toBase64 } from './base64.ts';

/** A public ed25519 key. */
export interface PublicKey {
  /** SHA-256 of the key in its standard form (SPKI, DER), in hex. */
  id: string;
  /** The key as a PEM file. */
  pem: string;
}

export interface ReadKey extends PublicKey {
  /** Its 32 bytes alone. */
  raw: Uint8Array;
}

/** What stands before the 32 bytes of a key in SPKI DER: a sequence, that it is ed25519, and a string of bits. */
const spkiHead = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00] as const;
const keyLength = 32;

/** Null for what is no public ed25519 key in PEM. Text around it does no harm. */
export function readPublicKey(text: string): ReadKey | null {
  // What a private key is for must not be taken lightly: not even read.
  if (text.includes('PRIVATE KEY-----')) return null;
  const block = /-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]*)-----END PUBLIC KEY-----/.exec(text);
  const der = fromBase64((block?.[1] ?? '').replaceAll(/\s/g, ''));
  if (der?.length !== spkiHead.length + keyLength) return null;
  if (!spkiHead.every((byte, at) => der[at] === byte)) return null;
  return {
    id: bytesToHex(sha256(der)),
    pem: `-----BEGIN PUBLIC KEY-----\n${toBase64(der)}\n-----END PUBLIC KEY-----\n`,
    raw: der.slice(spkiHead.length),
  };
}
