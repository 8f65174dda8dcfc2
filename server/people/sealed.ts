import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const [cipher, nonceBytes, tagBytes] = ['aes-256-gcm', 12, 16] as const;

/** Encrypted so that whoever has the key alone reads it, and for that person alone: what is put in another's place opens for nobody. */
export function seal(plain: string, key: Buffer, person: string): string {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(person));
  const bytes = Buffer.concat([sealing.update(plain, 'utf8'), sealing.final()]);
  return Buffer.concat([nonce, sealing.getAuthTag(), bytes]).toString('base64');
}

/** Null where it was sealed with another key, for another person, or was changed. */
export function unseal(sealed: string, key: Buffer, person: string): string | null {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < nonceBytes + tagBytes) return null;
  try {
    const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes))
      .setAAD(Buffer.from(person))
      .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    const plain = opening.update(bytes.subarray(nonceBytes + tagBytes));
    return Buffer.concat([plain, opening.final()]).toString('utf8');
  } catch {
    return null;
  }
}
