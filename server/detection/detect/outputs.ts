import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../../graph/neo4j/database.ts';
import { writeOwnFile } from '../../platform/own-file.ts';
import { withEvidence } from '../runs/read-runs.ts';
import type { DetectionResult } from '../runs/store-run.ts';

/**
 * The four files of the contract, of a run that the database has. All but run.json are the same bytes for the same data and
 * parameters. Each is written beside its place and then moved there, so that a reader never meets half a file.
 */
export async function writeOutputs(
  database: Database,
  folder: string,
  result: DetectionResult,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await put(folder, 'findings.ndjson', findingLines(database, result));
  await put(folder, 'clusters.ndjson', lines(result.clusters));
  await put(folder, 'accounts.csv', accountsCsv(result));
  await put(folder, 'run.json', `${JSON.stringify(result.run, null, 2)}\n`);
}

function put(folder: string, name: string, content: Parameters<typeof writeOwnFile>[1]) {
  return writeOwnFile(join(folder, name), content);
}

/** Some at a time: of a large platform they are more than a text can hold. */
async function* findingLines(
  database: Database,
  { run: { run }, findings }: DetectionResult,
): AsyncGenerator<string> {
  for await (const batch of withEvidence(database, run, findings))
    yield batch
      .map(
        ({ finding, evidence }) =>
          `${JSON.stringify(finding).slice(0, -1)},"evidence":${evidence}}\n`,
      )
      .join('');
}

function lines(items: readonly unknown[]): string {
  return items.map((item) => `${JSON.stringify(item)}\n`).join('');
}

function accountsCsv({ accounts }: DetectionResult): string {
  const rows = accounts.map(({ account_id, score, cluster_id, detectors }) =>
    [account_id, String(score), cluster_id ?? '', detectors.join('|')].map(cell).join(','),
  );
  return `${['account_id,score,cluster_id,detectors', ...rows].join('\n')}\n`;
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
