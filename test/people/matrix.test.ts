/** Every route, asked by every role and by nobody, at two servers of one database. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes, type RouteName } from '../../domain/api/api.ts';
import type { Route } from '../../domain/api/route.ts';
import { permissionsOf, roles, type Permission, type Role } from '../../domain/people.ts';
import { addPerson, makeLink, setPassword } from '../../server/people/persons.ts';
import { makeToken } from '../../server/people/tokens.ts';
import type { Serving } from '../../server/edge/http/serve.ts';
import { testDatabase } from '../database.ts';
import { ask, serveOver, smallPage, type Answered } from '../http/served.ts';

const tested = testDatabase();
const password = 'not to be guessed';
const names = Object.keys(routes) as RouteName[];
const json = { 'content-type': 'application/json' };
const headersOf = new Map<string, Record<string, string>>([['nobody', {}]]);
const ids = new Map<string, string>();
/** What the first server wrote to its log. */
const logged: string[] = [];
let servers: Serving[];
let page: string;
/** Beside the one that lets everybody in. */
let other: string;

beforeAll(async () => {
  page = await smallPage();
  other = await mkdtemp(join(tmpdir(), 'skein-other-'));
  const settings = { ...tested.settings, open: false };
  const one = await serveOver(tested.database, { settings }, { page, logged });
  // Of another home, as a server on another machine would be.
  const two = await serveOver(
    tested.database,
    { settings: { ...settings, home: other } },
    { page },
  );
  servers = [one, two];
  const house = { database: tested.database, home: settings.home };
  for (const role of roles) {
    const person = await addPerson(house, role, role, new Date());
    ids.set(role, person.id);
    await setPassword(house, person, password, null);
    const signed = await post('/sign-in', { name: role, password });
    expect(signed.status, signed.text).toBe(200);
    headersOf.set(role, cookieIn(signed));
    const asked = { name: 'All', scope: permissionsOf[role], days: 1 };
    const { secret } = await makeToken(house, person, asked, new Date());
    headersOf.set(`token of ${role}`, { authorization: `Bearer ${secret}` });
  }
  const { id } = await addPerson(house, 'reader', 'admin', new Date());
  const read = { name: 'Read', scope: ['look'], days: 1 } as const;
  const reader = { id, name: 'reader', role: 'admin' } as const;
  const { secret } = await makeToken(house, reader, read, new Date());
  headersOf.set('token to read', { authorization: `Bearer ${secret}` });
});

afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  for (const folder of [page, other]) await rm(folder, { recursive: true });
});

function post(path: string, body: unknown, headers: Record<string, string> = {}, at = 0) {
  const asked = { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) };
  return ask(servers[at]!.port, `/api/v1${path}`, asked);
}

/** The cookie as it is sent back: its name holds the port of the server. */
function cookieIn({ headers }: Answered, at = 0): Record<string, string> {
  const [set = ''] = [headers['set-cookie']].flat();
  const value = /^skein-\d+=([\w-]{43});/.exec(set)?.[1] ?? '';
  return { cookie: `skein-${servers[at]!.port}=${value}` };
}

/** Asked wrongly, so that whatever lets it through does nothing: all routes refuse a parameter that they do not know. */
function wrongly(name: RouteName, headers: Record<string, string>): Promise<Answered> {
  const { method, path, upload }: Route = routes[name];
  const to = `/api/v1${path.replaceAll(/\{\w+\}/g, 'x')}?no_such_thing=1`;
  const type = upload ? 'application/octet-stream' : 'application/json';
  // Node says no length of what it sends with DELETE.
  const body = method === 'get' || method === 'delete' ? {} : { body: '{}' };
  const asked = { method: method.toUpperCase(), headers: { 'content-type': type, ...headers } };
  return ask(servers[0]!.port, to, { ...asked, ...body });
}

/** 403 too, and not for who asks but for what it shows. */
const maskedFrom = 'masked';

/** What the declarations say is answered to whoever asks. */
function expected(name: RouteName, has: readonly Permission[] | null, byToken: boolean) {
  const { may, letsIn, unseen }: Route = routes[name];
  if (may === 'anyone') return 400;
  if (has === null) return 401;
  if (may === 'self') return byToken ? 403 : 400;
  if (!has.includes(may) || (letsIn && byToken)) return 403;
  return unseen === 'refused' && !has.includes('see') ? maskedFrom : 400;
}

