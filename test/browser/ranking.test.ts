import { beforeAll, describe, expect, it } from 'vitest';
import { en as messages } from '../../domain/messages/en/index.ts';
import { activeRevisions } from '../../server/detection/parameters/revision-store.ts';
import { testDatabase } from '../database.ts';
import { detectedSample } from '../detected-sample.ts';
import { graveViolations } from './accessibility.ts';
import { browsing, desk, small } from './browsing.ts';
import { openFirst, settled } from './canvas.ts';
import { keepScreenshot } from './screenshots.ts';

const tested = testDatabase();
const { open } = browsing(tested);
const text = messages.ranking;

describe('the order of clusters', () => {
  beforeAll(async () => {
    await detectedSample(tested);
  }, 600_000);

  it.each(['light', 'dark'] as const)(
    'is explained in the list and on the page of a cluster, in the %s',
    async (scheme) => {
      const { page, faults } = await open('/', { ...desk, scheme });
      const list = page.getByRole('list', { name: messages.page.lists.clusters });
      await page.getByText(messages.atStake.order, { exact: true }).waitFor();
      const first = list.getByRole('listitem').first();
      await first.getByText('leads to 2 listed parties').waitFor();
      await first
        .locator('.ranked-title')
        .getByText(/USD [\d,.]+ since 30 Nov 2021/)
        .waitFor();
      await first.locator('.ranked-item').click();
      await settled(page);
      const title = page.getByRole('heading', { name: text.title });
      await title.scrollIntoViewIfNeeded();
      await keepScreenshot(page, `ranking-${scheme}`);
      const sum = page.locator('.details table.sum').first();
      await sum.getByText(/VOLASYS SILVER STAR \(OFAC-SDN\)/).waitFor();
      const amounts = (await sum.locator('td').allTextContents()).map((shown) =>
        Number(shown.replace('−', '-')),
      );
      const total = amounts.pop()!;
      expect(amounts).toHaveLength(6);
      expect(amounts.reduce((added, amount) => added + amount, 0)).toBeCloseTo(total, 1);
      await page.getByText(text.trace).click();
      await page.getByText(text.traced.listed).waitFor();
      await page.getByText(text.traced.victims, { exact: true }).scrollIntoViewIfNeeded();
      await keepScreenshot(page, `ranking-traced-${scheme}`);
      expect(await graveViolations(page)).toEqual([]);
      expect(faults).toEqual([]);
    },
  );

  it('is changed by putting other weights in force, with why', async () => {
    const { page, faults } = await open('/', small);
    await openFirst(page);
    await page.getByRole('button', { name: text.parameters }).click();
    const dialog = page.getByRole('dialog');
    const field = dialog.getByLabel(
      `${messages.rankingParameters.weight_money.name} (${messages.rankingParameters.weight_money.unit})`,
    );
    await field.fill('30');
    await dialog.getByLabel(messages.trialPage.why).fill('money first');
    await dialog.getByRole('button', { name: messages.trialPage.put }).click();
    await dialog.getByText('must be from 0 to 10, not 30').waitFor();
    await field.fill('3');
    await keepScreenshot(page, 'ranking-weights');
    expect(await graveViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: messages.trialPage.put }).click();
    await dialog.getByText('weight of money = 3').waitFor();
    const inForce = (await activeRevisions(tested.database)).get('ranking');
    expect(inForce).toMatchObject({ revision: 1, values: { weight_money: 3 }, why: 'money first' });
    // A value that the server refuses is no fault of the page.
    expect(faults.filter((fault) => !fault.includes('400'))).toEqual([]);
  });
});
