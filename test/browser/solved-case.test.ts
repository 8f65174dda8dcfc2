import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { testDatabase } from '../database.ts';
import { detectedSample } from '../detected-sample.ts';
import { browsing } from './browsing.ts';
import { nodesShown, settled } from './canvas.ts';
import { keepScreenshot } from './screenshots.ts';

/** The walk of `docs/CASE.md`, picture by picture: what the page says there is what this finds. */
const text = messages.page;
const tested = testDatabase();
const { open } = browsing(tested);
let result: DetectionResult;

beforeAll(async () => {
  result = await detectedSample(tested);
});

const details = (page: Page) => page.locator('.details');

it('goes from a name on a list to the bank account where the money ends', async () => {
  const { page, faults } = await open('/');
  await page.getByRole('region', { name: messages.overviewPage.title }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('volasys silver star');
  await page
    .getByRole('option', { name: /VOLASYS SILVER STAR/ })
    .first()
    .waitFor();
  await keepScreenshot(page, 'solved-1-search');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/node/watchlist_entry%3A*24978*');
  await page.getByRole('heading', { name: 'VOLASYS SILVER STAR' }).waitFor();
  await settled(page);
  await details(page).getByText('Severny Bereg Soft OOO').first().waitFor();
  await keepScreenshot(page, 'solved-2-entry');

  await page.goto('/node/company%3Ac-larkmoor?at=company%3Ac-larkmoor');
  await page.getByRole('heading', { name: 'Larkmoor Digital Ltd' }).waitFor();
  await settled(page);
  const before = await nodesShown(page);
  await page.locator('.canvas').press('Control+e');
  await page
    .getByRole('status')
    .getByText(/added|nothing/i)
    .waitFor();
  expect(await nodesShown(page)).toBeGreaterThanOrEqual(before);
  await settled(page);
  await keepScreenshot(page, 'solved-3-front');

  await page.goto('/pair/a14875/a02374');
  await page.getByRole('heading', { name: /^Why .* are linked/ }).waitFor();
  await settled(page);
  await keepScreenshot(page, 'solved-4-why');

  const cluster = result.clusters.find(({ accounts }) => accounts.includes('a14875'))!;
  expect(cluster.accounts).toContain('a02374');
  await page.goto(`/cluster/${cluster.id}`);
  await page.getByText(text.details.heldBy).waitFor();
  await settled(page);
  await keepScreenshot(page, 'solved-5-cluster');

  await page.goto(`/cluster/${cluster.id}?view=payouts`);
  await page.getByRole('grid').waitFor();
  await keepScreenshot(page, 'solved-6-payouts');

  await page.goto(`/cluster/${cluster.id}?view=flow`);
  await page.locator('.flow-drawing').waitFor();
  await keepScreenshot(page, 'solved-7-flow');

  await page.goto(`/cluster/${cluster.id}`);
  await settled(page);
  await page.getByRole('button', { name: messages.cases.keep }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(messages.cases.caseTitle).fill('Larkmoor and Dawnreach');
  await dialog.getByLabel(messages.cases.boardTitle).fill('Where the pay meets');
  await dialog.getByRole('button', { name: messages.cases.keep }).click();
  await page.waitForURL('**/case/*/*');
  await page
    .getByRole('textbox', { name: messages.cases.noteLabel(messages.cases.thisBoard) })
    .fill('Pay of both fronts ends in one account. Ask the bank who holds it.');
  await page.getByRole('button', { name: messages.cases.addNote }).click();
  await page.locator('.note-text').getByText('Ask the bank').waitFor();
  await settled(page);
  await keepScreenshot(page, 'solved-8-board');

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: text.save.menu, exact: true }).click();
  await page.getByRole('menuitem', { name: text.save.png, exact: true }).click();
  const picture = await readFile(await (await saved).path());
  expect(picture.subarray(1, 4).toString()).toBe('PNG');

  await page.getByRole('link', { name: messages.cases.toCase('Larkmoor and Dawnreach') }).click();
  await page.getByRole('link', { name: cluster.name }).waitFor();
  await keepScreenshot(page, 'solved-9-case');
  expect(faults).toEqual([]);
});
