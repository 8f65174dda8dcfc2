import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { graphFileFormats } from '../../domain/api/api.ts';
import { messages } from '../../domain/messages/index.ts';
import { addPerson, setPassword } from '../../server/people/persons.ts';
import { testDatabase } from '../database.ts';
import { detectedSample } from '../detected-sample.ts';
import { finderOf, personalValues } from '../people/personal-values.ts';
import { graveViolations } from './accessibility.ts';
import { browsing } from './browsing.ts';
import { openFirst, settled } from './canvas.ts';
import { labelBoxes } from './label-boxes.ts';
import { keepScreenshot } from './screenshots.ts';

const text = messages.maskedPage;
const { signIn } = messages.peoplePage;
const password = 'a corridor of old maps';
const personalIn = finderOf(personalValues());
const tested = testDatabase();
beforeAll(async () => {
  await detectedSample(tested);
  tested.settings.open = false;
  const house = { database: tested.database, home: tested.settings.home };
  const viewer = await addPerson(house, 'vera', 'viewer', new Date());
  await setPassword(house, viewer, password, null);
});
const { open } = browsing(tested);

/** What is refused, the browser tells on its console as well. */
const foreseen = (fault: string) => !/status of 40[13]/.test(fault);

async function comeIn(page: Page): Promise<void> {
  await page.getByLabel(signIn.name, { exact: true }).fill('vera');
  await page.getByLabel(signIn.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: signIn.submit, exact: true }).click();
}

/** Of all that stands on the page, also where only those find it who do not see it. */
async function shownOf(page: Page): Promise<string[]> {
  const said = await page.evaluate(() => {
    const attributes = [...document.querySelectorAll('[aria-label], [title]')].map(
      (one) => `${one.getAttribute('aria-label') ?? ''} ${one.getAttribute('title') ?? ''}`,
    );
    return [document.body.innerText, ...attributes].join('\n');
  });
  return personalIn(said);
}

async function pick(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: messages.page.save.menu }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

/** Whatever is written on any drawing is noted, since a PNG does not say what stands in it. */
function noteWriting(): void {
  const written: string[] = [];
  Object.assign(window, { written });
  type Write = (this: CanvasRenderingContext2D, ...given: [string, number, number]) => void;
  const pen = CanvasRenderingContext2D.prototype;
  for (const way of ['fillText', 'strokeText'] as const) {
    const write = Object.getOwnPropertyDescriptor(pen, way)!.value as Write;
    pen[way] = function (...given) {
      written.push(given[0]);
      write.apply(this, given as [string, number, number]);
    };
  }
}

/**
 * What a viewer takes away: the saved SVG with its name, the saved PNG with its name, and all that was written while it was drawn
 * (of labels the letters alone, which a shader sets: what they say `labelBoxes` tells).
 */
async function picturesOf(page: Page): Promise<{ svg: string; written: string[]; all: string }> {
  const saved: string[] = [];
  for (const item of [messages.page.save.svg, messages.page.save.png]) {
    const download = page.waitForEvent('download');
    await pick(page, item);
    const file = await download;
    saved.push(file.suggestedFilename(), (await readFile(await file.path())).toString('utf8'));
  }
  expect(saved[1]).toContain('<svg');
  expect(saved[3]).toContain('PNG');
  const written = await page.evaluate(() => (window as unknown as { written: string[] }).written);
  return { svg: saved[1]!, written, all: [...saved, ...written].join('\n') };
}

describe('to a viewer', { timeout: 600_000 }, () => {
  it('nobody is named on the page or the canvas, until there is a reason', async () => {
    const { page, faults } = await open('/');
    await page.addInitScript(noteWriting);
    await page.reload();
    await comeIn(page);
    const line = page.getByRole('status').filter({ hasText: text.masked });
    await line.waitFor();
    await page.locator('.overview-card').first().waitFor();
    expect(await shownOf(page)).toEqual([]);
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'masked-overview');

    await openFirst(page);
    await settled(page);
    expect(await shownOf(page)).toEqual([]);
    const labels = (await labelBoxes(page)).map(({ name }) => name).join('\n');
    expect(labels).toContain(`${messages.schema.nodes.account.one} `);
    expect(personalIn(labels)).toEqual([]);
    await keepScreenshot(page, 'masked-cluster');

    const pictured = await picturesOf(page);
    expect(pictured.svg).toContain(labels.split('\n')[0]);
    expect(pictured.written).toContain(messages.page.canvas.captionNote);
    expect(personalIn(pictured.all)).toEqual([]);
    // Files with all that the graph says are for others, and so are not offered.
    await page.getByRole('button', { name: messages.page.save.menu }).click();
    const offered = (item: string) => page.getByRole('menuitem', { name: item, exact: true });
    await offered(messages.page.save.svg).waitFor();
    for (const format of graphFileFormats)
      expect(await offered(messages.page.save.formats[format]).count()).toBe(0);
    await page.keyboard.press('Escape');

    const account = await page.evaluate(async () => {
      const answered = await fetch('/api/v1/accounts?limit=1');
      const { items } = (await answered.json()) as { items: { account_id: string }[] };
      return items[0]!.account_id;
    });
    await page.goto(`/node/${encodeURIComponent(`account:${account}`)}`);
    await settled(page);
    expect(await shownOf(page)).toEqual([]);
    expect(personalIn((await labelBoxes(page)).map(({ name }) => name).join('\n'))).toEqual([]);

    await page.goto('/cases');
    await page.getByRole('button', { name: messages.page.state.showMasked }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(text.why).fill('The bank asks who holds the accounts');
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'masked-dialog');
    // The page is asked for anew, so that nothing masked is left on it.
    const anew = page.waitForEvent('load');
    await dialog.getByRole('button', { name: text.confirm }).click();
    await anew;
    await page.getByText('The bank asks who holds the accounts').waitFor();
    await page.goto('/');
    await openFirst(page);
    await settled(page);
    expect((await shownOf(page)).length).toBeGreaterThan(0);
    await page.getByRole('button', { name: text.mask }).click();
    await line.waitFor();
    expect(faults.filter(foreseen)).toEqual([]);
  });
});
