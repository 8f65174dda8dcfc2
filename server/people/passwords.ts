import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { AccountKeys } from './account-key.ts';

/** As OWASP has it for argon2id: 19 MiB, two passes, one lane. */
const [memoryCost, timeCost, parallelism] = [19 * 1024, 2, 1];

/** A password as it is kept. */
export interface StoredPassword {
  /** Null: there is none. */
  hash: string | null;
  /** Id of the key that went into it; null: it was made before there was any. */
  key: string | null;
}

export function hashOf(password: string, { pepper: secret }: AccountKeys): Promise<string> {
  return hash(password.normalize('NFC'), { memoryCost, timeCost, parallelism, secret });
}

/** Whether it is that password. Without a hash, or with one of another key, it takes as long, and is not. */
export async function isPassword(
  given: string,
  { hash: stored, key }: StoredPassword,
  { id, pepper }: AccountKeys,
): Promise<boolean> {
  const known = stored !== null && (key === null || key === id) ? stored : null;
  const options = key === null ? {} : { secret: pepper };
  const same = await verify(known ?? nobodys, given.normalize('NFC'), options);
  return same && known !== null;
}

/** Of the form of a hash, and that of no password. */
const nobodys = `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${noise(16)}$${noise(32)}`;

function noise(bytes: number): string {
  return randomBytes(bytes).toString('base64').replaceAll('=', '');
}
