/** Neo4j answers slowly, then not at all, then again: who asks is told within seconds, and all goes on by itself. */
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Condition } from '../../domain/condition.ts';
import { messages } from '../../domain/messages/index.ts';
import { Database } from '../../server/graph/neo4j/database.ts';
import { conditionLimits } from '../../server/operations/condition/condition.ts';
import type { Serving } from '../../server/edge/http/serve.ts';
import { testDatabase } from '../database.ts';
import { ask, serveOver, smallPage } from '../http/served.ts';

const tested = testDatabase();
/** Somebody waits no longer than this for being told that the database is away. */
const toldMs = 45_000;
let between: Server;
let database: Database;
let serving: Serving;
let page: string;
/** How long each answer is held back; forever where it is null. */
let heldMs: number | null = 0;
const sockets = new Set<Socket>();

beforeAll(async () => {
  const { hostname, port } = new URL(tested.settings.neo4j!.uri);
  between = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    near.pipe(far);
    far.on('data', (bytes) => {
      if (heldMs === null) return;
      void after(heldMs).then(() => near.write(bytes));
    });
    far.on('close', () => near.destroy());
  }).listen(0, '127.0.0.1');
  await once(between, 'listening');
  const { port: at } = between.address() as AddressInfo;
  database = new Database({ ...tested.settings.neo4j!, uri: `bolt://127.0.0.1:${at}` });
  page = await smallPage();
  serving = await serveOver(database, tested, { page, level: 'silent', clickMs: 10_000 });
});

afterAll(async () => {
  await serving.close();
  await database.close();
  for (const socket of sockets) socket.destroy();
  between.close();
  await rm(page, { recursive: true });
});

const asked = (path: string) => ask(serving.port, `/api/v1${path}`);

async function ofDatabase() {
  const { status, text } = await asked('/condition');
  expect(status, text).toBe(200);
  return (JSON.parse(text) as Condition).checks.find(({ name }) => name === 'database')!;
}

it('is told of, and well again', { timeout: 300_000 }, async () => {
  // The first time it plans.
  await expect.poll(async () => (await ofDatabase()).state, { timeout: 60_000 }).toBe('well');
  heldMs = conditionLimits.slowMs;
  expect(await ofDatabase()).toMatchObject({
    ...{ state: 'look', todo: messages.condition.databaseTodo },
  });

  heldMs = null;
  const begun = performance.now();
  const away = await asked('/cases');
  expect(performance.now() - begun).toBeLessThan(toldMs);
  expect(away.status).toBe(503);
  // By whether a question or a connection was waited for.
  const { detail } = JSON.parse(away.text) as { detail: string };
  expect([messages.database.failures.silent, messages.http.databaseAway]).toContain(detail);

  heldMs = 0;
  await expect.poll(async () => (await asked('/cases')).status, { timeout: 120_000 }).toBe(200);
  await expect.poll(async () => (await ofDatabase()).state, { timeout: 60_000 }).toBe('well');
});
