/** What takes few bytes to send and much to read: refused before it is read, of whoever may look. */
import { rm } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Route } from '../../domain/api/route.ts';
import { routes } from '../../domain/api/api.ts';
import { mostBytesOf } from '../../server/edge/http/body.ts';
import type { Serving } from '../../server/edge/http/serve.ts';
import { addPerson, setPassword } from '../../server/people/persons.ts';
import { testDatabase } from '../database.ts';
import { ask, serveOver, smallPage } from './served.ts';

const tested = testDatabase();
let serving: Serving;
let page: string;
let cookie = '';

beforeAll(async () => {
  page = await smallPage();
  const settings = { ...tested.settings, open: false };
  serving = await serveOver(tested.database, { settings }, { page });
  const house = { database: tested.database, home: settings.home };
  const person = await addPerson(house, 'vic', 'viewer', new Date());
  await setPassword(house, person, 'not to be guessed', null);
  const body = JSON.stringify({ name: 'vic', password: 'not to be guessed' });
  const headers = { 'content-type': 'application/json' };
  const signed = await ask(serving.port, '/api/v1/sign-in', { method: 'POST', headers, body });
  cookie = String(signed.headers['set-cookie']).split(';')[0]!;
  // For a reason a viewer sees personal data, and is then let as far as whoever sees it by their role.
  const why = JSON.stringify({ why: 'To try what a viewer can send at most' });
  const shown = { method: 'POST', headers: { ...headers, cookie }, body: why };
  expect((await ask(serving.port, '/api/v1/me/personal-data', shown)).status).toBe(200);
});

afterAll(async () => {
  await serving.close();
  await rm(page, { recursive: true });
});

const taking = Object.values<Route>(routes).filter(({ body }) => body);

function send(route: Route, body: Buffer, packed = true) {
  return ask(serving.port, `/api/v1${route.path.replaceAll(/\{\w+\}/g, 'x')}`, {
    method: route.method.toUpperCase(),
    headers: {
      'content-type': 'application/json',
      cookie,
      ...(packed ? { 'content-encoding': 'gzip' } : {}),
    },
    body,
  });
}

/** A list of as many empty ones as so many bytes hold. */
function nested(bytes: number): Buffer {
  const count = Math.floor((bytes - 4) / 3);
  return Buffer.concat([Buffer.from('['), Buffer.alloc(3 * count, '[],'), Buffer.from('[]]')]);
}

it('every route takes a megabyte at most, of one’s own account a quarter, unless it says how much more', () => {
  const more = taking.filter((route) => mostBytesOf(route) > 1_000_000);
  expect(more.map(({ path }) => path).sort()).toEqual([
    '/asked',
    '/cases/{case}/boards',
    '/cases/{case}/boards/{board}',
    '/events',
    '/export',
    '/graph/file',
    '/graph/nodes',
    '/judgements/among',
    '/narrative',
    '/queries',
    '/queries/{id}',
    '/query/check',
    '/query/graph',
    '/query/runs/{id}',
    '/trials',
  ]);
  for (const route of taking.filter(({ may }) => may === 'self'))
    expect(mostBytesOf(route)).toBe(256_000);
});

it('a viewer’s 64 MB of lists, packed into 64 kB, are a 413 on every route, and take no memory to speak of', async () => {
  const bomb = gzipSync(nested(64_000_000));
  expect(bomb.length).toBeLessThan(100_000);
  const looking = taking.filter(({ may }) => may === 'look' || may === 'self');
  expect(looking.length).toBeGreaterThan(10);
  const before = process.memoryUsage().rss;
  let most = 0;
  for (const route of looking) {
    const { status, text } = await send(route, bomb);
    expect(status, `${route.path} ${text}`).toBe(413);
    most = Math.max(most, process.memoryUsage().rss - before);
  }
  // To read one of them takes more than a gigabyte.
  expect(most).toBeLessThan(300_000_000);
});

it('and so are as many lists as a route’s own bytes hold, which are looked through and not read', async () => {
  const { nodeValues } = routes;
  const { status, text } = await send(nodeValues, gzipSync(nested(nodeValues.mostBytes)));
  expect(status).toBe(413);
  expect(text).toMatch(/more than 999,99\d values/);
  const deep = Buffer.from(`{"nodes":${'['.repeat(300_000)}${']'.repeat(300_000)}}`);
  expect((await send(nodeValues, deep, false)).status).toBe(413);
});

it('a selection of the largest size is taken', async () => {
  const nodes = Array.from({ length: 50_000 }, (_, at) => `account:an-account-of-ours-${at}`);
  const body = Buffer.from(JSON.stringify({ nodes }));
  expect(body.length).toBeGreaterThan(1_000_000);
  const { status, text } = await send(routes.judgementsAmong, gzipSync(body));
  expect(status, text).toBe(200);
});

it('of a hundred thousand faults a hundred are told', async () => {
  const places = Array.from({ length: 5_000 }, () => ({}));
  const { status, text } = await send(
    routes.places,
    Buffer.from(JSON.stringify({ places })),
    false,
  );
  expect(status).toBe(400);
  expect((JSON.parse(text) as { errors: unknown[] }).errors).toHaveLength(100);
});
