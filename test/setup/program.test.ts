/** The program as it is compiled from a checkout, and again when its sources change. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  appendFile,
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkout } from '../../setup/checkout.mjs';
import { messages } from '../../setup/messages.mjs';

/** A checkout of its own, whose sources a test may change. */
let folder: string;
const dist = () => join(folder, 'dist');
const entry = () => join(folder, 'server', 'edge', 'main.ts');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skein-program-'));
  const parts = [
    ...['bin', 'setup', 'server', 'domain', 'cypher', 'languages', 'verifier', 'worlds'],
    ...['package.json', 'package-lock.json'],
  ];
  for (const part of parts) await cp(join(checkout, part), join(folder, part), { recursive: true });
  await symlink(join(checkout, 'node_modules'), join(folder, 'node_modules'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function skein(...options: string[]): Promise<{ status: number; out: string; err: string }> {
  const bin = join(folder, 'bin', 'skein.mjs');
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, ...options], (error, out, err) =>
      resolve({ status: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

/** So that it says which state of it runs. */
function change(text: string): Promise<void> {
  return appendFile(entry(), `process.stdout.write('${text}');\n`);
}

describe('in a checkout', () => {
  test('it is compiled when it is first run, and not again', async () => {
    const first = await skein('--help');
    expect(first).toMatchObject({ status: 0, err: `${messages.compiling}\n` });
    expect(first.out).toContain('verify');
    expect(await skein('--help')).toMatchObject({ status: 0, err: '', out: first.out });
    expect(await readdir(dist())).toHaveLength(1);
  });

  test('it is compiled anew when a source changes; what runs of the former state keeps it', async () => {
    const [former] = await readdir(dist());
    await change('changed');
    const { status, out, err } = await skein('--version');
    expect(status).toBe(0);
    expect(out).toMatch(/changed$/);
    expect(err).toBe(`${messages.compiling}\n`);
    expect(await readdir(dist())).toContain(former);
  });

  test('a file that is added or gone is a change', async () => {
    const added = join(folder, 'domain', 'added.ts');
    await writeFile(added, 'export const added = 1;\n');
    expect((await skein('--version')).err).not.toBe('');
    await rm(added);
    // As it was before: that build is there still.
    expect((await skein('--version')).err).toBe('');
  });

  test('two that find it stale at once both run, of one build', async () => {
    const before = await readdir(dist());
    await change('twice');
    const both = await Promise.all([skein('--version'), skein('--version')]);
    for (const { status, out } of both) {
      expect(status).toBe(0);
      expect(out).toMatch(/twice$/);
    }
    expect(await readdir(dist())).toHaveLength(before.length + 1);
  });

  test('builds that nobody has used for a day go with the next', async () => {
    const builds = await readdir(dist());
    const longAgo = new Date(Date.now() - 2 * 86_400_000);
    await utimes(join(dist(), builds[0]!), longAgo, longAgo);
    await change('later');
    await skein('--version');
    const left = await readdir(dist());
    expect(left).not.toContain(builds[0]);
    expect(left).toEqual(expect.arrayContaining(builds.slice(1)));
  });

  test('a source that cannot be compiled is told in a line, with its place', async () => {
    await appendFile(entry(), 'const = 1;\n');
    const { status, err } = await skein('--help');
    expect(status).toBe(1);
    expect(err).toMatch(/\nSkein cannot be compiled: server\/edge\/main\.ts:\d+: [^\n]+\n$/);
    await writeFile(entry(), '');
  });

  test('where nothing can be written and nothing is compiled, a line says so', async () => {
    await rm(dist(), { recursive: true });
    await writeFile(dist(), '');
    const { status, err } = await skein('--help');
    expect(status).toBe(1);
    expect(err).toContain(`${dist()} cannot be written`);
    expect(err).not.toMatch(/^\s+at /m);
    await rm(dist());
  });

  // Nothing is unwritable to root.
  test.skipIf(process.getuid?.() === 0)(
    'where nothing can be written, what was compiled before runs, and says that it is older',
    async () => {
      await skein('--version');
      await change('unseen');
      await chmod(dist(), 0o555);
      const { status, err } = await skein('--version');
      expect(status).toBe(0);
      expect(err).toContain('newer than what runs of them');
      await chmod(dist(), 0o755);
    },
  );
});

test('a package without its program says that it is not whole', async () => {
  for (const part of ['server', 'domain', 'dist'])
    await rm(join(folder, part), { recursive: true, force: true });
  const packed = join(dist(), 'packed');
  expect(await skein('--help')).toMatchObject({
    status: 1,
    err: `${messages.packageBroken(packed)}\n`,
  });
  await mkdir(packed, { recursive: true });
  await writeFile(join(packed, 'main.js'), "process.stdout.write('packed');\n");
  expect(await skein('--help')).toMatchObject({ status: 0, out: 'packed', err: '' });
  expect(existsSync(join(folder, 'server'))).toBe(false);
});
