import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { findingSchema } from '../../domain/finding.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import { writeOutputs } from '../../server/detection/detect/outputs.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { detectedSample } from '../detected-sample.ts';

const sample = fileURLToPath(new URL('../../datasets/silverstar', import.meta.url));
const tested = testDatabase();
const minutes = 60_000;

/** Loads the folder into an emptied database, detects, and reads back what was written. */
async function outputsOf(folder: string): Promise<{ result: DetectionResult; files: Outputs }> {
  await tested.empty();
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  return outputsAgain();
}

async function outputsAgain(): Promise<{ result: DetectionResult; files: Outputs }> {
  return outputsFrom(await detect(tested.database, {}, silentProgress));
}

async function outputsFrom(
  result: DetectionResult,
): Promise<{ result: DetectionResult; files: Outputs }> {
  const out = await mkdtemp(join(tmpdir(), 'skein-out-'));
  await writeOutputs(tested.database, out, result);
  const names = ['findings.ndjson', 'clusters.ndjson', 'accounts.csv'] as const;
  const texts = await Promise.all(names.map((name) => readFile(join(out, name), 'utf8')));
  await rm(out, { recursive: true });
  return { result, files: Object.fromEntries(names.map((name, index) => [name, texts[index]!])) };
}
type Outputs = Record<string, string>;

/** The same rows in reverse order of each file, the header first; nothing else differs. */
async function reversed(folder: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'skein-reversed-'));
  await cp(folder, copy, { recursive: true });
  for (const name of (await readdir(copy)).filter((file) => file.endsWith('.csv'))) {
    const [header, ...rows] = parse(await readFile(join(copy, name), 'utf8'));
    const lines = [header!, ...rows.reverse()].map((cells) =>
      cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
    );
    await writeFile(join(copy, name), `${lines.join('\n')}\n`);
  }
  return copy;
}

/** Findings without what shuffling may change: the lines cited and the digest of the shuffled file. */
function withoutLines(findings: string): string {
  return findings.replace(/"sources":\[[^\]]*\]/g, '"sources":[]');
}

describe('the sample', () => {
  let first: { result: DetectionResult; files: Outputs };
  beforeAll(async () => {
    first = await outputsFrom(await detectedSample(tested));
  }, 10 * minutes);

  it('scores every account once, between 0 and 1, and keeps clusters apart', () => {
    const { accounts, clusters } = first.result;
    expect(new Set(accounts.map(({ account_id }) => account_id)).size).toBe(accounts.length);
    const members = clusters.flatMap((cluster) => cluster.accounts);
    expect(new Set(members).size).toBe(members.length);
    expect(first.files['accounts.csv']!.split('\n')).toHaveLength(accounts.length + 2);
  });

  it('gives every piece of evidence a source row, but for stubs', () => {
    const lines = first.files['findings.ndjson']!.trimEnd().split('\n');
    for (const finding of lines.map((line) => findingSchema.parse(JSON.parse(line))))
      for (const { sources, type } of finding.evidence)
        expect(sources.length, `${finding.id} ${type}`).toBeGreaterThan(0);
  });

  it(
    'gives the same bytes again, in a fresh database, without labels, and from rows in another order',
    async () => {
      expect((await outputsAgain()).files).toEqual(first.files);
      const folder = await reversed(sample);
      await rm(join(folder, 'labels.csv'));
      const other = await outputsOf(folder);
      expect(other.files['accounts.csv']).toBe(first.files['accounts.csv']);
      expect(other.files['clusters.ndjson']).toBe(first.files['clusters.ndjson']);
      expect(withoutLines(other.files['findings.ndjson']!)).toBe(
        withoutLines(first.files['findings.ndjson']!),
      );
      await rm(folder, { recursive: true });
      expect((await outputsOf(sample)).files).toEqual(first.files);
    },
    20 * minutes,
  );
});
