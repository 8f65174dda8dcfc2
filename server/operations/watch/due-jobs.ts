import { loadQuery } from '../../../cypher/load-query.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { jobId } from './job-store.ts';
import { planOf } from './stored.ts';
import { readTimes } from '../../platform/times.ts';

interface Watched {
  id: string;
  plan: string;
  revision: number;
  /** Moments up to here have had their job, or shall have none. */
  considered: string;
}

/**
 * Makes the jobs whose moment has come; returns the ids of those made here. Of all the moments that passed while no server ran,
 * or while a job of the schedule was still at work, the latest alone gets one.
 */
export async function makeDueJobs(database: Database, now: Date): Promise<string[]> {
  const made: string[] = [];
  for (const watched of await database.read<Watched>(loadQuery('watch/watched'))) {
    const { id: schedule, revision, considered } = watched;
    const { cron, timezone, retries } = planOf(watched);
    const times = readTimes(cron, timezone);
    const due = times.upTo(now)?.toISOString() ?? '';
    if (due <= considered) continue;
    const first = times.after(new Date(considered))?.toISOString() ?? due;
    const [job] = await database.writeBriefly<{ id: string }>(loadQuery('watch/make_due_job'), {
      ...{ schedule, revision, considered, due, id: jobId(schedule, due) },
      ...{ attempts: retries + 1, missed_since: first < due ? first : null },
      now: now.toISOString(),
    });
    if (job) made.push(job.id);
  }
  return made;
}
