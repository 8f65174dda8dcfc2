import type {
  Job,
  JobLine,
  Plan,
  Schedule,
  ScheduleOrigin,
} from '../../../domain/input/schedule.ts';
import { readTimes } from '../../platform/times.ts';

/** How schedules and jobs lie in the database: what is nested as JSON, what is unknown left out. */

export interface ScheduleRow {
  id: string;
  origin: ScheduleOrigin;
  revision: number;
  plan: string;
  made: string;
  made_by: string;
  changed: string;
  changed_by: string;
  retired?: string;
  retired_by?: string;
}

export interface JobRow {
  id: string;
  schedule: string;
  name: string;
  plan: string;
  revision: number;
  cause: Job['cause'];
  due: string;
  state: Job['state'];
  attempt: number;
  attempts: number;
  made: string;
  token: number;
  deaths: number;
  missed_since?: string;
  next_at?: string;
  asked_by?: string;
  started?: string;
  ended?: string;
  holder?: string;
  cancel_asked?: string;
  cancel_by?: string;
  problem?: string;
  run?: string;
  /** Digest of the kept report. */
  report?: string;
  counts?: string;
}

export type LineRow = Pick<JobLine, 'number' | 'at' | 'token' | 'text'> & {
  step?: JobLine['step'];
  seconds?: number;
  counts?: string;
};

/** One of before there were parameters in it has none. */
export function planOf({ plan }: { plan: string }): Plan {
  return { parameters: {}, ...(JSON.parse(plan) as Omit<Plan, 'parameters'>) };
}

export function scheduleOf(row: ScheduleRow, job: JobRow | null, now: Date): Schedule {
  const { id, origin, revision, made, made_by, changed, changed_by } = row;
  const plan = planOf(row);
  const watched = plan.enabled && row.retired === undefined;
  const next = watched ? readTimes(plan.cron, plan.timezone).after(now) : null;
  return {
    ...plan,
    ...{ id, origin, revision, made, made_by, changed, changed_by },
    retired: row.retired ?? null,
    retired_by: row.retired_by ?? null,
    next: next?.toISOString() ?? null,
    last_job: job && jobOf(job),
  };
}

export function jobOf(row: JobRow): Job {
  const { id, schedule, name, revision, cause, due, state, attempt, attempts, made, token } = row;
  return {
    ...{ id, schedule, name, revision, cause, due, state, attempt, attempts, made, token },
    missed_since: row.missed_since ?? null,
    next_at: row.next_at ?? null,
    asked_by: row.asked_by ?? null,
    started: row.started ?? null,
    ended: row.ended ?? null,
    holder: row.holder ?? null,
    cancel_asked: row.cancel_asked ?? null,
    cancel_by: row.cancel_by ?? null,
    problem: row.problem ?? null,
    run: row.run ?? null,
    counts: readCounts(row.counts) ?? {},
  };
}

export function lineOf({ number, at, token, text, step, seconds, counts }: LineRow): JobLine {
  return {
    ...{ number, at, token, text },
    step: step ?? null,
    seconds: seconds ?? null,
    counts: readCounts(counts),
  };
}

function readCounts(text: string | undefined): Record<string, number> | null {
  return text === undefined ? null : (JSON.parse(text) as Record<string, number>);
}
