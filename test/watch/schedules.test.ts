import { beforeEach, describe, expect, it } from 'vitest';
import { ConflictError, InvalidDataError, NotFoundError } from '../../server/platform/problems.ts';
import { makeDueJobs } from '../../server/operations/watch/due-jobs.ts';
import {
  askForJob,
  cancelJob,
  jobById,
  listJobs,
} from '../../server/operations/watch/job-store.ts';
import {
  createSchedule,
  listSchedules,
  replaceSchedule,
  retireSchedule,
  scheduleById,
} from '../../server/operations/watch/schedule-store.ts';
import { testDatabase } from '../database.ts';
import { FakeClock } from './fake-clock.ts';
import { plan, scheduled } from './plans.ts';

const tested = testDatabase();

beforeEach(async () => {
  await tested.database.write(
    'MATCH (n) WHERE n:SkeinSchedule OR n:SkeinJob OR n:SkeinJobLine OR n:SkeinScheduleRevision DELETE n',
  );
});

/** Makes what is due at each moment, and cancels it so that the next may come; the moments that got a job. */
async function jobsAt(clock: FakeClock, moments: readonly string[]): Promise<string[]> {
  const due: string[] = [];
  for (const moment of moments) {
    clock.set(moment);
    for (const id of await makeDueJobs(tested.database, clock.now()))
      due.push((await cancelJob(tested.database, id, clock.now())).due);
  }
  return due;
}

/** Every ten minutes of that stretch. */
function tenMinutes(from: string, to: string): string[] {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const count = (last - first) / 600_000 + 1;
  return Array.from({ length: count }, (_, at) => new Date(first + at * 600_000).toISOString());
}

describe('a job at half past two', () => {
  it.each([
    ['Europe/Paris', '30 2 * * *', '2026-03-28T22:00:00.000Z', '2026-03-29T10:00:00.000Z'],
    ['America/New_York', '30 2 * * *', '2026-03-08T04:00:00.000Z', '2026-03-08T16:00:00.000Z'],
  ])('runs once in the night of %s that has no such time', async (timezone, cron, from, to) => {
    const clock = new FakeClock(from);
    await scheduled(tested, clock, { cron, timezone });
    expect(await jobsAt(clock, tenMinutes(from, to))).toHaveLength(1);
  });

  it.each([
    ['Europe/Paris', '30 2 * * *', '2026-10-24T22:00:00.000Z', '2026-10-25T10:00:00.000Z'],
    ['America/New_York', '30 1 * * *', '2026-11-01T03:00:00.000Z', '2026-11-01T15:00:00.000Z'],
  ])('runs once in the night of %s that has it twice', async (timezone, cron, from, to) => {
    const clock = new FakeClock(from);
    await scheduled(tested, clock, { cron, timezone });
    expect(await jobsAt(clock, tenMinutes(from, to))).toHaveLength(1);
  });
});

describe('runs that were missed', () => {
  it('for three days are made up for by one', async () => {
    const clock = new FakeClock('2026-05-01T12:00:00.000Z');
    const { id } = await scheduled(tested, clock, { cron: '0 7 * * *', timezone: 'UTC' });
    clock.set('2026-05-04T12:00:00.000Z');
    const [job, ...more] = await makeDueJobs(tested.database, clock.now());
    expect(more).toEqual([]);
    expect(await makeDueJobs(tested.database, clock.now())).toEqual([]);
    expect(await jobById(tested.database, job!)).toMatchObject({
      schedule: id,
      cause: 'time',
      due: '2026-05-04T07:00:00.000Z',
      missed_since: '2026-05-02T07:00:00.000Z',
      state: 'waiting',
    });
    await cancelJob(tested.database, job!, clock.now());
    expect(await makeDueJobs(tested.database, clock.now())).toEqual([]);
    clock.set('2026-05-05T07:00:00.000Z');
    expect(await makeDueJobs(tested.database, clock.now())).toHaveLength(1);
  });

  it('while a job was still at work are made up for once it has ended', async () => {
    const clock = new FakeClock('2026-05-01T12:00:00.000Z');
    await scheduled(tested, clock, { cron: '0 * * * *', timezone: 'UTC' });
    clock.set('2026-05-01T13:00:00.000Z');
    const [job] = await makeDueJobs(tested.database, clock.now());
    clock.set('2026-05-01T16:20:00.000Z');
    expect(await makeDueJobs(tested.database, clock.now())).toEqual([]);
    await cancelJob(tested.database, job!, clock.now());
    const made = await makeDueJobs(tested.database, clock.now());
    expect(made).toHaveLength(1);
    expect((await jobById(tested.database, made[0]!)).due).toBe('2026-05-01T16:00:00.000Z');
  });

  it('are none before the schedule was made, while it was off, or before its times changed', async () => {
    const clock = new FakeClock('2026-05-01T12:00:00.000Z');
    const off = { cron: '0 7 * * *', timezone: 'UTC', enabled: false };
    const { id } = await scheduled(tested, clock, off);
    clock.set('2026-05-03T12:00:00.000Z');
    expect(await makeDueJobs(tested.database, clock.now())).toEqual([]);
    const on = plan({ ...off, enabled: true });
    await replaceSchedule(tested.database, id, { plan: on, restsOn: 1, now: clock.now() });
    expect(await makeDueJobs(tested.database, clock.now())).toEqual([]);
    const earlier = plan({ ...on, cron: '0 11 * * *' });
    await replaceSchedule(tested.database, id, { plan: earlier, restsOn: 2, now: clock.now() });
    expect(await makeDueJobs(tested.database, clock.now())).toEqual([]);
  });

  it('are made up for once though many servers return at once', async () => {
    const clock = new FakeClock('2026-05-01T12:00:00.000Z');
    await scheduled(tested, clock);
    clock.set('2026-05-04T12:00:00.000Z');
    const servers = Array.from({ length: 8 }, () => makeDueJobs(tested.database, clock.now()));
    await Promise.all(servers);
    const jobs = await listJobs(tested.database, { schedule: null, before: null, limit: 10 });
    expect(jobs).toHaveLength(1);
  });
});

