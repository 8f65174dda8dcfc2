import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { temporaryFolder } from './bundles.ts';

const script = fileURLToPath(new URL('./large-child.ts', import.meta.url));
const run = promisify(execFile);

/** The most memory that it took to pack a bundle of so many nodes, in a process of its own with so many megabytes of heap. */
export async function packedLarge(nodes: number, heap: number): Promise<{ megabytes: number }> {
  const out = join(await temporaryFolder(), 'large.zip');
  const words = ['--import', 'tsx', `--max-old-space-size=${heap}`, script, String(nodes), out];
  const { stdout } = await run(process.execPath, words);
  return JSON.parse(stdout) as { megabytes: number };
}
