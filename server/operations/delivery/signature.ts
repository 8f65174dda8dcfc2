import { createHmac } from 'node:crypto';

/** Headers of a webhook's request by which its receiver knows who sent it, when, and whether it has it already. */
export const signatureHeaders = {
  timestamp: 'Skein-Timestamp',
  signature: 'Skein-Signature',
  delivery: 'Skein-Delivery',
} as const;

/** What `Skein-Signature` says: `v1=` and, in hex, HMAC-SHA256 by the secret of the timestamp, a dot and the body. */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}
