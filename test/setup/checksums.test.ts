import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { notAsListed } from '../../setup/checksums.mjs';
import { checkout } from '../../server/platform/settings/settings.ts';
import { neo4jJars } from '../../setup/neo4j/bring.mjs';
import { messages } from '../../setup/messages.mjs';

let poms: string;
let jars: string;

beforeEach(async () => {
  [poms, jars] = await Promise.all(
    ['poms', 'jars'].map((name) => mkdtemp(join(tmpdir(), `skein-${name}-`))) as [
      Promise<string>,
      Promise<string>,
    ],
  );
  await writeFile(join(poms, 'SHA256SUMS'), `${sumOf('one')}  a.jar\n${sumOf('two')}  b.jar\n`);
  await writeFile(join(jars, 'a.jar'), 'one');
  await writeFile(join(jars, 'b.jar'), 'two');
});
afterEach(() => Promise.all([poms, jars].map((folder) => rm(folder, { recursive: true }))));

const sumOf = (text: string) => createHash('sha256').update(text).digest('hex');
const wrong = () => notAsListed(jars, join(poms, 'pom.xml'));

test('jars that are those that were listed are taken', async () => {
  expect(await wrong()).toEqual([]);
});

test('a jar of which a byte differs, that lacks, or that nobody listed, is named', async () => {
  await writeFile(join(jars, 'a.jar'), 'onE');
  await rm(join(jars, 'b.jar'));
  await writeFile(join(jars, 'c.jar'), 'three');
  expect(await wrong()).toEqual(['a.jar', 'b.jar', 'c.jar']);
  expect(messages.notAsListed('Neo4j', await wrong())).toMatch(/\(a\.jar, b\.jar, c\.jar\)/);
});

test('those that the tests run on are the listed ones', async () => {
  expect(await notAsListed(neo4jJars(), join(checkout, 'setup', 'neo4j', 'pom.xml'))).toEqual([]);
});
