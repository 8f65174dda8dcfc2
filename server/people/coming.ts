import { createHmac } from 'node:crypto';
import { newSecret } from './secret.ts';

/**
 * One sign-in by a provider, from the browser's leaving to its coming back. All of it follows from a secret that this browser
 * alone keeps, so that no server has to remember who left, and whoever comes back with another's answer is found out.
 */
export interface Coming {
  secret: string;
  state: string;
  nonce: string;
  /** Of PKCE. */
  verifier: string;
}

/** How long somebody may take there. */
export const comingMs = 15 * 60_000;

export function newComing(): Coming {
  return comingOf(newSecret());
}

export function comingOf(secret: string): Coming {
  const derived = (what: string) => createHmac('sha256', secret).update(what).digest('base64url');
  return { secret, state: derived('state'), nonce: derived('nonce'), verifier: derived('pkce') };
}
