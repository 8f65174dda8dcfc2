/** What a passkey signs to let somebody in. It says itself until when it serves, so that whoever only asks for one fills no database. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** How long somebody may take with their device. */
export const challengeMs = 5 * 60_000;

const [nonceBytes, momentBytes] = [16, 8];

/** For signing in at a host; random, and sealed with the key of the accounts, so that any server that has it knows its own. */
export function newChallenge(key: Buffer, host: string, now: Date): Uint8Array<ArrayBuffer> {
  const until = Buffer.alloc(momentBytes);
  until.writeBigUInt64BE(BigInt(now.getTime() + challengeMs));
  const said = Buffer.concat([randomBytes(nonceBytes), until]);
  return Uint8Array.from(Buffer.concat([said, sealOf(said, key, host)]));
}

/** Until when it serves; null where it is none of ours, of another host, or over. */
export function challengeUntil(
  challenge: string,
  key: Buffer,
  host: string,
  now: Date,
): string | null {
  const bytes = Buffer.from(challenge, 'base64url');
  const said = bytes.subarray(0, nonceBytes + momentBytes);
  const seal = sealOf(said, key, host);
  const given = bytes.subarray(nonceBytes + momentBytes);
  if (given.length !== seal.length || !timingSafeEqual(given, seal)) return null;
  const until = Number(said.readBigUInt64BE(nonceBytes));
  return until <= now.getTime() ? null : new Date(until).toISOString();
}

function sealOf(said: Buffer, key: Buffer, host: string): Buffer {
  return createHmac('sha256', key).update(said).update(host).digest();
}
