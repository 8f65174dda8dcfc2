/** What is done again and again without being asked: schedules, and each of their runs, a job. */
import { z } from 'zod';
import { recipientSchema } from './delivery.ts';
import { parameterChangesSchema } from '../parameters.ts';

/** Of a schedule. One from a file names it there, so that it is the same one after the file has changed. */
export const scheduleIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** What a person or a file says of a schedule. */
export const planSchema = z.object({
  name: z.string().trim().min(1).max(200),
  cron: z.string().trim().min(1).max(200).meta({
    description: 'minute hour day month weekday, or six fields with seconds in front',
  }),
  timezone: z
    .string()
    .min(1)
    .max(60)
    .default('UTC')
    .meta({ description: 'IANA, such as Europe/Paris' }),
  inbox: z.string().min(1).max(4_000).nullable().default(null).meta({
    description: 'absolute path of a folder whose data sets are loaded first; null: none',
  }),
  detectors: z
    .array(z.string().min(1).max(100))
    .min(1)
    .max(200)
    .nullable()
    .default(null)
    .meta({ description: 'ids of those that run; null: all' }),
  parameters: parameterChangesSchema.default({}).meta({
    description: 'by id of the detector, values in the place of those in force, for its runs alone',
  }),
  changed_only: z.boolean().optional().meta({
    description: 'asks only what may have changed since the last run; the result is the same',
  }),
  recipients: z.array(recipientSchema).max(50).default([]),
  time_limit_minutes: z
    .int()
    .min(1)
    .max(7 * 24 * 60)
    .default(120),
  retries: z.int().min(0).max(10).default(3),
  enabled: z.boolean().default(true),
});
export type Plan = z.output<typeof planSchema>;

/** A schedule from a file is changed there; one of `--report-cron` by starting the server otherwise. */
export const scheduleOrigins = ['person', 'file', 'command'] as const;
export type ScheduleOrigin = (typeof scheduleOrigins)[number];

export const jobStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

/** `pull` loads what is new in the inbox. */
export const jobSteps = ['pull', 'detect', 'report', 'deliver'] as const;
export type JobStep = (typeof jobSteps)[number];

const countsSchema = z.record(z.string(), z.number());

export const jobSchema = z.object({
  id: z.string(),
  schedule: z.string(),
  /** The schedule's as it was when the job was made. */
  name: z.string(),
  revision: z.int(),
  cause: z.enum(['time', 'person']),
  /** The moment that it is the run of; of one that a person asked for, when they did. */
  due: z.string(),
  /** The first of the moments before `due` at which nothing ran, as no server did; null when there is none. */
  missed_since: z.string().nullable(),
  state: z.enum(jobStates),
  /** Counts from 1; 0 before the first. */
  attempt: z.int(),
  attempts: z.int(),
  /** When it is tried next; null unless it waits. */
  next_at: z.string().nullable(),
  /** Null for a run at its time. */
  asked_by: z.string().nullable(),
  made: z.string(),
  started: z.string().nullable(),
  ended: z.string().nullable(),
  /** The server that runs it, or ran it last. */
  holder: z.string().nullable(),
  /** Grows whenever a server takes it; a write that names an earlier one is refused. */
  token: z.int(),
  cancel_asked: z.string().nullable(),
  cancel_by: z.string().nullable(),
  problem: z.string().nullable(),
  /** The run of detection that it made. */
  run: z.string().nullable(),
  counts: countsSchema,
});
export type Job = z.infer<typeof jobSchema>;

export const jobLineSchema = z.object({
  number: z.int(),
  at: z.string(),
  /** The token of whoever wrote it; 0 for what a person did. */
  token: z.int(),
  step: z.enum(jobSteps).nullable(),
  text: z.string(),
  /** How long the step took; null in all lines but its last. */
  seconds: z.number().nullable(),
  counts: countsSchema.nullable(),
});
export type JobLine = z.infer<typeof jobLineSchema>;

export const loggedJobSchema = jobSchema.extend({ log: z.array(jobLineSchema) });
export type LoggedJob = z.infer<typeof loggedJobSchema>;

export const scheduleSchema = planSchema.extend({
  id: z.string(),
  origin: z.enum(scheduleOrigins),
  revision: z.int(),
  made: z.string(),
  made_by: z.string(),
  changed: z.string(),
  changed_by: z.string(),
  /** It stays, with its jobs, and never runs again. */
  retired: z.string().nullable(),
  retired_by: z.string().nullable(),
  /** Null while it is switched off, and once it is retired. */
  next: z.string().nullable(),
  last_job: jobSchema.nullable(),
});
export type Schedule = z.infer<typeof scheduleSchema>;

/** With what of it the operator does not allow, or does no more: its jobs fail by that. */
export const shownScheduleSchema = scheduleSchema.extend({
  not_allowed: z.array(z.object({ where: z.string(), problem: z.string() })),
});
export type ShownSchedule = z.infer<typeof shownScheduleSchema>;
