/** Somebody who does not see personal data asks for everything, and is told nothing of anybody. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { routes, type Answer, type RouteName } from '../../domain/api/api.ts';
import type { Route } from '../../domain/api/route.ts';
import { shownMs } from '../../domain/people.ts';
import { formatRef, type NodeRef } from '../../domain/schema/graph.ts';
import type { MaskedRoute } from '../../server/edge/http/masking/masked-routes.ts';
import type { Serving } from '../../server/edge/http/serve.ts';
import { addPerson, setPassword } from '../../server/people/persons.ts';
import { callerOfSession } from '../../server/people/sessions.ts';
import { makeToken } from '../../server/people/tokens.ts';
import { shownEntries } from '../../server/trust/custody/shown.ts';
import { testDatabase } from '../database.ts';
import { detectedSample } from '../detected-sample.ts';
import { ask, serveOver, smallPage, type Answered } from '../http/served.ts';
import { finderOf, personalValues } from './personal-values.ts';

const tested = testDatabase();
const password = 'not to be guessed';
const json = { 'content-type': 'application/json' };
type Headers = Record<string, string>;
const who: Record<'session' | 'token' | 'analyst' | 'auditor', Headers> = {
  session: {},
  token: {},
  analyst: {},
  auditor: {},
};
const values = personalValues();
const personalIn = finderOf(values);
let server: Serving;
let page: string;

beforeAll(async () => {
  await detectedSample(tested);
  page = await smallPage();
  const settings = { ...tested.settings, open: false };
  server = await serveOver(tested.database, { settings }, { page });
  const house = { database: tested.database, home: settings.home };
  for (const [role, key] of [
    ['viewer', 'session'],
    ['analyst', 'analyst'],
    ['auditor', 'auditor'],
  ] as const) {
    const person = await addPerson(house, role, role, new Date());
    await setPassword(house, person, password, null);
    who[key] = await cookieOf(role);
  }
  // Of an analyst, who sees all: the token is not for that.
  const reader = await addPerson(house, 'reader', 'analyst', new Date());
  const asked = { name: 'Read', scope: ['look', 'work'], days: 1 } as const;
  const { secret } = await makeToken(house, { ...reader, role: 'analyst' }, asked, new Date());
  who.token = { authorization: `Bearer ${secret}` };
});

afterAll(async () => {
  await server.close();
  await rm(page, { recursive: true });
});

async function cookieOf(name: string): Promise<Headers> {
  const body = JSON.stringify({ name, password });
  const signed = await ask(server.port, '/api/v1/sign-in', { method: 'POST', headers: json, body });
  const [set = ''] = [signed.headers['set-cookie']].flat();
  return { cookie: set.split(';')[0]! };
}

function get(path: string, headers: Headers): Promise<Answered> {
  return ask(server.port, `/api/v1${path}`, { headers });
}

/** Throws where it is refused, does not keep to its schema, or holds anything of anybody. */
async function masked<N extends MaskedRoute>(
  name: N,
  path: string,
  headers: Headers,
): Promise<Answer<N>> {
  const answered = await get(path, headers);
  expect(answered.status, `${path}: ${answered.text}`).toBe(200);
  expect(personalIn(answered.text + JSON.stringify(answered.headers)), path).toEqual([]);
  return routes[name].answer.parse(JSON.parse(answered.text)) as Answer<N>;
}

const part = encodeURIComponent;
const at = (ref: NodeRef) => part(formatRef(ref));

