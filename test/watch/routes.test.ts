import { expect, it } from 'vitest';
import { routes, type RouteName } from '../../domain/api/api.ts';
import {
  jobSchema,
  loggedJobSchema,
  planSchema,
  scheduleSchema,
} from '../../domain/input/schedule.ts';
import { createSchedule } from '../../server/operations/watch/schedule-store.ts';
import { testDatabase } from '../database.ts';
import { ask, servedApp } from '../http/served.ts';

const tested = testDatabase();
const app = servedApp(tested, 'silent');

async function send(
  name: RouteName,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const json: Record<string, string> =
    body === undefined ? {} : { 'content-type': 'application/json' };
  const answered = await ask(app.port, `/api/v1${path}`, {
    method: routes[name].method.toUpperCase(),
    headers: { ...json, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answered.status, said: JSON.parse(answered.text) as unknown };
}

const weekly = { name: 'Weekly', cron: '0 2 * * MON', timezone: 'Europe/Paris' };

it('a schedule is made, changed, run, looked at and retired', async () => {
  const made = scheduleSchema.parse((await send('createSchedule', '/schedules', weekly)).said);
  expect(made).toMatchObject({ ...weekly, origin: 'person', revision: 1 });
  const path = `/schedules/${made.id}`;
  const changed = await send('replaceSchedule', path, { ...weekly, retries: 0, rests_on: 1 });
  expect(changed.said).toMatchObject({ revision: 2, retries: 0 });
  const late = await send('replaceSchedule', path, { ...weekly, rests_on: 1 });
  expect(late).toMatchObject({ status: 409, said: { type: 'conflict' } });

  const ids: string[] = [];
  for (let count = 0; count < 3; count += 1)
    ids.unshift(jobSchema.parse((await send('runSchedule', `${path}/jobs`, {})).said).id);
  const listed: string[] = [];
  let next: string | null = '';
  while (next !== null) {
    const cursor: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
    const { said } = await send('jobs', `/jobs?schedule=${made.id}&limit=1${cursor}`);
    const page = routes.jobs.answer.parse(said);
    listed.push(...page.items.map(({ id }) => id));
    ({ next } = page);
  }
  expect(listed.toSorted()).toEqual(ids.toSorted());

  const job = `/jobs/${ids[0]!}`;
  expect((await send('cancelJob', `${job}/cancellation`)).said).toMatchObject({
    state: 'cancelled',
  });
  expect((await send('retryJob', `${job}/retry`)).said).toMatchObject({ state: 'waiting' });
  expect((await send('retryJob', `${job}/retry`)).status).toBe(409);
  expect(loggedJobSchema.parse((await send('job', job)).said).log).toHaveLength(2);
  expect((await send('retireSchedule', path)).said).toMatchObject({ revision: 3, next: null });
  expect((await send('runSchedule', `${path}/jobs`, {})).status).toBe(409);
});

it('the next times are told, and what is no time is refused where it stands', async () => {
  const at = (cron: string) =>
    send('scheduleTimes', `/schedule-times?cron=${encodeURIComponent(cron)}&timezone=Asia/Seoul`);
  const { items } = routes.scheduleTimes.answer.parse((await at('0 7 * * *')).said);
  expect(items).toHaveLength(3);
  expect(await at('0 99 * * *')).toMatchObject({
    status: 422,
    said: { errors: [{ where: 'cron' }] },
  });
  const bad = await send('createSchedule', '/schedules', { ...weekly, timezone: 'Mars/Olympus' });
  expect(bad).toMatchObject({ status: 422, said: { errors: [{ where: 'timezone' }] } });
  const odd = await send('createSchedule', '/schedules', { ...weekly, retires: 1 });
  expect(odd).toMatchObject({ status: 400, said: { errors: [{ where: 'body.retires' }] } });
});

it('what a file states is shown and not changed, nor is anything by another page', async () => {
  const plan = planSchema.parse(weekly);
  const stated = { id: 'from-a-file', plan, origin: 'file' as const, now: new Date() };
  await createSchedule(tested.database, stated);
  const path = '/schedules/from-a-file';
  expect((await send('schedule', path)).said).toMatchObject({ origin: 'file' });
  for (const refused of [
    await send('replaceSchedule', path, { ...weekly, rests_on: 1 }),
    await send('retireSchedule', path),
  ])
    expect(refused).toMatchObject({
      status: 409,
      said: { detail: expect.stringContaining('file') as string },
    });
  const foreign = { origin: 'https://elsewhere.example' };
  expect((await send('runSchedule', `${path}/jobs`, {}, foreign)).status).toBe(403);
  expect(
    routes.schedules.answer.parse((await send('schedules', '/schedules')).said).next,
  ).toBeNull();
  expect((await send('schedule', '/schedules/none')).status).toBe(404);
  expect((await send('job', '/jobs/none')).status).toBe(404);
});
