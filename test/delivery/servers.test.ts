import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Recipient } from '../../domain/input/delivery.ts';
import { noDelivery } from '../../server/platform/settings/delivery-settings.ts';
import { startDelivering } from '../../server/operations/delivery/worker.ts';
import { Database } from '../../server/graph/neo4j/database.ts';
import { allow } from '../allow.ts';
import { testDatabase } from '../database.ts';
import { accepts, receiver, type Receiver } from './receiver.ts';
import { reportOf, sender } from './sending.ts';

const tested = testDatabase();
const sending = sender(tested);
const webhookSecret = 'a secret of enough letters';
const settings = { webhookSecret: { value: webhookSecret } };
let hook: Receiver;

beforeAll(async () => {
  hook = await receiver();
  await allow(tested, { reports: { hosts: [new URL(hook.url).host] } });
});

beforeEach(async () => {
  await tested.empty();
  hook.requests = [];
  hook.answer = accepts;
});

afterAll(() => hook.close());

const webhook = (): Recipient => ({
  ...{ kind: 'webhook', url: hook.url, formats: ['json'], language: 'en' },
});

describe('several servers on one database', () => {
  it('deliver each report once', async () => {
    for (let at = 0; at < 12; at += 1) await sending.enqueue(reportOf(`shared-${at}`), webhook());
    const other = new Database(tested.settings.neo4j!);
    const two = sender({ ...tested, database: other });
    const tried = await Promise.all(
      [sending, two, sending, two].map((one) => one.deliver(settings)),
    );
    await other.close();
    expect(tried.flat().map(({ state }) => state)).toEqual(
      Array.from({ length: 12 }, () => 'delivered'),
    );
    const ids = hook.requests.map(({ headers }) => headers['skein-delivery']);
    expect(ids).toHaveLength(12);
    expect(new Set(ids).size).toBe(12);
  });

  it('deliver what waits as soon as one of them starts', async () => {
    const { id } = (await sending.enqueue(reportOf('waits'), webhook()))[0]!;
    const { database } = tested;
    const log = pino({ level: 'silent' });
    const delivering = startDelivering({
      database,
      settings: { ...tested.settings, delivery: { ...noDelivery, ...settings } },
      log,
    });
    await expect
      .poll(() => sending.state(id), { interval: 50, timeout: 60_000 })
      .toMatchObject({ state: 'delivered' });
    await delivering.stop();
    expect(hook.requests).toHaveLength(1);
  });

  it('leave a delivery alone that one has in hand, for as long as that one lives', async () => {
    const { id } = (await sending.enqueue(reportOf('slow'), webhook()))[0]!;
    let answer: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      hook.answer = (response) => {
        answer = () => accepts(response);
        resolve();
      };
    });
    // Its lease is shorter than it takes, and is renewed.
    const slow = sending.deliver(settings, { lease: 900 });
    await asked;
    const until = async () =>
      (
        await tested.database.read<{ until: number }>(
          'MATCH (d:SkeinDelivery {id: $id}) RETURN d.lease_until AS until',
          { id },
        )
      )[0]!.until;
    const first = await until();
    await expect.poll(until, { interval: 50, timeout: 20_000 }).toBeGreaterThan(first + 900);
    expect(await sending.deliver(settings)).toEqual([]);
    answer();
    expect(await slow).toMatchObject([{ id, state: 'delivered' }]);
    expect(hook.requests).toHaveLength(1);
  });

  it('take over what one had in hand when it was killed', async () => {
    const { id } = (await sending.enqueue(reportOf('killed'), webhook()))[0]!;
    const asked = new Promise<void>((resolve) => (hook.answer = () => resolve()));
    const child = fileURLToPath(new URL('killed-child.ts', import.meta.url));
    const one = spawn(process.execPath, ['--import', 'tsx', child, sending.now.toISOString()], {
      env: { ...tested.environment, SKEIN_WEBHOOK_SECRET: webhookSecret },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const ended = once(one, 'exit');
    await asked;
    one.kill('SIGKILL');
    expect((await ended)[1]).toBe('SIGKILL');
    hook.answer = accepts;
    // Its lease has not run out yet.
    expect(await sending.deliver(settings)).toEqual([]);
    await expect
      .poll(() => sending.deliver(settings), { interval: 250, timeout: 90_000 })
      .toMatchObject([{ id, state: 'delivered' }]);
    expect((await sending.state(id)).attempts).toMatchObject([
      { ended: null, error: null },
      { error: null, ended: sending.now.toISOString() },
    ]);
    expect(hook.requests).toHaveLength(2);
    expect(hook.requests.map(({ headers }) => headers['skein-delivery'])).toEqual([id, id]);
  });
});
