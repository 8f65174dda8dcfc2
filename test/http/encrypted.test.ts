/** What a browser is told where Skein is reached by HTTPS, served by itself or behind a proxy; and from where it is asked there. */
import { rm } from 'node:fs/promises';
import { request, type RequestOptions } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import type { Request } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../server/edge/http/app.ts';
import { createLog } from '../../server/edge/http/request-log.ts';
import { serve, type Serving } from '../../server/edge/http/serve.ts';
import { fromOf } from '../../server/edge/http/who.ts';
import { addPerson, setPassword } from '../../server/people/persons.ts';
import type { Settings } from '../../server/platform/settings/settings.ts';
import { testDatabase } from '../database.ts';
import { certificate } from '../delivery/letterbox.ts';
import { clickLimitMs } from '../patience.ts';
import { LocalProvider } from '../people/provider.ts';
import { ask, serveOver, smallPage } from './served.ts';

const tested = testDatabase();
const given = { name: 'ana', password: 'a corridor of old maps' };
const publicUrls = ['https://skein.example'];
let page: string;
let own: Awaited<ReturnType<typeof certificate>>;
let local: LocalProvider;
let encrypted: Serving;
let proxied: Serving;
let plain: Serving;

beforeAll(async () => {
  page = await smallPage();
  own = await certificate();
  local = await LocalProvider.listen();
  const settings: Settings = { ...tested.settings, open: false, signOn: local.signOn };
  const tls = { cert: own.file, key: own.keyFile };
  const log = createLog('silent');
  const app = createApp({
    ...{ database: tested.database, settings: { ...settings, tls }, page, log, clickLimitMs },
  });
  encrypted = await serve(app, '127.0.0.1', 0, { ...tls, failed: () => undefined });
  local.knows(`${encrypted.url}/sign-in/provider`);
  proxied = await serveOver(
    tested.database,
    { settings: { ...settings, publicUrls } },
    { page, level: 'silent' },
  );
  plain = await serveOver(tested.database, { settings }, { page, level: 'silent' });
  const house = { database: tested.database, home: settings.home };
  await setPassword(
    house,
    await addPerson(house, given.name, 'analyst', new Date()),
    given.password,
    null,
  );
});

afterAll(async () => {
  for (const each of [encrypted, proxied, plain, local]) await each.close();
  await own.remove();
  await rm(page, { recursive: true });
});

/** Of what is served encrypted. */
function askEncrypted(
  path: string,
  { body = '', ...how }: RequestOptions & { body?: string } = {},
) {
  return new Promise<IncomingHttpHeaders>((resolve, reject) => {
    const asked = request(
      `${encrypted.url}${path}`,
      { ca: own.cert, agent: false, ...how },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.headers));
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

const posted = (body: unknown, headers = {}) => ({
  ...{ method: 'POST', body: JSON.stringify(body) },
  headers: { 'content-type': 'application/json', ...headers },
});

/** What a browser takes from no other host, sends by HTTPS alone and shows to no script. */
const bound = (name: string, sameSite: string) =>
  expect.toSatisfy(
    (set: string) =>
      set.startsWith(`${name}=`) &&
      ['Path=/', 'HttpOnly', 'Secure', `SameSite=${sameSite}`].every((each) =>
        set.split('; ').includes(each),
      ) &&
      !/domain=/i.test(set),
  ) as unknown;

describe('where it is served encrypted', () => {
  it('has browsers come back encrypted for a year, whatever they asked for', async () => {
    for (const path of ['/', '/api/v1/me', '/nothing/here'])
      expect((await askEncrypted(path))['strict-transport-security'], path).toBe(
        'max-age=31536000',
      );
  });

  it('binds the cookie of a session to HTTPS and to its host', async () => {
    const headers = await askEncrypted('/api/v1/sign-in', posted(given));
    expect(headers['set-cookie']).toEqual([bound('__Host-skein', 'Strict')]);
  });

  it('binds what a browser keeps on its way to the provider as well', async () => {
    const headers = await askEncrypted('/api/v1/sign-in/provider', posted({}));
    expect(headers['set-cookie']).toEqual([bound('__Host-skein-coming', 'Lax')]);
  });
});

describe('behind a proxy that serves encrypted', () => {
  const behind = { host: 'skein.example', origin: publicUrls[0]! };

  it('binds the cookie likewise, and leaves it to the proxy how browsers come back', async () => {
    const signed = await ask(proxied.port, '/api/v1/sign-in', posted(given, behind));
    expect(signed.headers['set-cookie']).toEqual([bound('__Host-skein', 'Strict')]);
    expect(signed.headers).not.toHaveProperty('strict-transport-security');
  });

  /** From where the session is, as its person is told. */
  async function addressOf(serving: Serving, headers: Record<string, string>): Promise<string> {
    const signed = await ask(serving.port, '/api/v1/sign-in', posted(given, headers));
    const cookie = [signed.headers['set-cookie']].flat()[0]!.split(';')[0]!;
    const { host = `127.0.0.1:${serving.port}` } = headers;
    const mine = await ask(serving.port, '/api/v1/me/sessions', { headers: { cookie, host } });
    const { items } = JSON.parse(mine.text) as { items: { address: string; current: boolean }[] };
    return items.find(({ current }) => current)!.address;
  }

  it('takes the address from the proxy: the last that it added, whatever was sent to it', async () => {
    const forwarded = { 'x-forwarded-for': '198.51.100.7, 203.0.113.9' };
    expect(await addressOf(proxied, { ...behind, ...forwarded })).toBe('203.0.113.9');
    expect(await addressOf(proxied, behind)).toBe('127.0.0.1');
  });

  it('takes it from nobody where no proxy is named, nor from another machine', async () => {
    const forwarded = { 'x-forwarded-for': '203.0.113.9' };
    expect(await addressOf(plain, forwarded)).toBe('127.0.0.1');
    const settings = { ...tested.settings, publicUrls };
    const from = (remoteAddress: string) =>
      fromOf({ socket: { remoteAddress }, headers: forwarded } as unknown as Request, settings);
    expect(from('192.0.2.1').address).toBe('192.0.2.1');
    expect(from('::ffff:192.0.2.1').address).toBe('::ffff:192.0.2.1');
    expect(from('::1').address).toBe('203.0.113.9');
  });
});
