import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupProblem } from './problem.mjs';
import { tellingLine, run } from './run.mjs';
import { messages } from './messages.mjs';

/** What the page is built from, below the checkout. */
const sources = [
  'client/src',
  'client/index.html',
  'client/vite.config.ts',
  'client/node-icons.ts',
  'domain',
  'languages',
  'package-lock.json',
];

/**
 * Builds the page unless client/dist is newer than all it is built from.
 * @param {string} checkout
 */
export async function buildPage(checkout) {
  const stamp = join(checkout, 'client', 'dist', '.built');
  const newest = Math.max(...sources.map((path) => newestIn(join(checkout, path))));
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= newest) return;
  const vite = join(checkout, 'node_modules', 'vite', 'bin', 'vite.js');
  const options = [vite, 'build', join(checkout, 'client')];
  // Of tests it would be the page of developers, which is larger and slower.
  const environment = { ...process.env, NODE_ENV: 'production' };
  const { ok, output } = await run(messages.buildingPage, process.execPath, options, environment);
  if (!ok) throw new SetupProblem(messages.pageFailed(tellingLine(output)));
  // Only after a whole build: one that was killed leaves none.
  writeFileSync(stamp, '');
}

/**
 * @param {string} path
 * @returns {number} when the file, or the newest below the folder, was last changed, in ms; 0 when there is none
 */
function newestIn(path) {
  if (!existsSync(path)) return 0;
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
