import { randomUUID } from 'node:crypto';
import { isAbsolute } from 'node:path';
import { loadQuery } from '../../../cypher/load-query.ts';
import type { Plan, Schedule, ScheduleOrigin } from '../../../domain/input/schedule.ts';
import { messages } from '../../../domain/messages/index.ts';
import { actor } from '../../platform/access/actor.ts';
import { catalogue } from '../../detection/catalogue/catalogue.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { faultsOfChanges } from '../../detection/parameters/check-values.ts';
import { ranking } from '../../detection/parameters/tunable.ts';
import { ConflictError, InvalidDataError, NotFoundError } from '../../platform/problems.ts';
import { inEnglish } from '../../platform/locale.ts';
import { scheduleOf, type JobRow, type ScheduleRow } from './stored.ts';
import { nextTimes } from '../../platform/times.ts';

const text = messages.schedules;

/** By name, the retired ones last. */
export function listSchedules(database: Database, now: Date): Promise<Schedule[]> {
  return readSchedules(database, null, now);
}

/** Throws NotFoundError. */
export async function scheduleById(database: Database, id: string, now: Date): Promise<Schedule> {
  const [found] = await readSchedules(database, id, now);
  if (!found) throw new NotFoundError(text.noSchedule(id));
  return found;
}

async function readSchedules(database: Database, id: string | null, now: Date) {
  const rows = await database.read<{ schedule: ScheduleRow; job: JobRow | null }>(
    loadQuery('watch/schedules'),
    { id },
  );
  return rows.map(({ schedule, job }) => scheduleOf(schedule, job, now));
}

interface Making {
  id?: string | undefined;
  plan: Plan;
  origin: ScheduleOrigin;
  now: Date;
}

/** Nothing is made up for that lies before now. Throws InvalidDataError for a plan that could not run. */
export async function createSchedule(
  database: Database,
  { id = randomUUID(), plan, origin, now }: Making,
): Promise<Schedule> {
  await checkPlan(plan, now);
  await database.write(loadQuery('watch/create_schedule'), { id, origin, ...written(plan, now) });
  return scheduleById(database, id, now);
}

interface Replacing {
  plan: Plan;
  /** The revision that the new plan was made from. */
  restsOn: number;
  now: Date;
}

/** Throws NotFoundError, InvalidDataError, and ConflictError for one that a file states or that has changed meanwhile. */
export async function replaceSchedule(
  database: Database,
  id: string,
  { plan, restsOn, now }: Replacing,
): Promise<Schedule> {
  const before = await ownSchedule(database, id, now);
  await checkPlan(plan, now);
  await writePlan(database, before, { plan, restsOn, now, revive: false });
  return scheduleById(database, id, now);
}

/** Writes a plan over the one before, whoever states it; `revive` brings back what was retired. */
export async function writePlan(
  database: Database,
  before: Schedule,
  { plan, restsOn, now, revive }: Replacing & { revive: boolean },
): Promise<void> {
  const anew =
    before.retired !== null ||
    before.cron !== plan.cron ||
    before.timezone !== plan.timezone ||
    before.enabled !== plan.enabled;
  const changed = await database.write(loadQuery('watch/replace_schedule'), {
    ...{ id: before.id, rests_on: restsOn, revive, anew },
    ...written(plan, now),
  });
  if (changed.length > 0) return;
  const { retired, changed: at, changed_by } = await scheduleById(database, before.id, now);
  throw new ConflictError(
    retired === null ? text.changedMeanwhile(changed_by, at) : text.isRetired(before.name),
  );
}

/** Throws NotFoundError, and ConflictError for one that a file states or that is retired already. */
export async function retireSchedule(database: Database, id: string, now: Date): Promise<Schedule> {
  const before = await ownSchedule(database, id, now);
  if (!(await retire(database, id, now))) throw new ConflictError(text.isRetired(before.name));
  return scheduleById(database, id, now);
}

/** Retires a schedule, whoever states it; false when it is retired already. */
export async function retire(database: Database, id: string, now: Date): Promise<boolean> {
  const by = actor();
  const retired = await database.write(loadQuery('watch/retire_schedule'), {
    ...{ id, by, now: now.toISOString() },
    text: inEnglish(() => text.log.cancelledByRetiring(by)),
  });
  return retired.length > 0;
}

/** One that a person may change. */
async function ownSchedule(database: Database, id: string, now: Date): Promise<Schedule> {
  const schedule = await scheduleById(database, id, now);
  if (schedule.origin === 'file') throw new ConflictError(text.isFromFile(schedule.name));
  if (schedule.origin === 'command') throw new ConflictError(text.isFromCommand);
  return schedule;
}

/** Throws InvalidDataError for what no run could do, at the field's name. */
export async function checkPlan(plan: Plan, now: Date): Promise<void> {
  nextTimes(plan.cron, plan.timezone, now, 1);
  if (plan.inbox !== null && !isAbsolute(plan.inbox))
    throw refused('inbox', text.notAbsolute(plan.inbox));
  const all = await catalogue();
  const known = all.map(({ id }) => id);
  const unknown = plan.detectors?.find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw refused('detectors', messages.detect.unknownDetector(unknown, known));
  const running = all.filter(({ id }) => plan.detectors?.includes(id) ?? true);
  const faults = faultsOfChanges([...all, ranking], plan.parameters, [...running, ranking]);
  if (faults.length > 0)
    throw new InvalidDataError(
      faults[0]!.problem,
      faults.map(({ where, problem }) => ({ where: `parameters.${where}`, problem })),
    );
}

function refused(where: string, problem: string): InvalidDataError {
  return new InvalidDataError(problem, [{ where, problem }]);
}

function written(plan: Plan, now: Date) {
  const { name, enabled } = plan;
  return { name, enabled, plan: JSON.stringify(plan), now: now.toISOString(), by: actor() };
}
