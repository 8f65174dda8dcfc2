import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { testDatabase } from '../database.ts';
import { hostileIds, loadRing } from '../explore/ring.ts';
import { long } from '../long.ts';
import { graveViolations } from './accessibility.ts';
import { browsing, desk, small } from './browsing.ts';
import { nodesShown, settled } from './canvas.ts';
import { button, editor, run, write } from './query-room.ts';
import { keepScreenshot } from './screenshots.ts';

const text = messages.queries;
const tested = testDatabase();
const { open } = browsing(tested);
let result: DetectionResult;

beforeAll(async () => {
  result = await loadRing(tested);
});

/** Runs of queries that the server has under way. */
async function underWay(): Promise<number> {
  const rows = await tested.database.read(
    'SHOW TRANSACTIONS YIELD metaData WHERE metaData.skein IS NOT NULL RETURN 1',
  );
  return rows.length;
}

describe('the editor', () => {
  it('completes from the schema, runs, sorts, copies, and opens the same by its address', async () => {
    const { page, faults } = await open('/query');
    await editor(page).click();
    await page.keyboard.type('MATCH (a:Acc');
    await page.getByRole('option', { name: 'Account' }).first().waitFor();
    await keepScreenshot(page, 'query-completion');
    await page.keyboard.press('ArrowUp');
    await page
      .getByRole('option', { name: /^Account(?!Change)/ })
      .first()
      .click();
    await page.keyboard.type(') RETURN a.disp');
    await page.getByRole('option', { name: /display_name/ }).click();
    await page.keyboard.type(' AS name, a ORDER BY name LIMIT 5');
    await page.keyboard.press('Control+Enter');
    await page
      .getByRole('status')
      .getByText(/5 rows in/)
      .waitFor();
    const table = page.getByRole('table', { name: text.result.title });
    await table.getByRole('button', { name: 'name' }).click();
    await table.getByRole('button', { name: 'name' }).click();
    expect(await table.getByRole('columnheader').first().getAttribute('aria-sort')).toBe(
      'descending',
    );
    expect(await graveViolations(page)).toEqual([]);

    const saved = page.waitForEvent('download');
    await button(page, text.result.csv).click();
    const csv = await readFile(await (await saved).path(), 'utf8');
    expect(csv.split('\r\n')[0]).toBe('name,a');
    expect(csv).toContain('account:a2');

    await page.goto(page.url());
    expect(await editor(page).innerText()).toContain('RETURN a.display_name AS name');
    expect(faults).toEqual([]);
  });

  it('lets the keyboard out', async () => {
    const { page, faults } = await open('/query');
    await editor(page).click();
    await page.keyboard.type('MATCH (a:');
    await page.getByRole('listbox').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await editor(page).evaluate((element) => element === document.activeElement)).toBe(
      false,
    );
    expect(faults).toEqual([]);
  });

  it('says why a query does not run, and where', async () => {
    const { page, faults } = await open('/query');
    await write(page, "MATCH (a:Account) SET a.status = 'closed'");
    await page.getByText(text.refused.step('SetProperty')).waitFor();
    await button(page, text.editor.run).click();
    await write(page, 'MATCH (a:Account)\nRETRUN a');
    await page.getByText(text.editor.at(2, 1)).waitFor();
    expect(await page.locator('.cm-lintRange-error').innerText()).toBe('RETRUN');
    await page.keyboard.press('Escape');
    await keepScreenshot(page, 'query-refused');
    expect(await graveViolations(page)).toEqual([]);
    // The browser itself says so of an answer that refuses.
    expect(faults.filter((fault) => !fault.includes('422'))).toEqual([]);
    const [row] = await tested.database.read<{ count: number }>(
      "MATCH (a:Account {status: 'closed'}) RETURN count(a) AS count",
    );
    expect(row!.count).toBe(0);
  });

  it('cancels a query that takes long, on the server too', async () => {
    const { page, faults } = await open('/query');
    await write(page, 'UNWIND range(1, 1000000000000) AS x RETURN count(x)');
    await page.keyboard.press('Control+Enter');
    await expect.poll(underWay, { interval: 50, timeout: 10_000 }).toBe(1);
    await button(page, text.editor.cancel).click();
    await page.getByText(text.editor.cancelled, { exact: true }).waitFor();
    await expect.poll(() => page.getByRole('alert').count()).toBe(0);
    await expect.poll(underWay, { interval: 50, timeout: 10_000 }).toBe(0);
    await run(page, 'RETURN 1 AS one');
    expect(faults.filter((fault) => !fault.includes('409'))).toEqual([]);
  });

  it('ends a query when its page is left', async () => {
    const { page } = await open('/query');
    await write(page, 'UNWIND range(1, 1000000000000) AS x RETURN count(x)');
    await page.keyboard.press('Control+Enter');
    await expect.poll(underWay, { interval: 50, timeout: 10_000 }).toBe(1);
    await page.close();
    await expect.poll(underWay, { interval: 50, timeout: 10_000 }).toBe(0);
  });

  it('draws a result on the canvas, where all goes on as elsewhere, and comes back to it', async () => {
    const { page, faults } = await open('/query');
    await run(page, "MATCH (a:Account)-[:PAID_THROUGH]->(p:PaymentAccount {id: 'p1'}) RETURN a, p");
    await button(page, text.result.draw(4, 0)).click();
    await settled(page);
    expect(await nodesShown(page)).toBe(4);
    await page.locator('.canvas').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+h');
    await expect.poll(() => nodesShown(page)).toBe(3);
    await page.keyboard.press('Control+z');
    await expect.poll(() => nodesShown(page)).toBe(4);
    await keepScreenshot(page, 'query-drawn');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await button(page, text.editor.back).click();
    await page.getByRole('table', { name: text.result.title }).waitFor();
    expect(faults).toEqual([]);
  });

  it('shows hostile names as they are', async () => {
    const { page, faults } = await open('/query', { ...desk, scheme: 'dark' });
    await run(
      page,
      "MATCH (a:Account) WHERE a.display_name STARTS WITH 'Hostile' RETURN a.id AS id, a, '\u202eabc' AS turned",
    );
    const table = page.getByRole('table', { name: text.result.title });
    await table.getByText(hostileIds[5], { exact: true }).waitFor();
    await expect.poll(() => page.locator('img[src=x]').count()).toBe(0);
    await keepScreenshot(page, 'query-dark');
    expect(await graveViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});

describe('saved queries', () => {
  it('are found, filled in, run, saved as one’s own, and deleted', async () => {
    const { page, faults } = await open('/query', small);
    await page.getByRole('searchbox', { name: text.list.search }).fill('payout');
    await page.getByRole('button', { name: /Who shares a payout/ }).click();
    const account = page.getByRole('textbox', { name: 'Account' });
    await button(page, text.editor.run).click();
    await page.getByText(text.form.needed).waitFor();
    await account.fill('a1');
    await account.press('Enter');
    await page
      .getByRole('status')
      .getByText(/2 rows in/)
      .waitFor();
    expect(decodeURIComponent(page.url())).toContain('"account":"a1"');
    await keepScreenshot(page, 'query-form-900');
    expect(await graveViolations(page)).toEqual([]);

    await button(page, text.editor.saveAs).click();
    await page.getByRole('textbox', { name: text.draft.title }).fill('My payouts');
    await page.getByRole('textbox', { name: text.draft.label('account') }).fill('Whose');
    await keepScreenshot(page, 'query-save');
    await page.getByRole('dialog').getByRole('button', { name: text.editor.save }).click();
    await page.getByRole('heading', { name: 'My payouts' }).first().waitFor();
    expect(await page.getByRole('textbox', { name: 'Whose' }).inputValue()).toBe('a1');
    await button(page, text.editor.remove).click();
    await button(page, text.editor.remove).click();
    await expect.poll(() => page.getByRole('heading', { name: 'My payouts' }).count()).toBe(0);
    expect(faults).toEqual([]);
  });
});

describe('how something was answered', () => {
  const drawer = (page: Page) => page.getByRole('dialog', { name: text.asked.title });

  it(
    'is shown of canvas, details, lists, views, expand, pair and search, and opens in the editor',
    long,
    async () => {
      const cluster = encodeURIComponent(result.clusters[0]!.id);
      const { page, faults } = await open(`/cluster/${cluster}`);
      await settled(page);
      const tools = page.getByRole('toolbar', { name: messages.page.canvas.title });
      await tools.getByRole('button', { name: text.asked.title }).click();
      await drawer(page).getByText('UNWIND $pairs').first().waitFor();
      await keepScreenshot(page, 'query-asked');
      expect(await graveViolations(page)).toEqual([]);
      await page.keyboard.press('Escape');

      const details = page.getByRole('region', { name: messages.page.details.title });
      await details.getByRole('button', { name: text.asked.title }).click();
      await drawer(page).getByText('MATCH (c:SkeinCluster').first().waitFor();
      await page.keyboard.press('Escape');

      await page.goto('/node/account%3Aa1?at=account%3Aa1');
      await settled(page);
      await page.locator('.canvas').press('Shift+F10');
      await page.getByRole('menuitem', { name: text.asked.title }).click();
      await drawer(page).getByText('collect({other: other').first().waitFor();
      await page.keyboard.press('Escape');

      await page.getByRole('tabpanel').getByRole('button', { name: text.asked.title }).click();
      await drawer(page).getByText('MATCH (c:SkeinCluster').first().waitFor();
      await page.keyboard.press('Escape');

      await page.goto('/node/account%3Aa1?view=payouts');
      const view = page.getByRole('region', { name: messages.views.payouts.title });
      await view.getByRole('button', { name: text.asked.title }).click();
      await drawer(page).getByText('PAID_THROUGH').first().waitFor();
      await page.keyboard.press('Escape');

      // The shortest path has an answer of its own, beside that of the whole page.
      await page.goto('/pair/a1/a2');
      const heading = details.locator('.heading');
      await heading.getByRole('button', { name: text.asked.title }).click();
      await drawer(page).getByText('MATCH (f:SkeinFinding').first().waitFor();
      await page.keyboard.press('Escape');

      await page.keyboard.press('/');
      await page.keyboard.type('harlow');
      const hits = page.getByRole('listbox', { name: messages.search.results });
      await hits.getByRole('option').first().waitFor();
      await page
        .locator('.mantine-Combobox-footer')
        .getByRole('button', { name: text.asked.title })
        .click();
      await drawer(page).getByText('db.index.fulltext.queryNodes').first().waitFor();
      const search = drawer(page).locator('article').filter({ hasText: 'fulltext' }).first();
      await search.getByRole('button', { name: text.asked.open }).click();
      await button(page, text.editor.run).click();
      await page
        .getByRole('status')
        .getByText(/\d+ rows? in/)
        .waitFor();
      expect(faults).toEqual([]);
    },
  );
});
