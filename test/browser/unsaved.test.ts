import type { Page, Route } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { plainAccounts } from '../detectors/detecting.ts';
import { oneHand } from '../one-hand.ts';
import { graveViolations } from './accessibility.ts';
import { browsing, desk, small, zoomed } from './browsing.ts';
import { nodesShown, placeOfSelected, settled } from './canvas.ts';
import { remembered } from './remembered.ts';
import { keepScreenshot } from './screenshots.ts';

const text = messages.cases;
const { canvas, lists } = messages.page;
const tested = testDatabase();
const { open } = browsing(tested);
const only = ['shared-payout', 'shared-device', 'shared-document', 'shared-template'];
let cluster = '';

beforeAll(async () => {
  const folder = await writeDataset({
    ...oneHand(['a1', 'a2', 'a3']),
    accounts: plainAccounts(20),
  });
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  const { clusters } = await detect(tested.database, { only }, silentProgress);
  cluster = `/cluster/${clusters[0]!.id}`;
}, 400_000);

const legend = (page: Page) => page.getByRole('list', { name: canvas.legend });
const typeSwitches = (page: Page) => legend(page).locator('.type-switch');
const switchedOff = (page: Page) => typeSwitches(page).and(page.locator('[aria-pressed="false"]'));
const { one: device, many: devices } = messages.schema.nodes.device;

describe('work on a canvas that is kept nowhere', { timeout: 400_000 }, () => {
  it('outlives a reload: what is hidden, where things were put, what was expanded, what was noted', async () => {
    const { page, faults } = await open(`${cluster}?at=account:a1`);
    await settled(page);
    await page.getByText(text.notKept, { exact: true }).waitFor();
    const before = await nodesShown(page);
    await page.locator('.canvas').press('Control+e');
    await expect.poll(() => nodesShown(page)).toBeGreaterThan(before);
    await typeSwitches(page).filter({ hasText: device }).first().click();
    await page.getByText(text.remembered).waitFor();
    const { x, y } = await placeOfSelected(page);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 40, { steps: 6 });
    await page.mouse.up();
    const shown = await nodesShown(page);
    expect(shown).not.toBe(before);
    const note = 'Asked the platform for its logs.';
    await page.getByRole('textbox', { name: /^Note on / }).fill(note);
    await page.getByRole('button', { name: text.addNote }).click();
    const noted = page.locator('.note-text').filter({ hasText: note });
    await noted.waitFor();
    await expect.poll(() => remembered(page)).toBe(1);

    await page.reload();
    await settled(page);
    await page.getByText(/^Your work of .* is back/).waitFor();
    expect(await nodesShown(page)).toBe(shown);
    await noted.waitFor();
    await switchedOff(page).first().waitFor();
    await keepScreenshot(page, 'unsaved-back');
    expect(await graveViolations(page)).toEqual([]);

    await page.getByRole('button', { name: text.startAfresh }).click();
    await page.getByText(text.notKept, { exact: true }).waitFor();
    expect(await nodesShown(page)).toBe(before);
    await expect.poll(() => remembered(page)).toBe(0);
    await page.locator('.canvas').press('Control+z');
    await expect.poll(() => nodesShown(page)).toBe(shown);
    await expect.poll(() => remembered(page)).toBe(1);
    expect(faults).toEqual([]);
  });

  it('is told to be older than the latest detection, and stays when the graph is drawn anew', async () => {
    const { page, faults } = await open(cluster);
    await settled(page);
    await typeSwitches(page).last().click();
    await expect.poll(() => remembered(page)).toBe(1);
    await detect(tested.database, { only }, silentProgress);
    await page.getByText(text.drawnBefore).waitFor({ timeout: 90_000 });
    await page.getByRole('button', { name: text.drawAnew }).click();
    await page.getByText(text.drawnBefore).waitFor({ state: 'detached' });
    expect(await switchedOff(page).count()).toBe(1);
    expect(faults).toEqual([]);
  });

  it('is another for another database', async () => {
    const { page } = await open(cluster);
    await settled(page);
    await typeSwitches(page).last().click();
    await expect.poll(() => remembered(page)).toBe(1);
    const set = (to: string) =>
      tested.database.write("MATCH (s:Skein {id: 'skein'}) SET s.database = $to", { to });
    await set('another');
    await page.reload();
    await settled(page);
    await page.getByText(text.notKept, { exact: true }).waitFor();
    expect(await switchedOff(page).count()).toBe(0);
  });
});

