/** Evidence as an analyst exports it: what is asked, what is saved, what is drafted. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { clustersOfRun, latestRun } from '../../server/detection/runs/read-runs.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import { verifyBundle } from '../../server/evidence/bundle/verify.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { trustedKeys } from '../../server/trust/signing/key-store.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { plainAccounts } from '../detectors/detecting.ts';
import { temporaryFolder } from '../evidence/bundles.ts';
import { oneHand } from '../one-hand.ts';
import { long } from '../long.ts';
import { graveViolations } from './accessibility.ts';
import { browsing } from './browsing.ts';
import { settled } from './canvas.ts';
import { keepScreenshot } from './screenshots.ts';

const text = messages.exportDialog;
const tested = testDatabase();
const { open } = browsing(tested);
const members = ['a1', 'a2', 'a3', 'a4'];
let cluster: string;

beforeAll(async () => {
  const folder = await writeDataset({
    ...oneHand(members),
    accounts: [
      ...members.map((account_id, index) => ({
        account_id,
        role: 'developer',
        display_name: `Person ${index}`,
        email: `person.${index}@mail.example`,
        created_at: '2023-01-01T00:00:00Z',
      })),
      ...plainAccounts(26, 'o'),
    ],
  });
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  await detect(tested.database, {}, silentProgress);
  const run = await latestRun(tested.database);
  cluster = (await clustersOfRun(tested.database, run!.run))[0]!.id;
});

async function savedBundle(page: Page): Promise<{ path: string; bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: text.save, exact: true }).click();
  const bytes = await readFile(await (await download).path());
  const path = join(await temporaryFolder(), 'bundle.zip');
  await writeFile(path, bytes);
  return { path, bytes };
}

async function verdictOf(path: string) {
  return verifyBundle(path, await trustedKeys(tested.settings.home));
}

describe('the evidence of a cluster', () => {
  it('is asked why and for whom, masked, and handed over with its digest', async () => {
    const { page, faults } = await open(`/cluster/${cluster}`);
    await page.getByRole('button', { name: text.open }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(text.told.reason).fill('Request of 12 May');
    await dialog.getByLabel(text.told.case_number).fill('7/2026');
    await dialog.getByRole('checkbox', { name: messages.masks.kinds.email }).check();
    await settled(page);
    await keepScreenshot(page, 'evidence-dialog');
    expect(await graveViolations(page)).toEqual([]);
    const { path, bytes } = await savedBundle(page);
    const verdict = await verdictOf(path);
    expect(verdict.faults).toEqual([]);
    await dialog.getByText(verdict.payload_digest!).waitFor();
    await keepScreenshot(page, 'evidence-saved');
    expect(await graveViolations(page)).toEqual([]);
    const written = bytes.toString('utf8');
    expect(written).toContain('Request of 12 May');
    expect(written).toContain('Internal-Sender-Identifier');
    expect(written).not.toContain('person.0@mail.example');
    expect(faults).toEqual([]);
  });

  it('is in French where that is chosen', long, async () => {
    const { page, faults } = await open(`/cluster/${cluster}`);
    await page.getByRole('button', { name: text.open }).first().click();
    await page.getByLabel(text.language).selectOption('fr');
    const { bytes } = await savedBundle(page);
    expect(bytes.toString('utf8')).toContain('<html lang="fr"');
    expect(faults).toEqual([]);
  });

  it('has a narrative to be edited, with its deadline', async () => {
    const { page, faults } = await open(`/cluster/${cluster}`);
    await page.getByRole('button', { name: text.open }).first().click();
    await page.getByRole('tab', { name: text.narrative }).press('Enter');
    await page.getByLabel(text.decided).fill('2026-01-31');
    await page.getByRole('button', { name: text.draft }).click();
    await page.getByText(text.due('2026-03-02'), { exact: true }).waitFor();
    const area = page.getByLabel(text.narrativeText);
    expect(await area.inputValue()).toContain('## Who');
    await settled(page);
    await keepScreenshot(page, 'evidence-narrative');
    expect(await graveViolations(page)).toEqual([]);
    await area.press('Control+Home');
    await area.pressSequentially('Edited. ');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: text.saveNarrative }).click();
    expect(await readFile(await (await download).path(), 'utf8')).toMatch(/^Edited\. # Suspicious/);
    expect(faults).toEqual([]);
  });

  it('says what is wrong, keeps what was written, and can be tried again', async () => {
    const { page } = await open(`/cluster/${cluster}`);
    await page.getByRole('button', { name: text.open }).first().click();
    await page.getByLabel(text.told.reason).fill('kept');
    await page.route('**/api/v1/export', (route) => route.abort());
    await page.getByRole('button', { name: text.save, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: messages.page.state.retry }).waitFor();
    expect(await page.getByLabel(text.told.reason).inputValue()).toBe('kept');
    await page.unroute('**/api/v1/export');
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: messages.page.state.retry }).click();
    await download;
  });
});

describe('what is marked', () => {
  it('is exported as a selection', async () => {
    const { page, faults } = await open(`/cluster/${cluster}`);
    await settled(page);
    await page.locator('.canvas').press('Control+a');
    await page
      .getByRole('group', { name: messages.page.marks.title })
      .getByRole('button', { name: text.open })
      .click();
    const { path, bytes } = await savedBundle(page);
    expect((await verdictOf(path)).faults).toEqual([]);
    expect(bytes.toString('utf8')).toContain('"kind":"selection"');
    expect(faults).toEqual([]);
  });
});