/** Every masked route that is read by GET, with what the answers before it lead to. */
async function walk(headers: Headers): Promise<Set<RouteName>> {
  const walked = new Set<RouteName>();
  const look = <N extends MaskedRoute>(name: N, path: string) => {
    walked.add(name);
    return masked(name, path, headers);
  };
  await look('overview', '/overview');
  await look('runs', '/runs');
  await look('detections', '/detections');
  const findings = await look('findings', '/findings?limit=3');
  expect(findings.items).toHaveLength(3);
  await look('findings', `/findings?limit=100&cursor=${part(findings.next!)}`);
  for (const { id } of findings.items) {
    const found = await look('finding', `/findings/${id}`);
    expect(found.evidence.length).toBeGreaterThan(0);
    await look('findingGraph', `/findings/${id}/graph`);
  }
  const clusters = await look('clusters', '/clusters');
  expect(clusters.items.length).toBeGreaterThan(3);
  for (const { id } of clusters.items) {
    const found = await look('cluster', `/clusters/${id}`);
    expect(found.accounts.length).toBeGreaterThan(1);
    await look('findings', `/findings?cluster=${id}`);
  }
  await look('clusterOverview', '/views/clusters');
  const accounts = await look('accounts', '/accounts?limit=2');
  await look('accounts', `/accounts?cursor=${part(accounts.next!)}`);
  const [account] = accounts.items.map(({ account_id }) => account_id);
  await look('findings', `/findings?account=${account}`);
  const drawn = await look('clusterGraph', `/clusters/${clusters.items[0]!.id}/graph`);
  const byType = new Map(drawn.nodes.map((node) => [node.type, node]));
  expect(byType.size).toBeGreaterThan(4);
  for (const node of byType.values()) {
    const { type, id } = await look('node', `/nodes/${at(node)}`);
    expect({ type, id }).toEqual({ type: node.type, id: node.id });
    const { items } = await look('neighbours', `/nodes/${at(node)}/neighbours`);
    expect(items.length).toBeGreaterThan(0);
    await look('expand', `/nodes/${at(node)}/expand?limit=20`);
  }
  const linked = await look('linkedAccounts', `/explain/linked?account=${account}`);
  const [a, b] = [account, linked.items[0]!.account.id];
  await look('accountGraph', `/explain/account?account=${a}`);
  await look('pairGraph', `/explain/pair?a=${a}&b=${b}`);
  await look('explainGraph', `/explain/graph?a=${a}&b=${b}`);
  const way = `from=${part(`account:${a}`)}&to=${part(`account:${b}`)}`;
  expect((await look('path', `/path?${way}`)).nodes.length).toBeGreaterThan(1);
  return walked;
}

const all = Object.entries(routes) as [RouteName, Route][];

