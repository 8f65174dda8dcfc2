import type { scheduleRoutes } from '../../domain/api/schedules.ts';
import { askForJob, cancelJob, jobById, listJobs, retryJob } from '../watch/job-store.ts';
import {
  createSchedule,
  listSchedules,
  replaceSchedule,
  retireSchedule,
  scheduleById,
} from '../watch/schedule-store.ts';
import { nextTimes } from '../watch/times.ts';
import { sendJobReport } from './job-report.ts';
import { pageOf, readCursor } from './paging.ts';
import type { Handlers } from './served.ts';

/** Schedules and their jobs. Which server then runs a job is for the servers to settle. */
export const scheduleHandlers: Pick<Handlers, keyof typeof scheduleRoutes> = {
  schedules: async ({ database }) => ({
    items: await listSchedules(database, new Date()),
    next: null,
  }),

  createSchedule: ({ database }, { body: { id, ...plan } }) =>
    createSchedule(database, { id, plan, origin: 'person', now: new Date() }),

  scheduleTimes: (_served, { query: { cron, timezone } }) => {
    const times = nextTimes(cron, timezone, new Date(), 3);
    return Promise.resolve({ items: times.map((time) => time.toISOString()) });
  },

  schedule: ({ database }, { params }) => scheduleById(database, params.schedule, new Date()),

  replaceSchedule: ({ database }, { params, body: { rests_on, ...plan } }) =>
    replaceSchedule(database, params.schedule, { plan, restsOn: rests_on, now: new Date() }),

  retireSchedule: ({ database }, { params }) =>
    retireSchedule(database, params.schedule, new Date()),

  runSchedule: ({ database }, { params, body }) =>
    askForJob(database, params.schedule, { request: body.id, now: new Date() }),

  jobs: async ({ database }, { query: { cursor, limit, schedule = null } }) => {
    const { mark } = readCursor(cursor);
    const [made = '', id = ''] = mark.split(' ');
    const before = mark === '' ? null : { made, id };
    const found = await listJobs(database, { schedule, before, limit: limit + 1 });
    return pageOf(found, limit, (last) => ({
      mark: last ? `${last.made} ${last.id}` : '',
      skip: 0,
    }));
  },

  job: ({ database }, { params }) => jobById(database, params.job),

  jobReport: sendJobReport,

  cancelJob: ({ database }, { params }) => cancelJob(database, params.job, new Date()),

  retryJob: ({ database }, { params }) => retryJob(database, params.job, new Date()),
};
