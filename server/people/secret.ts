import { createHash, randomBytes } from 'node:crypto';

/** What only whoever holds it knows: of a session, a token or a link. Nobody guesses 256 bits, so that a plain digest hides it. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** By which a secret is kept and found. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
