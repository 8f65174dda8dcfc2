import { join } from 'node:path';
import { words } from '../../domain/words/index.ts';
import { detect } from '../detect/detect.ts';
import type { Database } from '../neo4j/database.ts';
import { silentProgress } from '../progress.ts';
import { reportFormats, writeReport } from '../report/report.ts';
import type { Settings } from '../settings.ts';

const says = words.report.schedule;

export interface ReportJob {
  database: Database;
  settings: Settings;
  /** Address of the server, for the report's links; null when none is known. */
  link: string | null;
  log: (line: string) => void;
}

/** Detects, and writes the report to `reports/<run>` in SKEIN_HOME; returns that folder. */
export async function detectAndReport({
  database,
  settings,
  link,
  log,
}: ReportJob): Promise<string> {
  log(says.started);
  const { run } = await detect(database, { home: settings.home }, silentProgress);
  const out = join(settings.home, 'reports', run.run);
  await writeReport(database, { run: run.run, formats: reportFormats, language: 'en', out, link });
  log(says.done(out));
  return out;
}
