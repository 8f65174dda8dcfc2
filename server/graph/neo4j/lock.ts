import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

const lockSchema = z.object({
  /** The process that holds the local database, and where on loopback it answers (`control.ts`). */
  pid: z.int(),
  port: z.int(),
  /** Shown by whoever speaks to it: it can only be read here, in a file of the owner's. */
  token: z.string(),
  /** Java's process, once there is one. */
  java: z.int().nullable(),
});
export type Lock = z.infer<typeof lockSchema>;

/** Null when nobody holds it. A lock that cannot be read is none. */
export async function readLock(path: string): Promise<Lock | null> {
  try {
    return lockSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

/** False when another process holds the lock. It appears whole or not at all. */
export async function claimLock(path: string, lock: Lock): Promise<boolean> {
  const written = await writeBeside(path, lock);
  try {
    await link(written, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(written, { force: true });
  }
}

/** For the holder alone. */
export async function updateLock(path: string, lock: Lock): Promise<void> {
  await rename(await writeBeside(path, lock), path);
}

/**
 * Takes away the lock that a dead process left, and only that one: of two processes that find it,
 * neither takes away what the other has claimed since.
 */
export async function removeLock(path: string, lock: Lock | null): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const taken = await readLock(aside);
  if (taken?.token !== lock?.token) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

async function writeBeside(path: string, lock: Lock): Promise<string> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const written = `${path}.${randomUUID()}`;
  await writeFile(written, JSON.stringify(lock), { mode: 0o600 });
  return written;
}
