import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { testDatabase } from '../database.ts';
import { deferred } from '../deferred.ts';
import { nodeOf } from '../load/loading.ts';
import { graveViolations } from './accessibility.ts';
import { browsing, desk, small } from './browsing.ts';
import { keepScreenshot } from './screenshots.ts';

const text = messages.intake.page;
const tested = testDatabase();
const { open, goAway, comeBack } = browsing(tested);

beforeAll(() => tested.empty());

const hostile = '<img src=x onerror=alert(1)>\u202Etxet';
const users =
  'Identifiant;Nom affiché;Courriel;Statut;Créé le;Pays;Remarque\r\n' +
  'u1;Zoë Lefèvre;zoe@lefevre.example;actif;31/12/2023 10:00;FR;à voir\r\n' +
  `u2;${hostile};amelie@roux.example;perdu;01/07/2024 10:00;BE;${'x'.repeat(8_000)}\r\n` +
  'u3;Sans Pays;x@y.example;actif;01/07/2024 10:00;Atlantide;\r\n';
const sessions =
  'Compte;Adresse IP;Début;q7\r\n' +
  'u1;192.0.2.7;31/12/2023 11:00;EUR\r\n' +
  'u2;pas une adresse;01/07/2024 11:00;EUR\r\n';

interface Dropped {
  name: string;
  content: string;
}

const both: readonly Dropped[] = [
  { name: 'utilisateurs.csv', content: users },
  { name: 'connexions.csv', content: sessions },
];

