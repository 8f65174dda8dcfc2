import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { listJudgements } from '../../server/decisions/judge/judgement-store.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { plainAccounts } from '../detectors/detecting.ts';
import { oneHand } from '../one-hand.ts';
import { long } from '../long.ts';
import { graveViolations } from './accessibility.ts';
import { browsing, small } from './browsing.ts';
import { nodesShown, placeOfSelected, settled } from './canvas.ts';
import { keepScreenshot } from './screenshots.ts';

const text = messages.judgements.page;
const { page: pageMessages } = messages;
const tested = testDatabase();
const { open, goAway, comeBack } = browsing(tested);
let result: DetectionResult;

const hostile = '<img src=x onerror="alert(1)"> gnp.\u202eexe ' + 'x'.repeat(1_500);

beforeAll(async () => {
  const folder = await writeDataset({
    accounts: plainAccounts(14),
    ...oneHand(['a1', 'a2', 'a3']),
    watchlist: [{ list: 'l1', entry_id: 'e1', kind: 'person', name: 'Person a12' }],
  });
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  const only = ['shared-document', 'shared-payout', 'shared-template', 'watchlist-match'];
  result = await detect(tested.database, { only }, silentProgress);
});

/** Presses a button that asks why, says why, and does it. */
async function judge(page: Page, button: string, action: string, why: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: text.why }).fill(why);
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

const history = (page: Page) => page.getByRole('list', { name: text.history });

/** The page's two nodes, and the line between them, which is clicked. */
async function clickOnlyLine(page: Page): Promise<void> {
  await page.locator('.canvas').focus();
  await page.keyboard.press('Enter');
  const from = await placeOfSelected(page);
  await page.locator('.canvas').focus();
  await page.keyboard.press('Tab');
  const to = await placeOfSelected(page);
  await page.locator('.canvas').focus();
  await page.keyboard.press('Escape');
  await page.mouse.click((from.x + to.x) / 2, (from.y + to.y) / 2);
}

describe('two accounts', () => {
  it('are judged with a reason, which stays in the history when it is withdrawn', async () => {
    const { page, faults } = await open('/pair/a1/a2');
    await settled(page);
    await page.getByRole('button', { name: `${text.reject} …` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: text.reject, exact: true }).click();
    await dialog.getByText(text.whyMissing).waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await dialog.getByRole('textbox', { name: text.why }).fill(hostile);
    await keepScreenshot(page, 'judgement-dialog');
    await dialog.getByRole('button', { name: text.reject, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });

    const entry = history(page).getByRole('listitem');
    await entry.getByText(text.verdictOf.link.rejected).waitFor();
    await entry.getByText('onerror').waitFor();
    await entry.getByText(text.nextRun).waitFor();
    await page.getByText(messages.judgements.outdated).waitFor();
    await page.getByText(text.hidden(1)).waitFor();
    await keepScreenshot(page, 'judgement-pair');
    expect(await graveViolations(page)).toEqual([]);

    await judge(page, text.withdraw, text.withdrawDo, 'they are flatmates no more');
    await entry.getByText('flatmates no more').waitFor();
    await page.getByRole('button', { name: `${text.confirm} …` }).waitFor();
    await page.getByText(messages.judgements.outdated).waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
  });

  it('keep what was written while nothing answers', long, async () => {
    const { page } = await open('/pair/a1/a3');
    await page.getByRole('button', { name: `${text.confirm} …` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: text.why }).fill('one voice on the phone');
    await goAway();
    const confirm = dialog.getByRole('button', { name: text.confirm, exact: true });
    await confirm.click();
    await dialog.getByRole('alert').waitFor();
    await comeBack();
    await confirm.click();
    await dialog.waitFor({ state: 'detached' });
    await history(page).getByText('one voice on the phone').waitFor();
    const [kept] = await listJudgements(tested.database, {}, 1);
    expect(kept).toMatchObject({ why: 'one voice on the phone', verdict: 'confirmed' });
    await judge(page, text.withdraw, text.withdrawDo, 'a test');
    await history(page).getByText('a test').waitFor();
  });
});

describe('what was inferred', () => {
  it('is rejected, hidden with a count, shown when asked for, and confirmed', async () => {
    const finding = result.findings.find(({ accounts }) => accounts.includes('a12'))!;
    const { page, faults } = await open(`/finding/${finding.id}`);
    await settled(page);
    await clickOnlyLine(page);
    await judge(page, `${text.reject} …`, text.reject, 'another person of that name');
    await page.getByText(text.hidden(1)).waitFor();
    await history(page).getByText('another person').waitFor();
    await page.getByRole('button', { name: text.show }).click();
    await page.getByText(text.shown(1)).waitFor();
    await page.getByRole('button', { name: pageMessages.canvas.undo }).click();
    await page.getByText(text.hidden(1)).waitFor();
    await page.getByRole('button', { name: text.show }).click();
    await page.getByRole('status').first().waitFor();
    await keepScreenshot(page, 'judgement-relation');
    await page.keyboard.press('t');
    await page.getByRole('combobox', { name: messages.views.table.what }).selectOption('relations');
    await page.getByText(text.mark.rejected).first().waitFor();
    await page.keyboard.press('t');

    await judge(page, text.withdraw, text.withdrawDo, 'looked again');
    await judge(page, `${text.confirm} …`, text.confirm, 'same birth date on the paper');
    expect(await history(page).getByRole('listitem').count()).toBe(2);
    await page.getByText(text.shown(1)).waitFor({ state: 'detached' });
    expect(await graveViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});

describe('an identity', () => {
  it('is drawn as one node, with what each states side by side, and split again', async () => {
    const { page, faults } = await open(`/cluster/${result.clusters[0]!.id}`);
    await settled(page);
    const before = await nodesShown(page);
    await page.getByRole('button', { name: pageMessages.marks.menu, exact: true }).click();
    await page.getByRole('menuitem', { name: /All accounts/ }).click();
    await judge(page, text.merge, text.record, 'one passport');
    await page.waitForFunction(
      (n) => document.querySelector('.canvas')?.getAttribute('aria-label')?.includes(`${n} nodes`),
      before - 2,
    );
    await page.getByRole('button', { name: 'Person a1', exact: false }).first().click();
    await page.getByRole('heading', { name: text.identity }).waitFor();
    await page.getByText(text.differ(1)).waitFor();
    await page.getByRole('heading', { name: 'Person a1 (= Person a2, Person a3)' }).waitFor();
    await keepScreenshot(page, 'judgement-identity');
    expect(await graveViolations(page)).toEqual([]);

    await page.getByRole('button', { name: text.apart }).click();
    expect(await nodesShown(page)).toBe(before);
    await page.getByRole('button', { name: text.together }).click();
    expect(await nodesShown(page)).toBe(before - 2);
    await judge(page, text.split, text.splitDo, 'three papers after all');
    await page.getByRole('heading', { name: text.identity }).waitFor({ state: 'detached' });
    expect(await nodesShown(page)).toBe(before);
    expect(faults).toEqual([]);
  });

  it('can be read on a small, dark page', long, async () => {
    const { page, faults } = await open('/pair/a1/a2', { ...small, scheme: 'dark' });
    await history(page).getByText('flatmates no more').waitFor();
    await keepScreenshot(page, 'judgement-small-dark');
    expect(await graveViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
