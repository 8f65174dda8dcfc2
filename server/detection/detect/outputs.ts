import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeOwnFile } from '../../platform/own-file.ts';
import type { DetectionResult } from '../runs/store-run.ts';

/**
 * The four files of the contract. All but run.json are the same bytes for the same data and parameters.
 * Each is written beside its place and then moved there, so that a reader never meets half a file.
 */
export async function writeOutputs(folder: string, result: DetectionResult): Promise<void> {
  await mkdir(folder, { recursive: true });
  await put(folder, 'findings.ndjson', lines(result.findings));
  await put(folder, 'clusters.ndjson', lines(result.clusters));
  await put(folder, 'accounts.csv', accountsCsv(result));
  await put(folder, 'run.json', `${JSON.stringify(result.run, null, 2)}\n`);
}

function put(folder: string, name: string, content: string): Promise<void> {
  return writeOwnFile(join(folder, name), content);
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
