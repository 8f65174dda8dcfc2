import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { planSchema, scheduleIdSchema, type Plan } from '../../../domain/input/schedule.ts';
import { messages } from '../../../domain/messages/index.ts';
import { InvalidDataError, UsageError, type Detail } from '../../platform/problems.ts';
import { readAllowList } from '../../platform/reach/allow-list.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { notAllowedIn } from './plan-allowed.ts';
import { checkPlan } from './schedule-store.ts';

const text = messages.schedules.file;

const fileSchema = z.strictObject({
  schedules: z.array(z.strictObject({ id: scheduleIdSchema, ...planSchema.shape })).max(1_000),
});

/** A schedule as a file states it. */
export interface StatedSchedule {
  id: string;
  plan: Plan;
}

export interface ScheduleFile {
  path: string;
  schedules: StatedSchedule[];
}

/**
 * Reads the file that SKEIN_SCHEDULES names, or `schedules.json` in SKEIN_HOME; null when none is named and there is none. Throws
 * UsageError with a line for each fault: which schedule, which field, what.
 */
export async function readScheduleFile(
  settings: Settings,
  now: Date,
): Promise<ScheduleFile | null> {
  const path = settings.schedules ?? join(settings.home, 'schedules.json');
  const read = await readText(path);
  if (read === null) {
    if (settings.schedules === undefined) return null;
    throw new UsageError(text.missing(path));
  }
  const json = parsed(path, read);
  const checked = fileSchema.safeParse(json);
  if (!checked.success)
    throw refused(
      path,
      checked.error.issues.flatMap((issue) => said(issue, json)),
    );
  const schedules = checked.data.schedules.map(({ id, ...plan }) => ({ id, plan }));
  const faults = await faultsOf(schedules, settings, now);
  if (faults.length > 0) throw refused(path, faults);
  return { path, schedules };
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function parsed(path: string, read: string): unknown {
  try {
    return JSON.parse(read);
  } catch (error) {
    throw new UsageError(text.notJson(path, (error as Error).message));
  }
}

/** What the shape alone does not show. */
async function faultsOf(
  schedules: readonly StatedSchedule[],
  settings: Settings,
  now: Date,
): Promise<Detail[]> {
  const allowList = await readAllowList(settings);
  const faults: Detail[] = [];
  const seen = new Set<string>();
  for (const { id, plan } of schedules) {
    const which = text.schedule(id);
    if (seen.has(id)) faults.push(fault(which, 'id', text.twice));
    seen.add(id);
    for (const { where, problem } of await notAllowedIn(plan, allowList))
      faults.push(fault(which, where, problem));
    try {
      await checkPlan(plan, now);
    } catch (error) {
      if (!(error instanceof InvalidDataError)) throw error;
      faults.push(...error.details.map(({ where, problem }) => fault(which, where, problem)));
    }
  }
  return faults;
}

function said(issue: z.core.$ZodIssue, json: unknown): Detail[] {
  const [, at, ...field] = issue.path;
  const which = typeof at === 'number' ? calledIn(json, at) : '';
  const rest = typeof at === 'number' ? field : issue.path;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => fault(which, [...rest, key].join('.'), text.unknownField(key)));
  return [fault(which, rest.join('.'), issue.message)];
}

/** By its id where it has one, else by its place. */
function calledIn(json: unknown, at: number): string {
  const stated = (json as { schedules: unknown[] }).schedules[at];
  const id = (stated as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? text.schedule(id) : text.place(at + 1);
}

function fault(which: string, field: string, problem: string): Detail {
  return { where: [which, field].filter((part) => part !== '').join(', '), problem };
}

function refused(path: string, faults: readonly Detail[]): UsageError {
  const lines = faults.map(({ where, problem }) => text.fault(where, problem));
  return new UsageError(text.faults(path, lines), faults);
}
