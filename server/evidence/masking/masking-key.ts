/** The secret that pseudonyms are made with, in SKEIN_HOME beside the signing key. */
import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messages } from '../../../domain/messages/index.ts';
import { canonicalJson } from '../../platform/canonical.ts';
import { InvalidDataError } from '../../platform/problems.ts';

const says = messages.masks;

/**
 * The key of one export's pseudonyms. It follows from the secret and what is exported: the same export has the same
 * pseudonyms again, and those of two exports cannot be compared. Throws InvalidDataError when others could read the
 * secret.
 */
export async function maskingKey(home: string, scope: unknown): Promise<Buffer> {
  const secret = await readSecret(home);
  return createHmac('sha256', secret).update(canonicalJson(scope)).digest();
}

async function readSecret(home: string): Promise<Buffer> {
  const folder = join(home, 'keys');
  const path = join(folder, 'masking.key');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const secret = randomBytes(32).toString('hex');
  await writeFile(path, `${secret}\n`, { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  const { mode } = await stat(path);
  // Where there are no such permissions, everything seems open to all.
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new InvalidDataError(says.openKey(path));
  const text = (await readFile(path, 'utf8')).trim();
  if (!/^[0-9a-f]{64}$/.test(text)) throw new InvalidDataError(says.badKey(path));
  return Buffer.from(text, 'hex');
}
