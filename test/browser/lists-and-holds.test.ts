/** Who may know of a list, and what retention does, as a lead and those whom it concerns find them on the page. */
import { writeFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { setHold } from '../../server/operations/retention/holds.ts';
import { retentionFilePath } from '../../server/operations/retention/rules.ts';
import { addPerson, setPassword } from '../../server/people/persons.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { graveViolations } from './accessibility.ts';
import { browsing, desk } from './browsing.ts';
import { keepScreenshot } from './screenshots.ts';

const { listMembers, caseMembers, caseWork, retentionPage } = messages;
const { signIn } = messages.peoplePage;
const password = 'a corridor of old maps';
const [open, secret] = ['Published list', 'List of our own'];
const phone = { width: 390, height: 844, scheme: 'light' as const };
const tested = testDatabase();

beforeAll(async () => {
  const listed = (list: string, entry_id: string) => ({
    ...{ list, entry_id, kind: 'person', name: `Person ${entry_id}` },
  });
  const folder = await writeDataset({
    accounts: [{ account_id: 'a1', display_name: 'Somebody' }],
    logins: [{ account_id: 'a1', ip: '192.0.2.7', started_at: '2024-03-01T08:00:00Z' }],
    watchlist: [listed(open, 'PUB-01'), listed(open, 'PUB-02'), listed(secret, 'OWN-01')],
  });
  const { database, settings } = tested;
  await loadFolders(database, settings, [folder], {}, silentProgress);
  const file = { rules: { logins: 90 }, at: '04:30', timezone: 'Europe/Berlin' };
  await writeFile(retentionFilePath(settings), JSON.stringify(file));
  const held = { kind: 'account', of: 'a1', reason: 'Order 7 of the court' } as const;
  await setHold({ database, home: settings.home, progress: silentProgress }, held);
  settings.open = false;
  for (const [name, role] of [
    ['lea', 'lead'],
    ['ann', 'analyst'],
    ['cyd', 'analyst'],
  ] as const) {
    const person = await addPerson({ database, home: settings.home }, name, role, new Date());
    await setPassword({ database, home: settings.home }, person, password, null);
  }
});
const { open: opened } = browsing(tested);

async function openAs(name: string, path: string, looks: Parameters<typeof opened>[1] = desk) {
  const { page, faults } = await opened(path, looks);
  await page.getByLabel(signIn.name, { exact: true }).fill(name);
  await page.getByLabel(signIn.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: signIn.submit, exact: true }).click();
  // What is refused before somebody has signed in, the browser tells on its console as well.
  return { page, faults: () => faults.filter((fault) => !/status of 401/.test(fault)) };
}

it('a list is shown to some alone, and to others it is not there', async () => {
  const { page, faults } = await openAs('lea', '/watch/lists');
  const row = page.getByRole('row', { name: new RegExp(secret) });
  await row.getByText(listMembers.all).waitFor();
  await row.getByRole('button', { name: listMembers.change }).click();
  const dialog = page.getByRole('dialog', { name: listMembers.title(secret) });
  await dialog.getByRole('radio', { name: listMembers.choices.some }).check();
  // She is among them to begin with.
  await dialog.getByRole('combobox', { name: caseMembers.names }).fill('ann');
  await page.getByRole('option', { name: 'ann', exact: true }).click();
  await dialog.getByLabel(caseWork.why).fill('It came from the bank');
  expect(await graveViolations(page)).toEqual([]);
  await keepScreenshot(page, 'lists-dialog');
  await dialog.getByRole('button', { name: caseMembers.save }).click();
  await row.getByText(listMembers.some(['ann', 'lea'])).waitFor();
  expect(await graveViolations(page)).toEqual([]);
  await keepScreenshot(page, 'lists-marked');
  expect(faults()).toEqual([]);

  const ann = await openAs('ann', '/watch/lists', { ...desk, scheme: 'dark' });
  const hers = ann.page.getByRole('row', { name: new RegExp(secret) });
  await hers.getByText(listMembers.some(['ann', 'lea'])).waitFor();
  await keepScreenshot(ann.page, 'lists-marked-dark');
  expect(await graveViolations(ann.page)).toEqual([]);
  expect(ann.faults()).toEqual([]);

  const cyd = await openAs('cyd', '/watch/lists', phone);
  await cyd.page.getByText(listMembers.entries(2)).waitFor();
  expect(await cyd.page.locator('body').innerText()).not.toContain(secret);
  await keepScreenshot(cyd.page, 'lists-other-phone');
  expect(await graveViolations(cyd.page)).toEqual([]);
  expect(cyd.faults()).toEqual([]);
});

it('what goes by age and what is held stands on the page of data, and leads to what is held', async () => {
  const { page, faults } = await openAs('lea', '/data');
  const section = page.getByRole('region', { name: retentionPage.title });
  await section.getByText(retentionPage.rule('logins', 90)).waitFor();
  await section.getByText(retentionPage.at('04:30', 'Europe/Berlin')).waitFor();
  await section.getByText('Order 7 of the court').waitFor();
  await section.getByText(retentionPage.noneApplied).waitFor();
  await section.scrollIntoViewIfNeeded();
  await keepScreenshot(page, 'retention');
  expect(await graveViolations(page)).toEqual([]);
  await section.getByRole('link', { name: 'Account a1' }).click();
  await page.waitForURL(/\/node\/account/);
  expect(faults()).toEqual([]);
});

it.each([
  ['phone', phone],
  ['dark', { ...phone, width: 900, scheme: 'dark' as const }],
])('a rule that cannot be used is told of, and none is in force (%s)', async (look, looks) => {
  await writeFile(retentionFilePath(tested.settings), '{"rules": {"logins": -1}}');
  const { page, faults } = await openAs('lea', '/data', looks);
  const section = page.getByRole('region', { name: retentionPage.title });
  await section.getByText(retentionPage.problem).waitFor();
  expect(await section.innerText()).not.toContain(retentionPage.rule('logins', 90));
  await section.scrollIntoViewIfNeeded();
  await keepScreenshot(page, `retention-problem-${look}`);
  expect(await graveViolations(page)).toEqual([]);
  expect(faults()).toEqual([]);
});
