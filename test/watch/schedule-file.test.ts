import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ConflictError, UsageError } from '../../server/platform/problems.ts';
import { readScheduleFile } from '../../server/operations/watch/schedule-file.ts';
import {
  createSchedule,
  listSchedules,
  replaceSchedule,
  retireSchedule,
} from '../../server/operations/watch/schedule-store.ts';
import {
  applyCommandSchedule,
  applyScheduleFile,
} from '../../server/operations/watch/stated-schedules.ts';
import { testDatabase } from '../database.ts';
import { plan } from './plans.ts';

const tested = testDatabase();
const now = new Date('2026-05-01T12:00:00.000Z');
const stating = { now, log: () => undefined };

beforeEach(async () => {
  await tested.database.write(
    'MATCH (n) WHERE n:SkeinSchedule OR n:SkeinScheduleRevision DELETE n',
  );
});

async function read(content: unknown) {
  const path = join(tested.settings.home, 'mine.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return readScheduleFile({ ...tested.settings, schedules: path }, now);
}

async function state(schedules: readonly unknown[]) {
  await applyScheduleFile(tested.database, (await read({ schedules }))!, stating);
  return listSchedules(tested.database, now);
}

const nightly = { id: 'nightly', name: 'Nightly', cron: '0 2 * * *', timezone: 'Europe/Paris' };

describe('a file of schedules', () => {
  it('is in force as it stands, and what vanishes from it is retired', async () => {
    const weekly = { id: 'weekly', name: 'Weekly', cron: '0 2 * * MON' };
    expect(await state([nightly, weekly])).toMatchObject([
      { ...nightly, origin: 'file', revision: 1, time_limit_minutes: 120, retries: 3 },
      { ...weekly, timezone: 'UTC', revision: 1 },
    ]);
    // The same again changes nothing.
    expect(await state([nightly, weekly])).toMatchObject([{ revision: 1 }, { revision: 1 }]);
    expect(await state([{ ...nightly, retries: 0 }])).toMatchObject([
      { id: 'nightly', revision: 2, retries: 0, retired: null },
      { id: 'weekly', retired: now.toISOString(), next: null },
    ]);
    expect(await state([weekly])).toMatchObject([
      { id: 'weekly', retired: null },
      { id: 'nightly', retired: now.toISOString() },
    ]);
  });

  it('may be the same of servers that start at once', async () => {
    await state([nightly]);
    const file = (await read({ schedules: [{ ...nightly, retries: 1 }] }))!;
    const starting = Array.from({ length: 4 }, () =>
      applyScheduleFile(tested.database, file, stating),
    );
    await Promise.all(starting);
    expect(await listSchedules(tested.database, now)).toMatchObject([{ revision: 2, retries: 1 }]);
  });

  it('alone changes what stands in it', async () => {
    await state([nightly]);
    const changing = { plan: plan(), restsOn: 1, now };
    await expect(replaceSchedule(tested.database, 'nightly', changing)).rejects.toThrow(
      ConflictError,
    );
    await expect(retireSchedule(tested.database, 'nightly', now)).rejects.toThrow(
      'stands in a file',
    );
  });

  it('leaves alone what a person made, and takes no id of theirs', async () => {
    await createSchedule(tested.database, { id: 'nightly', plan: plan(), origin: 'person', now });
    await expect(state([nightly])).rejects.toThrow(/schedule nightly: a person has made/);
    expect(await state([])).toMatchObject([{ origin: 'person', retired: null }]);
  });

  it('need not be there unless it is named', async () => {
    expect(await readScheduleFile(tested.settings, now)).toBeNull();
    const named = { ...tested.settings, schedules: '/none/such.json' };
    await expect(readScheduleFile(named, now)).rejects.toThrow(/SKEIN_SCHEDULES names \/none/);
  });

  it.each([
    ['{', /mine\.json is not JSON: /],
    [[], /mine\.json cannot be used:\n- : /],
    [{ schedules: [{ ...nightly, cron: undefined }] }, /\n- schedule nightly, cron: /],
    [{ schedules: [{ name: 'x', cron: '0 0 * * *' }] }, /\n- schedule number 1, id: /],
    [
      { schedules: [{ ...nightly, retires: 3 }] },
      /\n- schedule nightly, retires: there is no field/,
    ],
    [{ schedules: [{ ...nightly, retries: 99 }] }, /\n- schedule nightly, retries: /],
    [{ schedules: [nightly, nightly] }, /\n- schedule nightly, id: two schedules/],
    [{ schedules: [{ ...nightly, cron: '0 99 * * *' }] }, /\n- schedule nightly, cron: "0 99/],
    [{ schedules: [{ ...nightly, timezone: 'X/Y' }] }, /\n- schedule nightly, timezone: X\/Y/],
    [{ schedules: [{ ...nightly, inbox: 'in' }] }, /\n- schedule nightly, inbox: in is not/],
    [
      { schedules: [{ ...nightly, parameters: { 'self-rating': { high_share: 7 } } }] },
      /\n- schedule nightly, parameters\.self-rating\.high_share: must be /,
    ],
    [
      { schedules: [{ ...nightly, detectors: ['odd-hours'], parameters: { 'self-rating': {} } }] },
      /\n- schedule nightly, parameters\.self-rating: .* not among the detectors that run/,
    ],
    [
      { schedules: [{ ...nightly, recipients: [{ kind: 'pigeon' }] }] },
      /\n- schedule nightly, recipients\.0\.kind: /,
    ],
  ])('of %j is refused, with where and what', async (content, said) => {
    const refusal = await read(content).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UsageError);
    expect((refusal as Error).message).toMatch(said);
  });
});

it('the command’s schedule is there as long as the server is started with it', async () => {
  const stated = { cron: '0 7 * * *', timezone: 'UTC' };
  await applyCommandSchedule(tested.database, stated, stating);
  await applyCommandSchedule(tested.database, stated, stating);
  expect(await listSchedules(tested.database, now)).toMatchObject([
    { id: 'report-cron', origin: 'command', revision: 1, ...stated },
  ]);
  await applyCommandSchedule(tested.database, null, stating);
  expect(await listSchedules(tested.database, now)).toMatchObject([{ retired: now.toISOString() }]);
});
