/** What is served beside the routes: the page's own files, and nothing that lies by them. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Serving } from '../../server/edge/http/serve.ts';
import { testDatabase } from '../database.ts';
import { ask, serveOver, smallPage } from '../http/served.ts';

const tested = testDatabase();
const secret = 'what nobody is to read';
const html = { accept: 'text/html' };
let page: string;
let serving: Serving;
const get = (path: string, headers: Record<string, string> = {}) =>
  ask(serving.port, path, { headers });

beforeAll(async () => {
  page = await smallPage();
  for (const folder of ['.git', 'assets/.git']) {
    await mkdir(join(page, folder));
    await writeFile(join(page, folder, 'HEAD'), secret);
  }
  await writeFile(join(page, '.env'), secret);
  await writeFile(`${page}.txt`, secret);
  serving = await serveOver(tested.database, tested, { page });
});

afterAll(async () => {
  await serving.close();
  await rm(page, { recursive: true });
  await rm(`${page}.txt`);
});

describe('beside the routes', () => {
  it.each(['/.git/HEAD', '/assets/.git/HEAD', '/.env', '/%2egit/HEAD', '/assets/%2e%67it/HEAD'])(
    '%s is not served',
    async (path) => {
      for (const headers of [{}, html]) expect((await get(path, headers)).text).not.toMatch(secret);
      expect((await get(path)).status).toBe(404);
    },
  );

  it('nothing outside the page’s folder is served, however it is written', async () => {
    const name = `${page.split('/').at(-1)!}.txt`;
    for (const up of [
      '/..',
      '/%2e%2e',
      '/assets/../..',
      '/assets/..%2f..',
      '//..',
      '/..%5c',
      '/.%00./..',
    ])
      for (const headers of [{}, html]) {
        const { status, text } = await get(`${up}/${name}`, headers);
        expect(text).not.toMatch(secret);
        expect(status).toBeLessThan(500);
      }
  });

  it.each(['/assets/', '/assets', '/.git/', '/api/v1/', '/api/'])(
    '%s lists nothing',
    async (path) => {
      for (const headers of [{}, html])
        expect((await get(path, headers)).text).not.toMatch(/index-abc123|HEAD/);
    },
  );

  it.each(['TRACE', 'TRACK', 'DEBUG', 'CONNECT', 'PROPFIND'])(
    '%s tells nothing back',
    async (method) => {
      for (const path of ['/', '/api/v1/overview', '/healthz']) {
        const asked = ask(serving.port, path, { method, headers: { 'x-secret': secret } });
        const answered = await asked.catch(() => null);
        // To some Node answers nothing, and closes.
        if (answered === null) continue;
        expect([path, answered.status >= 400 && answered.status < 500]).toEqual([path, true]);
        expect(answered.text).not.toMatch(secret);
      }
    },
  );

  it('a mistake of the program’s own tells nothing of the program', async () => {
    const broken = await serveOver(tested.database, tested, {
      page,
      level: 'silent',
      follow: (request, _response, next) => {
        next(request.path === '/api/v1/overview' ? new TypeError(secret) : undefined);
      },
    });
    const { status, text, headers } = await ask(broken.port, '/api/v1/overview');
    await broken.close();
    expect(status).toBe(500);
    expect(`${text} ${JSON.stringify(headers)}`).not.toMatch(
      /TypeError|\.ts\b|node_modules|nobody is/,
    );
  });
});
