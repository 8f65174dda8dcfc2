import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { messagesIn } from '../../domain/messages/index.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { testDatabase } from '../database.ts';
import { loadRing } from '../explore/ring.ts';
import { long } from '../long.ts';
import { graveViolations } from './accessibility.ts';
import { browsing, desk, small } from './browsing.ts';
import { settled } from './canvas.ts';
import { englishTexts, textsOn, type EnglishTexts } from './english.ts';
import { keepScreenshot } from './screenshots.ts';

const fr = messagesIn('fr');

const text = fr.page;
const tested = testDatabase();
const { open, goAway, comeBack } = browsing(tested);
const french = { ...desk, locale: 'fr-FR' };
const dark = { ...small, locale: 'fr-FR', scheme: 'dark' as const };
let result: DetectionResult;
let isEnglish: EnglishTexts;

beforeAll(async () => {
  result = await loadRing(tested);
  isEnglish = await englishTexts(result);
}, 400_000);

/** What of the page is English; that it says enough for this to mean something is checked beside. */
async function englishOn(page: Page, least = 30): Promise<string[]> {
  const texts = await textsOn(page);
  expect(texts.length).toBeGreaterThan(least);
  return texts.filter(isEnglish);
}

const clusterPath = () => `/cluster/${encodeURIComponent(result.clusters[0]!.id)}`;
const findingOf = (detector: string) =>
  result.findings.find((finding) => finding.detector === detector)!.id;

async function openMenu(page: Page, name: string) {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('menu').waitFor();
}

describe('a French browser', () => {
  it('shows a cluster, the lists, the legend and the menus in French', async () => {
    const { page, faults } = await open(clusterPath(), french);
    await settled(page);
    await page.getByText(text.details.heldBy).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    expect(await englishOn(page, 80)).toEqual([]);
    await keepScreenshot(page, 'french-cluster');
    for (const list of [text.lists.findings, text.lists.detectors]) {
      await page.getByRole('tab', { name: new RegExp(list) }).click();
      await page.getByRole('list', { name: list }).waitFor();
      expect(await englishOn(page, 80)).toEqual([]);
    }
    await keepScreenshot(page, 'french-detectors');
    for (const menu of [text.marks.menu, text.save.menu]) {
      await openMenu(page, menu);
      expect(await englishOn(page, 80)).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await page.getByRole('button', { name: text.header.help }).click();
    await page.getByRole('dialog').getByText(text.keys.title).waitFor();
    expect(await englishOn(page, 80)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await graveViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('shows a node, its menu, its rows and the run in French', long, async () => {
    const { page, faults } = await open('/node/account%3Aa1', french);
    await settled(page);
    await page.getByText(text.details.history).waitFor();
    await page.getByText(text.details.linkedWith).waitFor();
    expect(await englishOn(page, 80)).toEqual([]);
    await keepScreenshot(page, 'french-node');
    await page.locator('.canvas').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: text.menu.hide, exact: true }).waitFor();
    expect(await englishOn(page, 80)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.run-info').click();
    await page.getByText(text.run.title).waitFor();
    expect(await englishOn(page, 80)).toEqual([]);
    await keepScreenshot(page, 'french-run');
    await page.locator('.run-info').click();
    await page.getByText(text.run.title).waitFor({ state: 'detached' });
    await page
      .getByRole('button', { name: /accounts\.csv · ligne/ })
      .first()
      .click();
    await page.getByRole('dialog').getByText(text.source.verbatim).waitFor();
    expect(await englishOn(page, 80)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('shows a finding, a detector and why two accounts are linked in French', async () => {
    const { page, faults } = await open(`/finding/${findingOf('shared-device')}`, french);
    await settled(page);
    await page.getByText(text.details.indicators).waitFor();
    expect(await englishOn(page, 80)).toEqual([]);
    await keepScreenshot(page, 'french-finding');
    await page.goto('/detector/payout-funnel');
    await page.getByText(text.details.weighs).waitFor();
    expect(await englishOn(page, 60)).toEqual([]);
    await keepScreenshot(page, 'french-detector');
    await page.goto('/pair/a1/a2');
    await page.getByText(text.details.linkSum).waitFor();
    expect(await englishOn(page, 60)).toEqual([]);
    await keepScreenshot(page, 'french-pair');
    expect(await graveViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('fits a small dark stage, as a table too', long, async () => {
    const { page, faults } = await open(clusterPath(), dark);
    await settled(page);
    await page.getByText(text.details.heldBy).waitFor();
    await keepScreenshot(page, 'french-small-dark');
    await page.keyboard.press('t');
    await page.getByRole('table', { name: text.table.nodes }).waitFor();
    expect(await englishOn(page, 80)).toEqual([]);
    await keepScreenshot(page, 'french-table-small-dark');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(dark.width);
    expect(await graveViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('finds and fails in French', long, async () => {
    const { page } = await open('/node/account%3Anobody', french);
    await page.getByText(fr.explain.noAccount('nobody')).first().waitFor();
    expect(await englishOn(page)).toEqual([]);
    await page
      .getByRole('combobox', { name: text.header.searchLabel })
      .or(page.getByLabel(text.header.searchLabel))
      .first()
      .fill('minjun');
    await page.getByRole('option').first().waitFor();
    expect(await englishOn(page)).toEqual([]);
    await page.getByLabel(text.header.searchLabel).fill('zzzznothing');
    await page.getByText(fr.search.none('zzzznothing')).waitFor();
    await keepScreenshot(page, 'french-nothing');
    await goAway();
    await page.getByText(text.state.offlineHint).waitFor({ timeout: 30_000 });
    expect(await englishOn(page)).toEqual([]);
    await keepScreenshot(page, 'french-unreachable');
    await comeBack();
    await page.getByText(text.state.back).waitFor({ timeout: 30_000 });
  });

  it('speaks English when asked to, and French again', async () => {
    const { page, faults } = await open(clusterPath(), french);
    await settled(page);
    await page.getByText(text.details.heldBy).waitFor();
    await openMenu(page, text.header.language);
    await page.getByRole('menuitem', { name: 'English' }).click();
    await page.getByText('What holds it together').waitFor();
    await settled(page);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    // What would be found in French if it were there.
    expect((await englishOn(page, 80)).length).toBeGreaterThan(50);
    await openMenu(page, 'Language');
    await page.getByRole('menuitem', { name: 'Français' }).click();
    await page.getByText(text.details.heldBy).waitFor();
    await settled(page);
    expect(await englishOn(page, 80)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
