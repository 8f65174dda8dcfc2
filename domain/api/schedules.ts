import { z } from 'zod';
import { keptIdSchema } from '../case.ts';
import { jobSchema, loggedJobSchema, planSchema, shownScheduleSchema } from '../input/schedule.ts';
import { listOf, none, page, type Route } from './route.ts';

const ofSchedule = z.object({ schedule: z.string() });
const ofJob = z.object({ job: z.string() });
const chosenId = keptIdSchema
  .optional()
  .meta({ description: 'Chosen by the caller, so that a retry makes no second one' });

/** Schedules, and their jobs. */
export const scheduleRoutes = {
  schedules: {
    method: 'get',
    path: '/schedules',
    about: 'Schedules by name, the retired ones last, each with its next time and its last job',
    shows: null,
    may: 'look',
    params: none,
    query: none,
    answer: listOf(shownScheduleSchema),
  },
  createSchedule: {
    method: 'post',
    path: '/schedules',
    about: 'Makes a schedule',
    shows: null,
    may: 'lead',
    params: none,
    query: none,
    body: planSchema.extend({ id: chosenId }),
    answer: shownScheduleSchema,
  },
  scheduleTimes: {
    method: 'get',
    path: '/schedule-times',
    about: 'The next three times of a cron expression in a time zone',
    shows: null,
    may: 'look',
    params: none,
    query: z.object({ cron: planSchema.shape.cron, timezone: planSchema.shape.timezone }),
    answer: z.object({ items: z.array(z.string()) }),
  },
  schedule: {
    method: 'get',
    path: '/schedules/{schedule}',
    about: 'One schedule',
    shows: null,
    may: 'look',
    params: ofSchedule,
    query: none,
    answer: shownScheduleSchema,
  },
  replaceSchedule: {
    method: 'put',
    path: '/schedules/{schedule}',
    about:
      'Changes a schedule; answers 409 when another has changed it since the revision that this rests on, or when it stands in a file',
    shows: null,
    may: 'lead',
    params: ofSchedule,
    query: none,
    body: planSchema.extend({ rests_on: z.int().min(1) }),
    answer: shownScheduleSchema,
  },
  retireSchedule: {
    method: 'delete',
    path: '/schedules/{schedule}',
    about: 'Retires a schedule: it never runs again, and stays with all its jobs',
    shows: null,
    may: 'lead',
    params: ofSchedule,
    query: none,
    answer: shownScheduleSchema,
  },
  runSchedule: {
    method: 'post',
    path: '/schedules/{schedule}/jobs',
    about: 'Runs a schedule now; the job is taken by whichever server is free first',
    shows: null,
    may: 'lead',
    params: ofSchedule,
    query: none,
    body: z.object({ id: chosenId }),
    answer: jobSchema,
  },
  jobs: {
    method: 'get',
    path: '/jobs',
    about: 'Jobs, those made last first',
    shows: null,
    may: 'look',
    params: none,
    query: z.object({ ...page, schedule: z.string().optional() }),
    answer: listOf(jobSchema),
  },
  job: {
    method: 'get',
    path: '/jobs/{job}',
    about: 'A job with its log',
    shows: null,
    may: 'look',
    params: ofJob,
    query: none,
    answer: loggedJobSchema,
  },
  jobReport: {
    method: 'get',
    path: '/jobs/{job}/report',
    about: 'The report that a job made, as a page that stands alone and runs nothing',
    shows: null,
    may: 'work',
    params: ofJob,
    query: none,
    answer: null,
    mediaType: 'text/html',
  },
  cancelJob: {
    method: 'post',
    path: '/jobs/{job}/cancellation',
    about: 'Cancels a job; one at work ends within seconds and stores no more results',
    shows: null,
    may: 'lead',
    params: ofJob,
    query: none,
    answer: jobSchema,
  },
  retryJob: {
    method: 'post',
    path: '/jobs/{job}/retry',
    about: 'Tries a failed or cancelled job again, as its schedule stands now',
    shows: null,
    may: 'lead',
    params: ofJob,
    query: none,
    answer: jobSchema,
  },
} as const satisfies Record<string, Route>;
