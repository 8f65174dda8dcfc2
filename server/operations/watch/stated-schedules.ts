import type { Plan, Schedule, ScheduleOrigin } from '../../../domain/input/schedule.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { ConflictError, UsageError } from '../../platform/problems.ts';
import type { ScheduleFile, StatedSchedule } from './schedule-file.ts';
import {
  createSchedule,
  listSchedules,
  retire,
  scheduleById,
  writePlan,
} from './schedule-store.ts';

/** Schedules that nobody makes on the page: they are as the file, or the command, states them when a server starts. */

const text = messages.schedules.file;

interface Stating {
  now: Date;
  log: (line: string) => void;
}

/**
 * Brings the database in line with a file: what it states is made or changed, what was from a file and is in it no more is retired.
 * Throws UsageError when a person's schedule has the id of one of them.
 */
export async function applyScheduleFile(
  database: Database,
  { path, schedules }: ScheduleFile,
  stating: Stating,
): Promise<void> {
  await apply(database, 'file', schedules, stating);
  stating.log(text.read(path, schedules.length));
}

const commandId = 'report-cron';

/** The one schedule that `--report-cron` states; null retires it. */
export async function applyCommandSchedule(
  database: Database,
  stated: Pick<Plan, 'cron' | 'timezone'> | null,
  stating: Stating,
): Promise<void> {
  const rest = { inbox: null, detectors: null, parameters: {}, recipients: [], retries: 3 };
  const limit = { time_limit_minutes: 24 * 60, enabled: true };
  const plan = stated && { ...stated, ...rest, ...limit, name: text.name };
  await apply(database, 'command', plan ? [{ id: commandId, plan }] : [], stating);
}

async function apply(
  database: Database,
  origin: ScheduleOrigin,
  stated: readonly StatedSchedule[],
  { now, log }: Stating,
): Promise<void> {
  const known = new Map((await listSchedules(database, now)).map((each) => [each.id, each]));
  const others = stated.filter(({ id }) => (known.get(id)?.origin ?? origin) !== origin);
  if (others.length > 0)
    throw new UsageError(
      others.map(({ id }) => text.fault(text.schedule(id), text.taken)).join('\n'),
    );
  for (const { id, plan } of stated) {
    const before = known.get(id);
    if (!before) await createSchedule(database, { id, plan, origin, now });
    else if (before.retired !== null || !samePlan(before, plan))
      await bringUp(database, before, plan, now);
  }
  const ids = new Set(stated.map(({ id }) => id));
  for (const gone of known.values()) {
    if (gone.origin !== origin || gone.retired !== null || ids.has(gone.id)) continue;
    if (await retire(database, gone.id, now)) log(text.retired(gone.name));
  }
}

/** Another server that starts with the same file may be first, and has then done the same. */
async function bringUp(database: Database, before: Schedule, plan: Plan, now: Date): Promise<void> {
  try {
    await writePlan(database, before, { plan, restsOn: before.revision, now, revive: true });
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const after = await scheduleById(database, before.id, now);
    if (after.retired !== null || !samePlan(after, plan)) throw error;
  }
}

function samePlan(schedule: Schedule, plan: Plan): boolean {
  return (Object.keys(plan) as (keyof Plan)[]).every(
    (field) => JSON.stringify(schedule[field]) === JSON.stringify(plan[field]),
  );
}
