import { createHash, randomUUID } from 'node:crypto';
import { loadQuery } from '../../../cypher/load-query.ts';
import type { Job, LoggedJob } from '../../../domain/input/schedule.ts';
import { messages } from '../../../domain/messages/index.ts';
import { actor } from '../../platform/access/actor.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { ConflictError, NotFoundError } from '../../platform/problems.ts';
import { inEnglish } from '../../platform/locale.ts';
import { scheduleById } from './schedule-store.ts';
import { jobOf, lineOf, type JobRow, type LineRow } from './stored.ts';

const text = messages.schedules;

/** A job is what one schedule does of one moment, or of one request: the same two make the same id. */
export function jobId(schedule: string, key: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([schedule, key]))
    .digest('hex');
  return `J-${digest.slice(0, 24)}`;
}

/** Those made last first; `before` is the last one of the page before. */
export async function listJobs(
  database: Database,
  { schedule, before, limit }: { schedule: string | null; before: Before | null; limit: number },
): Promise<Job[]> {
  const rows = await database.read<{ job: JobRow }>(loadQuery('watch/jobs'), {
    ...{ schedule, limit },
    made: before?.made ?? null,
    last: before?.id ?? null,
  });
  return rows.map(({ job }) => jobOf(job));
}

type Before = Pick<Job, 'made' | 'id'>;

/** With its log. Throws NotFoundError. */
export async function jobById(database: Database, id: string): Promise<LoggedJob> {
  const [row] = await database.read<{ job: JobRow; lines: LineRow[] }>(loadQuery('watch/job'), {
    id,
  });
  if (!row) throw new NotFoundError(text.noJob(id));
  return { ...jobOf(row.job), log: row.lines.map(lineOf) };
}

/** What its kept report is read by; null while there is none, and of jobs from before reports were kept. */
export async function reportOfJob(database: Database, id: string): Promise<string | null> {
  const [row] = await database.read<{ job: JobRow }>(loadQuery('watch/job'), { id });
  return row?.job.report ?? null;
}

/** Lets a schedule run now; `request` names the wish, so that the same one makes one job. */
export async function askForJob(
  database: Database,
  schedule: string,
  { request = randomUUID(), now }: { request?: string | undefined; now: Date },
): Promise<Job> {
  const { name, retries } = await scheduleById(database, schedule, now);
  const key = `asked:${request}`;
  const [made] = await database.write<{ id: string }>(loadQuery('watch/make_asked_job'), {
    ...{ schedule, key, id: jobId(schedule, key), attempts: retries + 1 },
    ...{ now: now.toISOString(), by: actor() },
  });
  if (!made) throw new ConflictError(text.isRetired(name));
  return jobById(database, made.id);
}

/** Throws NotFoundError, and ConflictError for one that has ended. */
export async function cancelJob(database: Database, id: string, now: Date): Promise<Job> {
  const by = actor();
  const asked = await database.write(loadQuery('watch/cancel_job'), {
    ...{ id, by, now: now.toISOString() },
    text: inEnglish(() => text.log.cancelAsked(by)),
  });
  const job = await jobById(database, id);
  // Asked before, and not yet ended: what is wanted is under way.
  if (asked.length === 0 && job.state !== 'running')
    throw new ConflictError(text.notCancelled(messages.watch.schedules.states[job.state]));
  return job;
}

/** Throws NotFoundError, and ConflictError for one that neither failed nor was cancelled. */
export async function retryJob(database: Database, id: string, now: Date): Promise<Job> {
  const before = await jobById(database, id);
  const { name, retries, retired } = await scheduleById(database, before.schedule, now);
  const by = actor();
  const retried = await database.write(loadQuery('watch/retry_job'), {
    ...{ id, attempts: retries + 1, now: now.toISOString() },
    text: inEnglish(() => text.log.retryAsked(by)),
  });
  if (retried.length > 0) return jobById(database, id);
  throw new ConflictError(
    retired === null
      ? text.notRetried(messages.watch.schedules.states[before.state])
      : text.isRetired(name),
  );
}
