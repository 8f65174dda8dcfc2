import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupProblem } from './problem.mjs';
import { tellingLine, run } from './run.mjs';
import { messages } from './messages.mjs';

/**
 * Installs what package-lock.json names, unless node_modules holds just that.
 * @param {string} checkout
 */
export async function installPackages(checkout) {
  if (!areStale(checkout)) return;
  const npm = process.env['npm_execpath'];
  const options = ['ci', '--include=dev', '--no-audit', '--no-fund', '--prefix', checkout];
  const { ok, output } = npm
    ? await run(messages.installingPackages, process.execPath, [npm, ...options])
    : await run(messages.installingPackages, 'npm', options);
  if (!ok) throw new SetupProblem(messages.packagesFailed(tellingLine(output)));
}

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} Locked */

/**
 * Whether node_modules lacks a locked package, or has another version of it. Optional ones are for other
 * platforms and may lack.
 * @param {string} checkout
 */
export function areStale(checkout) {
  const wanted = lockedPackages(join(checkout, 'package-lock.json'));
  const present = lockedPackages(join(checkout, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return true;
  return Object.entries(wanted).some(([path, locked]) => {
    if (path === '') return false;
    const found = present[path];
    return found ? found.version !== locked.version : locked.optional !== true;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, Locked> | null}
 */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}
