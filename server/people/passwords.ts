import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** As OWASP has it for argon2id: 19 MiB, two passes, one lane. */
const [memoryCost, timeCost, parallelism] = [19 * 1024, 2, 1];

export function hashOf(password: string): Promise<string> {
  return hash(password.normalize('NFC'), { memoryCost, timeCost, parallelism });
}

/** Whether it is the password of that hash. Without a hash it takes as long, and is not. */
export async function isPassword(given: string, stored: string | null): Promise<boolean> {
  const same = await verify(stored ?? nobodys, given.normalize('NFC'));
  return same && stored !== null;
}

/** Of the form of a hash, and that of no password. */
const nobodys = `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${noise(16)}$${noise(32)}`;

function noise(bytes: number): string {
  return randomBytes(bytes).toString('base64').replaceAll('=', '');
}
