import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { checkout } from '../../server/platform/settings/settings.ts';
import { itemsByIds } from '../../server/decisions/triage/items.ts';
import { explanationsOf } from '../../server/decisions/explanations/explanations.ts';
import { testDatabase } from '../database.ts';
import { detectedSample } from '../detected-sample.ts';
import { browsing } from './browsing.ts';
import { keepScreenshot } from './screenshots.ts';

const text = messages.page;
const checks = messages.explanationChecks;
const tested = testDatabase();
const { open } = browsing(tested);
let result: DetectionResult;

beforeAll(async () => {
  result = await detectedSample(tested);
});

/** So many keys of a screen reader's user are a walk, not a search. */
const farthest = 40;

/** A keyboard that counts what is pressed; a text that is typed is one. */
class Hands {
  readonly #counts = new Map<string, number>();
  #doing = '';
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** From here on all is pressed for this. */
  begin(doing: string): void {
    this.#doing = doing;
  }

  counts(): [string, number][] {
    return [...this.#counts];
  }

  #count(): void {
    this.#counts.set(this.#doing, (this.#counts.get(this.#doing) ?? 0) + 1);
  }

  async press(key: string): Promise<void> {
    this.#count();
    await this.#page.keyboard.press(key);
  }

  async type(words: string): Promise<void> {
    this.#count();
    await this.#page.keyboard.type(words);
  }

  /** The page puts the focus there by itself. */
  async given(focus: Locator): Promise<void> {
    await expect
      .poll(() => focus.evaluate((element) => element === document.activeElement))
      .toBe(true);
  }

  /** By Tab alone; fails where it is too far. */
  async tabTo(to: Locator, key = 'Tab'): Promise<void> {
    await to.waitFor();
    for (let at = 0; at < farthest; at++) {
      if (await to.evaluate((element) => element === document.activeElement)) return;
      await this.press(key);
    }
    const at = await this.#page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
    throw new Error(`${farthest} times ${key} do not lead to ${String(to)}; the focus is at ${at}`);
  }
}

/** Rows of the table of docs/CASE.md that says how many keys each part takes at most. */
async function countsInDocs(): Promise<[string, number][]> {
  const told = await readFile(join(checkout, 'docs', 'CASE.md'), 'utf8');
  const [, table = ''] = told.split(/^\| part +\| keys +\|$/m);
  return [...table.split('\n\n', 1)[0]!.matchAll(/^\| ([^|]+?) +\| (\d+) +\|$/gm)].map(
    ([, part, keys]) => [part!, Number(keys)],
  );
}

it('goes from a listed name to a decision and its evidence by the keyboard alone', async () => {
  const { page, faults } = await open('/');
  const hands = new Hands(page);
  const ring = result.clusters.find(({ accounts }) => accounts.includes('a14875'))!;
  const details = page.locator('.details');

  hands.begin('from the overview to the ring behind a listed name');
  await page.getByRole('region', { name: messages.overviewPage.title }).waitFor();
  const searchField = page.getByLabel(text.header.searchLabel);
  await hands.press('/');
  await hands.given(searchField);
  await hands.type('volasys silver star');
  await page
    .getByRole('option', { name: /VOLASYS SILVER STAR/ })
    .first()
    .waitFor();
  await hands.press('Enter');
  await page.getByRole('heading', { name: 'VOLASYS SILVER STAR' }).waitFor();
  await details.getByText(text.details.leadHere).waitFor();
  await hands.press('Control+i');
  await hands.tabTo(details.getByRole('link', { name: ring.name }));
  await keepScreenshot(page, 'keyboard-entry');
  await hands.press('Enter');
  await page.waitForURL(`**/cluster/${ring.id}*`);

  hands.begin('one honest explanation checked');
  await details.getByText(text.details.heldBy).waitFor();
  await hands.press('Control+i');
  await hands.tabTo(details.getByRole('link', { name: messages.triage.page.openItem }).first());
  await hands.press('Enter');
  await page.waitForURL(`**/queue/${ring.id}*`);
  const panel = page.getByRole('region', { name: messages.triage.page.details });
  await panel.getByRole('list', { name: checks.title, exact: true }).waitFor();
  await hands.press('Control+i');
  const list = panel.getByRole('list', { name: checks.title, exact: true });
  const { household } = messages.groupSum.explanations;
  await hands.tabTo(list.getByRole('button', { name: checks.form(household) }));
  await hands.press('Enter');
  const form = list.getByRole('form', { name: checks.form(household) });
  await hands.tabTo(form.getByRole('combobox'));
  await hands.press('ArrowDown');
  await hands.press('Tab');
  await hands.type('Fourteen delivery addresses in six towns');
  await hands.tabTo(form.getByRole('button', { name: checks.record }));
  await hands.press('Enter');
  await list.getByText('Fourteen delivery addresses').waitFor();
  await form.waitFor({ state: 'detached' });

  hands.begin('the decision, with its reason');
  await hands.press('c');
  const dialog = page.getByRole('dialog');
  await hands.given(dialog.getByRole('textbox', { name: messages.triage.page.why }));
  await hands.type('Two fronts, one purse, a listed party behind both');
  await hands.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  const { run } = result.run;
  const item = async () => (await itemsByIds(tested.database, run, [ring.id]))[0]!;
  await expect.poll(async () => (await item()).disposition?.state).toBe('confirmed');
  const told = await explanationsOf(tested.database, await item());
  expect(told.filter(({ check }) => check !== null)).toHaveLength(1);

  hands.begin('the evidence in a file');
  await hands.press('/');
  await hands.given(searchField);
  await hands.type(ring.id);
  await hands.press('Enter');
  await page.waitForURL(`**/cluster/${ring.id}*`);
  await details.getByText(text.details.heldBy).waitFor();
  await hands.press('Control+i');
  await hands.tabTo(details.getByRole('button', { name: messages.exportDialog.open }).first());
  await hands.press('Enter');
  const asked = page.getByRole('dialog');
  await hands.tabTo(asked.getByLabel(messages.exportDialog.told.reason));
  await hands.type('Request of 12 May');
  const saved = page.waitForEvent('download');
  await hands.press('Control+Enter');
  const bundle = await readFile(await (await saved).path());
  expect(bundle.subarray(0, 2).toString()).toBe('PK');

  const most = new Map(await countsInDocs());
  expect([...most.keys()]).toEqual(hands.counts().map(([doing]) => doing));
  for (const [doing, keys] of hands.counts())
    expect(keys, doing).toBeLessThanOrEqual(most.get(doing)!);
  expect(faults).toEqual([]);
});
