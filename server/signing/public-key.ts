import { createHash, createPublicKey, type KeyObject } from 'node:crypto';

/** A public ed25519 key. */
export interface PublicKey {
  /** SHA-256 of the key in its standard form (SPKI, DER), in hex. */
  id: string;
  /** The key as a PEM file. */
  pem: string;
}

/** Null for what is no public ed25519 key in PEM. */
export function readPublicKey(pem: string): (PublicKey & { key: KeyObject }) | null {
  // A private key would be read too, and what it is for must not be taken lightly.
  if (!pem.includes('-----BEGIN PUBLIC KEY-----')) return null;
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? { ...describe(key), key } : null;
  } catch {
    return null;
  }
}

/** A private key's public half, or a public key itself. */
export function describe(key: KeyObject): PublicKey {
  const half = key.type === 'public' ? key : createPublicKey(key);
  const id = createHash('sha256')
    .update(half.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  return { id, pem: half.export({ type: 'spki', format: 'pem' }).toString() };
}
