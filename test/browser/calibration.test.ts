import { beforeAll, describe, expect, it } from 'vitest';
import { messages, messagesIn } from '../../domain/messages/index.ts';
import { changeItems } from '../../server/decisions/triage/change.ts';
import { weightRevisions } from '../../server/detection/weights/weights-in-force.ts';
import { testDatabase } from '../database.ts';
import { detectAgain, loadWorld, office, ring, tryOut, type Detected } from '../trial/trying.ts';
import { graveViolations } from './accessibility.ts';
import { browsing, small } from './browsing.ts';
import { englishTexts, textsOn } from './english.ts';
import { keepScreenshot } from './screenshots.ts';

const fr = messagesIn('fr');
const text = messages.calibrationPage;
const tested = testDatabase();
const { open } = browsing(tested);

let live: Detected;

beforeAll(async () => {
  await loadWorld(tested);
  live = await detectAgain(tested);
  const { home } = tested.settings;
  const acting = { home, by: 'ana', now: new Date().toISOString(), fourEyes: false };
  const cluster = live.clusters.find(({ accounts }) => accounts.includes(ring[0]!))!;
  const onDevice = live.findings.find(
    ({ detector, accounts }) => detector === 'shared-device' && accounts.length === office.length,
  )!;
  const confirm = { state: 'confirmed', why: 'one hand' } as const;
  const dismiss = { state: 'dismissed', reason: 'office_nat', why: 'one office' } as const;
  await changeItems(tested.database, acting, [{ id: cluster.id, rests_on: 0 }], confirm);
  await changeItems(tested.database, acting, [{ id: onDevice.id, rests_on: 0 }], dismiss);
});

describe('weights learned from decisions', { timeout: 240_000 }, () => {
  it('are shown in French on a small screen, and who had them estimated cannot put them in force', async () => {
    const french = { ...small, locale: 'fr-FR', scheme: 'dark' as const };
    const { page } = await open('/detector/shared-device', french);
    await page.getByRole('button', { name: fr.page.lists.calibrate }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(fr.calibrationPage.noHistory).waitFor();
    await dialog.getByRole('button', { name: fr.calibrationPage.calibrate }).press('Enter');
    const moved = dialog.getByRole('region', { name: fr.calibrationPage.moved });
    await moved.getByRole('table').first().waitFor({ timeout: 60_000 });
    const isEnglish = await englishTexts(live);
    const texts = await textsOn(page);
    expect(texts.length).toBeGreaterThan(30);
    expect(texts.filter(isEnglish)).toEqual([]);
    expect(await graveViolations(page)).toEqual([]);
    const wider = await page.evaluate(() => document.body.scrollWidth > window.innerWidth);
    expect(wider).toBe(false);
    const form = dialog.getByRole('form', { name: fr.trialPage.put });
    await form.getByRole('textbox').fill('appris ici');
    await form.getByRole('button', { name: fr.trialPage.put }).press('Enter');
    await form.getByText(/une autre personne doit mettre/).waitFor();
    expect(await weightRevisions(tested.database)).toEqual([]);
  });

  it('are put in force after another person’s trial, and taken back, by the keyboard alone', async () => {
    const { id } = await tryOut(tested, { calibrate: true });
    const { page, faults } = await open('/detector/shared-device');
    await page.getByRole('button', { name: messages.page.lists.calibrate }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: text.show }).press('Enter');
    const moved = dialog.getByRole('region', { name: text.moved });
    await moved.getByRole('table').first().waitFor();
    await keepScreenshot(page, 'calibration');
    const put = dialog.getByRole('form', { name: messages.trialPage.put });
    await put.getByRole('textbox').fill('learned from two decisions');
    await put.getByRole('button').press('Enter');
    const history = dialog.getByRole('list', { name: text.history });
    await history.getByText('learned from two decisions').waitFor();
    expect((await weightRevisions(tested.database))[0]).toMatchObject({
      ...{ revision: 1, trial: id, proposed_by: 'ana' },
    });
    // What is in force waits for nobody any more.
    await dialog.getByText(text.waiting).waitFor({ state: 'detached' });
    const back = dialog.getByRole('form', { name: text.back });
    await back.getByRole('textbox').fill('too early');
    await back.getByRole('button').press('Enter');
    await history.getByText('too early').waitFor();
    expect((await weightRevisions(tested.database))[0]).toMatchObject({ revision: 2, weights: [] });
    expect(await graveViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
