import { beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import {
  createDetection,
  endDetection,
} from '../../server/operations/detections/detection-store.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { anotherDetects } from '../another-detects.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { plainAccounts } from '../detectors/detecting.ts';
import { oneHand } from '../one-hand.ts';
import { FakeClock } from '../watch/fake-clock.ts';
import { rounds, scheduled, watchOf } from '../watch/plans.ts';
import { holdDetection } from '../detections/held-detection.ts';
import { graveViolations } from './accessibility.ts';
import { browsing, desk, small } from './browsing.ts';
import { keepScreenshot } from './screenshots.ts';

const text = messages.detections;
const jobs = messages.watch.schedules;
const tested = testDatabase();
const { open } = browsing(tested);

async function load(people: readonly string[]): Promise<void> {
  const folder = await writeDataset({ ...oneHand([...people]), accounts: plainAccounts(20) });
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
}

beforeAll(() => load(['a1', 'a2', 'a3']), 400_000);

describe('detection from the page', { timeout: 500_000 }, () => {
  it('is a button where nothing was detected, is found again after a reload, and brings what it found', async () => {
    const { page, faults } = await open('/');
    await page.getByText(messages.page.state.noRunTitle).waitFor();
    await page.getByRole('button', { name: text.button, exact: true }).press('Enter');
    const strip = page.getByRole('region', { name: text.title });
    const bar = strip.getByRole('progressbar', { name: text.progress });
    const goOn = await holdDetection(tested.database);
    // Of nothing done there is nothing to see.
    await bar.waitFor({ state: 'attached' });
    await page.reload();
    await bar.waitFor({ state: 'attached' });
    await goOn();
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'detecting');
    await page
      .getByRole('alert')
      .getByText(/^Detected: /)
      .waitFor({ timeout: 400_000 });
    await page.getByRole('list', { name: messages.page.lists.clusters }).waitFor();
    await strip.waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
  });

  it('says after a load that what it shows is older, of how many accounts, with the button beside it', async () => {
    await load(['a1', 'a2', 'a3', 'late1', 'late2']);
    const { page, faults } = await open('/', { ...small, scheme: 'dark' });
    const strip = page.getByRole('region', { name: text.title });
    await strip.getByText(text.before(1, 20, 22)).waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'detected-before-load');
    const free = await anotherDetects(tested.database);
    const button = strip.getByRole('button', { name: text.button, exact: true });
    await button.click();
    await strip
      .getByRole('alert')
      .getByText(/has been detecting in this database since/)
      .waitFor();
    await free();
    await button.click();
    const goOn = await holdDetection(tested.database);
    await strip.getByRole('button', { name: text.cancel }).click();
    await goOn();
    await strip.getByText(/^The detection was cancelled by/).waitFor({ timeout: 120_000 });
    await strip.getByRole('button', { name: text.close }).click();
    await strip.getByText(text.before(1, 20, 22)).waitFor();
    // The refusal is ours, and so is the only fault.
    expect(faults.filter((fault) => !fault.includes('409'))).toEqual([]);
  });

  it('says why it failed, and is tried again from there', async () => {
    const id = 'B-29991231T000000000Z-failed';
    await createDetection(tested.database, {
      ...{ id, by: 'ana', at: new Date().toISOString() },
      step: { phase: 'begin', what: null, done: 0, total: 9 },
    });
    const ended = new Date().toISOString();
    await endDetection(tested.database, id, { state: 'failed', problem: 'no room left', ended });
    const { page } = await open('/');
    await page.getByRole('alert').getByText(text.failed('no room left')).waitFor();
    await page.getByRole('button', { name: text.again }).waitFor();
    expect(await graveViolations(page)).toEqual([]);
  });

  it('opens the report of a job on the page, as it was made, with nothing that runs', async () => {
    const clock = new FakeClock('2024-03-05T00:00:00Z');
    await scheduled(tested, clock, { name: 'Nightly look' });
    clock.set('2024-03-06T03:00:00Z');
    await rounds(watchOf(tested, clock));
    const { page, faults } = await open('/watch/schedules', desk);
    const table = page.getByRole('table', { name: jobs.allJobs });
    await table.getByRole('button', { name: /^Report of Nightly look/ }).click();
    const dialog = page.getByRole('dialog', { name: /^Report: Nightly look/ });
    const report = dialog.frameLocator('iframe');
    await report.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForURL(/\?report=/);
    const drawn = await report.locator('body').evaluate((body) => {
      const { backgroundColor, fontSize } = getComputedStyle(body);
      return { backgroundColor, fontSize, origin: globalThis.origin };
    });
    expect(drawn.origin).toBe('null');
    await keepScreenshot(page, 'job-report');
    await page.reload();
    await report.getByRole('heading', { level: 1 }).first().waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
  });
});
