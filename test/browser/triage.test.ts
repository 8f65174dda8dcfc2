import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { honestExplanations } from '../../domain/honest-explanation.ts';
import { messages } from '../../domain/messages/index.ts';
import { listExceptions } from '../../server/decisions/exceptions/exception-store.ts';
import { itemsByIds } from '../../server/decisions/triage/items.ts';
import { testDatabase } from '../database.ts';
import { madeCluster, madeFinding, madeRun, storeMade } from '../triage/made-runs.ts';
import { loadFiles } from '../load/loading.ts';
import { repeated } from '../long.ts';
import { graveViolations } from './accessibility.ts';
import { browsing, desk, small, zoomed } from './browsing.ts';
import { keepScreenshot } from './screenshots.ts';

const text = messages.triage.page;
const says = messages.queue;
const checks = messages.explanationChecks;
const { states, reasons } = messages.triage;
const excepting = messages.exceptions.page;
const tested = testDatabase();
const { open, goAway, comeBack } = browsing(tested);

const findings = Array.from({ length: 8 }, (_, at) =>
  madeFinding(
    `F-000${at}`,
    at % 2 ? 'shared-payout' : 'shared-device',
    ['a1', `a${at + 2}`],
    0.9 - at / 10,
  ),
);
const ring = madeCluster(['a1', 'a2', 'a3'], 0.95, findings);
const decided = async (id: string) =>
  (await itemsByIds(tested.database, latest, [id]))[0]!.disposition;
let latest = 'R-1';

beforeAll(async () => {
  const accounts = Array.from({ length: 10 }, (_, at) => `a${at + 1}`);
  await loadFiles(tested, { 'accounts.csv': `account_id\n${accounts.join('\n')}\n` });
  await storeMade(tested.database, madeRun(1, findings, [ring]));
});

const rows = (page: Page) => page.getByRole('table', { name: text.list }).locator('tbody tr');
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-item') ?? null);
const each = '/queue?state=open&sort=score&findings=each';
const here = (page: Page) => page.locator('tr[aria-current="true"]');