describe('personal data', () => {
  it('is in what others are answered', async () => {
    expect(values.size).toBeGreaterThan(1_000);
    const { items } = JSON.parse((await get('/clusters', who.analyst)).text) as Answer<'clusters'>;
    const { text } = await get(`/clusters/${items[0]!.id}/graph`, who.analyst);
    expect(personalIn(text).length).toBeGreaterThan(50);
  });

  it.each(['session', 'token'] as const)('is masked in every answer to a %s', async (key) => {
    const walked = await walk(who[key]);
    // `detection` needs one that a person began, as below.
    const due = all.filter(
      ([, { method, unseen, may }]) => method === 'get' && unseen === 'masked' && may !== 'audit',
    );
    const left = due.filter(([name]) => !walked.has(name)).map(([name]) => name);
    expect(left).toEqual(['detection']);
  });

  it('is in no answer to what is sent: neither where something is changed, nor where it is only read', async () => {
    const send = (method: string, path: string, headers: Headers, body: string | null) =>
      ask(server.port, `/api/v1${path}`, {
        ...{ method: method.toUpperCase(), headers: { ...json, ...headers } },
        ...(body === null ? {} : { body }),
      });
    for (const key of ['session', 'token'] as const)
      for (const [name, { method, path, may, unseen }] of all) {
        if (method === 'get' || unseen !== 'refused') continue;
        const to = path.replaceAll(/\{\w+\}/g, 'x');
        // Nothing is sent with what deletes: it would be read as a request of its own.
        const body = method === 'delete' ? null : '{}';
        const { status, text, headers } = await send(method, to, who[key], body);
        expect(status, `${name}: ${text}`).toBe(403);
        expect(personalIn(text + JSON.stringify(headers)), name).toEqual([]);
        const isOfRole = may === 'look' || (key === 'token' && may === 'work');
        if (isOfRole) expect(text, name).toContain('"type":"masked"');
      }
    const masks = all.filter(([, { method, unseen }]) => method !== 'get' && unseen === 'masked');
    expect(masks.map(([name]) => name)).toEqual(['beginDetection', 'cancelDetection']);
    const read = (answered: Answered) => {
      expect(personalIn(answered.text + JSON.stringify(answered.headers))).toEqual([]);
      expect(answered.status, answered.text).toBe(200);
      return routes.detection.answer.parse(JSON.parse(answered.text));
    };
    const begun = read(await send('post', '/detections', who.token, null));
    for (const key of ['session', 'token'] as const)
      expect(await masked('detection', `/detections/${begun.id}`, who[key])).toMatchObject({
        id: begun.id,
        by: begun.by,
      });
    const to = `/detections/${begun.id}/cancel`;
    expect((await send('post', to, who.session, null)).status).toBe(403);
    read(await send('post', to, who.token, null));
    await vi.waitFor(
      async () => {
        const { state } = await masked('detection', `/detections/${begun.id}`, who.session);
        expect(state).toBe('cancelled');
      },
      { timeout: 120_000, interval: 500 },
    );
    await masked('detections', '/detections', who.session);
  });

  it('is nowhere else: what is not masked holds none, or is refused', async () => {
    for (const key of ['session', 'token'] as const)
      for (const [name, { method, path, may, unseen }] of all) {
        if (method !== 'get' || unseen === 'masked' || may === 'administer') continue;
        if (may === 'self' && key === 'token') continue;
        const query = name === 'scheduleTimes' ? '?cron=0%206%20*%20*%20*&timezone=UTC' : '';
        const to = path.replaceAll(/\{\w+\}/g, 'x') + query;
        const { status, text, headers } = await get(to, who[key]);
        expect(personalIn(text + JSON.stringify(headers)), name).toEqual([]);
        const isPlain = typeof unseen === 'object' && may !== 'audit';
        expect(status, `${name}: ${text}`).toBe(isPlain ? 200 : 403);
        if (!isPlain && may === 'look') expect(text).toContain('"type":"masked"');
      }
  });

  it('is not what an auditor reads, who sees who did what, and when', async () => {
    const [{ id }] = (JSON.parse((await get('/clusters', who.analyst)).text) as Answer<'clusters'>)
      .items as [Answer<'clusters'>['items'][number]];
    expect((await get(`/clusters/${id}`, who.analyst)).status).toBe(200);
    const { items } = await masked('auditEntries', '/audit/entries?limit=500', who.auditor);
    const seen = items.find(({ by, act }) => by === 'analyst' && act === 'view')!;
    expect(JSON.stringify(seen.subject)).toContain('"personal":"masked"');
    expect(await masked('auditEntry', `/audit/entries/${seen.number}`, who.auditor)).toEqual(seen);
    expect((await get(`/audit/entries?thing=cluster:${id}`, who.auditor)).status).toBe(403);
  });

  it('cannot be tried: what is called by its own name is not found, whether there is such a thing or not', async () => {
    const [there] = [...values].filter((value) => /^a\d{5}$/.test(value));
    for (const id of [there!, 'a-of-nobody']) {
      const answers = [
        await get(`/nodes/account:${id}`, who.session),
        await get(`/findings?account=${id}`, who.session),
        await get(`/explain/linked?account=${id}`, who.session),
      ];
      for (const { status, text } of answers)
        expect([status, text]).toEqual([404, expect.stringContaining('while personal data is')]);
    }
    const { status, text } = await get('/findings?text=alice', who.session);
    expect([status, text]).toEqual([403, expect.stringContaining('"type":"masked"')]);
  });

  it('is shown for a reason, which is recorded before, until it is masked again', async () => {
    const [there] = [...values].filter((value) => /^a\d{5}$/.test(value));
    const path = `/nodes/account:${there}`;
    const show = (headers: Headers, why: string) =>
      ask(server.port, '/api/v1/me/personal-data', {
        ...{ method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify({ why }) },
      });
    expect((await show(who.session, 'short')).status).toBe(400);
    expect((await show(who.token, 'A program wants to know')).status).toBe(403);
    const already = await show(who.analyst, 'I see it already, do I not?');
    expect(JSON.parse(already.text)).toMatchObject({ shown: null });
    const why = 'The bank asks who holds the account';
    const shown = await show(who.session, why);
    expect(JSON.parse(shown.text)).toMatchObject({ permissions: ['look', 'see'], shown: { why } });
    const seen = await get(path, who.session);
    expect(personalIn(seen.text).length).toBeGreaterThan(1);
    // In no other session of the same person, and no longer than said.
    const other = await cookieOf('viewer');
    expect((await get(path, other)).status).toBe(404);
    const secret = who.session['cookie']!.split('=')[1]!;
    const later = new Date(Date.now() + shownMs);
    const then = await callerOfSession(tested, secret, later);
    expect(then).toMatchObject({ permissions: ['look'], shown: null });
    const headers = { ...json, ...who.session };
    const ended = await ask(server.port, '/api/v1/me/personal-data', { method: 'DELETE', headers });
    expect(JSON.parse(ended.text)).toMatchObject({ permissions: ['look'], shown: null });
    expect((await get(path, who.session)).status).toBe(404);
    const recorded: unknown[] = [];
    for await (const { by, subject, after } of shownEntries(tested.settings.home, {
      act: 'access',
    }))
      if ('personal_data_for' in subject) recorded.push({ by, after });
    expect(recorded).toMatchObject([
      { by: 'viewer', after: { state: 'shown', why } },
      { by: 'viewer', after: { state: 'masked' } },
    ]);
  });
});
