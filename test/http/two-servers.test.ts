import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes, type Answer, type RouteName } from '../../domain/api/api.ts';
import { permissions } from '../../domain/people.ts';
import { Database } from '../../server/graph/neo4j/database.ts';
import type { Serving } from '../../server/edge/http/serve.ts';
import { audit } from '../../server/trust/custody/audit.ts';
import { anotherDetects } from '../another-detects.ts';
import { testDatabase } from '../database.ts';
import { loadRing } from '../explore/ring.ts';
import { operatorsPerson } from '../../server/people/persons.ts';
import { makeToken } from '../../server/people/tokens.ts';
import { roundRobin, type RoundRobin } from './round-robin.ts';
import { ask, serveOver, smallPage, type Answered } from './served.ts';

const tested = testDatabase();
/** Of a token that was made once and that both know. */
let secret: string;
let servers: { serving: Serving; database: Database }[];
let page: string;
let proxy: RoundRobin;
let port: number;

/** A server as the operator starts it: connections, settings and memory of its own; database and home are the same. */
async function server() {
  const database = new Database(tested.settings.neo4j!);
  const settings = { ...tested.settings, open: false };
  return { database, serving: await serveOver(database, { settings }, { page, level: 'silent' }) };
}

beforeAll(async () => {
  await loadRing(tested);
  const house = { database: tested.database, home: tested.settings.home };
  const now = new Date();
  const asked = { name: 'both', scope: [...permissions], days: 1 };
  ({ secret } = await makeToken(house, await operatorsPerson(house, now), asked, now));
  page = await smallPage();
  servers = [await server(), await server()];
  proxy = await roundRobin();
  proxy.to.push(...servers.map(({ serving }) => serving.port));
  ({ port } = proxy);
}, 400_000);

afterAll(async () => {
  await proxy.close();
  for (const { serving, database } of servers) {
    await serving.close();
    await database.close();
  }
  await rm(page, { recursive: true });
});

const authorization = (given: string) => `Bearer ${given}`;

function through(at: number, path: string, body?: unknown): Promise<Answered> {
  return ask(at, `/api/v1${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: authorization(secret), 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** Through the proxy: the next time by the other server. */
async function answer<N extends RouteName>(name: N, path: string, body?: unknown) {
  const { status, text } = await through(port, path, body);
  expect(status, text).toBe(200);
  return routes[name].answer!.parse(JSON.parse(text)) as Answer<N>;
}

/** Every page of a list, each by the other server than the one before. */
async function all(path: string): Promise<{ id: string }[]> {
  const items: { id: string }[] = [];
  let cursor: string | null = null;
  do {
    const next: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { text } = await through(port, `${path}${next}`);
    const page = JSON.parse(text) as { items: { id: string }[]; next: string | null };
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return items;
}

describe('two servers behind one proxy', () => {
  it('each let in who has a token of the one database, and nobody else', async () => {
    for (const given of [secret, secret, 'another', 'another']) {
      const headers = { authorization: authorization(given) };
      const { status } = await ask(port, '/api/v1/overview', { headers });
      expect(status).toBe(given === secret ? 200 : 401);
    }
    expect(proxy.went).toEqual([0, 1, 0, 1]);
  });

  it.each(['/findings', '/triage', '/accounts', '/clusters'])(
    'go on with a list where the other left off: %s',
    async (path) => {
      const whole = await through(servers[0]!.serving.port, `${path}?limit=500`);
      const { items } = JSON.parse(whole.text) as { items: { id: string }[] };
      expect(items.length).toBeGreaterThan(0);
      expect(await all(`${path}?limit=1`)).toEqual(items);
    },
  );

  it('show at once what was decided at the other, and know its revision', async () => {
    const { items } = await answer('triage', '/triage?limit=1');
    const { id } = items[0]!;
    let rests_on = items[0]!.revision;
    for (const state of ['in_review', 'new', 'in_review', 'new'] as const) {
      const changed = { items: [{ id, rests_on }], change: { state } };
      await answer('changeTriage', '/triage', changed);
      const seen = await answer('triageItem', `/triage/${id}`);
      expect(seen).toMatchObject({ state, revision: rests_on + 1 });
      // Whoever still rests on what the other server changed is told so.
      expect((await through(port, '/triage', changed)).status).toBe(409);
      rests_on = seen.revision;
    }
  });

  it('take one of two changes that come to both at once', async () => {
    const { items } = await answer('triage', '/triage?limit=1');
    const { id, revision: rests_on } = items[0]!;
    const change = { assignee: 'ben' };
    const both = await Promise.all(
      servers.map(({ serving }) =>
        through(serving.port, '/triage', { items: [{ id, rests_on }], change }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('keep a case and its boards for each other', async () => {
    const id = crypto.randomUUID();
    await answer('createCase', '/cases', { id, title: 'Both of them', description: '', tags: [] });
    expect(await answer('case', `/cases/${id}`)).toMatchObject({ id, title: 'Both of them' });
    expect(await all('/cases?limit=1')).toContainEqual(expect.objectContaining({ id }));
  });

  it('detect one at a time, and each tells how far the other is', async () => {
    const end = await anotherDetects(tested.database);
    const refused = await Promise.all(
      servers.map(({ serving }) => through(serving.port, '/detections', {})),
    );
    expect(refused.map(({ status }) => status)).toEqual([409, 409]);
    await end();
    const begun = await answer('beginDetection', '/detections', {});
    const follow = async (): Promise<string> => {
      const { state } = await answer('detection', `/detections/${begun.id}`);
      return state === 'running' ? follow() : state;
    };
    expect(await follow()).toBe('done');
    const seen = await Promise.all([0, 1].map(() => answer('overview', '/overview')));
    expect(new Set(seen.map(({ run }) => run?.run)).size).toBe(1);
    expect(seen[0]!.detection).toMatchObject({ id: begun.id, state: 'done' });
  });

  it('write one custody log, which holds together', async () => {
    const { entries, faults } = await audit(tested.settings.home);
    expect(faults).toEqual([]);
    // Beside what both have shown: the five decisions, the case.
    expect(entries).toBeGreaterThan(6);
  });
});
