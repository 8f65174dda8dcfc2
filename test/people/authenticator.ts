import { TOTP } from 'otpauth';

/** What an authenticator shows at a time, now where none is said, by the secret that it was given. */
export function codeNow(secret: string, at = Date.now()): string {
  return new TOTP({ secret }).generate({ timestamp: at });
}