describe('the canvas says what is so', { timeout: 400_000 }, () => {
  it('keeps every entry of the legend where it is when its type is hidden', async () => {
    const { page } = await open(cluster);
    await settled(page);
    const names = () => typeSwitches(page).allTextContents();
    const boxes = () =>
      typeSwitches(page).evaluateAll((all) =>
        all.map((one) => {
          const { x, y } = one.getBoundingClientRect();
          return [Math.round(x), Math.round(y)];
        }),
      );
    const [before, places] = [await names(), await boxes()];
    expect(before.length).toBeGreaterThan(2);
    for (let at = 0; at < before.length; at += 1) {
      await typeSwitches(page).nth(at).click();
      expect(await names()).toEqual(before);
      expect(await boxes()).toEqual(places);
      await typeSwitches(page).nth(at).click();
    }
    expect(await switchedOff(page).count()).toBe(0);
  });

  it('says how many nodes an expand brings to sight, those that were hidden too', async () => {
    const { page } = await open('/node/account%3Aa1?at=account%3Aa1');
    await settled(page);
    await page.getByRole('button', { name: messages.page.marks.menu, exact: true }).click();
    await page.getByRole('menuitem', { name: new RegExp(`^All ${devices}`) }).click();
    const all = await nodesShown(page);
    await page.getByRole('button', { name: messages.page.marks.hide, exact: true }).click();
    await expect.poll(() => nodesShown(page)).toBeLessThan(all);
    const before = await nodesShown(page);
    await page.locator('.canvas').press('Control+e');
    const said = page.getByRole('status').getByText(/added\./);
    await said.waitFor({ state: 'attached' });
    const count = Number(/(\d+) node/.exec((await said.textContent()) ?? '')?.[1]);
    expect((await nodesShown(page)) - before).toBe(count);
  });

  it.each([
    ['at 1440', desk],
    ['at 1280', { ...desk, width: 1280 }],
    ['at 1024', { ...desk, width: 1024 }],
    ['at 900', small],
    ['at 200 % zoom', zoomed],
    ['at 1440 in French', { ...desk, locale: 'fr-FR' }],
  ])('cuts nothing of the header %s', async (_at, looks) => {
    const { page } = await open('/', looks);
    await page.locator('.run-info').filter({ hasText: /\d/ }).waitFor();
    const cut = await page.locator('.header').evaluate((header) =>
      [...header.querySelectorAll<HTMLElement>('*')]
        .filter((one) => one.clientWidth > 0 && !one.matches('.skip, input'))
        .filter((one) => {
          const { left, right } = one.getBoundingClientRect();
          const hides = getComputedStyle(one).overflowX !== 'visible';
          return left < 0 || right > innerWidth || (hides && one.scrollWidth > one.clientWidth + 1);
        })
        .map((one) => one.textContent),
    );
    expect(cut).toEqual([]);
  });
});

describe('the list of findings', { timeout: 400_000 }, () => {
  it('is narrowed by the keyboard, in the address, and keeps that while one goes through it', async () => {
    const { page, faults } = await open('/');
    await page.getByRole('tab', { name: lists.findings }).click();
    const list = page.getByRole('list', { name: lists.findings });
    /** How many are listed, once they answer what is asked. */
    const shown = async () => {
      await page.locator(`[role=list][aria-label="${lists.findings}"][aria-busy=false]`).waitFor();
      return list.getByRole('listitem').count();
    };
    const all = await shown();
    await page.getByText(lists.countOf(all, all), { exact: true }).waitFor();
    await page.getByRole('button', { name: lists.filters(0) }).press('Enter');
    await page.getByRole('searchbox', { name: lists.text }).fill('device');
    await page.waitForURL(/f\.text=device/);
    await expect.poll(() => list.getByRole('listitem').count()).toBeLessThan(all);
    await page.getByRole('searchbox', { name: lists.account }).fill('a1');
    await page.waitForURL(/f\.account=a1/);
    await page.getByRole('combobox', { name: lists.state }).selectOption('open');
    await page.waitForURL(/f\.state=open/);
    await page.getByRole('textbox', { name: lists.leastScore }).fill('10');
    await page.waitForURL(/f\.min_score/);
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'finding-filters');
    const narrowed = await shown();
    expect(narrowed).toBeGreaterThan(0);
    await list.getByRole('listitem').first().getByRole('button').press('Enter');
    await page.waitForURL(/\/finding\/.*f\.text=device/);
    await page.reload();
    expect(await shown()).toBe(narrowed);
    await page.getByRole('combobox', { name: lists.state }).selectOption('dismissed');
    await page.getByText(lists.noFindingsOf).waitFor();
    await page.getByRole('button', { name: lists.clearFilters }).press('Enter');
    await expect.poll(() => list.getByRole('listitem').count()).toBe(all);
    expect(new URL(page.url()).search).not.toContain('f.');
    expect(faults).toEqual([]);
  });

  it('keeps what it showed, marked as under way, until the narrower answer comes', async () => {
    const { page, faults } = await open('/');
    await page.getByRole('tab', { name: lists.findings }).click();
    const list = page.getByRole('list', { name: lists.findings });
    await list.getByRole('listitem').first().waitFor();
    const all = await list.getByRole('listitem').count();
    const held: Route[] = [];
    const narrower = /findings\?.*text=device/;
    await page.route(narrower, (route) => void held.push(route));
    await page.getByRole('button', { name: lists.filters(0) }).press('Enter');
    await page.getByRole('searchbox', { name: lists.text }).fill('device');
    await expect.poll(() => list.getAttribute('aria-busy')).toBe('true');
    expect(await list.getByRole('listitem').count()).toBe(all);
    for (const route of held) await route.continue();
    await expect.poll(() => list.getAttribute('aria-busy')).toBe('false');
    expect(await list.getByRole('listitem').count()).toBeLessThan(all);
    expect(faults).toEqual([]);
  });
});
