/** The keys in SKEIN_HOME: the one that bundles are signed with, and those of others, and of before, that are trusted. */
import { createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { messages } from '../../../domain/messages/index.ts';
import { InvalidDataError, NotFoundError } from '../../platform/problems.ts';
import { readPublicKey, type PublicKey } from '../../../verifier/public-key.ts';
import { describe } from './public-key.ts';

const says = messages.signing;

/** What signs a bundle. */
export interface Signer extends PublicKey {
  sign: (bytes: Uint8Array) => Buffer;
}

const trustedSchema = z.object({
  id: z.string(),
  pem: z.string(),
  /** What people call it. */
  name: z.string(),
  /** Since when it is trusted; ISO 8601, UTC. */
  since: z.string(),
  /** Until when bundles here were signed with it; null for a key of somebody else, and for the one in use. */
  until: z.string().nullable(),
});

/** A key whose signatures count. */
export type TrustedKey = z.infer<typeof trustedSchema>;

const folderOf = (home: string) => join(home, 'keys');
const signingFile = (home: string) => join(folderOf(home), 'signing.pem');
const trustedFile = (home: string) => join(folderOf(home), 'trusted.json');

/** The key in use; made when there is none. Throws InvalidDataError when others could read it. */
export async function signer(home: string): Promise<Signer> {
  const key = (await readSigning(home)) ?? (await makeSigning(home));
  return { ...describe(key), sign: (bytes) => sign(null, bytes, key) };
}

/** The key in use, unless there is none yet, and all that were taken in. */
export async function trustedKeys(home: string): Promise<TrustedKey[]> {
  const key = await readSigning(home);
  const kept = await readTrusted(home);
  if (!key) return kept;
  const since = (await stat(signingFile(home))).mtime.toISOString();
  return [{ ...describe(key), name: says.ownName, since, until: null }, ...kept];
}

/** Signs with a new key from now on. The one of before is trusted still, and can sign no more. */
export async function rotate(home: string): Promise<Signer> {
  if (await readSigning(home)) {
    const [own] = await trustedKeys(home);
    await addTrusted(home, { ...own!, until: new Date().toISOString() });
  }
  await mkdir(folderOf(home), { recursive: true, mode: 0o700 });
  await writePrivately(signingFile(home), newKey());
  return signer(home);
}

/** Takes in a public key in PEM. Throws InvalidDataError when it is none. */
export async function trust(home: string, pem: string, name: string): Promise<TrustedKey> {
  const read = readPublicKey(pem);
  if (!read) throw new InvalidDataError(says.noKey);
  const { id, pem: standard } = read;
  const key = { id, pem: standard, name, since: new Date().toISOString(), until: null };
  await addTrusted(home, key);
  return key;
}

/** Throws NotFoundError when no key of that id, or of that beginning, was taken in. */
export async function trustedKey(home: string, id: string): Promise<TrustedKey> {
  const [found, ...more] = (await readTrusted(home)).filter((key) => key.id.startsWith(id));
  if (!found || more.length > 0) throw new NotFoundError(says.noSuchKey(id));
  return found;
}

/** Throws NotFoundError when no key of that id, or of that beginning, was taken in. */
export async function distrust(home: string, id: string): Promise<TrustedKey> {
  const found = await trustedKey(home, id);
  const kept = await readTrusted(home);
  await writeTrusted(
    home,
    kept.filter((key) => key.id !== found.id),
  );
  return found;
}

async function readSigning(home: string): Promise<KeyObject | null> {
  const path = signingFile(home);
  const found = await stat(path).catch(() => null);
  if (!found) return null;
  // Where there are no such permissions, everything seems open to all.
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0)
    throw new InvalidDataError(says.openKey(path));
  try {
    return createPrivateKey(await readFile(path));
  } catch {
    throw new InvalidDataError(says.badKey(path));
  }
}

/** Two that export for the first time at once end with one key. */
async function makeSigning(home: string): Promise<KeyObject> {
  const path = signingFile(home);
  await mkdir(folderOf(home), { recursive: true, mode: 0o700 });
  await writeFile(path, newKey(), { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  const key = await readSigning(home);
  if (!key) throw new InvalidDataError(says.badKey(path));
  return key;
}

function newKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

async function readTrusted(home: string): Promise<TrustedKey[]> {
  const path = trustedFile(home);
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return [];
  try {
    return z.array(trustedSchema).parse(JSON.parse(text));
  } catch {
    throw new InvalidDataError(says.badTrusted(path));
  }
}

async function addTrusted(home: string, key: TrustedKey): Promise<void> {
  const others = (await readTrusted(home)).filter(({ id }) => id !== key.id);
  await writeTrusted(home, [...others, key]);
}

async function writeTrusted(home: string, keys: readonly TrustedKey[]): Promise<void> {
  await mkdir(folderOf(home), { recursive: true, mode: 0o700 });
  await writePrivately(trustedFile(home), `${JSON.stringify(keys, null, 2)}\n`);
}

/** Whole or not at all, and for nobody else to read. */
async function writePrivately(path: string, text: string): Promise<void> {
  const unfinished = `${path}.${process.pid}.part`;
  await writeFile(unfinished, text, { mode: 0o600 });
  await rename(unfinished, path);
}
