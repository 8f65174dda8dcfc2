/** Codes that serve once: those that an authenticator shows for half a minute (TOTP, RFC 6238), and those for whoever has lost it. */
import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { digestOf } from './secret.ts';

const periodMs = 30_000;
/** Clocks differ: the code of before and the one to come are taken too. */
const window = 1;
const secretBytes = 20;
/** Of 128 bits each, so that a plain digest hides them. */
const [recoveryCount, recoveryBytes, recoveryGroup] = [10, 16, 4];

/** In base 32, as authenticators take it. */
export function newCodeSecret(): string {
  return new Secret({ size: secretBytes }).base32;
}

/** What an authenticator reads off a picture. */
export function codeAddress(secret: string, person: string): string {
  return totp(secret, person).toString();
}

/** Of which half minute that code is, counted since 1970; null where it is none of now. */
export function stepOf(code: string, secret: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = totp(secret).validate({ token: digits(code), timestamp, window });
  return delta === null ? null : Math.floor(timestamp / periodMs) + delta;
}

function totp(secret: string, label = ''): TOTP {
  const shared = Secret.fromBase32(secret);
  return new TOTP({
    issuer: 'Skein',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
    secret: shared,
  });
}

function digits(code: string): string {
  return code.replaceAll(/\s/g, '');
}

/** Told once, and kept as their digests alone. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCount }, () => {
    const text = new Secret({ buffer: Uint8Array.from(randomBytes(recoveryBytes)).buffer }).base32;
    return text
      .toLowerCase()
      .match(new RegExp(`.{1,${recoveryGroup}}`, 'g'))!
      .join('-');
  });
}

/** However it is written: with other dashes, or in capitals. */
export function recoveryDigest(code: string): string {
  return digestOf(code.toLowerCase().replaceAll(/[^a-z2-7]/g, ''));
}
