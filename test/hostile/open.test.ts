/** Other machines reach a server, and pages of other names do: real servers, started as an operator starts them. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import type { Job } from '../../domain/input/schedule.ts';
import { Guesses } from '../../server/platform/access/guesses.ts';
import { checkExposure } from '../../server/platform/access/password.ts';
import { UsageError } from '../../server/platform/problems.ts';
import { checkout } from '../../server/platform/settings/settings.ts';
import { testDatabase } from '../database.ts';
import { loadRing } from '../explore/ring.ts';
import { ask } from '../http/served.ts';

const tested = testDatabase();
const patient = { timeout: 240_000 };
const password = 'a long enough password';
const started: ChildProcess[] = [];

// Each ends with its test: a server that is still up takes the scheduled jobs of the next one's database.
afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
});

function skein(command: readonly string[], environment: Record<string, string>) {
  const child = spawn(process.execPath, [join(checkout, 'bin', 'skein.mjs'), ...command], {
    env: { ...tested.environment, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  const said: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line));
  return { child, said };
}

async function refused(environment: Record<string, string>) {
  const { child, said } = skein(['up'], environment);
  const printed: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => printed.push(line));
  const [code] = (await once(child, 'close')) as [number];
  return { code, said, printed };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function up(environment: Record<string, string>) {
  const port = await freePort();
  const { child, said } = skein(['up'], { ...environment, SKEIN_PORT: String(port) });
  const [ready] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { port, ready, said };
}

const basic = (given: string) => ({
  authorization: `Basic ${Buffer.from(`anybody:${given}`).toString('base64')}`,
});

/** Of this machine, that other machines reach it by. */
const outer = Object.values(networkInterfaces())
  .flat()
  .find((each) => each && each.family === 'IPv4' && !each.internal)?.address;

describe('an address that other machines reach', () => {
  it(
    'is refused without a password, in one line, before anything is started',
    patient,
    async () => {
      const { code, said, printed } = await refused({ SKEIN_HOST: '0.0.0.0' });
      expect(code).toBe(2);
      expect(printed).toEqual([]);
      expect(said).toEqual([
        expect.stringMatching(/^SKEIN_HOST=0\.0\.0\.0 .* SKEIN_PASSWORD .* SKEIN_OPEN=yes /),
      ]);
    },
  );

  it.each([
    '0.0.0.0',
    '::',
    '0',
    '192.168.1.5',
    '::ffff:0.0.0.0',
    'fd00::1',
    'db.internal',
    '8.8.8.8',
  ])('is any but this machine’s own: %s', (host) => {
    const settings = { ...tested.settings, host };
    expect(() => checkExposure(settings, null)).toThrow(UsageError);
    expect(() => checkExposure(settings, password)).not.toThrow();
    expect(() => checkExposure({ ...settings, open: true }, null)).not.toThrow();
  });

  it.each(['127.0.0.1', '127.9.9.9', 'localhost', 'LOCALHOST', '::1', '::ffff:127.0.0.1'])(
    'is not %s',
    (host) => {
      expect(() => checkExposure({ ...tested.settings, host }, null)).not.toThrow();
    },
  );

  it('lets in who knows the password alone, to all but whether it lives', patient, async () => {
    const file = join(tested.settings.home, 'password');
    await writeFile(file, `${password}\n`);
    await chmod(file, 0o600);
    const { port } = await up({ SKEIN_HOST: '0.0.0.0', SKEIN_PASSWORD_FILE: file });
    const status = async (path: string, headers: Record<string, string> = {}) =>
      (await ask(port, path, { headers })).status;
    for (const path of ['/healthz', '/readyz']) expect(await status(path)).toBe(200);
    for (const path of [
      '/',
      '/metrics',
      '/api/v1/overview',
      '/api/v1/openapi.json',
      '/favicon.svg',
    ]) {
      const answered = await ask(port, path);
      expect(answered.status, path).toBe(401);
      expect(answered.headers['www-authenticate']).toMatch(/^Basic realm="Skein"/);
    }
    expect(await status('/api/v1/overview', basic(password))).toBe(200);
    expect(await status('/metrics', basic(password))).toBe(200);
    const wrong = [`${password} `, '', password.toUpperCase(), password.slice(1)];
    for (const one of wrong) expect(await status('/api/v1/overview', basic(one))).toBe(401);
    for (const odd of ['Basic', 'Basic !!!', 'Bearer x', 'Basic QQ=='])
      expect(await status('/api/v1/overview', { authorization: odd })).toBe(401);
    // One more, and whoever guesses waits, even with the right one.
    expect(await status('/api/v1/overview', basic('a fifth wrong one'))).toBe(401);
    const waits = await ask(port, '/api/v1/overview', { headers: basic(password) });
    expect(waits.status).toBe(429);
    expect(Number(waits.headers['retry-after'])).toBeGreaterThan(0);
    await expect
      .poll(() => status('/api/v1/overview', basic(password)), { timeout: 10_000 })
      .toBe(200);

    // It is known by its own names and addresses, and by no other.
    for (const host of [
      `localhost:${port}`,
      `127.0.0.1:${port}`,
      hostname(),
      `${hostname()}:${port}`,
    ])
      expect(await status('/healthz', { host }), host).toBe(200);
    for (const host of [
      'rebound.example',
      `${hostname()}.rebound.example`,
      '198.51.100.7',
      '[::2]',
    ])
      expect(await status('/healthz', { host }), host).toBe(421);
    const forwarded = { host: 'rebound.example', 'x-forwarded-host': 'localhost' };
    expect(await status('/healthz', forwarded)).toBe(421);
    if (outer !== undefined)
      expect((await fetch(`http://${outer}:${port}/healthz`)).status).toBe(200);
  });

  it(
    'is known by its public address alone, which is printed and which pages may act from',
    patient,
    async () => {
      const { port, ready, said } = await up({
        ...{ SKEIN_HOST: '0.0.0.0', SKEIN_OPEN: 'yes' },
        SKEIN_PUBLIC_URL: 'https://Skein.Team.example./, http://[2001:db8::5]:8080',
      });
      expect(ready).toContain('https://skein.team.example (');
      expect(said.join('\n')).toMatch(
        /Anybody who reaches 0\.0\.0\.0 can read and change everything/,
      );
      const status = async (host: string) =>
        (await ask(port, '/healthz', { headers: { host } })).status;
      for (const host of [
        ...[
          'skein.team.example',
          'SKEIN.TEAM.EXAMPLE:443',
          'skein.team.example.',
          '[2001:DB8::5]:8080',
        ],
        ...[`127.0.0.1:${port}`, 'localhost'],
      ])
        expect(await status(host), host).toBe(200);
      for (const host of [
        ...[
          'team.example',
          'skein.team.example.evil.example',
          'evil-skein.team.example',
          '[2001:db8::6]',
        ],
        ...[
          hostname(),
          outer ?? '192.0.2.1',
          'skein.team.example@evil.example',
          'skein.team.example:x',
        ],
      ])
        expect(await status(host), host).toBe(421);

      const act = async (origin: string, host: string) => {
        const headers = { origin, host, 'content-type': 'application/json' };
        const asked = { method: 'POST', headers, body: '{"recipient": {}}' };
        return (await ask(port, '/api/v1/delivery-trials', asked)).status;
      };
      // What may act is refused for its body alone.
      expect(await act('https://skein.team.example', 'skein.team.example')).toBe(400);
      expect(await act('https://skein.team.example', `127.0.0.1:${port}`)).toBe(400);
      expect(await act(`http://localhost:${port}`, `localhost:${port}`)).toBe(400);
      for (const origin of [
        ...['http://skein.team.example', 'https://skein.team.example:8443', 'null'],
        ...['https://skein.team.example.evil.example', 'https://elsewhere.example'],
      ])
        expect(await act(origin, 'skein.team.example'), origin).toBe(403);
    },
  );
});

