/** Two servers as processes with homes of their own, on one database behind one proxy: a browser never knows which of them answers. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes, type Answer, type RouteName } from '../../domain/api/api.ts';
import { messages } from '../../domain/messages/index.ts';
import { addPerson, setPassword } from '../../server/people/persons.ts';
import { audit } from '../../server/trust/custody/audit.ts';
import { testDatabase } from '../database.ts';
import { holdDetection } from '../detections/held-detection.ts';
import { loadRing } from '../explore/ring.ts';
import { roundRobin, type RoundRobin } from './round-robin.ts';
import { ask, type Answered } from './served.ts';

const tested = testDatabase();
const script = fileURLToPath(new URL('../watch/server-child.ts', import.meta.url));
const signIn = { name: 'Ada', password: 'not to be guessed' };
/** Of both, as PEOPLE.md asks of servers with homes of their own. */
const accountKey = 'the key of both servers, and long enough for it';
const json = { 'content-type': 'application/json' };
const patient = { timeout: 180_000 };

interface Server {
  process: ChildProcess;
  home: string;
  port: number;
}

let proxy: RoundRobin;
let servers: Server[];
/** What a browser keeps between requests. */
let cookie = '';

async function start(uri: string): Promise<Server> {
  const home = await mkdtemp(join(tmpdir(), 'skein-one-of-two-'));
  const { user, password, database } = tested.settings.neo4j!;
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...{ ...process.env, SKEIN_HOME: home, SKEIN_OPEN: '', SKEIN_ACCOUNT_KEY: accountKey },
      SKEIN_PUBLIC_URL: `http://127.0.0.1:${proxy.port}`,
      ...{ NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password },
      NEO4J_DATABASE: database ?? '',
    },
  });
  const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { process: child, home, port: Number(new URL(url).port) };
}

beforeAll(async () => {
  await loadRing(tested);
  const { database, settings } = tested;
  const house = { database, home: settings.home, accountKey: { value: accountKey } };
  const person = await addPerson(house, signIn.name, 'admin', new Date());
  await setPassword(house, person, signIn.password, null);
  proxy = await roundRobin();
  const { uri } = settings.neo4j!;
  // The other as it would ask a cluster, whose members tell it where to.
  servers = await Promise.all([start(uri), start(uri.replace(/^bolt:/, 'neo4j:'))]);
  proxy.to.push(...servers.map(({ port }) => port));
  const entered = await send('POST', '/sign-in', signIn);
  expect(entered.status, entered.text).toBe(200);
}, 400_000);

afterAll(async () => {
  await proxy.close();
  for (const { process: child, home } of servers) {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    await rm(home, { recursive: true });
  }
});

