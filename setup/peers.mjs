import { existsSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { install } from './apt.mjs';
import { onPath } from './java.mjs';
import { SetupProblem } from './problem.mjs';
import { run, tellingLine } from './run.mjs';
import { messages } from './messages.mjs';

/** The programs of others that the tests hold our files against, and the bench our times, as PyPI has them. */
const packages = [
  ...['bagit==1.9.0', 'networkx==3.6.1', 'stix2==3.0.2', 'followthemoney==4.11.2'],
  ...['duckdb==2.0.1', 'datasketch==2.0.0', 'numpy==2.4.6'],
];

/** The Python that has them, in the user's cache, whether it is there yet or not. */
export function peersPython(environment = process.env) {
  const cache = environment['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const versions = packages.map((name) => name.replace('==', '-')).join('_');
  return join(cache, 'skein', `peers_${versions}`, 'bin', 'python');
}

/** Programs that the tests run, and the packages of Debian that have them. */
const programs = { openssl: 'openssl', pdftotext: 'poppler-utils' };

/** Brings all of these unless they are there. */
export async function ensurePeers() {
  for (const [program, from] of Object.entries(programs))
    if (!onPath(program)) await install([from]);
  const python = peersPython();
  const folder = join(python, '..', '..');
  // An environment cannot be made elsewhere and moved; the mark says that it is whole.
  const mark = join(folder, 'whole');
  if (existsSync(mark)) return;
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
}

/** @param {string} folder */
async function makeEnvironment(folder) {
  return (await run(messages.installing('Python'), 'python3', ['-m', 'venv', folder])).ok;
}
