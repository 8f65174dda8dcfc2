import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Problem, SourceRow } from '../../domain/answers.ts';
import { mostEventBytes, mostEventRows, type EventsAnswer } from '../../domain/events.ts';
import { EventQueue } from '../../server/ingest/events/event-queue.ts';
import { withHeartbeat } from '../../server/ingest/load/heartbeat.ts';
import { beginLoad } from '../../server/ingest/load/load-store.ts';
import { anotherDetects } from '../another-detects.ts';
import { testDatabase } from '../database.ts';
import { ask, servedApp, type Answered } from '../http/served.ts';
import { loadFiles, nodeOf } from '../load/loading.ts';
import { manyRows } from './many-rows.ts';

const tested = testDatabase();
const app = servedApp(tested, 'silent');

beforeEach(() => tested.empty(), 120_000);

const account = (id: string, more = {}) => ({ file: 'accounts', row: { account_id: id, ...more } });
const login = (id: string, at: string) => ({
  file: 'logins.csv',
  row: { account_id: id, ip: '192.0.2.1', started_at: at },
});

function send(key: string | null, body: string, headers: Record<string, string> = {}) {
  const named: Record<string, string> = key === null ? {} : { 'idempotency-key': key };
  return ask(app.port, '/api/v1/events', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...named, ...headers },
    body,
  });
}
const sendRows = (key: string, rows: readonly unknown[]) => send(key, JSON.stringify({ rows }));

function stored(answered: Answered): EventsAnswer {
  expect(answered.status, answered.text).toBe(200);
  return JSON.parse(answered.text) as EventsAnswer;
}

function problem(answered: Answered, status: number): Problem {
  expect(answered.status, answered.text).toBe(status);
  expect(answered.headers['content-type']).toContain('application/problem+json');
  return JSON.parse(answered.text) as Problem;
}

async function count(label: string): Promise<number> {
  const [row] = await tested.database.read<{ n: number }>(
    `MATCH (n:${label}) RETURN count(n) AS n`,
  );
  return row!.n;
}

describe('a batch', () => {
  it('is stored but for its bad rows, each of which is told of, and can be cited', async () => {
    const answer = stored(
      await sendRows('k1', [
        account('a1', { display_name: 'One', country: 'XX' }),
        account('a2', { display_name: 'Two', mood: 'good' }),
        login('a2', '2024-05-01T08:00:00Z'),
        { file: 'logons', row: {} },
        'a2',
        login('a2', 'yesterday'),
        { file: 'logins', row: [] },
      ]),
    );
    expect(answer).toMatchObject({ received: 7, accepted: 2, added: 2 });
    expect(answer.rejected.map(({ index, file, column }) => [index, file, column])).toEqual([
      [0, 'accounts', 'country'],
      [3, null, 'file'],
      [4, null, ''],
      [5, 'logins', 'started_at'],
      [6, null, 'row'],
    ]);
    expect(answer.rejected[1]!.reason).toContain('logins');
    for (const { reason } of answer.rejected) expect(reason).not.toBe('');
    expect(answer.unknown_columns).toMatchObject([{ file: 'accounts', column: 'mood' }]);
    expect(await nodeOf(tested, 'Account', 'a1')).toBeUndefined();

    const node = (await nodeOf(tested, 'Account', 'a2'))!;
    const line = Number(String((node['_sources'] as string[])[0]).split(':')[1]);
    const { sha256, file } = answer.sources[0]!;
    const row = await ask(app.port, `/api/v1/sources/${sha256}/${line}`);
    expect(JSON.parse(row.text) as SourceRow).toMatchObject({
      file,
      text: '{"account_id":"a2","display_name":"Two","mood":"good"}',
    });
    const loads = await ask(app.port, '/api/v1/loads');
    expect(JSON.parse(loads.text)).toMatchObject({
      items: [{ load: answer.load, folders: ['events:k1'] }],
    });
  });

  it('is stored once however often it is sent, and its key is kept for its rows', async () => {
    const first = await sendRows('k1', [account('a1')]);
    const lines = `${JSON.stringify(account('a1'))}\n\n`;
    for (const again of [
      await sendRows('k1', [account('a1')]),
      await send('k1', lines, { 'content-type': 'application/x-ndjson' }),
    ])
      expect(again.text).toBe(first.text);
    const { detail } = problem(await sendRows('k1', [account('a2')]), 409);
    expect(detail).toContain('k1');
    expect([await count('SkeinLoad'), await count('Account')]).toEqual([1, 1]);
  });

  it('says a value again that another batch has replaced', async () => {
    const say = async (key: string, name: string) =>
      stored(await sendRows(key, [account('a1', { display_name: name })]));
    await say('k1', 'One');
    await say('k2', 'Two');
    expect(await say('k3', 'One')).toMatchObject({ accepted: 1, updated: 1 });
    const node = (await nodeOf(tested, 'Account', 'a1'))!;
    expect(node['display_name']).toBe('One');
    expect(node['_history']).toHaveLength(2);
  });

  it('that comes line by line loses no more than the line that is no JSON', async () => {
    const body = `${JSON.stringify(account('a1'))}\n{"file":\n${JSON.stringify(account('a2'))}`;
    const answer = stored(await send('k1', body, { 'content-type': 'application/x-ndjson' }));
    expect(answer).toMatchObject({ accepted: 2, rejected: [{ index: 1, value: '{"file":' }] });
  });

  it('is refused whole when it is no batch, or too large, or of another page', async () => {
    const one = JSON.stringify({ rows: [account('a1')] });
    expect(problem(await send(null, one), 400).errors).toMatchObject([
      { where: 'headers.idempotency-key' },
    ]);
    expect(problem(await sendRows('k1', []), 400).errors).toMatchObject([{ where: 'body.rows' }]);
    problem(await send('k1', '{"rows":['), 400);
    problem(await send('k1', one, { 'content-type': 'text/plain' }), 400);
    const many = Array.from({ length: mostEventRows + 1 }, () => account('a1'));
    expect(problem(await sendRows('k1', many), 413).detail).toContain('5,000');
    problem(await send('k1', ' '.repeat(mostEventBytes) + one), 413);
    problem(await send('k1', one, { origin: 'http://evil.example' }), 403);
    expect(await count('SkeinEventBatch')).toBe(0);
  });
});

