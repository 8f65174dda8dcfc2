/** What whoever runs Skein sees of it from outside: ids of requests, slow queries, figures and their dashboard. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../server/edge/http/app.ts';
import { serve, type Serving } from '../../server/edge/http/serve.ts';
import { logSlowQueries } from '../../server/edge/http/slow-queries.ts';
import { checkout } from '../../server/platform/settings/settings.ts';
import { testDatabase } from '../database.ts';

const tested = testDatabase();
const lines: Record<string, unknown>[] = [];
const log = pino(
  { level: 'info', base: null },
  new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
      done();
    },
  }),
);
let serving: Serving;
let stop: () => void;

beforeAll(async () => {
  stop = logSlowQueries(log, 0);
  const { database, settings } = tested;
  serving = await serve(createApp({ database, settings, log }), '127.0.0.1', 0);
});
afterAll(async () => {
  stop();
  await serving.close();
});

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${serving.url}${path}`, { headers });

describe('a request', () => {
  it('has an id, its own or a proxy’s, in its answer, its line and those of its queries', async () => {
    const answer = await ask('/api/v1/search?q=Minjun', { 'x-request-id': 'proxy-12345' });
    await answer.text();
    expect(answer.headers.get('x-request-id')).toBe('proxy-12345');
    await expect
      .poll(() => lines.find(({ msg, request }) => msg === 'request' && request === 'proxy-12345'))
      .toMatchObject({ route: '/api/v1/search', status: 200 });
    const asked = lines.filter(
      ({ msg, request }) => msg === 'slow query' && request === 'proxy-12345',
    );
    expect(asked.length).toBeGreaterThan(0);
    // What a query says of itself, and nothing of what was looked for.
    for (const line of asked) expect(line['query']).toMatch(/\w/);
    expect(JSON.stringify(lines)).not.toMatch(/minjun/i);
  });

  it('gets another id where what it was given is none', async () => {
    const ids = await Promise.all(
      ['a b', 'short', '{"x":1}', '-'.repeat(65)].map(async (given) =>
        (await ask('/healthz', { 'x-request-id': given })).headers.get('x-request-id'),
      ),
    );
    for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the dashboard', () => {
  it('draws figures that there are, and every one of the program’s own', async () => {
    await (await ask('/api/v1/overview')).text();
    const told = await (await ask('/metrics')).text();
    const there = [...told.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name, kind]) =>
      kind === 'histogram' ? ['bucket', 'count', 'sum'].map((part) => `${name!}_${part}`) : [name!],
    );
    const dashboard = await readFile(join(checkout, 'docs', 'grafana.json'), 'utf8');
    const drawn = new Set(dashboard.match(/\b(skein|process|nodejs)_[a-z0-9_]+/g));
    expect([...drawn].filter((name) => !there.includes(name))).toEqual([]);
    const own = [...told.matchAll(/^# TYPE (skein_\S+)/gm)].map(([, name]) => name!);
    expect(own.length).toBeGreaterThan(2);
    for (const name of own) expect([...drawn].some((one) => one.startsWith(name))).toBe(true);
  });
});
