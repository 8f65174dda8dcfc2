/** A local database that hangs, dies or cannot be made to stop is started again, and whoever uses it goes on. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { checkout } from '../../server/platform/settings/settings.ts';
import { folderOf } from '../load/folder-of.ts';
import { files } from '../load/killing.ts';
import { long } from '../long.ts';
import { ask, attackedHouse, incidents, javaOf, run } from './house.ts';

const house = attackedHouse();
const text = messages.database.incidents;
const patience = 6 * 60_000;
const poll = { timeout: 240_000, interval: 500 };

/** Until another process than that one is the database, and it answers. */
async function revived(former: number): Promise<void> {
  await expect
    .poll(async () => {
      const java = await javaOf(house);
      return java !== null && java !== former && (await ask(house, '/readyz')).status === 200;
    }, poll)
    .toBe(true);
  const { status, body } = await run(house, 'RETURN 1 AS one', 30);
  expect({ status, rows: body['rows'] }).toEqual({ status: 200, rows: [[1]] });
}

it(
  'one that does not answer is ended and started again; those who wait are told in time',
  async () => {
    const java = (await javaOf(house))!;
    process.kill(java, 'SIGSTOP');
    const order: string[] = [];
    const again = revived(java).then(() => order.push('it answers again'));
    const answers = await Promise.all([
      ask(house, '/api/v1/runs'),
      ask(house, '/readyz'),
      run(house, 'RETURN 1', 2),
    ]);
    order.push('all are told');
    for (const { status, headers } of answers) {
      expect(status).toBe(503);
      expect(headers.get('content-type')).toContain('application/problem+json');
    }
    expect((await ask(house, '/healthz')).status).toBe(200);
    await again;
    expect(order).toEqual(['all are told', 'it answers again']);
    expect(await incidents(house)).toContain(text.silent(20));
  },
  patience,
);

it(
  'a query that goes on though it was ended costs a new start, not the database',
  long,
  async () => {
    const java = (await javaOf(house))!;
    const endless =
      "WITH size('x') * 3000 AS k RETURN reduce(s = 0, x IN range(1, k * k * k * k) | s + x % 7)";
    const answer = await run(house, endless, 2);
    expect(answer).toMatchObject({ status: 422, body: { detail: messages.queries.tooLong(2) } });
    // Others are served meanwhile.
    expect((await run(house, 'RETURN 1', 30)).status).toBe(200);
    await revived(java);
    expect(await incidents(house)).toContain(text.lingering(30));
  },
);

it('a load goes on when the database dies under it', long, async () => {
  const java = (await javaOf(house))!;
  const folder = await folderOf(files);
  const load = spawn(process.execPath, [join('bin', 'skein.mjs'), 'load', folder], {
    ...{ cwd: checkout, env: house.environment, stdio: 'ignore' },
  });
  const ended = once(load, 'exit');
  const count = async (pattern: string) =>
    Number(
      (
        (await run(house, `MATCH ${pattern} RETURN count(*)`, 60)).body['rows'] as number[][]
      )[0]![0],
    );
  await expect.poll(() => count('(:Account)'), poll).toBeGreaterThan(0);
  process.kill(java, 'SIGKILL');
  expect(await ended).toEqual([0, null]);
  await revived(java);
  expect(await count('(a:Account) WHERE NOT coalesce(a._stub, false)')).toBe(4_000);
  expect(await count('()-[:LOGGED_IN_FROM]->()')).toBe(9_000);
});

it('so does a run', long, async () => {
  const begun = await ask(house, '/api/v1/detections', {});
  expect(begun.status).toBeLessThan(300);
  const java = (await javaOf(house))!;
  process.kill(java, 'SIGKILL');
  await revived(java);
  const path = `/api/v1/detections/${String(begun.body['id'])}`;
  const ended = async () => {
    const { body } = await ask(house, path);
    return { state: body['state'] ?? 'running', problem: body['problem'] };
  };
  await expect.poll(ended, poll).not.toMatchObject({ state: 'running' });
  expect(await ended()).toEqual({ state: 'done', problem: null });
});

it('one that is busy for long is left alone', long, async () => {
  const java = (await javaOf(house))!;
  const busy = 'UNWIND range(1, 1000000000000) AS x WITH x WHERE x % 7 = 8 RETURN collect(x)';
  const answers = await Promise.all([1, 2].map(() => run(house, busy, 30)));
  for (const { body } of answers) expect(body['detail']).toBe(messages.queries.tooLong(30));
  expect(await javaOf(house)).toBe(java);
});