describe('the queue', { timeout: 240_000 }, () => {
  it('is gone through by the keyboard: move, review, dismiss with a reason', async () => {
    const { page, faults } = await open(each);
    await expect.poll(() => rows(page).count(), { timeout: 60_000 }).toBe(9);
    await here(page).getByText(ring.name).waitFor();
    await page.keyboard.press('j');
    await here(page).getByText(findings[0]!.title).waitFor();
    await page.keyboard.press('r');
    await here(page).getByText(states.in_review).waitFor();
    await page.keyboard.press('a');
    await expect
      .poll(async () => (await decided('F-0000'))?.assignee ?? null, { timeout: 30_000 })
      .not.toBeNull();
    await keepScreenshot(page, 'queue');
    expect(await graveViolations(page)).toEqual([]);
    await page.keyboard.press('d');
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('combobox', { name: text.reason })
      .selectOption({ label: reasons.agency });
    await dialog.getByRole('button', { name: text.record }).click();
    await dialog.getByText(text.missing).waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await dialog
      .getByRole('textbox', { name: text.why })
      .fill('one agency for all of them, k j c d');
    await keepScreenshot(page, 'queue-dismiss');
    await dialog.getByRole('button', { name: text.record }).click();
    await dialog.waitFor({ state: 'detached' });
    // What is decided leaves what is open, and the next one has come to its line.
    await expect.poll(() => rows(page).count(), { timeout: 30_000 }).toBe(8);
    await here(page).getByText(findings[1]!.title).waitFor();
    expect(await decided('F-0000')).toMatchObject({
      state: 'dismissed',
      decision: { reason: 'agency' },
    });
    // The focus is where one goes on, and what was decided is said with the way back.
    await expect.poll(() => focused(page)).toBe('F-0001');
    await page.getByRole('alert').getByText(text.done(1, states.dismissed)).waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'queue-undo');
    await page.keyboard.press('z');
    await expect.poll(() => rows(page).count(), { timeout: 30_000 }).toBe(9);
    await here(page).getByText(findings[0]!.title).waitFor();
    await expect.poll(() => focused(page)).toBe('F-0000');
    expect(await decided('F-0000')).toMatchObject({ state: 'in_review', decision: null });
    await page.keyboard.press('d');
    await dialog
      .getByRole('combobox', { name: text.reason })
      .selectOption({ label: reasons.agency });
    await dialog.getByRole('textbox', { name: text.why }).fill('one agency, looked at again');
    await dialog.getByRole('button', { name: text.record }).click();
    await expect.poll(() => rows(page).count(), { timeout: 30_000 }).toBe(8);
    await page.keyboard.press('Shift+?');
    await page.getByRole('dialog').getByText(text.keysTitle).waitFor();
    await page.keyboard.press('Escape');
    expect(faults).toEqual([]);
  });

  it('has a cluster with its findings in it, unfolded by the keyboard, each of which can be decided alone', async () => {
    const { page, faults } = await open('/queue', desk);
    // F-0000, F-0001 are the cluster's; what somebody has dismissed is not open.
    await expect.poll(() => rows(page).count(), { timeout: 60_000 }).toBe(7);
    await here(page).getByText(says.open(1, 2)).waitFor();
    await page.getByRole('status').getByText(says.held(1, 2)).waitFor();
    const fold = page.getByRole('button', { name: says.unfold(ring.name) });
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => rows(page).count()).toBe(9);
    expect(await fold.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowRight');
    await here(page).getByText(findings[0]!.title).waitFor();
    await page.keyboard.press('j');
    await here(page).getByText(findings[1]!.title).waitFor();
    await keepScreenshot(page, 'queue-unfolded');
    expect(await graveViolations(page)).toEqual([]);
    await page.keyboard.press('d');
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('combobox', { name: text.reason })
      .selectOption({ label: reasons.family });
    await dialog.getByRole('textbox', { name: text.why }).fill('siblings');
    await dialog.getByRole('button', { name: text.record }).click();
    await dialog.waitFor({ state: 'detached' });
    // It stays where it is, and the cluster says so.
    await page.getByText(says.open(0, 2)).waitFor();
    await expect.poll(() => focused(page)).toBe('F-0001');
    await page.keyboard.press('z');
    await page.getByText(says.open(1, 2)).waitFor();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => focused(page)).toBe(ring.id);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => rows(page).count()).toBe(7);
    await expect.poll(() => focused(page)).toBe(ring.id);
    await page.getByRole('checkbox', { name: says.each }).check();
    await expect.poll(() => rows(page).count()).toBe(8);
    expect(faults).toEqual([]);
  });

  it('ticks honest explanations, and reminds of the unchecked before a decision', async () => {
    const { page, faults } = await open('/queue', desk);
    await here(page).getByText(ring.name).waitFor({ timeout: 60_000 });
    const panel = page.getByRole('region', { name: text.details });
    const list = panel.getByRole('list', { name: checks.title, exact: true });
    const { household } = messages.groupSum.explanations;
    await list.getByRole('button', { name: checks.form(household) }).click();
    const form = list.getByRole('form', { name: checks.form(household) });
    await form.getByRole('button', { name: checks.record }).click();
    await form.getByText(checks.resultMissing).waitFor();
    await form.getByRole('combobox').selectOption('fails');
    await form.getByRole('textbox', { name: checks.how }).fill('two towns, j k d');
    expect(await graveViolations(page)).toEqual([]);
    await form.getByRole('button', { name: checks.record }).click();
    await list.getByText('two towns, j k d').waitFor();
    const all = honestExplanations.length;
    await panel.getByText(checks.checked(1, all), { exact: false }).waitFor();
    // The focus is where the form was opened.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe(checks.form(household));
    await keepScreenshot(page, 'queue-explanations');
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(checks.checked(1, all), { exact: false }).waitFor();
    await keepScreenshot(page, 'queue-unchecked');
    expect(await graveViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('alert').getByRole('button', { name: checks.undo, exact: true }).click();
    await list.getByText(checks.former(1)).waitFor();
    expect(faults).toEqual([]);
  });

  it('changes many at once, and says why when another was faster', async () => {
    const { page } = await open(each, { ...small, scheme: 'dark' });
    await here(page).waitFor();
    for (const press of ['j', 'j', 'x', 'j', 'x']) await page.keyboard.press(press);
    await page.getByText(text.selected(2)).waitFor();
    await keepScreenshot(page, 'queue-bulk-dark');
    expect(await graveViolations(page)).toEqual([]);
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog', { name: text.ask.confirmed(2) });
    await dialog.getByRole('textbox', { name: text.why }).fill('one desk');
    await dialog.getByRole('button', { name: text.record }).click();
    await dialog.waitFor({ state: 'detached' });
    expect((await decided('F-0002'))?.state).toBe('confirmed');
    expect((await decided('F-0003'))?.state).toBe('confirmed');
    const wider = await page.evaluate(() => document.body.scrollWidth > window.innerWidth);
    expect(wider).toBe(false);
  });

  repeated([
    ['phone', { width: 390, height: 844, scheme: 'light' as const }],
    ['zoomed', zoomed],
  ])('opens an item over the list where there is no room for both (%s)', async (name, looks) => {
    const { page, faults } = await open('/queue', looks);
    const panel = page.getByRole('region', { name: text.details });
    const title = rows(page).getByRole('button', { name: findings[4]!.title, exact: true });
    await title.click();
    await panel.getByRole('heading', { name: findings[4]!.title }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('details');
    const within = (box: { y: number; height: number } | null) =>
      box !== null && box.y >= 0 && box.y + box.height <= looks.height;
    const confirm = page.getByRole('button', { name: text.acts.confirmed });
    expect(within(await confirm.boundingBox())).toBe(true);
    await page.getByRole('textbox', { name: text.comment }).scrollIntoViewIfNeeded();
    expect(within(await confirm.boundingBox())).toBe(true);
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, `queue-item-${name}`);
    await page.getByRole('button', { name: messages.narrow.backToList }).click();
    await expect.poll(() => focused(page)).toBe('F-0004');
    // No column stands beyond the edge, and none is missing: what they say stands in the row.
    expect(
      await rows(page)
        .locator('td')
        .evaluateAll((cells) =>
          cells.every((cell) => cell.getBoundingClientRect().right <= window.innerWidth + 1),
        ),
    ).toBe(true);
    await here(page).getByText(messages.page.accounts(2)).waitFor();
    expect(await graveViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('lets what was dismissed weigh less until a day, lists that, and revokes it', async () => {
    const { page, faults } = await open('/queue/F-0000');
    const panel = page.getByRole('region', { name: text.details });
    await panel.getByRole('button', { name: excepting.makeDo }).click();
    await panel.getByText(excepting.untilMissing).waitFor();
    const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    await panel.getByLabel(excepting.untilLabel).fill(until);
    await panel.getByRole('button', { name: excepting.makeDo }).click();
    await expect
      .poll(async () => (await listExceptions(tested.database, 10)).length, { timeout: 30_000 })
      .toBe(1);
    const [made] = await listExceptions(tested.database, 10);
    expect(made).toMatchObject({ accounts: ['a1', 'a2'], reason: 'agency', until, item: 'F-0000' });

    await page.getByRole('button', { name: excepting.open }).click();
    const list = page.getByRole('list', { name: excepting.title });
    await list.getByText(excepting.among(['a1', 'a2'])).waitFor();
    await keepScreenshot(page, 'queue-exceptions');
    expect(await graveViolations(page)).toEqual([]);
    await list.getByRole('button', { name: excepting.revoke }).click();
    const dialog = page.getByRole('dialog', { name: excepting.revokeTitle });
    await dialog.getByRole('textbox').fill('the agency has closed');
    await dialog.getByRole('button', { name: excepting.revokeDo }).click();
    await list.getByText(/the agency has closed/).waitFor();
    expect(faults).toEqual([]);
  });

  it('shows why an item was reopened, with what was decided before, its history and comments', async () => {
    const stronger = findings.map((one) =>
      one.id === 'F-0000' ? { ...one, accounts: [...one.accounts, 'a9'] } : one,
    );
    await storeMade(tested.database, madeRun(2, stronger, [ring]));
    latest = 'R-2';
    const { page, faults } = await open('/queue/F-0000', desk);
    const panel = page.getByRole('region', { name: text.details });
    await panel.getByText(text.reopenedBecause(messages.triage.news.accounts(['a9']))).waitFor();
    await panel.getByText(text.turnedTo(text.earlier, reasons.agency)).waitFor();
    await panel.getByRole('textbox', { name: text.comment }).fill('Asked the agency again.');
    await panel.getByRole('button', { name: text.addComment }).click();
    await panel
      .getByRole('list', { name: text.history })
      .getByText('Asked the agency again.')
      .waitFor();
    await keepScreenshot(page, 'queue-reopened');
    expect(await graveViolations(page)).toEqual([]);
    await page.goto('/finding/F-0000');
    await page.getByRole('link', { name: text.openItem }).waitFor();
    const told = page.getByRole('region', { name: messages.page.details.title });
    await told.getByText(text.reopened).waitFor();
    await keepScreenshot(page, 'queue-note');
    expect(faults).toEqual([]);
  });

  it('says when nothing is there, and when nothing answers', async () => {
    const { page } = await open('/queue');
    await here(page).waitFor();
    await page.getByRole('combobox', { name: text.state, exact: true }).selectOption('appealed');
    await page.getByText(text.nothing).waitFor();
    await goAway();
    await page.getByRole('combobox', { name: text.state, exact: true }).selectOption('victim');
    await page
      .getByRole('button', { name: messages.page.state.retry })
      .first()
      .waitFor({ timeout: 60_000 });
    await comeBack();
    await page.getByText(text.nothing).waitFor({ timeout: 60_000 });
  });
});