/** Drags files over the page and lets them fall; `hover` looks at it in between. */
async function drop(page: Page, files: readonly Dropped[], hover?: () => Promise<void>) {
  await page.getByRole('banner').waitFor();
  const transfer = await page.evaluateHandle((dropped) => {
    const data = new DataTransfer();
    for (const { name, content } of dropped) data.items.add(new File([content], name));
    return data;
  }, files);
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await hover?.();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

describe('bringing in data', () => {
  it('goes from files in French to accounts that are found, and offers the mapping again', async () => {
    const { page, faults } = await open('/');
    await page.getByRole('link', { name: messages.page.header.bringIn }).waitFor();
    await drop(page, both, async () => {
      await page.getByText(messages.page.drop.overlay).waitFor();
      await keepScreenshot(page, 'intake-overlay');
    });
    const accounts = card(page, 'utilisateurs.csv');
    const logins = card(page, 'connexions.csv');
    await logins.waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/data\/[0-9a-f]{24}$/);
    expect(await accounts.getByLabel(text.isLabel('utilisateurs.csv')).inputValue()).toBe(
      'accounts',
    );
    expect(await logins.getByLabel(text.isLabel('connexions.csv')).inputValue()).toBe('logins');
    expect(await accounts.getByLabel(text.becomesLabel('Courriel')).inputValue()).toBe('email');

    const load = page.getByRole('button', { name: text.loadFiles(2) });
    expect(await load.isDisabled()).toBe(true);
    await keepScreenshot(page, 'intake-unsettled');
    for (const each of [accounts, logins])
      await each.getByLabel(text.zone).selectOption('Europe/Paris');
    await accounts.getByText(text.takenRows(1)).waitFor();
    await logins.getByText(text.takenRows(1)).waitFor();
    await accounts.getByLabel(text.word('perdu')).selectOption('closed');
    await accounts.getByText(text.takenRows(2)).waitFor();
    await accounts.getByLabel(text.becomesLabel('Remarque')).selectOption({ label: text.leaveOut });
    await logins.getByLabel(text.becomesLabel('q7')).selectOption({ label: text.leaveOut });
    await expect
      .poll(() => accounts.getByRole('cell', { name: 'Atlantide', exact: true }).count())
      .toBe(1);
    expect(await nodeOf(tested, 'Account', 'u1')).toBeUndefined();
    expect(await graveViolations(page)).toEqual([]);
    await accounts.scrollIntoViewIfNeeded();
    await keepScreenshot(page, 'intake-matched');

    await page.getByLabel(text.mappingName).fill('Plateforme');
    await page.getByRole('button', { name: text.saveMapping }).click();
    await page.getByText(text.savedMapping('Plateforme')).waitFor();
    await load.click();
    const result = page.getByRole('region', { name: text.result }).first();
    await result.waitFor();
    expect(await result.getByRole('row').nth(1).innerText()).toContain('utilisateurs.csv');
    await expect.poll(() => result.getByRole('link', { name: text.rejects }).count()).toBe(2);
    const saved = page.waitForEvent('download');
    await result.getByRole('link', { name: text.rejectsOf('utilisateurs.csv') }).click();
    expect((await saved).suggestedFilename()).toBe('utilisateurs.csv.rejects.csv');
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'intake-loaded');
    const node = await nodeOf(tested, 'Account', 'u2');
    expect(node).toMatchObject({ status: 'closed', created_at: '2024-07-01T08:00:00.000Z' });
    expect(Object.keys(node!).join()).not.toContain('Remarque');

    await page.getByLabel(messages.page.header.searchLabel).fill('lefèvre');
    await page.getByRole('option', { name: /Zoë Lefèvre/ }).waitFor();
    await page.keyboard.press('Escape');

    await page.goto('/data');
    await page
      .getByRole('region', { name: text.earlier })
      .getByText(text.loadSums(5, 3, 2))
      .waitFor();
    await page.getByRole('region', { name: text.savedMappings }).getByText('Plateforme').waitFor();
    await drop(page, both);
    await accounts.getByRole('button', { name: text.offerUse }).click();
    await accounts.getByText(text.offerUsed('Plateforme')).waitFor();
    expect(await accounts.getByLabel(text.zone).inputValue()).toBe('Europe/Paris');
    await accounts.getByText(text.takenRows(2)).waitFor();
    expect(faults).toEqual([]);
  });

  it('says what is wrong with a file that it does not take, and keeps what is being matched', async () => {
    const { page, faults } = await open('/data', { ...desk, scheme: 'dark' });
    await page.setInputFiles('input[type=file]', {
      name: 'book.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('PK'),
    });
    await page.getByText(messages.intake.upload.spreadsheet).waitFor();
    await drop(page, [{ name: 't1.csv', content: 'who,where\nu1,192.0.2.1\n' }]);
    const file = card(page, 't1.csv');
    await file.getByText(messages.intake.fault.noFile).waitFor();
    await file.getByLabel(text.isLabel('t1.csv')).selectOption('logins');
    await file
      .getByText(/started_at/)
      .first()
      .waitFor();
    expect(await file.getByLabel(text.becomesLabel('where')).inputValue()).toBe('ip');
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'intake-dark');

    await goAway();
    await file.getByLabel(text.becomesLabel('who')).selectOption('account_id');
    await file.getByText(messages.page.state.offlineHint).waitFor();
    expect(await file.getByLabel(text.becomesLabel('who')).inputValue()).toBe('account_id');
    await comeBack();
    await file.getByText(messages.page.state.offlineHint).waitFor({ state: 'detached' });
    await page.reload();
    expect(await file.getByLabel(text.becomesLabel('who')).inputValue()).toBe('account_id');
    expect(faults.filter((fault) => !/ERR_|400/.test(fault))).toEqual([]);
  });

  it('fits a page 900 pixels wide, by the keyboard alone', async () => {
    const { page, faults } = await open('/data', small);
    await drop(page, [{ name: hostileName, content: 'account_id,email\nu7,a@b.example\n' }]);
    const file = card(page, hostileName);
    await file.getByLabel(text.isLabel(hostileName)).waitFor();
    await page.getByRole('button', { name: text.loadFiles(1) }).waitFor();
    await keepScreenshot(page, 'intake-900');
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
    );
    expect(wide).toBe(true);
    await file
      .getByText(text.nothingRejected)
      .or(file.getByText(text.takenRows(1)))
      .first()
      .waitFor();
    // Whoever is quick loads what they chose last, though the server hears of it late.
    const [told, asked] = [deferred(), [] as string[]];
    await page.route(/\/intakes\/[^/]+\/(load$|files\/)/, async (route) => {
      const method = route.request().method();
      if (method !== 'GET') asked.push(method);
      if (method === 'PUT') await told.promise;
      await route.continue();
    });
    await file.getByLabel(text.isLabel(hostileName)).selectOption('accounts');
    const load = page.getByRole('button', { name: text.loadFiles(1) });
    await load.focus();
    await page.keyboard.press('Enter');
    await load.and(page.locator('[data-loading]')).waitFor();
    expect(asked).toEqual(['PUT']);
    told.resolve();
    await page.getByRole('region', { name: text.result }).first().waitFor();
    expect(asked).toEqual(['PUT', 'POST']);
    expect(await nodeOf(tested, 'Account', 'u7')).toBeDefined();
    expect(faults).toEqual([]);
  });
});

const hostileName = '<img src=x onerror=alert(1)>\u202Evsc.csv';
