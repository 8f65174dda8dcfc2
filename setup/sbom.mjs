/**
 * `npm run sbom`: what Skein is made of, as CycloneDX 1.5 in `dist/sbom.cdx.json`: every npm package of the lock file (those that
 * only build and test it are marked so; the page is built from some of them) and every jar of Neo4j and Spark, with its SHA-256.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkout } from './checkout.mjs';

const { stdout } = await promisify(execFile)(
  'npm',
  ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'],
  { cwd: checkout, maxBuffer: 64 * 1024 * 1024 },
);
/** @type {{ components: object[] }} */
const bom = JSON.parse(stdout);
const jars = ['neo4j', 'spark'].flatMap(jarsOf);
const path = join(checkout, 'dist', 'sbom.cdx.json');
await mkdir(join(checkout, 'dist'), { recursive: true });
await writeFile(
  path,
  JSON.stringify({ ...bom, components: [...bom.components, ...jars] }, null, 2),
);
process.stdout.write(`${path}: ${bom.components.length} packages, ${jars.length} jars\n`);

/** @param {string} of */
function jarsOf(of) {
  return readFileSync(join(checkout, 'setup', of, 'SHA256SUMS'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [content = '', name = ''] = line.split('  ');
      const [, artifact = name, version = ''] = /^(.+?)-(\d.*)\.jar$/.exec(name) ?? [];
      return {
        type: 'library',
        'bom-ref': `${of}/${name}`,
        name: artifact,
        version,
        scope: of === 'spark' ? 'optional' : 'required',
        hashes: [{ alg: 'SHA-256', content }],
        properties: [{ name: 'skein:brought-with', value: of }],
      };
    });
}
