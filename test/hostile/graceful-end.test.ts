/** `skein up` is asked to end in the midst of work: it has within ten seconds, and whoever starts next finds nothing that waits for a hand. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Detection } from '../../domain/detection.ts';
import type { IntakeState } from '../../domain/intake.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { checkout } from '../../server/platform/settings/settings.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { holdDetection } from '../detections/held-detection.ts';
import { leaseHolder } from '../../server/graph/neo4j/lease.ts';

const tested = testDatabase();
const patient = { timeout: 600_000 };
const mostSeconds = 10;
const started: ChildProcess[] = [];

const people = Array.from({ length: 12 }, (_, at) => ({ account_id: `a${at}` }));

beforeAll(async () => {
  const folder = await writeDataset({ accounts: people });
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  await rm(folder, { recursive: true });
}, 240_000);

afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
});

async function up() {
  const child = spawn(process.execPath, [join(checkout, 'bin', 'skein.mjs'), 'up'], {
    env: { ...tested.environment, SKEIN_PORT: '' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  started.push(child);
  const [ready] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const url = /http:\/\/[\w.:]+/.exec(ready)![0];
  const ask = async <T>(path: string, method = 'GET', body?: unknown): Promise<T> => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return JSON.parse(text) as T;
  };
  /** Seconds from the signal to the end, and by what it ended. */
  const end = async () => {
    const ended = once(child, 'exit');
    const begun = performance.now();
    child.kill('SIGTERM');
    const [code] = (await ended) as [number | null];
    return { code, seconds: (performance.now() - begun) / 1_000 };
  };
  return { url, ask, end };
}

function expectGraceful({ code, seconds }: { code: number | null; seconds: number }): void {
  expect(code).toBe(0);
  expect(seconds).toBeLessThan(mostSeconds);
}

describe('asked to end in the midst of', () => {
  it('a detection, it is begun again by the next start, by itself', patient, async () => {
    const first = await up();
    const { id } = await first.ask<Detection>('/detections', 'POST');
    const release = await holdDetection(tested.database);
    const ending = first.end();
    // What holds its step back holds the keeping of its end back too, for a while.
    await release();
    expectGraceful(await ending);
    expect(await leaseHolder(tested.database)).toBeNull();
    const second = await up();
    const left = await second.ask<Detection>(`/detections/${id}`);
    expect(left.state).toBe('failed');
    expect(left.problem).toMatch(/was ended.*begins it again by itself/);
    const latest = async () => (await second.ask<{ items: Detection[] }>('/detections')).items[0]!;
    await expect.poll(async () => (await latest()).id, { timeout: 30_000 }).not.toBe(id);
    await expect.poll(async () => (await latest()).state, { timeout: 480_000 }).toBe('done');
    expect((await latest()).by).toBe(left.by);
    expectGraceful(await second.end());
  });

  it('a load by the page, it is loaded again by the next start, by itself', patient, async () => {
    const first = await up();
    const intake = await first.ask<{ id: string }>('/intakes', 'POST', {});
    const rows = Array.from({ length: 60_000 }, (_, at) => `b${at}`).join('\n');
    const sent = await fetch(`${first.url}/api/v1/intakes/${intake.id}/files/accounts.csv`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: `account_id\n${rows}\n`,
    });
    expect(sent.status, await sent.text()).toBe(200);
    await first.ask(`/intakes/${intake.id}/load`, 'POST', {});
    expectGraceful(await first.end());
    const alive = 'MATCH (l:SkeinLoad) WHERE l.alive_until IS NOT NULL RETURN l.id AS id';
    expect(await tested.database.read(alive)).toEqual([]);
    const second = await up();
    const state = async () => (await second.ask<IntakeState>(`/intakes/${intake.id}/state`)).state;
    await expect.poll(state, { timeout: 180_000 }).toBe('loaded');
    const found = "MATCH (a:Account) WHERE a.id STARTS WITH 'b' RETURN count(a) AS count";
    expect(await tested.database.read(found)).toEqual([{ count: 60_000 }]);
    expectGraceful(await second.end());
  });

  it('an export, whoever waits for it has all of it or is told', patient, async () => {
    const { url, ask, end } = await up();
    const asked = fetch(`${url}/api/v1/export`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ nodes: people.map(({ account_id }) => `account:${account_id}`) }),
    }).then(
      async (response) => ({ status: response.status, bytes: (await response.bytes()).length }),
      (error: unknown) => ({ broken: String(error) }),
    );
    // Sent after it, so that it has come before.
    await ask('/overview');
    expectGraceful(await end());
    const answered = await asked;
    if ('status' in answered) expect(answered.status).toBe(200);
    else expect(answered.broken).not.toBe('');
  });

  it(
    'a slow query, whoever waits for it is told, and Neo4j is at it no longer',
    patient,
    async () => {
      const { url, end } = await up();
      const text =
        'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a + b AS c RETURN max(c) AS most';
      const asked = fetch(`${url}/api/v1/query/runs/graceful-end-1`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text, parameters: {}, seconds: 300 }),
      }).then(
        async (response) => [response.status, await response.text()] as const,
        (error: unknown) => [0, String(error)] as const,
      );
      const running = () =>
        tested.database.read(
          `SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'range(1, 100000) AS a'
           AND NOT currentQuery CONTAINS 'SHOW' RETURN currentQuery`,
        );
      await expect.poll(running, { timeout: 30_000 }).toHaveLength(1);
      expectGraceful(await end());
      const [status, said] = await asked;
      expect(status, said).toBe(409);
      await expect.poll(running, { timeout: 30_000 }).toEqual([]);
    },
  );
});
