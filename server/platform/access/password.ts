import { createHash, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { messages } from '../../../domain/messages/index.ts';
import { UsageError } from '../problems.ts';
import { leastPassword, type Settings } from '../settings/settings.ts';
import { isLoopback } from '../network/loopback.ts';

const text = messages.commands.settings;

/**
 * The operator's password, from its setting or the file that one names; null where there is none. Throws UsageError for a
 * file that cannot be read, and one that holds too short a password.
 */
export async function readPassword({
  password,
  passwordFile: file,
}: Settings): Promise<string | null> {
  if (file === undefined) return password ?? null;
  let said: string;
  try {
    said = (await readFile(file, 'utf8')).replace(/\r?\n$/, '');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(text.passwordFile(file, code ?? message));
  }
  if (said.length < leastPassword)
    throw new UsageError(text.passwordFileShort(file, leastPassword));
  return said;
}

/** Refuses to be reached from other machines by anybody at all, unless the operator says so. Throws UsageError. */
export function checkExposure({ host, open }: Settings, password: string | null): void {
  if (password === null && open !== true && !isLoopback(host))
    throw new UsageError(text.open(host));
}

/** Takes as long whatever was guessed. */
export function isSame(given: string, password: string): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(given), digest(password));
}
