import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '../exchange/canonical.ts';
import type { Database } from '../neo4j/database.ts';
import { readReport, type ClusterReport } from './report-data.ts';
import { reportPage } from './report-page.ts';

export const reportFormats = ['html', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface ReportOptions {
  /** Null: the latest run. */
  run: string | null;
  formats: readonly ReportFormat[];
  /** The folder; made when it is not there. */
  out: string;
  /** Address of a running server that clusters can be opened at; null when none is known. */
  link: string | null;
}

export interface WrittenReport {
  run: string;
  /** Paths, one a format. */
  files: string[];
}

/**
 * Writes the cluster report of a run as `report.<format>`. The same run gives the same bytes. Throws
 * NotFoundError when there is no such run.
 */
export async function writeReport(
  database: Database,
  { run, formats, out, link }: ReportOptions,
): Promise<WrittenReport> {
  const report = await readReport(database, run);
  await mkdir(out, { recursive: true });
  const files: string[] = [];
  for (const format of formats) {
    const path = join(out, `report.${format}`);
    await put(path, reportText(report, format, link));
    files.push(path);
  }
  return { run: report.run.run, files };
}

function reportText(report: ClusterReport, format: ReportFormat, link: string | null): string {
  return format === 'html' ? reportPage(report, link) : `${canonicalJson(report)}\n`;
}

/** Beside its place first, so that nobody meets half a report. */
async function put(path: string, text: string): Promise<void> {
  const unfinished = `${path}.${process.pid}.part`;
  await writeFile(unfinished, text);
  await rename(unfinished, path);
}
