import { userInfo } from 'node:os';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { testDatabase } from '../database.ts';
import { loadRing } from '../explore/ring.ts';
import { long } from '../long.ts';
import { graveViolations } from './accessibility.ts';
import { browsing } from './browsing.ts';
import { nodesShown, settled } from './canvas.ts';
import { button, editor } from './query-room.ts';
import { keepScreenshot } from './screenshots.ts';

const text = messages.queries;
const tested = testDatabase();
const { open } = browsing(tested);

beforeAll(async () => {
  await loadRing(tested);
});

describe('a pattern', () => {
  const words = messages.pattern.builder;
  const drawn = messages.patternDrawing;
  const who = userInfo().username;
  const choice = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });

  /** "accounts that share the same payment account with at least {n} others". */
  async function build(page: Page): Promise<void> {
    await button(page, text.list.ask).click();
    await button(page, words.addBranch).click();
    await choice(page, words.ways).selectOption('share PAID_THROUGH out payment_account');
    const [, others] = await page.getByRole('spinbutton', { name: words.number }).all();
    await others!.fill('2');
    await button(page, words.ask(words.number)).nth(1).click();
  }

  it('is filled in, shown as the query that it is, asked, drawn, and taken on', async () => {
    const { page, faults } = await open('/query');
    await build(page);
    const query = page.locator(`pre[aria-label="${words.query}"]`);
    await query.getByText('RETURN DISTINCT account_2').waitFor();
    expect(await query.innerText()).toContain('} >= $n');
    await page.getByText('with at least {n} others').waitFor();
    await button(page, words.run).click();
    await page
      .getByRole('status')
      .getByText(/3 rows in/)
      .waitFor();
    await keepScreenshot(page, 'pattern');
    expect(await graveViolations(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'n', exact: true }).fill('3');
    await page.keyboard.press('Enter');
    await page
      .getByRole('status')
      .getByText(/0 rows in/)
      .waitFor();

    await page.goto(page.url());
    await button(page, words.takeOn).click();
    await editor(page).waitFor();
    expect(await editor(page).innerText()).toContain('RETURN DISTINCT account_2');
    expect(faults).toEqual([]);
  });

  it('is tried on past runs, watched, and watched no longer', async () => {
    const { page, faults } = await open('/query');
    const says = messages.watchedPattern;
    await build(page);
    await button(page, words.save).click();
    await page.getByRole('textbox', { name: words.phrase }).fill('paid as {n} others');
    await page.getByRole('dialog').getByRole('button', { name: text.editor.save }).click();
    await page.getByText(says.room.off(1)).waitFor();
    expect(await button(page, says.room.watch).count()).toBe(0);
    await button(page, says.room.try).click();
    await page.getByText(`${says.room.all(3)}. ${says.notMeasured}`).waitFor();
    await keepScreenshot(page, 'pattern-tried');
    expect(await graveViolations(page)).toEqual([]);
    await page.getByRole('textbox', { name: says.room.why }).fill('asked by the bank');
    await button(page, says.room.watch).click();
    await page.getByText(/^Version 1 is watched/).waitFor();
    await page.getByText(says.room.known(3)).waitFor();
    await button(page, says.room.stop).click();
    await page.getByText(says.room.off(1)).waitFor();
    expect(faults).toEqual([]);
  });

  it('is saved as a phrase that the search box completes and asks', async () => {
    const { page, faults } = await open('/query');
    await build(page);
    await button(page, words.save).click();
    const phrase = page.getByRole('textbox', { name: words.phrase });
    await phrase.fill('accounts with a payout in common with at least {n} others');
    await page.getByRole('dialog').getByRole('button', { name: text.editor.save }).click();
    await page.getByText(text.list.pattern(who, 1)).first().waitFor();

    const search = page.getByRole('searchbox', { name: messages.page.header.searchLabel });
    await search.fill('payout in common');
    const hits = page.getByRole('listbox', { name: messages.search.results });
    await hits.getByText('n = 2').waitFor();
    await hits.getByRole('option', { name: 'at least 2 others' }).click();
    expect(await search.inputValue()).toBe(
      'accounts with a payout in common with at least 2 others',
    );
    // Its value is marked, so that what is typed takes its place.
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('2');
    await page.keyboard.type('1');
    expect(await search.inputValue()).toContain('at least 1 others');
    await hits.getByText(messages.search.phrase(who, 1)).waitFor();
    await keepScreenshot(page, 'pattern-phrase');
    await page.keyboard.press('Enter');
    await settled(page);
    expect(await nodesShown(page)).toBe(4);
    expect(faults).toEqual([]);
  });

  it('is drawn by the keyboard, as the sentence says it, and its answer lies on top of what was drawn', async () => {
    const { page, faults } = await open('/node/account%3Aguest-00');
    await settled(page);
    const before = await nodesShown(page);
    await page.getByRole('tab', { name: messages.queries.tab }).click();
    await button(page, text.list.ask).click();
    const picture = page.getByRole('region', { name: drawn.title });
    const node = (name: string) => picture.getByRole('button', { name: drawn.ofNode(name) });
    await node('accounts').press('+');
    await page.keyboard.type('share payment');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const others = node('account').and(page.locator(':focus'));
    await others.waitFor();
    await others.press('Enter');
    const fields = page.getByRole('dialog', { name: drawn.ofNode('account') });
    await fields.getByRole('spinbutton', { name: words.number }).fill('2');
    await page.keyboard.press('Escape');
    await node('at least 2 accounts').and(page.locator(':focus')).waitFor();
    await page.getByText('share the same payment account with at least 2 others').waitFor();
    await choice(page, words.countLabel).nth(1).selectOption('at_most');
    await node('at most 2 accounts').waitFor();
    await choice(page, words.countLabel).nth(1).selectOption('at_least');
    await keepScreenshot(page, 'pattern-drawn');
    expect(await graveViolations(page)).toEqual([]);
    await button(page, words.run).click();
    await page
      .getByRole('status')
      .getByText(/3 rows in/)
      .waitFor();
    await button(page, messages.search.putOver).click();
    await settled(page);
    await expect.poll(() => nodesShown(page)).toBeGreaterThan(before);
    await page
      .getByRole('group', { name: messages.looks.layers.title })
      .getByText(/at least 2/)
      .waitFor();
    expect(faults).toEqual([]);
  });

  it(
    'is made of what is marked on the canvas, and says what it does not take on',
    long,
    async () => {
      const { page, faults } = await open('/pair/a1/a2');
      await settled(page);
      await button(page, messages.page.marks.menu).click();
      await page.getByRole('menuitem', { name: messages.page.marks.all, exact: true }).click();
      await button(page, drawn.like.ask).click();
      const picture = page.getByRole('region', { name: drawn.title });
      await picture.getByRole('button', { name: drawn.ofNode('accounts') }).waitFor();
      await page.getByRole('region', { name: drawn.like.left }).waitFor();
      await keepScreenshot(page, 'pattern-like-these');
      await button(page, words.run).click();
      const table = page.getByRole('table', { name: text.result.title });
      await table.getByRole('link').first().waitFor();
      expect(faults).toEqual([]);
    },
  );
});
