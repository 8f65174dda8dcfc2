import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import type { PublicKey } from '../../../verifier/public-key.ts';

/** A private ed25519 key's public half, or a public key itself. */
export function describe(key: KeyObject): PublicKey {
  const half = key.type === 'public' ? key : createPublicKey(key);
  const id = createHash('sha256')
    .update(half.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  return { id, pem: half.export({ type: 'spki', format: 'pem' }).toString() };
}
