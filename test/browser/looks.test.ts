import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { testDatabase } from '../database.ts';
import { loadRing } from '../explore/ring.ts';
import { long, repeated } from '../long.ts';
import { graveViolations } from './accessibility.ts';
import { browsing, desk, small } from './browsing.ts';
import { differing, nodesShown, placeOfSelected, settled } from './canvas.ts';
import { keepScreenshot } from './screenshots.ts';

const text = messages.page;
const { layouts, groups, style, kinds, bundles, paths } = messages.looks;
const tested = testDatabase();
const { open } = browsing(tested);
let result: DetectionResult;

beforeAll(async () => {
  result = await loadRing(tested);
});

async function openRing(looks = desk) {
  const opened = await open(
    `/cluster/${encodeURIComponent(result.clusters[0]!.id)}?at=account:a1`,
    looks,
  );
  await settled(opened.page);
  return opened;
}

const tool = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function pick(page: Page, menu: string, item: string | RegExp): Promise<void> {
  await tool(page, menu).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** The drawing after its labels are chosen: the same twice, with nothing pointed at. */
async function drawing(page: Page): Promise<Buffer> {
  await page.mouse.move(4, 4);
  await page.getByRole('tooltip').waitFor({ state: 'detached' });
  const canvas = page.locator('.canvas');
  let before = await canvas.screenshot();
  let alike = 0;
  const seenAlike = async () => {
    const now = await canvas.screenshot();
    alike = (await differing(page, before, now)) === 0 ? alike + 1 : 0;
    before = now;
    return alike;
  };
  // Labels are chosen only once the drawing rests, which a busy machine puts off.
  await expect.poll(seenAlike, { interval: 300, timeout: 20_000 }).toBeGreaterThanOrEqual(3);
  return before;
}

const said = (page: Page, news: string | RegExp) =>
  page.getByRole('status').getByText(news).waitFor();

/** Goes from node to node until this one is selected; returns where it is drawn. */
async function placeOf(page: Page, ref: string): Promise<{ x: number; y: number }> {
  await page.locator('.canvas').focus();
  await page.keyboard.press('Enter');
  for (let step = await nodesShown(page); step > 0; step -= 1) {
    if (new URL(page.url()).searchParams.get('at') === ref) return placeOfSelected(page);
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`${ref} is not on the canvas.`);
}

async function markAccounts(page: Page): Promise<void> {
  await pick(page, text.marks.menu, /All accounts/);
  await page.getByRole('group', { name: text.marks.title }).waitFor();
}

describe('layouts', () => {
  it('each give another picture, and are each one step to take back', async () => {
    const { page, faults } = await openRing();
    const place = await placeOfSelected(page);
    const byForce = await drawing(page);
    for (const layout of ['right', 'down', 'circles', 'time'] as const) {
      await pick(page, layouts.menu, layouts.names[layout]);
      await said(page, layouts.done(layouts.names[layout]));
      expect(await differing(page, byForce, await drawing(page)), layout).toBeGreaterThan(0.01);
      if (layout === 'time')
        await expect.poll(() => page.locator('.time-axis line').count()).toBeGreaterThan(1);
      await keepScreenshot(page, `layout-${layout}`);
      await tool(page, text.canvas.undo).click();
      await expect.poll(() => placeOfSelected(page)).toEqual(place);
      // Of labels on lines that lie on one another, another one may be written.
      expect(await differing(page, byForce, await drawing(page)), layout).toBeLessThan(0.01);
      await expect.poll(() => page.locator('.time-axis').count()).toBe(0);
    }
    expect(await graveViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('ask before they move what a person aligned, and leave it alone on a no', long, async () => {
    const { page, faults } = await openRing();
    await markAccounts(page);
    await pick(page, layouts.menu, layouts.alignments.row);
    await said(page, /aligned/);
    const inRow = await placeOfSelected(page);
    await pick(page, layouts.menu, layouts.names.circles);
    const question = page.getByRole('dialog', { name: layouts.ask });
    await question.waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await question.getByRole('button', { name: layouts.cancel }).click();
    await question.waitFor({ state: 'detached' });
    expect(await placeOfSelected(page)).toEqual(inRow);
    await pick(page, layouts.menu, layouts.names.circles);
    await question.getByRole('button', { name: layouts.yes }).click();
    await said(page, layouts.done(layouts.names.circles));
    expect(await placeOfSelected(page)).not.toEqual(inRow);
    await tool(page, text.canvas.undo).click();
    await expect.poll(() => placeOfSelected(page)).toEqual(inRow);
    expect(faults).toEqual([]);
  });
});

describe('groups', () => {
  it('draw what is marked as one, tell of it in details and table, and open again', async () => {
    const { page, faults } = await openRing();
    const all = await nodesShown(page);
    await markAccounts(page);
    await page
      .getByRole('group', { name: text.marks.title })
      .getByRole('button', { name: groups.group, exact: true })
      .click();
    const name = '<img src=x onerror=alert(1)> \u202eRing';
    await page.getByRole('textbox', { name: groups.name }).fill(name);
    await page.keyboard.press('Enter');
    await said(page, /drawn as one/);
    const details = page.locator('#details');
    await details.getByRole('heading', { name }).waitFor();
    await expect.poll(() => details.getByText(groups.highest).count()).toBe(1);
    await details.getByRole('button', { name: 'Minjun Harlow' }).first().waitFor();
    const label = await page.locator('.canvas').getAttribute('aria-label');
    expect(label).toContain('1 group holds');
    // Members stay what is shown: the table says which group they are in.
    expect(await nodesShown(page)).toBe(all);
    await drawing(page);
    await keepScreenshot(page, 'grouped');
    expect(await graveViolations(page)).toEqual([]);
    await page.keyboard.press('t');
    await page.getByRole('table').first().waitFor();
    await expect
      .poll(() => page.getByRole('button', { name: groups.in(name) }).count())
      .toBeGreaterThan(1);
    await page.keyboard.press('t');
    await settled(page);
    await details.getByRole('button', { name: groups.open }).click();
    await said(page, groups.opened(1));
    expect(await page.locator('.canvas').getAttribute('aria-label')).not.toContain('1 group');
    expect(faults).toEqual([]);
  });

  it('are made of the whole board, and twenty steps later all is as it was', long, async () => {
    const { page, faults } = await openRing();
    const before = await drawing(page);
    const undo = tool(page, text.canvas.undo);
    let steps = 0;
    while (steps < 20) {
      await pick(page, groups.menu, /each type/);
      await pick(page, groups.menu, /Open all groups/);
      await pick(page, layouts.menu, layouts.names.circles);
      await pick(page, layouts.menu, layouts.names.time);
      await page.getByRole('button', { name: style.menu }).click();
      await page.getByRole('radio', { name: style.sizes.links }).first().check();
      await page.getByRole('radio', { name: style.sizes.uniform }).check();
      await page.getByRole('radio', { name: style.colours.cluster }).check();
      await page.getByRole('radio', { name: style.colours.type, exact: true }).check();
      await page.keyboard.press('Escape');
      const papers = page.locator('.type-switch', { hasText: 'document' });
      await papers.click();
      await papers.click();
      steps += 10;
    }
    for (let step = 0; step < steps; step += 1) await undo.click();
    expect(await undo.isDisabled()).toBe(true);
    expect(await differing(page, before, await drawing(page))).toBeLessThan(0.002);
    expect(faults).toEqual([]);
  });
});

describe('the legend', () => {
  it('greys and hides kinds of relation, and says so', async () => {
    const { page, faults } = await openRing();
    const before = await drawing(page);
    await page.getByRole('button', { name: /kinds? of relation/ }).click();
    const panel = page.getByRole('dialog', { name: kinds.title });
    const row = panel.getByRole('radiogroup', { name: /was handed in by/ });
    // The radio itself is hidden under its label.
    const set = (state: string) => row.getByText(state, { exact: true }).click();
    await set(kinds.states.faint);
    await said(page, kinds.changed('was handed in by', kinds.states.faint));
    const relations = async () =>
      Number(
        /and ([\d,]+) relation/.exec(
          (await page.locator('.canvas').getAttribute('aria-label'))!,
        )![1],
      );
    const all = await relations();
    await set(kinds.states.hidden);
    await expect.poll(relations).toBeLessThan(all);
    await keepScreenshot(page, 'relation-kinds');
    expect(await graveViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await tool(page, text.canvas.undo).click();
    await tool(page, text.canvas.undo).click();
    await expect.poll(relations).toBe(all);
    expect(await differing(page, before, await drawing(page))).toBeLessThan(0.002);
    expect(faults).toEqual([]);
  });

  repeated([
    ['light', desk],
    ['dark', { ...small, scheme: 'dark' as const }],
  ])('edits sizes and colours, and pictures say what they mean (%s)', async (scheme, looks) => {
    const { page, faults } = await openRing(looks);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: style.menu }).click();
    await page.getByRole('combobox', { name: style.colourOf('accounts') }).selectOption('gold');
    await page.getByRole('radio', { name: style.sizes.links }).first().check();
    await keepScreenshot(page, `style-${scheme}`);
    expect(await graveViolations(page)).toEqual([]);
    await page.getByRole('radio', { name: style.colours.score }).last().check();
    await page.keyboard.press('Escape');
    await page.getByText(style.scale(style.colours.score)).waitFor();
    await drawing(page);
    await keepScreenshot(page, `by-score-${scheme}`);
    const saved = page.waitForEvent('download');
    await pick(page, text.save.menu, text.save.svg);
    const svg = await readFile(await (await saved).path(), 'utf8');
    expect(svg).toContain(style.scale(style.colours.score));
    expect(svg).toContain(messages.looks.noScore);
    expect(svg).toContain(style.sized(style.sizes.links));
    expect(faults).toEqual([]);
  });

  it('turns animation on and off, and remembers it', long, async () => {
    const { page, faults } = await openRing();
    await page.getByRole('button', { name: style.menu }).click();
    const motion = page.getByRole('switch', { name: style.motion });
    // The system asks for less motion.
    expect(await motion.isChecked()).toBe(false);
    await motion.check();
    expect(await motion.isChecked()).toBe(true);
    await page.keyboard.press('Escape');
    await pick(page, layouts.menu, layouts.names.circles);
    await drawing(page);
    await page.reload();
    await settled(page);
    await page.getByRole('button', { name: style.menu }).click();
    expect(await motion.isChecked()).toBe(true);
    expect(faults).toEqual([]);
  });
});

describe('bundles and paths', () => {
  it('draw the relations of a line side by side, and list each', long, async () => {
    const { page, faults } = await openRing();
    const [account, company] = [await placeOfSelected(page), await placeOf(page, 'company:c1')];
    const closed = await drawing(page);
    await page.mouse.click((account.x + company.x) / 2, (account.y + company.y) / 2);
    const details = page.locator('#details');
    await details.getByRole('button', { name: bundles.open }).click();
    const opened = await drawing(page);
    await keepScreenshot(page, 'bundle-opened');
    expect(await differing(page, closed, opened)).toBeGreaterThan(0.001);
    await details.getByRole('button', { name: bundles.close }).click();
    expect(await differing(page, opened, await drawing(page))).toBeGreaterThan(0.001);
    expect(await graveViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('light up the way from what is selected to where the menu opens, on top of what is drawn', async () => {
    const { page, faults } = await openRing();
    const from = await placeOfSelected(page);
    await page.locator('.canvas').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    const to = await placeOfSelected(page);
    await page.mouse.click(from.x, from.y);
    await page.mouse.click(to.x, to.y, { button: 'right' });
    await page.getByRole('menuitem', { name: paths.here('Minjun Harlow') }).click();
    await said(page, /A path of .* lit up/);
    const layer = page.getByRole('group', { name: messages.looks.layers.title });
    await layer.getByRole('button', { pressed: true }).waitFor();
    expect(faults).toEqual([]);
  });
});

describe('rules and ranges', () => {
  const rules = messages.lookRules;

  it('draw by a measure and say so; what lies outside a range is hidden, counted, and back by one step', async () => {
    const { page, faults } = await openRing();
    const before = await drawing(page);
    const menus = page.locator('.legend-tools');
    await menus.getByRole('button', { name: rules.menu }).click();
    const panel = page.getByRole('dialog', { name: rules.menu });
    await panel.getByLabel(rules.by, { exact: true }).selectOption('drawn.betweenness');
    await panel.getByText(rules.fields['drawn.betweenness'].about).waitFor();
    await panel.getByRole('button', { name: rules.add }).click();
    const heading = rules.heading(rules.sets.colour, '', 'betweenness', rules.cutShort.rank);
    await page.getByRole('list', { name: text.canvas.legend }).getByText(heading).waitFor();
    await keepScreenshot(page, 'rules');
    expect(await graveViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await expect
      .poll(async () => differing(page, before, await page.locator('.canvas').screenshot()))
      .toBeGreaterThan(0.002);

    const all = await nodesShown(page);
    await menus.getByRole('button', { name: rules.ranges.menu }).click();
    const filter = page.getByRole('dialog', { name: rules.ranges.menu });
    await filter.getByLabel(rules.ranges.add).selectOption('drawn.links');
    await filter.getByRole('slider').first().press('ArrowRight');
    await filter.getByText(rules.ranges.how.hidden, { exact: true }).click();
    await expect.poll(() => nodesShown(page)).toBeLessThan(all);
    await filter.getByText(rules.ranges.shown(await nodesShown(page), all)).waitFor();
    await keepScreenshot(page, 'ranges');
    expect(await graveViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await filter.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await expect.poll(() => nodesShown(page)).toBe(all);
    expect(faults).toEqual([]);
  });
});

describe('a small stage', () => {
  it('keeps the drawing where it is when nodes are marked', async () => {
    const { page, faults } = await openRing(small);
    await page.keyboard.press('Escape');
    const height = async () => (await page.locator('.canvas').boundingBox())!.height;
    const before = await height();
    await markAccounts(page);
    expect(await height()).toBe(before);
    await keepScreenshot(page, 'marked-small');
    expect(await graveViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
