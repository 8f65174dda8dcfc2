/** Every text that a platform's files may hold is written by somebody who would like it to be run where it is shown. */
import { execFileSync } from 'node:child_process';
import { inflateSync } from 'node:zlib';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, it } from 'vitest';
import { detect } from '../../server/decisions/applied/detect.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { makeReport, type MadeReport } from '../../server/evidence/report/report.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { exportedBundle } from '../evidence/exporting.ts';
import { hostileDataset, shownIn } from './hostile-dataset.ts';
import { tried } from './tally.ts';

const tested = testDatabase();
const { dataset, inputs } = hostileDataset();
let result: DetectionResult;
let report: MadeReport;
let bundle: ReadonlyMap<string, string>;

beforeAll(async () => {
  const { database, settings } = tested;
  await loadFolders(database, settings, [await writeDataset(dataset)], {}, silentProgress);
  result = await detect(database, {}, silentProgress);
  report = await makeReport(database, { run: result.run.run, language: 'en', link: null });
  const [{ id } = { id: '' }] = result.clusters;
  ({ files: bundle } = await exportedBundle(tested, { scope: { kind: 'cluster', id } }));
});

/** Tags with what stands between quotes taken out: what is left is the page's own. */
function tagsOf(page: string): string {
  return (page.match(/<[a-z!/][^>]*>/gi) ?? [])
    .map((tag) => tag.replaceAll(/"[^"]*"/g, '""'))
    .join('\n');
}

function runsNothing(page: string): void {
  const tags = tagsOf(page);
  expect(tags).not.toMatch(/skein\(|skein-element|<img src=x|\son\w+\s*=/i);
  expect(page).not.toMatch(
    /<script>skein|<style>@import|(?:href|src|action)\s*=\s*"?\s*javascript:/i,
  );
  expect(page).not.toContain('\u202e');
}

function isWellFormed(xml: string): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    expect(name).not.toMatch(/skein-element|^script$/i);
  });
  parser.write(xml).close();
}

/** What a page or a picture shows, its marks read as the letters that they stand for. */
function read(markup: string): string {
  return markup
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(lt|gt|quot|apos|#39|#x27|amp);/g, (_mark, name: string) => letters[name]!);
}

const letters: Readonly<Record<string, string>> = {
  ...{ lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", '#x27': "'", amp: '&' },
};

/** All that a PDF holds, what is packed in it unpacked. */
function unpackedPdf(bytes: Buffer): string {
  const raw = bytes.toString('latin1');
  const streams = [...raw.matchAll(/stream\r?\n([^]*?)\r?\nendstream/g)].map(([, stream]) => {
    try {
      return inflateSync(Buffer.from(stream!, 'latin1')).toString('latin1');
    } catch {
      return stream!;
    }
  });
  return [raw.replaceAll(/stream\r?\n[^]*?\r?\nendstream/g, ''), ...streams].join('\n');
}

/** No cell of a table begins as a formula. */
function holdsNoFormula(csv: string): void {
  expect(csv).not.toMatch(/(?:^|,|\n)"?=skein/);
}

describe('what files hold', () => {
  it('is two hundred attacks and more, and is found all the same', () => {
    expect(inputs.size).toBeGreaterThanOrEqual(200);
    expect(result.clusters.length).toBeGreaterThan(0);
  });

  it('runs nowhere in the report, as a page, a mail or a table', async () => {
    const page = String(await report.file('html'));
    expect(page).toContain('skein()');
    tried('report', ...shownIn(inputs, read(page)));
    runsNothing(page);
    const mail = report.html((picture) => `cid:${picture}`);
    tried('mail', ...shownIn(inputs, read(mail)));
    runsNothing(mail);
    const table = String(await report.file('csv'));
    tried('cell', ...shownIn(inputs, table.replaceAll('""', '"')));
    holdsNoFormula(table);
    expect(report.title + report.headline).not.toMatch(/[\r\n]/);
  });

  it('runs nowhere in a PDF, and sends nobody elsewhere', async () => {
    const bytes = await report.file('pdf');
    const text = execFileSync('pdftotext', ['-', '-'], { input: bytes, encoding: 'utf8' });
    expect(text).toContain('skein()');
    tried('pdf', ...shownIn(inputs, text));
    const whole = unpackedPdf(Buffer.from(bytes));
    expect(whole).not.toMatch(
      /\/(?:JavaScript|JS|Launch|SubmitForm|ImportData|GoToR|OpenAction)\b/,
    );
    expect(whole).not.toMatch(/\/URI\s*\((?:javascript:|\/\/|https?:\/\/skein\.example)/i);
  });

  it('runs nowhere in a bundle, and breaks none of its files', () => {
    const named = (ending: RegExp) => [...bundle].filter(([name]) => ending.test(name));
    const pages = named(/report\.html$/);
    const pictures = named(/\.(?:svg|graphml|gexf)$/);
    const tables = named(/\.csv$/);
    for (const list of [pages, pictures, tables]) expect(list.length).toBeGreaterThan(0);
    for (const [, page] of pages) {
      tried('report', ...shownIn(inputs, read(page)));
      runsNothing(page);
    }
    for (const [, xml] of pictures) {
      tried('picture', ...shownIn(inputs, read(xml)));
      isWellFormed(xml);
    }
    for (const [name, table] of tables) {
      if (name.startsWith('data/sources')) continue;
      tried('cell', ...shownIn(inputs, table.replaceAll('""', '"')));
      holdsNoFormula(table);
    }
  });
});
