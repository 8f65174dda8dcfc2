import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { formatError } from '../../server/platform/format-error.ts';
import { isRunning } from '../../server/platform/process-table.ts';
import { checkout } from '../../server/platform/settings/settings.ts';
import { testDatabase } from '../database.ts';

const tested = testDatabase();
const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

function start(program: string, options: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const child = spawn(program, options, {
    cwd: checkout,
    env: { ...tested.environment, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, said, ended };
}

async function skein(options: readonly string[], environment?: NodeJS.ProcessEnv) {
  const { said, ended } = start(
    process.execPath,
    [join('bin', 'skein.mjs'), ...options],
    environment,
  );
  return { status: await ended, ...said };
}

/** The address that `up` prints. */
async function addressOf({ child, said, ended }: ReturnType<typeof start>): Promise<string> {
  const found = () => /http:\/\/\S+/.exec(said.out)?.[0];
  while (!found()) {
    await Promise.race([
      new Promise((resolve) => child.stdout.once('data', resolve)),
      ended.then((status) => Promise.reject(new Error(`up ended with ${status}: ${said.err}`))),
    ]);
  }
  return found()!;
}

describe('skein', () => {
  test('config masks what is secret', async () => {
    const { status, out } = await skein(['config', '--json'], {
      SKEIN_SMTP_URL: 'smtp://skein:mail-secret@mail.example',
      SKEIN_MAIL_FROM: 'skein@x.example',
      SKEIN_WEBHOOK_SECRET: 'a secret of enough letters',
    });
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      SKEIN_HOME: tested.settings.home,
      NEO4J_PASSWORD: '********',
      SKEIN_SMTP_URL: 'smtp://skein:********@mail.example:587',
      SKEIN_WEBHOOK_SECRET: '********',
    });
    expect(out).not.toMatch(/mail-secret|enough letters/);
    expect(out).not.toContain(tested.settings.neo4j!.password);
  });

  test.each([
    [['nonsense'], /unknown command/],
    [['config', '--nonsense'], /unknown option/],
    [['db', 'reset', '--yes'], /NEO4J_URI is set .* about the local Neo4j alone/],
  ])('%j is wrong use: status 2', async (options, said) => {
    const { status, err } = await skein(options);
    expect(status).toBe(2);
    expect(err).toMatch(said);
  });

  test('db reset does not delete unasked', async () => {
    const { status, err } = await skein(['db', 'reset'], { NEO4J_URI: '' });
    expect(status).toBe(2);
    expect(err).toBe('This deletes the local database: confirm with --yes.\n');
  });

  test('a wrong password and a missing server end in one line', async () => {
    const wrong = await skein(['up'], { NEO4J_PASSWORD: 'wrong' });
    expect(wrong.status).toBe(1);
    expect(wrong.err).toMatch(/^The database refuses the user or the password: [^\n]*\n$/);
    const missing = await skein(['up'], { NEO4J_URI: 'bolt://127.0.0.1:1' });
    expect(missing.status).toBe(1);
    expect(missing.err).toMatch(/The database does not answer: [^\n]*\n$/);
    expect(missing.err).not.toMatch(/^\s+at /m);
  });
});

describe('skein up', () => {
  test('serves until Ctrl+C, and then ends with status 0', async () => {
    const up = start(process.execPath, [join('bin', 'skein.mjs'), 'up']);
    const address = await addressOf(up);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    up.child.kill('SIGINT');
    expect(await up.ended).toBe(0);
    await expect(fetch(`${address}/healthz`)).rejects.toThrow();
  });

  test('a port in use is said in one line', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { status, err } = await skein(['up'], { SKEIN_PORT: String(port) });
    other.close();
    expect(status).toBe(1);
    expect(err.trim().split('\n').at(-1)).toContain(String(port));
    expect(err).not.toMatch(/^\s+at /m);
  });

  test('ends when the npx that started it is killed', async () => {
    const npx = start('npx', ['skein', 'up']);
    const address = await addressOf(npx);
    npx.child.kill('SIGKILL');
    // Its pipes stay open until the last process that holds them has ended.
    await npx.ended;
    await expect(fetch(`${address}/healthz`)).rejects.toThrow();
    expect(isRunning(npx.child.pid!)).toBe(false);
  });
});

test('what the operating system refuses is said in a line, a defect of ours with its stack', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
  });
  expect(formatError(full).text).toMatch(/^The disk is full: [^\n]*$/);
  const defect = new TypeError('x is not a function');
  expect(formatError(defect).text).toMatch(/\n\s+at /);
});
