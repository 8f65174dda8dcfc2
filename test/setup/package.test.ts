/** The package as somebody gets it: packed, installed elsewhere without what only development needs, and run there. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkout } from '../../setup/checkout.mjs';
import { quickJava } from '../quick-java.ts';

const run = promisify(execFile);

let folder: string;
let installed: string;
let running: ChildProcess | null = null;

/** Nothing of the checkout or of whoever runs the tests: no Neo4j of others, no home but its own. */
const environment = () => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'],
  JAVA_HOME: process.env['JAVA_HOME'],
  JAVA_TOOL_OPTIONS: quickJava,
  SKEIN_HOME: join(folder, 'home'),
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skein-package-'));
  const { stdout } = await run(
    'npm',
    ['pack', '--json', '--silent', '--pack-destination', folder],
    { cwd: checkout, maxBuffer: 2 ** 25 },
  );
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  const elsewhere = join(folder, 'elsewhere');
  await mkdir(elsewhere);
  await writeFile(join(elsewhere, 'package.json'), '{}');
  const options = ['--omit=dev', '--prefer-offline', '--no-audit', '--no-fund'];
  await run('npm', ['install', ...options, join(folder, filename)], { cwd: elsewhere });
  installed = join(elsewhere, 'node_modules', 'skein');
});

afterAll(async () => {
  running?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

function skein(...options: string[]) {
  return run('npx', ['skein', ...options], {
    cwd: join(folder, 'elsewhere'),
    env: environment(),
  });
}

test('holds what is compiled, no source and nothing of the tests', async () => {
  const names = await readdir(installed, { recursive: true });
  expect(names.filter((name) => /\.tsx?$/.test(name))).toEqual([]);
  expect(names).toEqual(
    expect.arrayContaining([
      ...['dist/packed/main.js', 'dist/packed/keeper.js'],
      ...['setup/neo4j/pom.xml', 'setup/spark/pom.xml'],
    ]),
  );
  expect(names.filter((name) => /^(test|bench|quality|docs|worlds)\b/.test(name))).toEqual([]);
});

test('imports no package but those that are installed with it', async () => {
  const manifest = await readFile(join(installed, 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(manifest) as { dependencies: Record<string, string> };
  const compiled = join(installed, 'dist', 'packed');
  const imported = new Set<string>();
  for (const name of (await readdir(compiled)).filter((each) => each.endsWith('.js'))) {
    const text = await readFile(join(compiled, name), 'utf8');
    for (const [, from] of text.matchAll(/^(?:import|export)\b[^;]*?["']([^."'][^"'\n]*)["'];$/gm))
      imported.add(/^(@[^/]+\/)?[^/]+/.exec(from!)![0]);
  }
  const packages = [...imported].filter(
    (name) => !name.startsWith('node:') && !builtinModules.includes(name),
  );
  expect(packages).toContain('express');
  expect(Object.keys(dependencies)).toEqual(expect.arrayContaining(packages));
});

test('tells what it can do, and writes the page that verifies bundles', async () => {
  expect((await skein('--help')).stdout).toContain('verify');
  await skein('verify', '--page', 'verify.html');
  expect(await readFile(join(folder, 'elsewhere', 'verify.html'), 'utf8')).toContain('<script>');
});

test('keeps its data outside the package, which npm replaces', async () => {
  const { stdout } = await run(process.execPath, [join(installed, 'bin', 'skein.mjs'), 'config'], {
    env: { ...environment(), SKEIN_HOME: '', XDG_DATA_HOME: join(folder, 'data') },
  });
  expect(stdout).toContain(`SKEIN_HOME=${join(folder, 'data', 'skein')}\n`);
});

test('`skein up` starts a Neo4j, lets in by the link it prints, answers a query and ends', async () => {
  const bin = join(installed, 'bin', 'skein.mjs');
  running = spawn(process.execPath, [bin, 'up'], {
    cwd: folder,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => running?.once('close', resolve));
  const [address, secret] = await linkOf(running);
  expect(await (await fetch(`${address}/readyz`)).json()).toEqual({ status: 'ready' });
  const page = await fetch(address, { headers: { accept: 'text/html' } });
  expect(await page.text()).toContain('<div id="root">');
  const send = (method: string, path: string, body: unknown, cookie = '') =>
    fetch(`${address}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    });
  const entered = await send('POST', '/entry', { secret });
  expect(await entered.json()).toMatchObject({ person: { role: 'admin' }, by: 'session' });
  const cookie = entered.headers.get('set-cookie')!.split(';')[0]!;
  // By the library that hashes it.
  const password = await send('PUT', '/me/password', { password: 'a long password' }, cookie);
  expect(await password.json()).toMatchObject({ person: { has_password: true } });
  const detectors = await fetch(`${address}/api/v1/detectors`, { headers: { cookie } });
  expect(await detectors.text()).toContain('"shared-device"');
  // By a thread of its own.
  const text = 'MATCH (a:Account) RETURN count(a) AS accounts';
  const query = await send('POST', '/query/runs/packaged-run', { text }, cookie);
  expect(await query.json()).toMatchObject({ columns: ['accounts'], rows: [[0]] });
  running.kill('SIGINT');
  expect(await ended).toBe(0);
});

/** The address and the secret of the link that `up` prints. */
function linkOf(up: ChildProcess): Promise<[string, string]> {
  return new Promise((resolve, reject) => {
    let out = '';
    let err = '';
    up.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const found = /(http:\/\/\S+)\/enter#(\S+)\n/.exec(out);
      if (found) resolve([found[1]!, found[2]!]);
    });
    up.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
    up.once('close', (status) => reject(new Error(`up ended with ${status}: ${err}`)));
  });
}
