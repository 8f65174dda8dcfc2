/** `alone.ts WORLD ACCOUNTS`: times what needs no database, beside other programs, and prints what it found as JSON. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copiesFound } from './copies.ts';
import { linkedFromFiles } from './shared.ts';
import type { Work } from './works.ts';

async function measure(accounts: number, world: string): Promise<Work[]> {
  const folder = await mkdtemp(join(tmpdir(), 'skein-alone-'));
  try {
    // Both sides name the files alone.
    process.chdir(world);
    return [await linkedFromFiles(world), await copiesFound(accounts, folder)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const [world, accounts] = process.argv.slice(2);
process.stdout.write(JSON.stringify({ works: await measure(Number(accounts), world!) }));
