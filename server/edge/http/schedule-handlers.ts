import type { scheduleRoutes } from '../../../domain/api/schedules.ts';
import type { Schedule, ShownSchedule } from '../../../domain/input/schedule.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import {
  askForJob,
  cancelJob,
  jobById,
  listJobs,
  retryJob,
} from '../../operations/watch/job-store.ts';
import { checkPlanAllowed, withNotAllowed } from '../../operations/watch/plan-allowed.ts';
import {
  createSchedule,
  listSchedules,
  replaceSchedule,
  retireSchedule,
  scheduleById,
} from '../../operations/watch/schedule-store.ts';
import { nextTimes } from '../../platform/times.ts';
import { sendJobReport } from './job-report.ts';
import { pageOf, readCursor } from './paging.ts';
import type { Handlers } from './served.ts';

/** Schedules and their jobs. Which server then runs a job is for the servers to settle. */
export const scheduleHandlers: Pick<Handlers, keyof typeof scheduleRoutes> = {
  schedules: async ({ database, settings }) => ({
    items: await withNotAllowed(await listSchedules(database, new Date()), settings),
    next: null,
  }),

  createSchedule: async ({ database, settings }, { body: { id, ...plan } }) => {
    await checkPlanAllowed(plan, settings);
    const made = { id, plan, origin: 'person' as const, now: new Date() };
    return shown(settings, await createSchedule(database, made));
  },

  scheduleTimes: (_served, { query: { cron, timezone } }) => {
    const times = nextTimes(cron, timezone, new Date(), 3);
    return Promise.resolve({ items: times.map((time) => time.toISOString()) });
  },

  schedule: async ({ database, settings }, { params }) =>
    shown(settings, await scheduleById(database, params.schedule, new Date())),

  replaceSchedule: async ({ database, settings }, { params, body: { rests_on, ...plan } }) => {
    const now = new Date();
    await checkPlanAllowed(plan, settings, await scheduleById(database, params.schedule, now));
    const replacing = { plan, restsOn: rests_on, now };
    return shown(settings, await replaceSchedule(database, params.schedule, replacing));
  },

  retireSchedule: async ({ database, settings }, { params }) =>
    shown(settings, await retireSchedule(database, params.schedule, new Date())),

  runSchedule: ({ database }, { params, body }) =>
    askForJob(database, params.schedule, { request: body.id, now: new Date() }),

  jobs: async ({ database }, { query: { cursor, limit, schedule = null } }) => {
    const { mark } = readCursor(cursor);
    const [made = '', id = ''] = mark.split(' ');
    const before = mark === '' ? null : { made, id };
    const found = await listJobs(database, { schedule, before, limit: limit + 1 });
    return pageOf(found, limit, (last) => ({
      mark: `${last.made} ${last.id}`,
      after: null,
    }));
  },

  job: ({ database }, { params }) => jobById(database, params.job),

  jobReport: sendJobReport,

  cancelJob: ({ database }, { params }) => cancelJob(database, params.job, new Date()),

  retryJob: ({ database }, { params }) => retryJob(database, params.job, new Date()),
};

async function shown(settings: Settings, schedule: Schedule): Promise<ShownSchedule> {
  return (await withNotAllowed([schedule], settings))[0]!;
}
