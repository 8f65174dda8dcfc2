import { beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { testDatabase } from '../database.ts';
import { detectedSample } from '../detected-sample.ts';
import { graveViolations } from './accessibility.ts';
import { browsing } from './browsing.ts';
import { openFirst, settled } from './canvas.ts';
import { keepScreenshot } from './screenshots.ts';

const text = messages.page;
const tested = testDatabase();
const { open } = browsing(tested);

let result: DetectionResult;
beforeAll(async () => {
  result = await detectedSample(tested);
});

const strongestAccount = () =>
  [...result.accounts].sort((one, other) => other.score - one.score)[0]!.account_id;

describe('why accounts are believed to belong together', () => {
  it('adds up the score of an account, and says what holds a cluster together', async () => {
    const { page, faults } = await open('/');
    await openFirst(page);
    await page.getByText(text.details.heldBy).waitFor();
    await page.locator('.details').getByRole('link').first().waitFor();
    await settled(page);
    const addsUp = async (at = 0) => {
      const sum = page.locator('table.sum').nth(at);
      await sum.waitFor();
      const amounts = (await sum.locator('td').allTextContents()).map((shown) =>
        Number(shown.replace('−', '-')),
      );
      const total = amounts.pop()!;
      expect(amounts.reduce((added, amount) => added + amount, 0)).toBeCloseTo(total, 0);
    };
    const group = page.getByRole('heading', { name: messages.groupSum.title });
    await group.waitFor();
    await page.getByText(/^The honest explanation that fits best: .* in log-odds/).waitFor();
    // Where it stands among clusters comes first, then how it was judged as one group.
    await addsUp();
    await addsUp(1);
    await page.getByText(messages.groupSum.rivals).click();
    await group.scrollIntoViewIfNeeded();
    await keepScreenshot(page, 'group-sum');
    expect(await graveViolations(page)).toEqual([]);
    const account = strongestAccount();
    await page.goto(`/node/${encodeURIComponent(`account:${account}`)}`);
    await page.getByRole('heading', { name: text.details.sum }).waitFor();
    await addsUp();
    await keepScreenshot(page, 'account-sum');
    expect(await graveViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('leads from the clients of a group’s own to each of them', async () => {
    const counting = result.clusters.flatMap(({ id, group }) =>
      (group?.terms ?? []).flatMap(({ clients = [] }) =>
        clients.map(({ client }) => ({ id, client })),
      ),
    );
    const [first] = counting;
    const { page, faults } = await open(`/cluster/${first!.id}`);
    await page.locator('.sum').getByRole('link', { name: first!.client }).first().click();
    await page.getByRole('heading', { name: text.details.sum }).waitFor();
    expect(decodeURIComponent(page.url())).toContain(`/node/account:${first!.client}`);
    expect(faults).toEqual([]);
  });

  it('tells why two accounts are linked: what they share, how rare it is, and the rows', async () => {
    const { page, faults } = await open(`/node/account:${strongestAccount()}`);
    await page.getByText(text.details.linkedWith).waitFor();
    // On top of what is drawn; where nothing is yet, it opens by itself.
    await settled(page);
    await page.locator('.details a[href^="/pair/"]').first().click();
    await page.getByRole('heading', { name: text.details.ways }).waitFor();
    await settled(page);
    // The canvas stays; what joins the two comes on top of it.
    expect(page.url()).toContain('/node/');
    const details = page.locator('.details');
    await expect
      .poll(() => details.getByText(/shared by \d+ of 385 accounts/).count())
      .toBeGreaterThan(0);
    // Of texts in common, the texts themselves.
    await expect
      .poll(() => details.locator('.card .node-link').getByText('bid').count())
      .toBeGreaterThan(1);
    const [, ...amounts] = (await details.locator('.sum td').allInnerTexts()).map((amount) =>
      Number(amount.replace('−', '-')),
    );
    expect(amounts.length).toBeGreaterThan(1);
    const total = amounts.at(-1)!;
    const prior = Number((await details.locator('.sum td').first().innerText()).replace('−', '-'));
    const sum = amounts.slice(0, -1).reduce((added, amount) => added + amount, prior);
    expect(Math.abs(sum - total)).toBeLessThan(0.05);
    await keepScreenshot(page, 'pair');
    expect(await graveViolations(page)).toEqual([]);
    await details
      .getByRole('button', { name: /\.csv · line \d/ })
      .first()
      .click();
    await page.getByRole('dialog').getByText(text.source.verbatim).waitFor();
    expect(faults).toEqual([]);
  });
});
