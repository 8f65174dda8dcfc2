import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messages } from '../../../domain/messages/index.ts';
import { keepContent, readContent } from '../delivery/content-store.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { NotFoundError } from '../../platform/problems.ts';
import { makeReport } from '../../evidence/report/report.ts';
import { jobById, reportOfJob } from './job-store.ts';

/** Where a server writes the report of a run. */
export function reportFolder(home: string, run: string): string {
  return join(home, 'reports', run);
}

/** Keeps a report's page in the database, so that every server can show it; returns what it is read by. */
export async function keepJobReport(
  database: Database,
  files: readonly string[],
  link: string | null,
): Promise<string | null> {
  const page = files.find((file) => file.endsWith('.html'));
  if (page === undefined) return null;
  return keepContent(database, {
    ...{ subject: '', summary: '', html: '', pictures: [], link },
    files: [
      {
        name: 'report.html',
        format: 'html',
        mediaType: 'text/html; charset=utf-8',
        bytes: await readFile(page),
      },
    ],
  });
}

/**
 * The page of a job's report as it was made. Of a job from before reports were kept it is the file that this server wrote,
 * or else it is made anew from the run, which stays. Throws NotFoundError for a job that has none.
 */
export async function jobReport(database: Database, home: string, id: string): Promise<string> {
  const { run } = await jobById(database, id);
  const kept = await reportOfJob(database, id);
  if (kept !== null) {
    const { files } = await readContent(database, kept);
    return Buffer.from(files[0]!.bytes).toString('utf8');
  }
  if (run === null) throw new NotFoundError(messages.schedules.noReport);
  const written = await readFile(join(reportFolder(home, run), 'report.html'), 'utf8').catch(
    () => null,
  );
  if (written !== null) return written;
  const made = await makeReport(database, { run, language: 'en', link: null });
  return String(await made.file('html'));
}
