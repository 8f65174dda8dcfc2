/** The secret that pseudonyms are made with, in SKEIN_HOME beside the signing key. */
import { createHmac } from 'node:crypto';
import { messages } from '../../../domain/messages/index.ts';
import { canonicalJson } from '../../platform/canonical.ts';
import { ownSecret } from '../../trust/signing/own-secret.ts';

/**
 * The key of one export's pseudonyms. It follows from the secret and what is exported: the same export has the same
 * pseudonyms again, and those of two exports cannot be compared. Throws InvalidDataError when others could read the
 * secret.
 */
export async function maskingKey(home: string, scope: unknown): Promise<Buffer> {
  const secret = await ownSecret(home, 'masking.key', messages.masks);
  return createHmac('sha256', secret).update(canonicalJson(scope)).digest();
}
