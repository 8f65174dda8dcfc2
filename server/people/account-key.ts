import { hkdfSync } from 'node:crypto';
import { messages } from '../../domain/messages/index.ts';
import { UsageError } from '../platform/problems.ts';
import { leastAccountKey } from '../platform/settings/account-key-settings.ts';
import { secretOf, type SecretSetting } from '../platform/settings/secret-setting.ts';
import { ownSecret } from '../trust/signing/own-secret.ts';

const text = messages.accountKey;

/** Without which what the database holds of passwords and second factors is worth nothing. */
export interface AccountKeys {
  /** By which what was made with the key is told from what was made with another. */
  id: string;
  /** Goes into every hash of a password (argon2's own secret input). */
  pepper: Buffer;
  /** Encrypts what has to be read again. */
  sealing: Buffer;
  /** Turns ids into pseudonyms, and back. */
  masking: Buffer;
  /** By which a challenge that a passkey signed is known as one of ours. */
  challenges: Buffer;
  /** Makes the marks by which an erased account is known when it comes again. */
  erasing: Buffer;
}

/**
 * All of them follow from one key: `keys/accounts.key` in the home, made when first needed, or what the settings name where
 * several servers share a database. Read each time, which costs nothing beside a hash. Throws InvalidDataError, UsageError.
 */
export async function accountKeys({
  home,
  accountKey,
}: {
  home: string;
  accountKey?: SecretSetting | undefined;
}): Promise<AccountKeys> {
  const key = accountKey
    ? longEnough(secretOf(accountKey))
    : await ownSecret(home, 'accounts.key', text);
  const derived = (what: string, bytes: number) =>
    Buffer.from(hkdfSync('sha256', key, '', `skein accounts: ${what}`, bytes));
  return {
    id: derived('id', 8).toString('hex'),
    pepper: derived('pepper', 32),
    sealing: derived('sealing', 32),
    masking: derived('masking', 64),
    challenges: derived('challenges', 32),
    erasing: derived('erasing', 32),
  };
}

function longEnough(key: string): string {
  if (key.length < leastAccountKey) throw new UsageError(text.short(leastAccountKey));
  return key;
}
