import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { testDatabase } from '../database.ts';
import { loadRing } from '../explore/ring.ts';
import { repeated } from '../long.ts';
import { graveViolations } from './accessibility.ts';
import { browsing, desk, small, zoomed } from './browsing.ts';
import { nodesShown, placeOfSelected, settled } from './canvas.ts';
import { keepScreenshot } from './screenshots.ts';

const text = messages.page;
const tested = testDatabase();
const { open } = browsing(tested);
let result: DetectionResult;

beforeAll(async () => {
  result = await loadRing(tested);
});

async function openRing(looks = desk) {
  const opened = await open(`/cluster/${encodeURIComponent(result.clusters[0]!.id)}`, looks);
  await settled(opened.page);
  return opened;
}

const bar = (page: Page) => page.getByRole('group', { name: text.marks.title });

async function marked(page: Page): Promise<number> {
  if ((await bar(page).count()) === 0) return 0;
  return Number(/^\d+/.exec(await bar(page).innerText())![0]);
}

async function pick(page: Page, menu: string, item: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Saves by an item of the menu and returns the file. */
async function savedBy(page: Page, item: string): Promise<{ name: string; bytes: Buffer }> {
  const saved = page.waitForEvent('download');
  await pick(page, text.save.menu, item);
  const download = await saved;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

describe('marking', () => {
  it('marks by a box, a click with Shift, the keyboard, kind, links, and the other way round', async () => {
    const { page, faults } = await openRing();
    const all = await nodesShown(page);
    const box = (await page.locator('.canvas').boundingBox())!;

    await page.keyboard.down('Shift');
    await page.mouse.move(box.x + 60, box.y + 60);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 60, box.y + box.height - 5, { steps: 5 });
    await keepScreenshot(page, 'lasso');
    await page.mouse.up();
    await page.keyboard.up('Shift');
    expect(await marked(page)).toBe(all);

    await bar(page).getByRole('button', { name: text.marks.clear }).click();
    expect(await marked(page)).toBe(0);
    await page.locator('.canvas').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    expect(await marked(page)).toBe(1);
    const { x, y } = await placeOfSelected(page);
    await page.keyboard.down('Shift');
    await page.mouse.click(x, y);
    await page.keyboard.up('Shift');
    expect(await marked(page)).toBe(0);

    await pick(page, text.marks.menu, /All accounts/);
    const accounts = await marked(page);
    expect(accounts).toBeGreaterThanOrEqual(3);
    await bar(page).getByRole('button', { name: text.marks.invert }).click();
    expect(await marked(page)).toBe(all - accounts);
    await bar(page).getByRole('button', { name: text.marks.neighbours }).click();
    expect(await marked(page)).toBe(all);
    await pick(page, text.marks.menu, /touches 3 or more/);
    expect(await marked(page)).toBeGreaterThan(0);
    await keepScreenshot(page, 'marked');
    expect(await graveViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  repeated([
    ['1440 × 900', desk],
    ['900 × 700', { ...small, height: 700 }],
    ['720 × 450', zoomed],
  ])('has each of its actions in reach at %s', async (_size, looks) => {
    const { page, faults } = await openRing(looks);
    const high = (await page.locator('.canvas').boundingBox())!.height;
    await page.locator('.canvas').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+a');
    await bar(page).waitFor();
    await keepScreenshot(page, `marked-${looks.width}`);
    const pane = (await page.locator('.stage').boundingBox())!;
    const actions = await bar(page).getByRole('button').all();
    expect(actions.length).toBeGreaterThanOrEqual(7);
    for (const action of actions) {
      // As a person meets it: nothing before it, and none of it outside the pane.
      await action.click({ trial: true });
      const box = (await action.boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(pane.x);
      expect(box.x + box.width).toBeLessThanOrEqual(pane.x + pane.width);
    }
    expect((await page.locator('.canvas').boundingBox())!.height).toBe(high);
    expect(faults).toEqual([]);
  });

  it('marks in the table what is then marked on the canvas', async () => {
    const { page, faults } = await openRing();
    await page.keyboard.press('t');
    await page.getByRole('checkbox').first().check();
    await page.getByRole('checkbox').nth(1).check();
    await page.keyboard.press('t');
    expect(await marked(page)).toBe(2);
    expect(faults).toEqual([]);
  });

  it('hides, expands and takes back all that is marked in one step', async () => {
    const { page, faults } = await openRing();
    const before = await nodesShown(page);
    await pick(page, text.marks.menu, /All accounts/);
    const accounts = await marked(page);
    await bar(page).getByRole('button', { name: text.marks.hideOthers }).click();
    expect(await nodesShown(page)).toBe(accounts);
    await page.getByRole('button', { name: text.canvas.undo }).click();
    expect(await nodesShown(page)).toBe(before);
    await bar(page).getByRole('button', { name: text.marks.expand }).click();
    await page.getByRole('status').getByText('added').waitFor();
    expect(await nodesShown(page)).toBeGreaterThan(before);
    await page.getByRole('button', { name: text.canvas.undo }).click();
    expect(await nodesShown(page)).toBe(before);
    expect(faults).toEqual([]);
  });
});

describe('saving', () => {
  it('saves the view as PNG and as SVG, whose every name and shape stays sharp', async () => {
    const { page, faults } = await openRing();
    const png = await savedBy(page, text.save.png);
    expect(png.name).toMatch(/^skein-C-\w+\.png$/);
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(png.bytes.length).toBeGreaterThan(20_000);

    const svg = await savedBy(page, text.save.svg);
    const texts: string[] = [];
    const names: string[] = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name }) => void names.push(name));
    parser.on('text', (part) => void texts.push(part));
    parser.write(svg.bytes.toString()).close();
    expect(texts).toEqual(
      expect.arrayContaining(['Minjun Harlow', messages.page.canvas.captionNote]),
    );
    const nodes = await nodesShown(page);
    expect(names.filter((name) => name === 'path').length).toBeGreaterThanOrEqual(nodes);
    expect(faults).toEqual([]);
    await page.setContent(svg.bytes.toString());
    await keepScreenshot(page, 'picture-svg');
  });

  it('saves what is shown, and what is marked alone, for other programs', async () => {
    const { page, faults } = await openRing();
    const all = await savedBy(page, text.save.formats.graphml);
    expect(all.name).toMatch(/^skein-C-\w+\.graphml$/);
    expect(all.bytes.toString().match(/<node /g)).toHaveLength(await nodesShown(page));

    await pick(page, text.marks.menu, /All accounts/);
    const accounts = await marked(page);
    const csv = await savedBy(page, text.save.formats.nodes);
    const rows: Record<string, string>[] = parse(csv.bytes, { columns: true });
    expect(rows).toHaveLength(accounts);
    expect(new Set(rows.map(({ type }) => type))).toEqual(new Set(['account']));
    expect(rows.map((row) => row['email'])).toContain('minjun@harlow.example');
    const gexf = await savedBy(page, text.save.formats.gexf);
    expect(gexf.bytes.toString().match(/<node /g)).toHaveLength(accounts);
    expect(faults).toEqual([]);
  });

  it('copies the view', async () => {
    const { page, faults } = await openRing();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await pick(page, text.save.menu, text.save.copy);
    await page.getByRole('status').getByText(text.save.copied).waitFor();
    const types = await page.evaluate(async () =>
      (await navigator.clipboard.read()).flatMap(({ types }) => types),
    );
    expect(types).toContain('image/png');
    expect(faults).toEqual([]);
  });
});
