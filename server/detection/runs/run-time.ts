import type { Database } from '../../graph/neo4j/database.ts';
import { latestRun } from './read-runs.ts';

/**
 * When a run begins, ISO 8601 in UTC: now, or just after the run that counted last where the clock was put back since. The run that
 * began last is the one in force, so one that is made later must not begin earlier.
 */
export async function beginningOfRun(database: Database): Promise<string> {
  const latest = await latestRun(database);
  return notBefore(latest && new Date(Date.parse(latest.started) + 1).toISOString());
}

/** Now, but not before that time. */
export function notBefore(time: string | null): string {
  const now = new Date().toISOString();
  return time !== null && time > now ? time : now;
}
