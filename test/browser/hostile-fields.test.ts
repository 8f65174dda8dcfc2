/** Every text that a platform's files may hold is written by somebody who would like it to be run in the page that shows it. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { formatRef, nodeTypes } from '../../domain/schema/graph.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { hostileDataset, shownIn } from '../hostile/hostile-dataset.ts';
import { tried } from '../hostile/tally.ts';
import { long } from '../long.ts';
import { browsing } from './browsing.ts';

const tested = testDatabase();
const { open } = browsing(tested);
const { dataset, inputs } = hostileDataset();
/** Some forty pages are opened. */
const patient = { timeout: 20 * 60_000 };
let result: DetectionResult;

beforeAll(async () => {
  const { database, settings } = tested;
  await loadFolders(database, settings, [await writeDataset(dataset)], {}, silentProgress);
  result = await detect(database, { home: settings.home }, silentProgress);
});

/** So many nodes of each type, those that most is said of. */
async function nodes(ofEach: number): Promise<string[]> {
  const found: string[] = [];
  for (const { type, label } of nodeTypes) {
    if (label === 'Label') continue;
    const rows = await tested.database.read<{ id: string }>(
      `MATCH (n:${label}) WITH n ORDER BY size(keys(n)) DESC, n.id LIMIT toInteger($ofEach) RETURN n.id AS id`,
      { ofEach },
    );
    found.push(...rows.map(({ id }) => `/node/${encodeURIComponent(formatRef({ type, id }))}`));
  }
  return found;
}

/** What would be there if a text were taken for part of the page. */
function foreign(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'skein-element, img[src="x"], [onmouseover], [onload], [onerror], [href^="javascript:"]',
      ),
    ].map(({ outerHTML }) => outerHTML.slice(0, 200)),
  );
}

/** Which inputs stand on these pages, none of which ran. */
async function shownOn(paths: readonly string[]): Promise<Set<string>> {
  const { page, faults } = await open('/');
  const ran: string[] = [];
  await page.exposeFunction('skein', () => ran.push(page.url()));
  const seen = new Set<string>();
  for (const path of paths) {
    await page.goto(path);
    await page.locator('#root > *').first().waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
    const shown = shownIn(inputs, await page.locator('body').innerText());
    tried('page', ...shown);
    for (const input of shown) seen.add(input);
    expect(await foreign(page), path).toEqual([]);
    expect(ran).toEqual([]);
    expect(faults).toEqual([]);
  }
  return seen;
}

const rooms = ['/clusters', '/queue', '/watch', '/search?q=skein()', '/query', '/data'];

it('shows what it says of a node of each type, and runs nothing of it', patient, async () => {
  const seen = await shownOn([...rooms, ...(await nodes(1))]);
  expect(seen.size).toBeGreaterThan(nodeTypes.length);
});

it('nor of any other page', { ...patient, ...long }, async () => {
  const first = new Map(result.findings.map(({ detector, id }) => [detector, id]));
  const seen = await shownOn([
    ...rooms,
    ...result.clusters.slice(0, 3).map(({ id }) => `/cluster/${encodeURIComponent(id)}`),
    ...[...first.values()].map((id) => `/finding/${encodeURIComponent(id)}`),
    ...(await nodes(2)),
  ]);
  // Most of what the files say is on one of these pages.
  expect(seen.size).toBeGreaterThanOrEqual(100);
});
