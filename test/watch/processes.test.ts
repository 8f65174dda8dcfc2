/** Two servers on one database, of which one is killed, or stands still, amid a job. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Job, LoggedJob, Schedule } from '../../domain/input/schedule.ts';
import { runs } from '../../server/detection/runs/read-runs.ts';
import { anotherDetects } from '../another-detects.ts';
import { allow } from '../allow.ts';
import { testDatabase } from '../database.ts';

const tested = testDatabase();
const script = fileURLToPath(new URL('./server-child.ts', import.meta.url));
const patient = { timeout: 600_000 };

interface Server {
  process: ChildProcess;
  url: string;
  said: string[];
}

let servers: Server[];

async function start(): Promise<Server> {
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    env: tested.environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line));
  const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { process: child, url, said };
}

beforeAll(async () => {
  servers = await Promise.all([start(), start()]);
});

beforeEach(async () => {
  await tested.database.write('MATCH (r:SkeinRun) DELETE r');
  while (servers.length < 2) servers.push(await start());
});

afterAll(async () => {
  for (const server of servers) {
    server.process.kill('SIGCONT');
    server.process.kill('SIGKILL');
    if (server.process.exitCode === null && server.process.signalCode === null)
      await once(server.process, 'exit');
  }
});

async function ask<T>({ url }: Server, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`${url}/api/v1${path}`, {
    ...(body === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

/** Runs a schedule while another detects: whoever takes the job has loaded the file and waits for its turn. */
async function waitingForDetection(): Promise<{
  job: string;
  free: () => Promise<void>;
  holder: Server;
  other: Server;
}> {
  const inbox = await mkdtemp(join(tmpdir(), 'skein-inbox-'));
  await allow(tested, { inboxes: { folders: [inbox] } });
  await mkdir(join(inbox, 'today'));
  await writeFile(join(inbox, 'today', 'accounts.csv'), `account_id\n${randomUUID()}\n`);
  const free = await anotherDetects(tested.database);
  const asked = { name: 'Nightly', cron: '0 2 * * *', inbox, detectors: ['self-rating'] };
  const schedule = await ask<Schedule>(servers[0]!, '/schedules', asked);
  const { id } = await ask<Job>(servers[0]!, `/schedules/${schedule.id}/jobs`, {});
  const begun = async () =>
    (await ask<LoggedJob>(servers[1]!, `/jobs/${id}`)).log.some(({ step }) => step === 'detect');
  await expect.poll(begun, { timeout: 180_000 }).toBe(true);
  const { holder } = await ask<LoggedJob>(servers[0]!, `/jobs/${id}`);
  const isHolder = (server: Server) => holder!.includes(`:${server.process.pid}:`);
  return {
    job: id,
    free,
    holder: servers.find(isHolder)!,
    other: servers.find((s) => !isHolder(s))!,
  };
}

async function finished(server: Server, job: string): Promise<LoggedJob> {
  const state = async () => (await ask<LoggedJob>(server, `/jobs/${job}`)).state;
  await expect.poll(state, { timeout: 300_000 }).toBe('done');
  return ask<LoggedJob>(server, `/jobs/${job}`);
}

it('a job whose server is killed is finished by the other, once', patient, async () => {
  const { job, free, holder, other } = await waitingForDetection();
  holder.process.kill('SIGKILL');
  await once(holder.process, 'exit');
  servers = [other];
  await free();
  const done = await finished(other, job);
  expect(done).toMatchObject({ token: 2, attempt: 1, counts: { known_folders: 1, new_files: 0 } });
  expect(await tested.database.read('MATCH (a:Account) RETURN count(a) AS accounts')).toEqual([
    { accounts: 1 },
  ]);
  expect(done.holder).toContain(`:${other.process.pid}:`);
  expect(done.log.map(({ text }) => text).join('\n')).toContain('takes the job over');
  expect((await runs(tested.database, null, 10)).map(({ run }) => run)).toEqual([done.run]);
});

it(
  'a server that stood still finds its job taken over, and writes nothing of it',
  patient,
  async () => {
    const { job, free, holder, other } = await waitingForDetection();
    holder.process.kill('SIGSTOP');
    await free();
    const done = await finished(other, job);
    expect(done.token).toBe(2);
    holder.process.kill('SIGCONT');
    await expect
      .poll(() => holder.said.join('\n'), { timeout: 180_000 })
      .toContain(`another server has taken over job ${job}`);
    expect(await ask<LoggedJob>(other, `/jobs/${job}`)).toEqual(done);
    expect(await runs(tested.database, null, 10)).toHaveLength(1);
  },
);
