/** What one person may ask in an hour, at a server where people sign in. */
import { request } from 'node:http';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Role } from '../../domain/people.ts';
import type { Serving } from '../../server/edge/http/serve.ts';
import { addPerson, setPassword } from '../../server/people/persons.ts';
import { makeToken } from '../../server/people/tokens.ts';
import { shownEntries } from '../../server/trust/custody/shown.ts';
import { testDatabase } from '../database.ts';
import { ask, serveOver, smallPage, type Answered } from './served.ts';

const tested = testDatabase();
const password = 'not to be guessed';
const quotas = { queries: 3, uploadFiles: 2, uploadBytes: 5_000, exports: 2 };
let serving: Serving;
let page: string;
const headersOf = new Map<string, Record<string, string>>();

beforeAll(async () => {
  page = await smallPage();
  const settings = { ...tested.settings, open: false, quotas };
  serving = await serveOver(tested.database, { settings }, { page });
  const house = { database: tested.database, home: settings.home };
  for (const [name, role] of [
    ['ana', 'lead'],
    ['ben', 'lead'],
  ] as const satisfies [string, Role][]) {
    const person = await addPerson(house, name, role, new Date());
    await setPassword(house, person, password, null);
    const signed = await send(name, 'POST', '/sign-in', { name, password });
    expect(signed.status, signed.text).toBe(200);
    const cookie = String(signed.headers['set-cookie']).split(';')[0]!;
    headersOf.set(name, { cookie });
    const asked = { name: 'Script', scope: ['look', 'see', 'work'], days: 1 } as const;
    const { secret } = await makeToken(house, person, asked, new Date());
    headersOf.set(`script of ${name}`, { authorization: `Bearer ${secret}` });
  }
});

afterAll(async () => {
  await serving.close();
  await rm(page, { recursive: true });
});

function send(who: string, method: string, path: string, body: unknown): Promise<Answered> {
  const headers = { 'content-type': 'application/json', ...headersOf.get(who) };
  return ask(serving.port, `/api/v1${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const query = { text: 'RETURN 1 AS one', parameters: {} };
let asked = 0;
const run = (who: string) => send(who, 'POST', `/query/runs/quota-run-${(asked += 1)}`, query);
const canvas = (who: string) =>
  send(who, 'POST', '/graph/file?format=nodes', { nodes: [], relations: [] });

/** Entries of the custody log that say that a quota was reached, each by whose it was and which. */
async function recorded(): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const { subject } of shownEntries(tested.settings.home, { act: 'access' }))
    if ('quota_of' in subject) found.push([subject['quota_of'], subject['quota']]);
  return found;
}

const metric = async (name: string) =>
  new RegExp(`^${name} (\\d+)$`, 'm').exec(
    (await ask(serving.port, '/metrics', { headers: headersOf.get('ben')! })).text,
  )?.[1];

it('queries: a script counts to its person, who is told how much and when again; others go on', async () => {
  expect((await run('ana')).status).toBe(200);
  expect((await run('script of ana')).status).toBe(200);
  const graph = await send('script of ana', 'POST', '/query/graph', query);
  expect(graph.status, graph.text).toBe(200);
  // What is no request that could be answered counts as none.
  expect((await send('ben', 'POST', '/query/graph', { text: 1 })).status).toBe(400);
  for (const who of ['ana', 'script of ana']) {
    const refused = await run(who);
    expect(refused.status).toBe(429);
    const { type, detail } = JSON.parse(refused.text) as Record<string, string>;
    expect(type).toBe('too-many');
    expect(detail).toMatch(/your 3 queries of this hour.*room again in (60|61) minutes/);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3_500);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(3_660);
  }
  expect((await run('ben')).status).toBe(200);
  // It is written and checked all the same, and what else they do goes on.
  expect((await send('ana', 'POST', '/query/check', query)).status).toBe(200);
  expect((await send('ana', 'GET', '/overview', undefined)).status).toBe(200);
  expect(await recorded()).toEqual([['ana', 'queries']]);
  expect(await metric('skein_quota_taken_total\\{what="queries"\\}')).toBe('4');
  expect(await metric('skein_quota_refused_total\\{what="queries"\\}')).toBe('2');
});

it('exports: files of any kind are counted together', async () => {
  expect((await canvas('ana')).status).toBe(200);
  expect((await send('ana', 'GET', '/numbers/open', undefined)).status).toBe(200);
  const refused = await canvas('ana');
  expect(refused.status).toBe(429);
  expect(refused.text).toMatch(/your 2 exports of this hour/);
  expect((await canvas('ben')).status).toBe(200);
});

it('uploads: what grows beyond it is refused while it comes, and nothing of it is kept', async () => {
  const begin = async (who: string) =>
    (JSON.parse((await send(who, 'POST', '/intakes', {})).text) as { id: string }).id;
  const id = await begin('ana');
  const upload = (who: string, name: string, bytes: number, announced: boolean) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const path = `/api/v1/intakes/${id}/files/${name}`;
      const headers = {
        'content-type': 'application/octet-stream',
        ...headersOf.get(who),
        ...(announced ? { 'content-length': String(bytes) } : { 'transfer-encoding': 'chunked' }),
      };
      const to = { host: '127.0.0.1', port: serving.port, path, method: 'PUT', headers };
      const sent = request({ ...to, agent: false }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      });
      sent.on('error', reject);
      sent.end(Buffer.alloc(bytes, 'account_id\nu1\n'));
    });
  const files = () => readdir(join(tested.settings.home, 'intake', id, 'files'));
  expect((await upload('ana', 'a.csv', 3_000, true)).status).toBe(200);
  const grown = await upload('ana', 'b.csv', 3_000, false);
  expect(grown.status, grown.text).toBe(429);
  expect(await files()).toEqual(['a.csv']);
  // The number of files counts by itself: that was the second.
  const third = await upload('ana', 'c.csv', 14, true);
  expect(third.status).toBe(429);
  expect(third.text).toMatch(/your 2 uploaded files of this hour/);
  // Told by its announced length before its first byte.
  const announced = await upload('ben', 'd.csv', 6_000, true);
  expect(announced.status).toBe(429);
  expect((await upload('ben', 'e.csv', 1_000, true)).status).toBe(200);
  expect((await files()).sort()).toEqual(['a.csv', 'e.csv']);
  expect(await recorded()).toEqual(
    expect.arrayContaining([
      ['ana', 'uploadBytes'],
      ['ana', 'uploadFiles'],
      ['ben', 'uploadBytes'],
    ]),
  );
});
