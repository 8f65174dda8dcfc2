import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { checkout } from '../../server/platform/settings/settings.ts';
import { askForJob } from '../../server/operations/watch/job-store.ts';
import { testDatabase } from '../database.ts';
import { ask, servedApp } from '../http/served.ts';
import { FakeClock } from './fake-clock.ts';
import { rounds, scheduled, watchOf } from './plans.ts';

const tested = testDatabase();
const app = servedApp(tested);

beforeAll(async () => {
  const sample = join(checkout, 'datasets', 'silverstar');
  await loadFolders(tested.database, tested.settings, [sample], {}, silentProgress);
});

const get = async (path: string) => {
  const { status, text } = await ask(app.port, `/api/v1${path}`);
  return { status, body: JSON.parse(text) as { items: { id: string; state: string }[] } };
};

it('the jobs of the watch are told on the sample, whose platform has jobs of its own', async () => {
  const [{ jobs }] = (await tested.database.read<{ jobs: number }>(
    'MATCH (j:Job) RETURN count(j) AS jobs',
  )) as [{ jobs: number }];
  expect(jobs).toBeGreaterThan(0);
  expect(await get('/jobs')).toMatchObject({ status: 200, body: { items: [] } });

  const clock = new FakeClock('2026-05-01T12:00:00.000Z');
  const { id: schedule } = await scheduled(tested, clock, {});
  const { id } = await askForJob(tested.database, schedule, { now: clock.now() });
  for (const path of ['/jobs', `/jobs?schedule=${schedule}`]) {
    const { status, body } = await get(path);
    expect(status).toBe(200);
    expect(body.items.map((job) => job.id)).toEqual([id]);
  }
  expect((await get(`/jobs/${id}`)).status).toBe(200);
  expect((await get('/schedules')).status).toBe(200);

  // What claims jobs sees its own alone, and leaves the platform's as they were loaded.
  await rounds(watchOf(tested, clock, { deliver: () => Promise.resolve() }));
  expect((await get('/jobs')).body.items.map((job) => job.state)).toEqual(['done']);
  const touched = await tested.database.read(
    'MATCH (j:Job) WHERE j.state IS NOT NULL OR j.token IS NOT NULL OR j.schedule IS NOT NULL RETURN j.id AS id',
  );
  expect(touched).toEqual([]);
  expect(app.logged.filter((line) => line.includes('request failed'))).toEqual([]);
});
