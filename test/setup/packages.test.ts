import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeFault } from '../../setup/node.mjs';
import { areStale } from '../../setup/packages.mjs';
import { checkout } from '../../server/platform/settings/settings.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skein-packages-'));
  await mkdir(join(folder, 'node_modules'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function lock(file: string, packages: Record<string, object>): Promise<void> {
  await writeFile(join(folder, file), JSON.stringify({ packages }));
}

test('the packages of this checkout are those that are locked', () => {
  expect(areStale(checkout)).toBe(false);
});

test('without node_modules, with another version, or with one lacking, they are stale', async () => {
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0' },
  };
  await lock('package-lock.json', wanted);
  expect(areStale(folder)).toBe(true);
  await lock('node_modules/.package-lock.json', wanted);
  expect(areStale(folder)).toBe(false);
  await lock('node_modules/.package-lock.json', {
    ...wanted,
    'node_modules/b': { version: '1.9.0' },
  });
  expect(areStale(folder)).toBe(true);
  await lock('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
  expect(areStale(folder)).toBe(true);
});

test('an optional package, which is for another platform, may lack', async () => {
  await lock('package-lock.json', { 'node_modules/c': { version: '1.0.0', optional: true } });
  await lock('node_modules/.package-lock.json', {});
  expect(areStale(folder)).toBe(false);
});

test.each(['20.19.0', '20.20.2', '22.12.0', '24.0.0', '26.1.0'])('Node %s serves', (version) => {
  expect(nodeFault(version)).toBeNull();
});

test.each(['18.20.0', '20.18.9', '21.7.0', '22.11.0', '23.5.0'])('Node %s does not', (version) => {
  expect(nodeFault(version)).toMatch(/needs 20\.19, 22\.12, 24 or newer/);
});

test('the command, `npm start` and what measures it give Node the same room for what is young', async () => {
  const file = await readFile(join(checkout, 'bin', 'skein.mjs'), 'utf8');
  const [, options] = /^#!\/usr\/bin\/env -S node (.*)$/m.exec(file)!;
  const { scripts } = JSON.parse(await readFile(join(checkout, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  for (const name of ['start', 'bench', 'bench:guard'])
    expect(scripts[name]).toMatch(new RegExp(`^node ${options!} `));
});
