/** Where the log lies, and how its files are written. */
import { createHash } from 'node:crypto';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';

export interface CustodyFiles {
  folder: string;
  /** An entry a line. */
  log: string;
  /** How many entries there are and the hash of the last, signed. */
  head: string;
  /** The head as it will be once the entry that is being written is there. */
  nextHead: string;
  /** Personal values and their salts. */
  values: string;
  lock: string;
}

export function custodyFiles(home: string): CustodyFiles {
  const folder = join(home, 'custody');
  return {
    folder,
    log: join(folder, 'log.ndjson'),
    head: join(folder, 'head.json'),
    nextHead: join(folder, 'head.next.json'),
    values: join(folder, 'values.ndjson'),
    lock: join(folder, 'lock'),
  };
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** On the disk, not only handed to the system, when it resolves. For nobody else to read. */
export async function writeDurably(path: string, text: string, flag: 'w' | 'a'): Promise<void> {
  const handle = await open(path, flag, 0o600);
  try {
    await handle.writeFile(text);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/** The whole text or the one of before, whatever happens in between. */
export async function replaceDurably(path: string, text: string): Promise<void> {
  const unfinished = `${path}.part`;
  await writeDurably(unfinished, text, 'w');
  await rename(unfinished, path);
}
