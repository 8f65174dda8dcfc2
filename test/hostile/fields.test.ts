/** Every text that a platform's files may hold is written by somebody who would like it to be run where it is shown. */
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, it } from 'vitest';
import { columnsOf } from '../../domain/schema/graph.ts';
import { files, type FileName } from '../../domain/schema/schema.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import type { DetectionResult } from '../../server/detection/runs/run-store.ts';
import { makeReport, type MadeReport } from '../../server/evidence/report/report.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { rowsOf, type CsvRow } from '../datasets/rows.ts';
import { writeDataset, type Dataset } from '../dataset.ts';
import { exportedBundle } from '../evidence/exporting.ts';

const attacks = [
  '<script>skein()</script>',
  '<img src=x onerror=skein()>',
  '"><svg onload=skein()>',
  "' onmouseover='skein()",
  ']]><skein-element/>',
  '</title><style>@import "//skein.example"</style>',
  '<a href="javascript:skein()">',
  '{{skein()}}${skein()}',
  '\u202eskein',
  "=skein()+cmd|'/C calc'!A0",
];

const tested = testDatabase();
/** Which attack stands in which column. */
const inputs = new Set<string>();
let result: DetectionResult;
let report: MadeReport;
let bundle: ReadonlyMap<string, string>;

/** The same after the same value, so that what was equal is equal still. */
function attackAfter(value: string, column: string): number {
  return Buffer.from(value + column).reduce((sum, byte) => sum + byte, 0);
}

function hostile(file: FileName, row: CsvRow): CsvRow {
  const columns = columnsOf(file);
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (value === '' || columns[column]?.kind !== 'text') return [column, value];
      const at = attackAfter(value, column) % attacks.length;
      inputs.add(`${file}.${column} ${at}`);
      const attack = attacks[at]!;
      // A spreadsheet takes for a formula only what begins as one.
      return [column, attack.startsWith('=') ? `${attack} ${value}` : `${value} ${attack}`];
    }),
  );
}

beforeAll(async () => {
  const dataset: Dataset = Object.fromEntries(
    (Object.keys(files) as FileName[])
      .filter((file) => file !== 'labels')
      .map((file) => [file, rowsOf(file).map((row) => hostile(file, row))])
      .filter(([, rows]) => rows!.length > 0),
  ) as Dataset;
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
    runsNothing(page);
    runsNothing(report.html((picture) => `cid:${picture}`));
    holdsNoFormula(String(await report.file('csv')));
    expect(report.title + report.headline).not.toMatch(/[\r\n]/);
  });

  it('runs nowhere in a bundle, and breaks none of its files', () => {
    const named = (ending: RegExp) => [...bundle].filter(([name]) => ending.test(name));
    const pages = named(/report\.html$/);
    const pictures = named(/\.(?:svg|graphml|gexf)$/);
    const tables = named(/\.csv$/);
    for (const list of [pages, pictures, tables]) expect(list.length).toBeGreaterThan(0);
    for (const [, page] of pages) runsNothing(page);
    for (const [, xml] of pictures) isWellFormed(xml);
    for (const [name, table] of tables) if (!name.startsWith('data/sources')) holdsNoFormula(table);
  });
});