const typeOf: Readonly<Record<number, string>> = { 400: 'usage', 401: 'sign-in', 403: 'forbidden' };

const asking: [string, readonly Permission[] | null, boolean][] = [
  ['nobody', null, false],
  ...roles.map((role): [Role, readonly Permission[], boolean] => [
    role,
    permissionsOf[role],
    false,
  ]),
  ['token of admin', permissionsOf.admin, true],
  ['token to read', ['look'], true],
];

describe('every route', () => {
  it.each(asking)('lets %s on exactly where it says so', async (who, has, byToken) => {
    const wrong: string[] = [];
    let refused = 0;
    for (const name of names) {
      const { status, text, headers } = await wrongly(name, headersOf.get(who)!);
      const due = expected(name, has, byToken);
      const says =
        headers['content-type'] === 'application/problem+json; charset=utf-8' ? text : '';
      const type = typeof due === 'string' ? due : typeOf[due];
      const code = due === maskedFrom ? 403 : due;
      if (status !== code || !says.includes(`"type":"${type}"`))
        wrong.push(`${name}: ${status} for ${due}: ${text}`);
      if (due !== 400) refused += 1;
    }
    expect(wrong).toEqual([]);
    expect(refused > 0).toBe(who !== 'admin');
  });

  it('that is refused stands in the log with who asked, by id alone', async () => {
    const last = () => logged.findLast((line) => line.includes('"request"')) ?? '{}';
    for (const [who, status, person] of [
      ['viewer', 403, ids.get('viewer')],
      ['nobody', 401, undefined],
    ] as const) {
      logged.length = 0;
      expect((await wrongly('persons', headersOf.get(who)!)).status).toBe(status);
      await expect.poll(last).toContain('/api/v1/persons');
      expect(JSON.parse(last())).toMatchObject({ status, msg: 'request' });
      expect((JSON.parse(last()) as { person?: string }).person).toBe(person);
      expect(last()).not.toContain('"viewer"');
    }
  });
});

describe('what is asked within another request', () => {
  it('is held to what it says itself', async () => {
    const of = (path: string, who: string) =>
      ask(servers[0]!.port, `/api/v1/asked?of=${encodeURIComponent(path)}`, {
        headers: headersOf.get(who)!,
      });
    expect((await of('/overview', 'analyst')).status).toBe(200);
    expect((await of('/persons', 'analyst')).status).toBe(403);
    expect((await of('/overview', 'viewer')).text).toContain('"type":"masked"');
    expect((await of('/me/sessions', 'token of admin')).status).toBe(403);
    expect((await of('/persons', 'admin')).text).toContain('MATCH (p:SkeinPerson)');
  });
});