describe('a schedule', () => {
  const clock = new FakeClock('2026-05-01T12:00:00.000Z');

  it('is made once, by whoever asks again with the same id', async () => {
    const making = { id: 'chosen-id', plan: plan(), origin: 'person' as const, now: clock.now() };
    const [one, other] = await Promise.all([
      createSchedule(tested.database, making),
      createSchedule(tested.database, making),
    ]);
    expect(one).toEqual(other);
    expect(one).toMatchObject({ revision: 1, next: '2026-05-02T00:30:00.000Z', last_job: null });
  });

  it('is not changed by who has not seen the last change, and what it said stays', async () => {
    const { id } = await scheduled(tested, clock);
    const changing = { plan: plan({ name: 'Other' }), restsOn: 1, now: clock.now() };
    expect(await replaceSchedule(tested.database, id, changing)).toMatchObject({
      name: 'Other',
      revision: 2,
    });
    await expect(replaceSchedule(tested.database, id, changing)).rejects.toThrow(ConflictError);
    const kept = await tested.database.read<{ plan: string }>(
      'MATCH (r:SkeinScheduleRevision {schedule: $id}) RETURN r.plan AS plan ORDER BY r.revision',
      { id },
    );
    expect(kept.map((row) => (JSON.parse(row.plan) as { name: string }).name)).toEqual([
      'Nightly',
      'Other',
    ]);
  });

  it('that is retired stays with its jobs, and runs no more', async () => {
    const { id } = await scheduled(tested, clock);
    const job = await askForJob(tested.database, id, { now: clock.now() });
    const retired = await retireSchedule(tested.database, id, clock.now());
    expect(retired).toMatchObject({ retired: clock.now().toISOString(), next: null });
    expect(retired.last_job).toMatchObject({ id: job.id, state: 'cancelled' });
    await expect(askForJob(tested.database, id, { now: clock.now() })).rejects.toThrow('retired');
    await expect(retireSchedule(tested.database, id, clock.now())).rejects.toThrow(ConflictError);
    expect(await makeDueJobs(tested.database, new Date('2026-06-01T00:00:00Z'))).toEqual([]);
    expect((await listSchedules(tested.database, clock.now())).map((one) => one.id)).toEqual([id]);
  });

  it('run now twice by the same request is one job', async () => {
    const { id } = await scheduled(tested, clock);
    const asking = { request: 'request-1', now: clock.now() };
    const one = await askForJob(tested.database, id, asking);
    expect(await askForJob(tested.database, id, asking)).toEqual(one);
    expect(one).toMatchObject({ cause: 'person', missed_since: null });
  });

  it.each([
    [{ inbox: 'in/box' }, 'inbox'],
    [{ cron: '0 25 * * *' }, 'cron'],
    [{ timezone: 'Mars/Olympus' }, 'timezone'],
    [{ detectors: ['none-such'] }, 'detectors'],
  ])('of %j is refused at %s', async (fields, where) => {
    const refusal = await scheduled(tested, clock, fields).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InvalidDataError);
    expect((refusal as InvalidDataError).details[0]!.where).toBe(where);
  });

  it('that is not there is not found', async () => {
    await expect(scheduleById(tested.database, 'none', clock.now())).rejects.toThrow(NotFoundError);
    await expect(jobById(tested.database, 'none')).rejects.toThrow(NotFoundError);
  });
});