/** As a page of the proxy's address sends it, with what was kept of earlier answers. */
async function send(
  method: string,
  path: string,
  body?: unknown,
  port = proxy.port,
): Promise<Answered> {
  const from = { origin: `http://127.0.0.1:${proxy.port}`, 'sec-fetch-site': 'same-origin' };
  const answered = await ask(port, `/api/v1${path}`, {
    ...{ method, headers: { ...json, ...from, ...(cookie === '' ? {} : { cookie }) } },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const [set] = [answered.headers['set-cookie']].flat();
  if (set !== undefined) cookie = set.split(';')[0]!;
  return answered;
}

async function answer<N extends RouteName>(name: N, path: string, body?: unknown) {
  const { status, text } = await send(routes[name].method.toUpperCase(), path, body);
  expect(status, text).toBe(200);
  return routes[name].answer!.parse(JSON.parse(text)) as Answer<N>;
}

/** Which of them the last request came to. */
const last = () => proxy.went.at(-1);

async function running(id: string): Promise<number> {
  const rows = await tested.database.read(
    'SHOW TRANSACTIONS YIELD metaData WHERE metaData.skein = $id RETURN 1 AS one',
    { id },
  );
  return rows.length;
}

describe('two processes behind one proxy', () => {
  it('know who signed in at either of them, and show the same', patient, async () => {
    const before = proxy.went.length;
    const shown = [];
    for (let at = 0; at < 4; at += 1)
      expect(await answer('whoAmI', '/me')).toMatchObject({ person: { name: signIn.name } });
    for (let at = 0; at < 4; at += 1) shown.push((await answer('overview', '/overview')).run?.run);
    expect(new Set(shown).size).toBe(1);
    const turns = proxy.went.slice(before).map((at) => (at + proxy.went[before]!) % 2);
    expect(turns).toEqual([0, 1, 0, 1, 0, 1, 0, 1]);
  });

  it('detect one at a time, and each knows of the other’s', patient, async () => {
    const begun = await answer('beginDetection', '/detections', {});
    const free = await holdDetection(tested.database);
    const seen = [];
    for (let at = 0; at < 2; at += 1)
      seen.push((await answer('detection', `/detections/${begun.id}`)).state);
    expect(seen).toEqual(['running', 'running']);
    for (const { port } of servers) {
      const second = await send('POST', '/detections', {}, port);
      expect(second.status, second.text).toBe(409);
    }
    await free();
    const state = async () => (await answer('detection', `/detections/${begun.id}`)).state;
    await expect.poll(state, { timeout: 150_000, interval: 200 }).toBe('done');
    expect((await answer('detections', '/detections')).items).toHaveLength(1);
  });

  it('cancel a detection that the other runs', patient, async () => {
    const begun = await answer('beginDetection', '/detections', {});
    const free = await holdDetection(tested.database);
    const by = last();
    const cancelled = send('POST', `/detections/${begun.id}/cancel`, {});
    await free();
    expect((await cancelled).status).toBe(200);
    expect(last()).not.toBe(by);
    const state = async () => (await answer('detection', `/detections/${begun.id}`)).state;
    await expect.poll(state, { timeout: 150_000, interval: 200 }).toBe('cancelled');
  });

  it('end a query that the other runs', patient, async () => {
    const text = 'UNWIND range(1, 1000000000000) AS x RETURN count(x)';
    const run = send('POST', '/query/runs/run-of-the-other', { text, seconds: 60 });
    await expect.poll(() => running('run-of-the-other'), { timeout: 60_000 }).toBe(1);
    const by = last();
    await answer('endQuery', '/query/runs/run-of-the-other');
    expect(last()).not.toBe(by);
    const ended = await run;
    expect(JSON.parse(ended.text)).toMatchObject({ status: 409, type: 'ended' });
    await expect.poll(() => running('run-of-the-other'), { timeout: 60_000 }).toBe(0);
    // Now nobody runs it, which both say, and where it might still wait.
    for (let at = 0; at < 2; at += 1) {
      const none = await send('DELETE', '/query/runs/run-of-the-other');
      expect(JSON.parse(none.text)).toMatchObject({
        ...{ status: 404, detail: messages.queries.noRun('run-of-the-other') },
      });
    }
  });

  it('say of what is brought in at the other that it lies there, perhaps', async () => {
    const { id } = await answer('beginIntake', '/intakes', { sample: false });
    const by = last();
    const elsewhere = await send('GET', `/intakes/${id}/state`);
    expect(last()).not.toBe(by);
    const { status, detail } = JSON.parse(elsewhere.text) as { status: number; detail: string };
    expect([status, detail]).toEqual([404, messages.intake.gone]);
    expect(detail).toContain('another server');
    expect((await send('GET', `/intakes/${id}/state`)).status).toBe(200);
  });

  it('sign out of both at once, and each has recorded what it did', async () => {
    const held = cookie;
    expect((await send('POST', '/sign-out', {})).status).toBe(200);
    cookie = held;
    for (let at = 0; at < 2; at += 1) expect((await send('GET', '/overview')).status).toBe(401);
    for (const { home } of servers)
      expect(await audit(home)).toMatchObject({ whole: true, faults: [] });
  });
});