describe('a batch must wait', () => {
  it('while a run works on the graph', async () => {
    const free = await anotherDetects(tested.database);
    const refused = await sendRows('k1', [account('a1')]);
    expect(problem(refused, 503)).toMatchObject({ type: 'busy' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(await count('Account')).toBe(0);
    await free();
    expect(stored(await sendRows('k1', [account('a1')])).accepted).toBe(1);
  });

  it('while a load is written', async () => {
    const load = { load: 'L', started: 'now', by: 'somebody', folders: [], files: [] };
    await beginLoad(tested.database, load);
    await withHeartbeat(tested.database, 'L', async () => {
      expect(problem(await sendRows('k1', [account('a1')]), 503).detail).toContain('somebody');
    });
    expect(stored(await sendRows('k1', [account('a1')])).accepted).toBe(1);
  });

  it('behind those that came before it, of which not too many may wait', async () => {
    const queue = new EventQueue(tested.database, tested.settings);
    const taken = await Promise.allSettled(
      Array.from({ length: 20 }, async (_, at) =>
        queue.take(`k${at}`, [account('a1', { display_name: `Name ${at}` })]),
      ),
    );
    expect(taken.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 16 }, () => 'fulfilled'),
      ...Array.from({ length: 4 }, () => 'rejected'),
    ]);
    expect(taken.at(-1)).toMatchObject({ reason: { status: 429, retryAfter: 2 } });
    const node = (await nodeOf(tested, 'Account', 'a1'))!;
    expect([node['display_name'], (node['_history'] as string[]).length]).toEqual(['Name 15', 15]);
  });

  it('and does not overtake one that could not be stored yet', async () => {
    const queue = new EventQueue(tested.database, tested.settings);
    await beginLoad(tested.database, { load: 'L', started: '', by: '', folders: [], files: [] });
    const taken = await withHeartbeat(tested.database, 'L', () =>
      Promise.allSettled(['k1', 'k2'].map((key) => queue.take(key, [account(key)]))),
    );
    expect(taken).toMatchObject([{ reason: { type: 'busy' } }, { reason: { type: 'busy' } }]);
    expect(await count('Account')).toBe(0);
  });
});

it('a batch whose server was killed is completed when it is sent again', async () => {
  const child = fileURLToPath(new URL('killed-child.ts', import.meta.url));
  const one = spawn(process.execPath, ['--import', 'tsx', child], {
    env: tested.environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(one, 'exit');
  await expect.poll(() => count('Account'), { interval: 20, timeout: 60_000 }).toBeGreaterThan(0);
  one.kill('SIGKILL');
  expect((await ended)[1]).toBe('SIGKILL');
  const unanswered = await tested.database.read(
    "MATCH (b:SkeinEventBatch {key: 'killed'}) WHERE b.answer IS NULL RETURN b",
  );
  expect(unanswered).toHaveLength(1);
  const answer = stored(await sendRows('killed', manyRows));
  expect(answer).toMatchObject({ accepted: 5_000, rejected: [], conflicts: 0 });
  expect([await count('SkeinLoad'), await count('Account')]).toEqual([1, 2_500]);
  const [logins] = await tested.database.read<{ n: number; sources: number }>(
    'MATCH ()-[r:LOGGED_IN_FROM]->() RETURN count(r) AS n, max(size(r._sources)) AS sources',
  );
  expect(logins).toEqual({ n: 2_500, sources: 1 });
  expect(stored(await sendRows('killed', manyRows))).toEqual(answer);
});

it('a folder is loaded as ever beside batches', async () => {
  stored(await sendRows('k1', [account('a1', { display_name: 'One' })]));
  const load = await loadFiles(tested, { 'accounts.csv': 'account_id,display_name\na1,Two\n' });
  expect(load.files).toMatchObject([{ updated: 1 }]);
});
