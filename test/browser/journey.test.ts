import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { testDatabase } from '../database.ts';
import { detectedSample } from '../detected-sample.ts';
import { long } from '../long.ts';
import { graveViolations } from './accessibility.ts';
import { browsing, desk, small, zoomed } from './browsing.ts';
import { differing, nodesShown, openFirst, placeOfSelected, settled } from './canvas.ts';
import { keepScreenshot } from './screenshots.ts';

const text = messages.page;
const tested = testDatabase();
const { open, goAway, comeBack } = browsing(tested);

/** Takes away all that lies on top of what was opened. */
async function liftLayers(page: Page): Promise<void> {
  const lift = page.locator('.layers .mantine-Pill-remove');
  await lift.first().waitFor();
  for (let left = await lift.count(); left > 0; left--) {
    await lift.first().click();
    await expect.poll(() => lift.count()).toBe(left - 1);
  }
}

describe('an empty database', () => {
  it('has three doors', async () => {
    const { page, faults } = await open('/');
    await page.getByText(text.state.emptyTitle).waitFor();
    await page.getByRole('button', { name: text.state.loadSample }).waitFor();
    await keepScreenshot(page, 'empty');
    expect(await graveViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});

/** Whether the details, once they are there, are those of an account. */
async function showsAccount(page: Page): Promise<boolean> {
  const kind = await page.locator('.details .heading .overline').innerText();
  return /^account\s+(?!change)/i.test(kind.trim());
}

describe('the Silverstar sample', () => {
  beforeAll(async () => {
    await detectedSample(tested);
  });

  it('leads from a cluster to a row of a file', async () => {
    const { page, faults } = await open('/');
    await openFirst(page);
    await settled(page);
    await keepScreenshot(page, 'cluster-light');

    const before = await nodesShown(page);
    await page.locator('.canvas').focus();
    await page.keyboard.press('Enter');
    await page.getByText(text.details.why, { exact: true }).waitFor();
    // An account has neighbours that no finding of the cluster speaks of; a change of one has not.
    for (let step = 0; step < 100 && !(await showsAccount(page)); step++)
      await page.keyboard.press('ArrowDown');
    expect(await showsAccount(page)).toBe(true);
    await page.getByText(text.details.why, { exact: true }).waitFor();
    const place = await placeOfSelected(page);
    await page.mouse.dblclick(place.x, place.y);
    await page.getByRole('status').getByText('added').waitFor();
    expect(await nodesShown(page)).toBeGreaterThan(before);
    await settled(page);
    await keepScreenshot(page, 'expanded');

    await page
      .getByRole('button', { name: /\.csv · line \d/ })
      .first()
      .click();
    const row = page.getByRole('dialog');
    await row.getByText(text.source.verbatim).waitFor();
    const shown = (await row.locator('.source-text').textContent()) ?? '';
    const file = /^\S+/.exec((await row.getByText(/\.csv · line/).textContent()) ?? '')?.[0] ?? '';
    expect(await readFile(`datasets/silverstar/${file}`, 'utf8')).toContain(shown);
    expect(shown).toContain(',');
    await keepScreenshot(page, 'source-row');
    expect(faults).toEqual([]);
  });

  const openRatingRing = async () => {
    const { page, faults } = await open('/');
    await page.getByRole('tab', { name: text.lists.findings }).click();
    await page.getByRole('combobox', { name: text.lists.detector }).selectOption('rating-ring');
    await page.waitForURL(/f\.detector=rating-ring/);
    // Until then those of all detectors stand there, and another ring may be the first.
    const list = page
      .getByRole('list', { name: text.lists.findings })
      .and(page.locator('[aria-busy=false]'));
    await list
      .getByText(/rated \d+ developers/)
      .first()
      .click();
    await settled(page);
    return { page, faults };
  };

  it('shows a rating ring with its reasons and what else could explain it', async () => {
    const { page, faults } = await openRatingRing();
    await page.getByRole('heading', { name: messages.explanationChecks.title }).waitFor();
    await page.getByText(text.details.blindTo).waitFor();
    expect(
      await page
        .locator('.details')
        .getByText(/^rated \(\d+\)/)
        .count(),
    ).toBe(1);
    expect(page.url()).toContain('/finding/F-');
    await keepScreenshot(page, 'rating-ring');
    // How it was come by: the query, and what was counted for it before.
    await page.getByText(text.details.query, { exact: true }).click();
    await page.getByText(text.details.sql, { exact: true }).click();
    await page.getByText(/^-- Counts: /).waitFor();
    expect(await graveViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('tells of a detector what it looks for, what it found, and what it weighs', async () => {
    const { page, faults } = await open('/');
    await page.getByRole('tab', { name: text.lists.detectors }).click();
    const list = page.getByRole('list', { name: text.lists.detectors });
    await list.getByText('Several accounts on one device').click();
    await page.getByText(text.details.weighedAs('bond')).waitFor();
    await page.getByText(text.details.foundBy).waitFor();
    expect(page.url()).toContain('/detector/shared-device');
    await page.getByText(text.canvas.pickHint).waitFor();
    await keepScreenshot(page, 'detector');
    expect(await graveViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('compares two accounts that are clicked together', long, async () => {
    const { page, faults } = await openRatingRing();
    await page.locator('.canvas').focus();
    await page.keyboard.press('Enter');
    const toNextAccount = async () => {
      do await page.locator('.canvas').press('ArrowDown');
      while (!(await showsAccount(page)));
    };
    await toNextAccount();
    const first = await placeOfSelected(page);
    await toNextAccount();
    const second = await placeOfSelected(page);
    await page.keyboard.down('Control');
    await page.mouse.click(first.x, first.y);
    await page.keyboard.up('Control');
    await page.getByText(text.marks.count(1)).first().waitFor();
    const address = page.url();
    const before = await nodesShown(page);
    await page.keyboard.press('c');
    await page.locator('.details').getByText(text.details.linkSum).waitFor();
    // It comes on top of what is drawn, and goes again.
    expect(new URL(page.url()).pathname).toBe(new URL(address).pathname);
    expect(await nodesShown(page)).toBeGreaterThanOrEqual(before);
    await page.locator('.details').getByRole('button', { name: text.close }).click();
    await page.locator('.details').getByText(text.details.blindTo).waitFor();
    // What is opened next tells of itself.
    await page.keyboard.down('Control');
    await page.mouse.click(second.x, second.y);
    await page.keyboard.up('Control');
    await page.keyboard.press('c');
    await page.locator('.details').getByText(text.details.linkSum).waitFor();
    // Whoever is given the address sees the same.
    await page.reload();
    await page.locator('.details').getByText(text.details.linkSum).waitFor();
    await liftLayers(page);
    await expect.poll(() => nodesShown(page)).toBe(before);
    await page.getByRole('link', { name: text.rail.overview }).click();
    await openFirst(page);
    await page.locator('.details').getByText(text.details.heldBy).waitFor();
    const details = page.locator('.details');
    expect(await details.getByText(text.details.linkSum).count()).toBe(0);
    // So does a finding of what is open: it is told of beside that, by an address of its own too.
    const { pathname } = new URL(page.url());
    const drawn = await nodesShown(page);
    await details.locator('.card-title').first().click();
    const alone = details.getByRole('link', { name: messages.looks.layers.alone });
    await alone.waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('details');
    expect(new URL(page.url()).pathname).toBe(pathname);
    expect(await nodesShown(page)).toBeGreaterThanOrEqual(drawn);
    expect(await alone.getAttribute('href')).toMatch(/^\/finding\/F-/);
    await details.getByRole('button', { name: text.close }).click();
    await details.getByText(text.details.heldBy).waitFor();
    expect(faults).toEqual([]);
  });

  it('takes back twenty steps to the same view, and takes them again', long, async () => {
    const { page, faults } = await openRatingRing();
    const canvas = page.locator('.canvas');
    const undo = page.getByRole('button', { name: text.canvas.undo });
    const redo = page.getByRole('button', { name: text.canvas.redo });
    const letGo = async () => {
      await canvas.focus();
      await page.keyboard.press('Escape');
      await page.mouse.move(5, 5);
      await page.getByText(text.details.blindTo).waitFor();
    };
    const view = async () => ({
      nodes: await nodesShown(page),
      picture: await canvas.screenshot({ mask: [page.getByRole('toolbar')] }),
    });
    await letGo();
    const before = await view();

    const types = await page.locator('.type-switch').count();
    for (let step = 0; step < 12; step++)
      await page
        .locator('.type-switch')
        .nth(step % types)
        .click();
    for (let node = 0; node < 6; node++) {
      await canvas.focus();
      await page.keyboard.press('Enter');
      await canvas.press('ArrowDown');
      await page.keyboard.press('Control+h');
    }
    await canvas.press('Enter');
    await canvas.press('ArrowDown');
    const { x, y } = await placeOfSelected(page);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 40, { steps: 4 });
    await page.mouse.up();
    await page.getByRole('button', { name: text.canvas.unhide }).click();
    await settled(page);
    await letGo();
    const after = await view();
    expect(await differing(page, after.picture, before.picture)).toBeGreaterThan(0.002);

    let steps = 0;
    for (; await undo.isEnabled(); steps++) await undo.click();
    expect(steps).toBeGreaterThanOrEqual(20);
    await letGo();
    const back = await view();
    expect(back.nodes).toBe(before.nodes);
    expect(await differing(page, back.picture, before.picture)).toBeLessThan(0.001);

    for (; await redo.isEnabled();) await redo.click();
    await letGo();
    expect(await nodesShown(page)).toBe(after.nodes);
    expect(faults).toEqual([]);
  });

  it('finds what is searched, and opens it by its address', async () => {
    const { page, faults } = await open('/');
    await page.getByRole('region', { name: messages.overviewPage.title }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('silver star');
    await page.getByRole('option').first().waitFor();
    await keepScreenshot(page, 'search');
    // A finding's title names it too, and may come first while letters are being typed.
    const entry = page.getByText('VOLASYS SILVER STAR', { exact: true });
    await page.getByRole('option').filter({ has: entry }).first().click();
    await page.waitForURL(/\/node\/watchlist_entry/);
    await settled(page);
    await page.getByRole('heading', { name: 'VOLASYS SILVER STAR' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'VOLASYS SILVER STAR' }).waitFor();
    expect(faults).toEqual([]);
  });

  it('says in a table all that the canvas shows', async () => {
    const { page, faults } = await open('/');
    await openFirst(page);
    await settled(page);
    const nodes = await nodesShown(page);
    await page.keyboard.press('t');
    const table = page.getByRole('table', { name: text.table.nodes });
    const rows = table.locator('tbody tr');
    await rows.first().waitFor();
    await keepScreenshot(page, 'table');
    const pages = page.getByRole('navigation', { name: messages.views.table.pages });
    let listed = await rows.count();
    for (let at = 2; listed < nodes; at += 1) {
      await pages.getByRole('button', { name: String(at), exact: true }).click();
      listed += await rows.count();
    }
    expect(listed).toBe(nodes);
    const scores = table.locator('tbody td:nth-child(4)');
    const byScore = table.getByRole('button', { name: text.table.score, exact: true });
    await byScore.click();
    await byScore.click();
    expect(await table.locator('th[aria-sort=descending]').innerText()).toBe(text.table.score);
    const figures = (await scores.allInnerTexts()).filter((score) => score !== '').map(Number);
    expect(figures.length).toBeGreaterThan(1);
    expect(figures).toEqual([...figures].sort((one, other) => other - one));
    expect(await graveViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('hides and shows a node', async () => {
    const { page, faults } = await open('/');
    await openFirst(page);
    await settled(page);
    const linking = await nodesShown(page);
    await page.getByRole('button', { name: messages.looks.story.all }).click();
    const before = await nodesShown(page);
    expect(before).toBeGreaterThan(linking);
    await settled(page);
    await page.locator('.canvas').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+i');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('details');
    await page.locator('.canvas').press('Shift+F10');
    await page.getByRole('menuitem', { name: text.menu.hide }).click();
    expect(await nodesShown(page)).toBe(before - 1);
    await page.getByRole('button', { name: text.canvas.unhide }).click();
    expect(await nodesShown(page)).toBe(before);
    expect(faults).toEqual([]);
  });

  it('is dark when asked, and readable at 900 pixels', async () => {
    const { page, faults } = await open('/', small);
    await openFirst(page);
    await settled(page);
    await keepScreenshot(page, 'narrow-light');
    await page.getByRole('button', { name: text.header.dark }).click();
    await page.getByRole('button', { name: text.header.light }).waitFor();
    await settled(page);
    await keepScreenshot(page, 'narrow-dark');
    expect(await graveViolations(page)).toEqual([]);
    const wider = await page.evaluate(() => document.body.scrollWidth > window.innerWidth);
    expect(wider).toBe(false);
    expect(faults).toEqual([]);
  });

  it('can be worked with at 200 % zoom', async () => {
    const { page, faults } = await open('/', zoomed);
    await openFirst(page);
    await settled(page);
    await keepScreenshot(page, 'zoom-200');
    expect((await page.locator('.canvas').boundingBox())?.height).toBeGreaterThan(250);
    const covered = await page.getByRole('button').evaluateAll((buttons) =>
      buttons
        .filter((button) => {
          button.scrollIntoView({ block: 'center' });
          const { left, top, width, height } = button.getBoundingClientRect();
          const above = document.elementFromPoint(left + width / 2, top + height / 2);
          return width > 0 && !button.contains(above);
        })
        .map((button) => button.getAttribute('aria-label') ?? button.textContent),
    );
    expect(covered).toEqual([]);
    const wider = await page.evaluate(() => document.body.scrollWidth > window.innerWidth);
    expect(wider).toBe(false);
    expect(await graveViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('draws the companies between accounts and a listed one, in the dark', async () => {
    const { page, faults } = await open('/', { ...desk, scheme: 'dark' });
    const list = page.getByRole('list', { name: text.lists.clusters });
    await list
      .getByText(/watchlist/)
      .first()
      .click();
    await settled(page);
    await page.locator('.legend').getByText('watchlist entries').waitFor();
    await page.locator('.legend').getByText(text.canvas.inferred).waitFor();
    await keepScreenshot(page, 'cluster-dark');
    expect(await graveViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('says when the server is away, and goes on by itself when it is back', async () => {
    const { page } = await open('/');
    await openFirst(page);
    await settled(page);
    await goAway();
    await page.getByText(text.state.offline).waitFor({ timeout: 30_000 });
    expect(await nodesShown(page)).toBeGreaterThan(0);
    await keepScreenshot(page, 'away');
    expect(await graveViolations(page)).toEqual([]);
    await comeBack();
    await page.getByText(text.state.offline).waitFor({ state: 'detached', timeout: 30_000 });
  });
});

describe('a database that is empty again', () => {
  beforeAll(() => tested.empty());

  it('has the sample loaded by the first of its doors, which leads to data that can be detected', async () => {
    const { page, faults } = await open('/');
    await page.getByRole('button', { name: text.state.loadSample }).click();
    await page.waitForURL('**/data/*');
    await page.getByRole('status').filter({ hasText: messages.intake.page.result }).waitFor();
    await page.getByRole('button', { name: messages.detections.button, exact: true }).waitFor();
    expect(faults).toEqual([]);
  });
});
