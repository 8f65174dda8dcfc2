import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { loadQuery } from '../../../cypher/load-query.ts';
import type { Task, taskWritingSchema, TaskState, WaitingFor } from '../../../domain/case-work.ts';
import { me, nobody } from '../../../domain/disposition.ts';
import { messages } from '../../../domain/messages/index.ts';
import { actor } from '../../platform/access/actor.ts';
import type { Database, Writer } from '../../graph/neo4j/database.ts';
import { ConflictError, NotFoundError } from '../../platform/problems.ts';
import { familyOf } from './family.ts';
import { differences, holdForWork, noteEvent, stamp, type Stamp } from './held-case.ts';
import { checkWhom, reader } from './members.ts';

const text = messages.caseProblems;

/** A task with what lists of it are ordered by. */
export interface PlacedTask {
  found: Task;
  place: string;
}

interface TaskPage {
  /** The place of the last one before, and its id. */
  after: readonly [string, string] | null;
  limit: number;
}

const today = () => new Date().toISOString().slice(0, 10);

/** Of a case and those joined into it; how many there are of that state in all. */
export async function caseTasks(
  database: Database,
  caseId: string,
  state: TaskState,
  page: TaskPage,
): Promise<{ found: PlacedTask[]; total: number }> {
  const cases = await familyOf(database, caseId);
  const asked = {
    cases,
    of: null,
    done: state === 'done',
    today: today(),
    reader: reader(),
    ...page,
  };
  const [found, counts] = await Promise.all([
    database.read<PlacedTask>(loadQuery('cases/tasks'), asked),
    countTasks(database, cases),
  ]);
  return { found, total: counts[state] };
}

/** Open ones of all cases; `whom` as the route has it. */
export async function openTasks(
  database: Database,
  whom: string | undefined,
  page: TaskPage,
): Promise<{ found: PlacedTask[]; total: number }> {
  const named = whom === me ? actor() : whom;
  const of = named === undefined ? null : named === nobody ? '' : named;
  const asked = { cases: null, of, done: false, today: today(), reader: reader(), ...page };
  const [found, people] = await Promise.all([
    database.read<PlacedTask>(loadQuery('cases/tasks'), asked),
    tasksByPerson(database),
  ]);
  const counted = people.filter(({ whom: one }) => of === null || (one ?? '') === of);
  return { found, total: counted.reduce((sum, { open }) => sum + open, 0) };
}

type Counted = WaitingFor & { done: number };

/** Those with open ones, most first. */
export async function tasksByPerson(database: Database): Promise<WaitingFor[]> {
  const asked = { cases: null, today: today(), reader: reader() };
  const rows = await database.read<Counted>(loadQuery('cases/task_counts'), asked);
  return rows.filter(({ open }) => open > 0);
}

export async function countTasks(
  database: Database,
  cases: readonly string[],
): Promise<Pick<Counted, 'open' | 'overdue' | 'done'>> {
  const asked = { cases, today: today(), reader: reader() };
  const rows = await database.read<Counted>(loadQuery('cases/task_counts'), asked);
  const sum = (of: 'open' | 'overdue' | 'done') => rows.reduce((all, row) => all + row[of], 0);
  return { open: sum('open'), overdue: sum('overdue'), done: sum('done') };
}

/** Makes a task; the same id again changes nothing. */
export async function createTask(
  database: Database,
  caseId: string,
  {
    id = randomUUID(),
    ...writing
  }: z.output<typeof taskWritingSchema> & { id?: string | undefined },
): Promise<Task> {
  const stamped = stamp();
  return database.transaction(async (tx) => {
    await holdForWork(tx, caseId);
    await checkWhom(tx, caseId, writing.whom);
    const asked = { case: caseId, id, ...writing, ...stamped };
    const [made] = await tx.run<{ case: string; made: boolean }>(
      loadQuery('cases/create_task'),
      asked,
    );
    if (made?.case !== caseId) throw new ConflictError(text.idInUse(id));
    if (made.made) {
      const { what, ...after } = writing;
      const event = { case: caseId, act: 'make_task', of: id, title: what, after } as const;
      await noteTask(tx, stamped, event);
    }
    return taskOf(tx, caseId, id);
  });
}

interface TaskChange {
  rests_on: number;
  what?: string;
  whom?: string | null;
  due?: string | null;
  done?: boolean;
}

/** Throws NotFoundError, and ConflictError when it has changed since the revision that the change rests on. */
export async function changeTask(
  database: Database,
  { case: caseId, task: id }: { case: string; task: string },
  { rests_on: restsOn, done, ...change }: TaskChange,
): Promise<Task> {
  const stamped = stamp();
  return database.transaction(async (tx) => {
    await holdForWork(tx, caseId);
    const was = await taskOf(tx, caseId, id);
    if (was.revision !== restsOn) throw new ConflictError(text.taskMeanwhile);
    await checkWhom(tx, caseId, change.whom ?? null);
    const isDone = was.done !== null;
    const turned = done === undefined || done === isDone ? {} : turnedTask(done, stamped);
    const differs = differences(was, change);
    if (Object.keys(turned).length === 0 && !differs) return was;
    const task = { ...change, ...turned, revision: restsOn + 1 };
    await tx.run(loadQuery('cases/store_task'), { id, task });
    const event = { case: caseId, of: id, title: change.what ?? was.what } as const;
    if (differs) await noteTask(tx, stamped, { ...event, act: 'change_task', ...differs });
    if (Object.keys(turned).length > 0)
      await noteTask(tx, stamped, { ...event, act: done ? 'do_task' : 'reopen_task' });
    return taskOf(tx, caseId, id);
  });
}

function turnedTask(done: boolean, { by, now }: Stamp): Record<string, string | null> {
  return done
    ? { done_by: by, done_at: now }
    : { done_by: null, done_at: null, reopened_by: by, reopened_at: now };
}

async function noteTask(
  tx: Writer,
  stamped: Stamp,
  event: Parameters<typeof noteEvent>[2],
): Promise<void> {
  await noteEvent(tx, stamped, event);
  await tx.run(loadQuery('cases/touch_case'), { case: event.case, ...stamped });
}

async function taskOf(tx: Writer, caseId: string, id: string): Promise<Task> {
  const asked = { case: caseId, id, today: today() };
  const [row] = await tx.run<{ found: Task }>(loadQuery('cases/task'), asked);
  if (!row) throw new NotFoundError(text.noTask(id));
  return row.found;
}
