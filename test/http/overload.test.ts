import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Serving } from '../../server/edge/http/serve.ts';
import { testDatabase } from '../database.ts';
import { deferred } from '../deferred.ts';
import { ask, serveOver, smallPage } from './served.ts';

const tested = testDatabase();
let serving: Serving;
let page: string;

beforeAll(async () => {
  page = await smallPage();
  const bounds = { usual: { atOnce: 1, waiting: 1 }, dear: { atOnce: 1, waiting: 1 } };
  serving = await serveOver(tested.database, tested, { page, bounds });
});

afterAll(async () => {
  await serving.close();
  await rm(page, { recursive: true });
});

it('answers what it can, and tells the rest when to come again, in Prometheus too', async () => {
  const { port } = serving;
  const sent = (method: string, path: string, body: unknown) =>
    ask(port, `/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const { text } = await sent('POST', '/cases', { title: 'Overload' });
  const { id } = JSON.parse(text) as { id: string };
  const [locked, release] = [deferred(), deferred()];
  const holding = tested.database.transaction(async (tx) => {
    await tx.run('MATCH (c:SkeinCase {id: $id}) SET c.held = true', { id });
    locked.resolve();
    await release.promise;
  });
  await locked.promise;
  // Waits for the lock, and what comes after it for its turn.
  const held = sent('PATCH', `/cases/${id}`, { title: 'Overload, again' });
  const waiting = async () =>
    /requests_waiting\{kind="usual"\} (\d+)/.exec((await ask(port, '/metrics')).text)?.[1];
  const locks = async () =>
    (
      await tested.database.read<{ count: number }>(
        "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN count(*) AS count",
      )
    )[0]!.count;
  await expect.poll(locks).toBe(1);
  const second = ask(port, '/api/v1/overview', { headers: { 'x-request-id': 'the-second' } });
  await expect.poll(waiting).toBe('1');
  const turn = async () =>
    JSON.parse((await ask(port, '/api/v1/turns/the-second')).text) as unknown;
  expect(await turn()).toEqual({ ahead: 0 });
  const third = await ask(port, '/api/v1/overview');
  expect(third.status).toBe(503);
  expect(third.headers['retry-after']).toBe('2');
  expect(JSON.parse(third.text)).toMatchObject({ type: 'busy' });
  // Whether it lives and is ready is told all the same.
  expect((await ask(port, '/readyz')).status).toBe(200);
  release.resolve();
  await holding;
  expect([(await held).status, (await second).status]).toEqual([200, 200]);
  expect(await waiting()).toBe('0');
  expect(await turn()).toEqual({ ahead: null });
});
