import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Connection } from '../server/platform/settings/settings.ts';
import { isRunning } from '../server/platform/process-table.ts';

export interface ClaimedServer {
  connection: Connection;
  release(): Promise<void>;
}

/** One of the run's servers for this process alone, until it is released. There is one for each worker. */
export async function claimServer(): Promise<ClaimedServer> {
  await mkdir(inject('kept'), { recursive: true });
  for (const [at, connection] of inject('servers').entries()) {
    const claim = join(inject('kept'), `server-${at}`);
    if (await claimed(claim)) return { connection, release: () => rm(claim, { force: true }) };
  }
  throw new Error('More test files run at once than there are servers.');
}

async function claimed(path: string): Promise<boolean> {
  try {
    await writeFile(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const holder = Number(await readFile(path, 'utf8').catch(() => ''));
    if (holder !== process.pid && isRunning(holder)) return false;
    // A file that was broken off, or whose worker died, released nothing.
    await writeFile(path, String(process.pid));
    return true;
  }
}
