import { beforeAll, describe, expect, it } from 'vitest';
import { messagesIn } from '../../domain/messages/index.ts';
import { messages } from '../../domain/messages/index.ts';
import { activeRevisions } from '../../server/detection/parameters/revision-store.ts';
import { changeItems } from '../../server/decisions/triage/change.ts';
import { testDatabase } from '../database.ts';
import { detectAgain, loadWorld, office, type Detected } from '../trial/trying.ts';
import { long } from '../long.ts';
import { graveViolations } from './accessibility.ts';
import { browsing, small } from './browsing.ts';
import { englishTexts, textsOn } from './english.ts';
import { keepScreenshot } from './screenshots.ts';

const fr = messagesIn('fr');

const text = messages.trialPage;
const tested = testDatabase();
const { open } = browsing(tested);

let live: Detected;

beforeAll(async () => {
  await loadWorld(tested);
  live = await detectAgain(tested);
  const { id } = live.findings.find(
    ({ detector, accounts }) => detector === 'shared-device' && accounts.length === office.length,
  )!;
  const { home } = tested.settings;
  const acting = { home, by: 'ana', now: new Date().toISOString(), fourEyes: false };
  const why = { state: 'dismissed', reason: 'office_nat', why: 'one office' } as const;
  await changeItems(tested.database, acting, [{ id, rests_on: 0 }], why);
});

describe('the parameters of a detector', { timeout: 240_000 }, () => {
  it('are tried, and put in force on the trial, by the keyboard alone', async () => {
    const { page, faults } = await open('/detector/shared-device');
    await page.getByRole('button', { name: messages.page.details.tryValues }).press('Enter');
    const dialog = page.getByRole('dialog');
    const field = dialog.getByRole('textbox', { name: /^hub accounts/ });
    await field.fill('1');
    await field.press('Enter');
    await dialog
      .getByText(messages.parameters.problems.outside(1, 2, Infinity))
      .first()
      .waitFor();
    await field.fill('5');
    await field.press('Enter');
    const lost = dialog.getByRole('list', { name: text.lost });
    await lost.getByText(messages.triage.reasons.office_nat).waitFor({ timeout: 60_000 });
    const counts = dialog.getByRole('row', { name: new RegExp(`^${text.lost}`) });
    expect(await counts.getByRole('cell').allTextContents()).toEqual(['1', '0', '0', '1', '0']);
    await lost.scrollIntoViewIfNeeded();
    await keepScreenshot(page, 'trial');
    expect(await graveViolations(page)).toEqual([]);
    // Of other values the trial says nothing.
    await field.fill('4');
    await dialog.getByText(text.stale).waitFor();
    await field.fill('5');
    await dialog.getByText(text.restsOn).waitFor();
    const put = dialog.getByRole('button', { name: text.put });
    await put.press('Enter');
    await dialog.getByText(text.whyMissing).waitFor();
    await dialog.getByRole('textbox', { name: text.why }).fill('an office comes up each week');
    await put.press('Enter');
    const history = dialog.getByRole('list', { name: text.history });
    await history.getByText('an office comes up each week').waitFor();
    expect((await activeRevisions(tested.database)).get('shared-device')).toMatchObject({
      ...{ revision: 1, values: { hub_accounts: 5 } },
      trial: expect.stringMatching(/^T-/) as string,
    });
    await history.scrollIntoViewIfNeeded();
    await keepScreenshot(page, 'trial-in-force');
    expect(await graveViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    // The refused value was the test's.
    expect(faults.filter((fault) => !fault.includes('400'))).toEqual([]);
  });

  it('are read in French, on a small screen in the dark', long, async () => {
    const french = { ...small, locale: 'fr-FR', scheme: 'dark' as const };
    const { page } = await open('/detector/shared-device', french);
    await page.getByRole('button', { name: fr.page.details.tryValues }).press('Enter');
    const dialog = page.getByRole('dialog');
    // What the next run would show: the value in force is not yet that of the latest run.
    await dialog.getByRole('button', { name: fr.trialPage.try, exact: true }).press('Enter');
    const lost = dialog.getByRole('list', { name: fr.trialPage.lost });
    await lost.getByText(fr.triage.reasons.office_nat).waitFor({ timeout: 60_000 });
    const isEnglish = await englishTexts(live);
    const texts = await textsOn(page);
    expect(texts.length).toBeGreaterThan(30);
    expect(texts.filter(isEnglish)).toEqual([]);
    await lost.scrollIntoViewIfNeeded();
    await keepScreenshot(page, 'trial-french-dark');
    expect(await graveViolations(page)).toEqual([]);
    const wider = await page.evaluate(() => document.body.scrollWidth > window.innerWidth);
    expect(wider).toBe(false);
  });
});
