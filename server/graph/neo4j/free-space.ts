import { statfs } from 'node:fs/promises';
import { messages } from '../../../domain/messages/index.ts';
import { UnavailableError } from '../../platform/problems.ts';

/** With less, Neo4j starts and then hangs in the middle of something. */
const neededMiB = 256;

/** Throws UnavailableError when the disk of the folder has no room for a database to work in. */
export async function checkFreeSpace(folder: string, needed: number = neededMiB): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = Math.floor((bavail * bsize) / 2 ** 20);
  if (free < needed) throw new UnavailableError(messages.database.diskFull(folder, free, needed));
}
