import { existsSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { install } from './apt.mjs';
import { messages } from './messages.mjs';
import { SetupProblem } from './problem.mjs';
import { run, tellingLine } from './run.mjs';

/**
 * The Python of an environment that has these packages and no other, in the user's cache, whether it is there yet or not.
 * @param {string} name @param {readonly string[]} packages as pip names them, with their versions
 */
export function pythonWith(name, packages, environment = process.env) {
  const cache = environment['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const versions = packages.map((each) => each.replace('==', '-')).join('_');
  return join(cache, 'skein', `${name}_${versions}`, 'bin', 'python');
}

/**
 * Brings it from PyPI unless it is there.
 * @param {string} name @param {readonly string[]} packages
 */
export async function bringPython(name, packages) {
  const python = pythonWith(name, packages);
  const folder = join(python, '..', '..');
  // An environment cannot be made elsewhere and moved; the mark says that it is whole.
  const mark = join(folder, 'whole');
  if (existsSync(mark)) return python;
  await rm(folder, { recursive: true, force: true });
  if (!(await makeEnvironment(folder))) {
    // What Debian's own Python lacks.
    await install(['python3', 'python3-venv']);
    await makeEnvironment(folder);
  }
  const options = ['-m', 'pip', 'install', '--quiet', '--no-compile', ...packages];
  const { ok, output } = await run(messages.installing(packages.join(', ')), python, options);
  if (!ok) throw new SetupProblem(messages.peersMissing(tellingLine(output)));
  writeFileSync(mark, '');
  return python;
}

/** @param {string} folder */
async function makeEnvironment(folder) {
  return (await run(messages.installing('Python'), 'python3', ['-m', 'venv', folder])).ok;
}
