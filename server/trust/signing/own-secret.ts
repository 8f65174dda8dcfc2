/** Secrets of 256 bits in SKEIN_HOME, beside the signing key, each made when first needed. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidDataError } from '../../platform/problems.ts';

/** What is said where others could read it, and where it is none. */
interface Says {
  openKey: (path: string) => string;
  badKey: (path: string) => string;
}

/** Throws InvalidDataError when others could read it, or when the file holds something else. */
export async function ownSecret(home: string, name: string, says: Says): Promise<Buffer> {
  const folder = join(home, 'keys');
  const path = join(folder, name);
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
