import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { Route } from '../../domain/api/route.ts';
import { routes } from '../../domain/api/api.ts';
import { testDatabase } from '../database.ts';
import { ask, servedApp } from './served.ts';

const tested = testDatabase();
const app = servedApp(tested);

const taking = Object.values<Route>(routes).filter((route) => route.body ?? route.upload);

function send(route: Route, encoding: string, body: Buffer) {
  const type = route.upload ? 'application/octet-stream' : 'application/json';
  return ask(app.port, `/api/v1${route.path.replaceAll(/\{\w+\}/g, 'x')}`, {
    method: route.method.toUpperCase(),
    headers: { 'content-type': type, 'content-encoding': encoding },
    body,
  });
}

/** Some bytes that no packer made, and a beginning of what one made. */
const plain = Buffer.from('{"rows":[]}');
const long = Buffer.from(JSON.stringify({ text: 'x'.repeat(5_000) }));
const bad: readonly [encoding: string, body: Buffer][] = [
  ['gzip', plain],
  ['deflate', plain],
  ['br', Buffer.alloc(64, 0xff)],
  ['gzip', gzipSync(long).subarray(0, 30)],
  ['deflate', deflateSync(long).subarray(0, 20)],
  ['br', brotliCompressSync(long).subarray(0, 8)],
  ['gzip', Buffer.concat([gzipSync(long).subarray(0, -8), Buffer.alloc(8)])],
];

const said = (text: string) => JSON.parse(text) as Record<string, unknown>;

it('a body that is not what its Content-Encoding says is a 400 on every route that reads one', async () => {
  expect(taking.length).toBeGreaterThan(20);
  for (const route of taking.filter(({ upload }) => !upload))
    for (const [encoding, body] of bad) {
      const { status, headers, text } = await send(route, encoding, body);
      const at = `${route.method} ${route.path} ${encoding}: ${text}`;
      expect(status, at).toBe(400);
      expect(headers['content-type'], at).toMatch(/^application\/problem\+json/);
      expect(said(text)['detail'], at).toMatch(
        new RegExp(`is not the ${encoding} that its Content-`),
      );
    }
});

it('in an encoding that nobody knows it is a 415', async () => {
  for (const route of taking)
    for (const encoding of route.upload ? ['compress', 'gzip', 'br'] : ['compress', 'gzip, br']) {
      const { status, headers, text } = await send(route, encoding, plain);
      expect(status, `${route.path} ${text}`).toBe(415);
      expect(headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(said(text)).toMatchObject({ type: 'unsupported', status: 415 });
    }
});

it('packed rightly it is taken; what swells beyond the limit is a 413', async () => {
  const query = { text: 'RETURN 1', parameters: {} };
  const check = routes.checkQuery;
  for (const [encoding, pack] of [
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const)
    expect((await send(check, encoding, pack(JSON.stringify(query)))).status).toBe(200);
  const swelling = gzipSync(Buffer.alloc(80_000_000, ' '));
  expect((await send(check, 'gzip', swelling)).status).toBe(413);
});

it('none of which is taken for a fault of the server’s', () => {
  expect(app.logged.filter((line) => line.includes('request failed'))).toEqual([]);
});

it('of somebody who has not signed in is read no further than a sign-in can be long, however small it was packed', async () => {
  const bomb = gzipSync(Buffer.from(JSON.stringify({ name: 'x'.repeat(50_000_000) })));
  const open = taking.filter(({ may, upload }) => may === 'anyone' && !upload);
  expect(open.length).toBeGreaterThan(2);
  for (const route of open) expect((await send(route, 'gzip', bomb)).status).toBe(413);
});
