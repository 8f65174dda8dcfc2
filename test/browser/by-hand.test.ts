import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { testDatabase } from '../database.ts';
import { loadRing } from '../explore/ring.ts';
import { graveViolations } from './accessibility.ts';
import { browsing } from './browsing.ts';
import { nodesShown, settled } from './canvas.ts';
import { keepScreenshot } from './screenshots.ts';

const text = messages.additions;
const tested = testDatabase();
const { open } = browsing(tested);
let result: DetectionResult;

/** Says of any account that a register has it. */
const register = {
  id: 'register',
  title: 'Register of the house',
  types: ['account'],
  command: [
    process.execPath,
    '-e',
    `process.stdout.write(${JSON.stringify(
      JSON.stringify({
        facts: [
          { name: 'is insured by', value: 'Harbour Mutual', source: 'row 7', thing: 'company' },
        ],
      }),
    )})`,
  ],
};

beforeAll(async () => {
  result = await loadRing(tested);
  await writeFile(
    join(tested.settings.home, 'enrichers.json'),
    JSON.stringify({ enrichers: [register] }),
  );
});

async function openMenu(page: Page): Promise<Locator> {
  await page.locator('.canvas').press('Shift+F10');
  return page.getByRole('menu');
}

const field = (dialog: Locator, name: string) => dialog.getByRole('textbox', { name, exact: true });

/** Fills in from where it is known, and adds it. */
async function known(dialog: Locator, page: Page): Promise<void> {
  await field(dialog, text.source).fill('Police report 2026/118, page 4');
  for (const [asked, says] of [
    [text.reliability, text.reliabilities.B],
    [text.credibility, text.credibilities[2]],
  ] as const) {
    await dialog.getByRole('combobox', { name: asked }).click();
    await page.getByRole('option', { name: says }).click();
  }
  await dialog.getByRole('button', { name: text.save, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

it('adds what an analyst knows, marked as theirs and not counted unless the two are judged; annotates; asks the house', async () => {
  const [one = '', other = ''] = result.clusters[0]!.accounts;
  const { page, faults } = await open(
    `/cluster/${result.clusters[0]!.id}?at=${encodeURIComponent(`account:${one}`)}`,
  );
  await settled(page);
  const details = page.locator('.details');
  const drawn = await nodesShown(page);

  // The house knows something of the account; it is taken over by hand, with its source.
  await details.getByRole('button', { name: messages.enrichment.ask(register.title) }).click();
  await details.getByText('Harbour Mutual').waitFor();
  await keepScreenshot(page, 'enrichment');
  await details
    .getByRole('button', { name: messages.enrichment.putLabel('Harbour Mutual') })
    .click();
  const dialog = page.getByRole('dialog');
  expect(await field(dialog, text.name).inputValue()).toBe('Harbour Mutual');
  expect(await field(dialog, text.source).inputValue()).toBe(`${register.title}: row 7`);
  await known(dialog, page);
  await details.getByText(text.byHandHint).waitFor();
  await page.getByText(text.legendOf(2)).waitFor();
  await details.getByText('B – usually reliable', { exact: false }).waitFor();

  // A link between two accounts counts only once somebody judges the two.
  await page.locator('.canvas').focus();
  await page.goto(`${page.url().split('?')[0]}?at=${encodeURIComponent(`account:${one}`)}`);
  await settled(page);
  await page.locator('.canvas').focus();
  await (await openMenu(page)).getByRole('menuitem', { name: text.addLinked }).click();
  await dialog.getByText(text.kinds.link).click();
  await field(dialog, text.says).fill('is the brother of');
  for (const [end, ref] of [
    [text.from, one],
    [text.to, other],
  ] as const) {
    const chosen = dialog.getByRole('combobox', { name: end, exact: true });
    await chosen.click();
    await chosen.fill(`account:${ref}`);
    await page.getByRole('option').filter({ visible: true }).first().click();
  }
  await known(dialog, page);
  await details.getByText(text.counting).waitFor();
  await details
    .getByRole('button', { name: `${messages.judgements.page.confirm} …`, exact: true })
    .waitFor();
  await keepScreenshot(page, 'added-by-hand');

  // Words on the chart go with its picture.
  await page.getByRole('button', { name: text.annotate, exact: true }).click();
  await page.getByRole('menuitem', { name: text.annotations.text, exact: true }).click();
  await field(dialog, text.annotationText).fill('Who is the brother?');
  await dialog.getByRole('button', { name: text.done }).click();
  await page.getByRole('button', { name: messages.page.save.menu }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: messages.page.save.svg }).click();
  const svg = await readFile(await (await saved).path(), 'utf8');
  expect(svg).toContain('Who is the brother?');
  expect(svg).toContain('is the brother of');
  expect(await nodesShown(page)).toBe(drawn);
  await page.setViewportSize({ width: 900, height: 800 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await settled(page);
  await keepScreenshot(page, 'added-by-hand-900-dark');
  await page.setViewportSize({ width: 390, height: 844 });
  await settled(page);
  await keepScreenshot(page, 'added-by-hand-390');
  expect(await graveViolations(page)).toEqual([]);
  expect(faults).toEqual([]);
});