describe('a session', () => {
  it('holds at every server of the database, and its cookie is out of reach', async () => {
    const signed = await post('/sign-in', { name: 'Analyst', password });
    expect([signed.headers['set-cookie']].flat()[0]).toMatch(
      /^skein-\d+=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
    );
    const elsewhere = cookieIn(signed, 0)['cookie']!.split('=')[1]!;
    const asked = (at: number, method = 'GET', path = '/me') =>
      ask(servers[at]!.port, `/api/v1${path}`, {
        method,
        headers: { cookie: `skein-${servers[at]!.port}=${elsewhere}` },
      });
    for (const at of [0, 1])
      expect(JSON.parse((await asked(at)).text)).toMatchObject({
        person: { name: 'analyst', role: 'analyst' },
        permissions: ['look', 'see', 'work'],
      });
    expect((await asked(1, 'POST', '/sign-out')).status).toBe(200);
    expect(JSON.parse((await asked(0)).text)).toMatchObject({ person: null });
    expect((await asked(0, 'GET', '/overview')).status).toBe(401);
  });

  it('ends all others of its person when they ask for it, and nobody else’s', async () => {
    const signed = async () => cookieIn(await post('/sign-in', { name: 'lead', password }));
    const [own, other] = [await signed(), await signed()];
    const asks = (method: string, path: string, headers: Record<string, string>) =>
      ask(servers[0]!.port, `/api/v1${path}`, { method, headers });
    const status = async (headers: Record<string, string>) =>
      (await asks('GET', '/overview', headers)).status;
    const analyst = cookieIn(await post('/sign-in', { name: 'analyst', password }));
    expect((await asks('DELETE', '/me/sessions', own)).status).toBe(200);
    expect(await Promise.all([own, other, analyst].map(status))).toEqual([200, 401, 200]);
    headersOf.set('lead', own);
  });

  it('is of no use to a page of another site', async () => {
    const headers = { ...headersOf.get('admin')!, origin: 'https://elsewhere.example' };
    const added = await post('/persons', { name: 'mallory', role: 'admin' }, headers);
    expect(JSON.parse(added.text)).toMatchObject({ status: 403, type: 'foreign-origin' });
    const metrics = (who: string) =>
      ask(servers[0]!.port, '/metrics', { headers: headersOf.get(who)! });
    expect((await metrics('nobody')).status).toBe(401);
    expect((await metrics('token to read')).text).toContain('skein_http_request_duration_seconds');
  });

  it('says by whom a thing was done, not by whom the server runs', async () => {
    const made = await post('/cases', { id: 'of-people', title: 'A case' }, headersOf.get('lead'));
    expect(JSON.parse(made.text)).toMatchObject({ created_by: 'lead' });
    const people = await ask(servers[1]!.port, '/api/v1/people', {
      headers: headersOf.get('token of viewer')!,
    });
    expect(people.text).toContain('auditor');
  });
});

describe('a token to administer', () => {
  it('lets nobody in, gives no role and takes no factor off: what it made would outlive it', async () => {
    const token = headersOf.get('token of admin')!;
    const added = await post('/persons', { name: 'Guest', role: 'viewer' }, headersOf.get('admin'));
    const { id } = JSON.parse(added.text) as { id: string };
    const at = `/api/v1/persons/${id}`;
    const patch = { method: 'PATCH', headers: { ...json, ...token }, body: '{"role":"admin"}' };
    const refused = [
      await post('/persons', { name: 'Mallory', role: 'admin' }, token),
      await post(`/persons/${id}/links`, {}, token),
      await post('/me/tokens', { name: 'Another' }, token),
      await ask(servers[0]!.port, at, patch),
      await ask(servers[0]!.port, `${at}/second-factor`, { method: 'DELETE', headers: token }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    const listed = await ask(servers[0]!.port, '/api/v1/persons', { headers: token });
    const { items } = JSON.parse(listed.text) as { items: { name: string; role: Role }[] };
    expect(items.find(({ name }) => name === 'Guest')).toMatchObject({ role: 'viewer' });
    expect(items.some(({ name }) => name === 'Mallory')).toBe(false);
    // Whoever has signed in as that administrator may.
    expect((await post(`/persons/${id}/links`, {}, headersOf.get('admin'))).status).toBe(200);
  });
});

describe('an administrator', () => {
  it('lets people in by a link and out again, and is never the last who could', async () => {
    const admin = headersOf.get('admin')!;
    const added = await post('/persons', { name: 'Newcomer', role: 'analyst' }, admin);
    const { id } = JSON.parse(added.text) as { id: string };
    expect((await post('/persons', { name: 'NEWCOMER', role: 'admin' }, admin)).status).toBe(409);
    const link = await post(`/persons/${id}/links`, {}, admin);
    const { secret } = JSON.parse(link.text) as { secret: string };
    const entered = await post('/entry', { secret });
    expect(JSON.parse(entered.text)).toMatchObject({
      person: { name: 'Newcomer' },
      may_set_password: true,
    });
    const change = (of: string, body: unknown) =>
      ask(servers[0]!.port, `/api/v1/persons/${of}`, {
        ...{ method: 'PATCH', headers: { ...json, ...admin }, body: JSON.stringify(body) },
      });
    expect((await change(id, { active: false })).status).toBe(200);
    const out = await ask(servers[1]!.port, '/api/v1/overview', { headers: cookieIn(entered, 1) });
    expect(out.status).toBe(401);
    expect((await change('admin', { role: 'viewer' })).status).toBe(409);
    const house = { database: tested.database, home: other };
    await expect(makeLink(house, { id, name: 'Newcomer' }, new Date())).rejects.toThrow();
  });
});
