import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { testDatabase } from '../database.ts';
import { loadRing } from '../explore/ring.ts';
import { loadPlatform } from '../search/platform.ts';
import { repeated } from '../long.ts';
import { graveViolations } from './accessibility.ts';
import { browsing, desk, small } from './browsing.ts';
import { nodesShown, settled } from './canvas.ts';
import { keepScreenshot } from './screenshots.ts';

const text = messages.search;
const tested = testDatabase();
const { open } = browsing(tested);
let result: DetectionResult;

beforeAll(async () => {
  await loadPlatform(tested);
  result = await loadRing(tested);
});

const options = (page: Page) => page.getByRole('option');

/** Types into the box, which `/` leads to, and waits for an answer that holds the text. */
async function searched(page: Page, q: string, expected: string): Promise<void> {
  await page.locator('.search input').waitFor();
  await page.keyboard.press('/');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(q);
  await options(page).filter({ hasText: expected }).first().waitFor();
  // The best of what was asked for is chosen, so that keys go on from there.
  await options(page).and(page.locator('[data-combobox-selected]')).waitFor();
}

describe('the search box', () => {
  it('finds across scripts, by blocks, numbers and with slips, kind by kind, and says where', async () => {
    const { page, faults } = await open('/');
    await searched(page, 'Kim Minjun', '김민준');
    await searched(page, '192.0.3.0/24', '192.0.3.77');
    await expect.poll(() => options(page).count()).toBe(3);
    await searched(page, '555 010 0000', text.matched('phone'));
    await searched(page, 'Silbersttar', text.similar);
    await searched(page, 'tortoise', text.matched('text'));
    await searched(page, 'volasys', 'Volasys Silver Star');
    await searched(page, 'müller', 'Jürgen Müller');
    await keepScreenshot(page, 'search-grouped');
    expect(await graveViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('finds findings, clusters and detectors, and opens what is picked by the keyboard', async () => {
    const { page, faults } = await open('/');
    const finding = result.findings[0]!;
    await searched(page, finding.id, finding.id);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/finding/${finding.id}`);
    const cluster = result.clusters[0]!;
    await searched(page, cluster.id, cluster.name);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/cluster/${cluster.id}`);
    await searched(page, 'shared payout', 'shared-payout');
    expect(faults).toEqual([]);
  });

  it('opens all results at an address, one kind of them, and puts them on the canvas', async () => {
    const { page, faults } = await open('/');
    await searched(page, '192.0.3.0/24', '192.0.3.77');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=192.0.3.0%2F24');
    const rows = page.getByRole('list', { name: text.results }).getByRole('listitem');
    await expect.poll(() => rows.count()).toBe(2);
    await page.getByLabel(text.kinds).selectOption('account');
    await page.getByText(text.none('192.0.3.0/24')).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: text.put(2) }).click();
    await page.waitForURL('**on=canvas');
    await settled(page);
    expect(await nodesShown(page)).toBe(2);
    expect(faults).toEqual([]);
  });

  repeated([
    ['light', desk],
    ['dark', { ...desk, scheme: 'dark' as const }],
    ['narrow', small],
  ])('is a page that a colleague opens by its address: %s', async (name, looks) => {
    const { page, faults } = await open('/search?q=river.example', looks);
    await page.getByRole('heading', { name: text.page('river.example') }).waitFor();
    await page.getByRole('button', { name: /김민준/ }).waitFor();
    await keepScreenshot(page, `search-page-${name}`);
    expect(await graveViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('shows hostile names as they are', async () => {
    const { page, faults } = await open('/search?q=Hostile');
    await page.getByRole('button', { name: /<img src=x onerror/ }).waitFor();
    expect(faults).toEqual([]);
  });
});