describe('what is sent', () => {
  it('links to the public address, by schedule and by command', patient, async () => {
    const link = 'https://skein.team.example';
    await loadRing(tested);
    const out = join(tested.settings.home, 'by-command');
    const { child } = skein(['report', '--out', out], { SKEIN_PUBLIC_URL: link });
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(await readFile(join(out, 'report.html'), 'utf8')).toContain(`href="${link}`);
    const { port } = await up({ SKEIN_PUBLIC_URL: link });
    const send = async (path: string, body: unknown) => {
      const headers = { 'content-type': 'application/json' };
      const asked = { method: 'POST', headers, body: JSON.stringify(body) };
      return JSON.parse((await ask(port, `/api/v1${path}`, asked)).text) as { id: string };
    };
    const reports = join(tested.settings.home, 'reports');
    const { id } = await send('/schedules', {
      ...{ name: 'Now', cron: '0 2 * * *', detectors: ['self-rating'] },
      recipients: [{ kind: 'folder', path: reports, formats: ['html'], language: 'en' }],
    });
    const job = await send(`/schedules/${id}/jobs`, {});
    const delivered = async () => {
      const { run } = JSON.parse((await ask(port, `/api/v1/jobs/${job.id}`)).text) as Job;
      if (run === null) return null;
      const note = join(reports, run, `report-${run}-en`, 'delivery.json');
      return readFile(note, 'utf8').then(
        (written) => JSON.parse(written) as unknown,
        () => null,
      );
    };
    await expect.poll(delivered, { timeout: 120_000 }).toMatchObject({ link });
  });
});

describe('who guesses a password', () => {
  it('waits longer and longer, others do not, and a whole network of IPv6 counts as one', () => {
    let now = 0;
    const guesses = new Guesses(() => now);
    const fail = (address: string, times: number) => {
      for (let time = 0; time < times; time += 1) guesses.failed(address);
      return guesses.waitOf(address);
    };
    expect(fail('192.0.2.1', 4)).toBe(0);
    expect([fail('192.0.2.1', 1), fail('192.0.2.1', 1), fail('192.0.2.1', 1)]).toEqual([1, 2, 4]);
    expect(fail('::ffff:192.0.2.1', 20)).toBe(60);
    expect(guesses.waitOf('192.0.2.2')).toBe(0);
    expect(fail('2001:db8::1', 5)).toBe(1);
    expect(guesses.waitOf('2001:db8::ffff')).toBe(1);
    expect(guesses.waitOf('2001:db8:0:1::1')).toBe(0);
    now += 60_000;
    expect(guesses.waitOf('192.0.2.1')).toBe(0);
    guesses.succeeded('192.0.2.1');
    expect(fail('192.0.2.1', 4)).toBe(0);
  });
});
