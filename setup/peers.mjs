import { install } from './apt.mjs';
import { onPath } from './java.mjs';
import { bringPython, pythonWith } from './python.mjs';

/** The programs of others that the tests hold our files against, and the bench our times, as PyPI has them. */
const packages = [
  ...['bagit==1.9.0', 'networkx==3.6.1', 'stix2==3.0.2', 'followthemoney==4.11.2'],
  ...['duckdb==2.0.1', 'datasketch==2.0.0', 'numpy==2.4.6'],
];
const name = 'peers';

/** The Python that has them, whether it is there yet or not. */
export function peersPython(environment = process.env) {
  return pythonWith(name, packages, environment);
}

/** Programs that the tests run, and the packages of Debian that have them. */
const programs = { openssl: 'openssl', pdftotext: 'poppler-utils' };

/** Brings all of these unless they are there. */
export async function ensurePeers() {
  for (const [program, from] of Object.entries(programs))
    if (!onPath(program)) await install([from]);
  await bringPython(name, packages);
}
