import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { checkout } from '../server/platform/settings/settings.ts';

/** Any would do; no weight was fitted on it. */
const seed = 71;

/** Writes a world of so many accounts to the folder, in a process of its own; returns how many rows there are. */
export function writeWorld(accounts: number, folder: string): number {
  const options = ['--accounts', String(accounts), '--seed', String(seed), '--out', folder];
  const said = execFileSync(
    process.execPath,
    [join(checkout, 'bin', 'skein.mjs'), 'generate', ...options, '--json'],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const { rows } = JSON.parse(said) as { rows: Record<string, number> };
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}
