/** Other machines reach a server, and pages of other names do: real servers, started as an operator starts them. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import type { Job } from '../../domain/input/schedule.ts';
import { Guesses } from '../../server/platform/access/guesses.ts';
import { checkout } from '../../server/platform/settings/settings.ts';
import { testDatabase } from '../database.ts';
import { loadRing } from '../explore/ring.ts';
import { ask } from '../http/served.ts';

const tested = testDatabase();
const patient = { timeout: 240_000 };
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

/** Of this machine, that other machines reach it by. */
const outer = Object.values(networkInterfaces())
  .flat()
  .find((each) => each && each.family === 'IPv4' && !each.internal)?.address;

describe('an address that other machines reach', () => {
  it(
    'asks who comes, of all but whether it lives and what the page is made of',
    patient,
    async () => {
      const { port, said } = await up({
        ...{ SKEIN_HOST: '0.0.0.0', SKEIN_OPEN: '', SKEIN_PASSWORD: 'a shared password' },
      });
      const status = async (path: string, headers: Record<string, string> = {}) =>
        (await ask(port, path, { headers })).status;
      expect(said.join('\n')).toMatch(/SKEIN_PASSWORD does nothing any more: people sign in/);
      expect(said.join('\n')).toMatch(/travel in the clear to whoever asks 0\.0\.0\.0/);
      for (const path of ['/healthz', '/readyz', '/api/v1/openapi.json', '/'])
        expect([200, 503], path).toContain(await status(path));
      for (const path of ['/metrics', '/api/v1/overview', '/api/v1/me/sessions'])
        for (const authorization of [
          '',
          'Basic YW55Ym9keTphIHNoYXJlZCBwYXNzd29yZA==',
          'Bearer x',
        ]) {
          const answered = await ask(port, path, { headers: { authorization } });
          expect(answered.status, path).toBe(401);
          expect(answered.headers['www-authenticate']).toBe('Bearer realm="Skein"');
          expect(answered.text).not.toContain('skein_http');
        }

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
    },
  );

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
