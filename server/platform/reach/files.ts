import { realpath, stat } from 'node:fs/promises';
import { messages } from '../../../domain/messages/index.ts';
import { NotAllowedError } from '../problems.ts';
import { isAllowed } from './folders.ts';

/**
 * Refuses a file that is none that ends (a pipe, a device), and one that a link brings in from outside the folders that are
 * allowed; with null it may lie anywhere. Throws NotAllowedError.
 */
export async function checkFile(path: string, allowed: readonly string[] | null): Promise<void> {
  const real = await realpath(path).catch(() => null);
  if (real === null || (allowed && !(await isAllowed(real, allowed))))
    throw new NotAllowedError(messages.reach.linkedAway(path));
  if (!(await stat(real)).isFile()) throw new NotAllowedError(messages.reach.unusualFile(path));
}
