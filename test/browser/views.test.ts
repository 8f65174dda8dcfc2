import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { testDatabase } from '../database.ts';
import { hostileName, loadScene } from '../views/scene.ts';
import { long } from '../long.ts';
import { graveViolations } from './accessibility.ts';
import { browsing, desk, small } from './browsing.ts';
import { nodesShown, settled } from './canvas.ts';
import { keepScreenshot } from './screenshots.ts';
import type { Looks } from './watched-page.ts';

const text = messages.views;
const tested = testDatabase();
const { open } = browsing(tested);

beforeAll(async () => {
  await loadScene(tested);
});

const views = ['table', 'map', 'payouts', 'ratings', 'flow'] as const;
type View = (typeof views)[number];

/** What shows that a view has come. */
const sights: Readonly<Record<View, (page: Page) => ReturnType<Page['locator']>>> = {
  table: (page) => page.getByRole('table').locator('tbody tr').first(),
  map: (page) => page.locator('.place').first(),
  payouts: (page) => page.getByRole('grid'),
  ratings: (page) => page.getByRole('grid'),
  flow: (page) => page.locator('.flow-node').first(),
};

const purse = `/node/${encodeURIComponent('payment_account:p1')}`;
const ilse = `/node/${encodeURIComponent('account:a1')}`;

async function openView(view: View, path = purse, looks: Looks = desk) {
  const opened = await open(`${path}?view=${view}`, looks);
  await sights[view](opened.page).waitFor();
  return opened;
}

const selectedIn = (page: Page) => new URL(page.url()).searchParams.get('at');

describe('every view', () => {
  async function showsAll(view: View, looks: Looks): Promise<void> {
    const { page, faults } = await openView(view, view === 'map' ? ilse : purse, looks);
    await keepScreenshot(page, `view-${view}-${looks.scheme}-${looks.width}`);
    expect(await graveViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  }

  it.each(views)('%s shows hostile names as they are, and axe finds nothing', (view) =>
    showsAll(view, desk),
  );
  it.each(views)('%s does so in the dark', long, (view) =>
    showsAll(view, { ...desk, scheme: 'dark' }),
  );
  it.each(views)('%s does so on a small stage', long, (view) => showsAll(view, small));
});

describe('the table', () => {
  it('shows the columns of a type, filters, and saves what it shows', async () => {
    const { page, faults } = await openView('table');
    await page.getByRole('combobox', { name: text.table.what }).selectOption('account');
    const table = page.getByRole('table', { name: 'accounts' });
    await table.getByText('+1 222').waitFor();
    await table.getByText(hostileName).first().waitFor();
    await page.getByRole('button', { name: text.table.filterBy('phone') }).click();
    await page.getByRole('combobox', { name: text.table.condition }).selectOption('filled');
    await page.keyboard.press('Escape');
    await expect.poll(() => table.locator('tbody tr').count()).toBe(1);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: text.table.csv, exact: true }).click();
    const file = await readFile(await (await saved).path());
    const rows: Record<string, string>[] = parse(file, { columns: true });
    expect(rows.map((row) => [row['Name'], row['phone']])).toEqual([['Ilse Brandt', "'+1 222"]]);
    await page.getByRole('checkbox').first().check();
    await page.getByText(text.names.graph, { exact: true }).first().click();
    await page.getByRole('group', { name: messages.page.marks.title }).getByText('1').waitFor();
    expect(faults).toEqual([]);
  });
});

describe('the matrices', () => {
  it('move by the keyboard, and select what the details then tell', async () => {
    const { page, faults } = await openView('payouts');
    const shared = page.getByRole('columnheader', { name: /Shared Purse/ });
    expect(await shared.innerText()).toContain(text.payouts.users(4, 5));
    await page.getByRole('gridcell').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const first = selectedIn(page);
    expect(first).toMatch(/^account:/);
    await page.keyboard.press('Shift+Enter');
    expect(selectedIn(page)).toBe('payment_account:p1');
    await page.getByRole('heading', { name: 'Shared Purse' }).waitFor();
    expect(faults).toEqual([]);
  });

  it('say who rated whom, how soon, and who rates back', async () => {
    const { page, faults } = await openView('ratings');
    const cell = page.getByRole('gridcell', { name: `Ilse Brandt rated ${hostileName}` });
    expect(await cell.getAttribute('aria-label')).toMatch(
      /5 of 5, 5 Jan 2024.*2 hrs? after the job/,
    );
    await expect.poll(() => page.locator('td.mutual').count()).toBe(2);
    await page.getByRole('figure', { name: text.ratings.strip }).getByText('48').waitFor();
    expect(faults).toEqual([]);
  });
});

describe('money', () => {
  it('is followed per currency to where it ends, with a table and a way back', async () => {
    const { page, faults } = await openView('flow');
    await page.getByRole('table').getByText('USD 150.00').waitFor();
    await expect.poll(() => page.locator('.flow-back').count()).toBe(1);
    await expect.poll(() => page.getByRole('table').getByText('70.00').count()).toBe(0);
    await page.getByText('EUR', { exact: true }).first().click();
    await page.getByRole('table').getByText('EUR 70.00').waitFor();
    await page
      .getByRole('button', { name: /Shared Purse/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    expect(selectedIn(page)).toBe('payment_account:p1');
    expect(faults).toEqual([]);
  });
});

describe('the map', () => {
  it('places addresses, tells claims apart, and sees a jump', async () => {
    const { page, faults } = await openView('map', ilse);
    const warsaw = page.getByRole('button', { name: /Warsaw, Poland/ });
    expect(await warsaw.innerText()).toContain(text.map.logins(25));
    await warsaw.click();
    expect(selectedIn(page)).toBe('ip:192.0.2.1');
    await page.getByRole('button', { name: /Brazil: claimed by 1 account/ }).waitFor();
    expect(faults).toEqual([]);
  });
});

describe('hours at work', () => {
  it('stand by the claimed clock and by the one that fits', async () => {
    const { page, faults } = await open(ilse);
    await page
      .getByRole('img', { name: /In the claimed time zone: America\/Sao_Paulo, UTC−3/ })
      .waitFor();
    await page.getByRole('img', { name: /In the time zone that fits/ }).waitFor();
    await page.getByText(/from what is claimed/).scrollIntoViewIfNeeded();
    await keepScreenshot(page, 'hours-at-work');
    expect(faults).toEqual([]);
  });
});

describe('as known on', () => {
  it('takes away what was loaded later, says the values of then, and is undone', async () => {
    const { page, faults } = await open(purse);
    await settled(page);
    const now = await nodesShown(page);
    const known = page.getByRole('combobox', { name: text.known.title });
    // The loads, latest first, below "now".
    await known.locator('option').nth(2).waitFor({ state: 'attached' });
    await known.selectOption({ index: 2 });
    expect(await nodesShown(page)).toBe(now - 1);
    await page.getByRole('button', { name: text.known.back }).waitFor();
    await keepScreenshot(page, 'known-on');
    await page.getByRole('button', { name: messages.page.canvas.undo }).click();
    expect(await nodesShown(page)).toBe(now);
    expect(faults).toEqual([]);
  });
});
