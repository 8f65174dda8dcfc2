/** Who sees a case, and how it stands with Skein itself, as people find it. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { addPerson, setPassword } from '../../server/people/persons.ts';
import { testDatabase } from '../database.ts';
import { repeated } from '../long.ts';
import { graveViolations } from './accessibility.ts';
import { address as graph, loadOneAddress } from './board-page.ts';
import { browsing, desk, small } from './browsing.ts';
import { settled } from './canvas.ts';
import { allRemembered, remembered } from './remembered.ts';
import { keepScreenshot } from './screenshots.ts';
import type { Looks } from './watched-page.ts';

const text = messages.caseMembers;
const { cases, conditionPage } = messages;
const { signIn, menu, leaving } = messages.peoplePage;
const password = 'a corridor of old maps';
const phone = { width: 390, height: 844, scheme: 'light' as const };
const tested = testDatabase();

beforeAll(async () => {
  await loadOneAddress(tested);
  tested.settings.open = false;
  const house = { database: tested.database, home: tested.settings.home };
  for (const name of ['ann', 'ben', 'cyd']) {
    const person = await addPerson(house, name, 'analyst', new Date());
    await setPassword(house, person, password, null);
  }
});
const { open } = browsing(tested);

/** What is refused, the browser tells on its console as well. */
const foreseen = (fault: string) => !/status of 40[134]/.test(fault);

async function openAs(name: string, path: string, looks: Parameters<typeof open>[1] = desk) {
  const opened = await open(path, looks);
  await comeIn(opened.page, name);
  return opened;
}

async function comeIn(page: Page, name: string): Promise<void> {
  await page.getByLabel(signIn.name, { exact: true }).fill(name);
  await page.getByLabel(signIn.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: signIn.submit, exact: true }).click();
}

async function changeTo(page: Page, names: readonly string[], why: string): Promise<void> {
  await page.getByRole('button', { name: text.change }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: text.choices.some }).check();
  for (const name of names) {
    await dialog.getByRole('combobox', { name: text.names }).fill(name);
    await page.getByRole('option', { name, exact: true }).click();
  }
  await dialog.getByLabel(messages.caseWork.why).fill(why);
}

describe('a case', () => {
  it('is made for oneself, shown to another, and not there for a third', async () => {
    const { page, faults } = await openAs('ann', '/cases');
    await page.getByRole('button', { name: cases.newCase }).click();
    await page.getByLabel(cases.name).fill('What the bank asked');
    await page.getByLabel(text.mineAlone).check();
    await page.getByRole('button', { name: cases.create }).click();
    await page.getByText(text.some(['ann'])).waitFor();
    const address = new URL(page.url()).pathname;

    await changeTo(page, ['ben'], 'Ben knows the bank');
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'members-dialog');
    await page.getByRole('dialog').getByRole('button', { name: text.save }).click();
    await page.getByText(text.some(['ann', 'ben'])).waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'members-case');
    expect(faults.filter(foreseen)).toEqual([]);

    const ben = await openAs('ben', '/cases', { ...small, scheme: 'dark' });
    await ben.page.getByText(text.number(2)).waitFor();
    await keepScreenshot(ben.page, 'members-cases-dark');
    expect(await graveViolations(ben.page)).toEqual([]);

    const cyd = await openAs('cyd', '/cases', phone);
    await cyd.page.getByText(cases.none).waitFor();
    await cyd.page.goto(address);
    await cyd.page.getByText(cases.noCase(address.split('/').at(-1)!)).waitFor();
    expect(await cyd.page.getByText('What the bank asked').count()).toBe(0);
    expect(cyd.faults.filter(foreseen)).toEqual([]);
  });
});

describe('the state of Skein', () => {
  repeated<[string, Looks]>([
    ['light', desk],
    ['dark', { ...small, scheme: 'dark' }],
    ['phone', phone],
  ])('stands on a page of its own, with what to do (%s)', async (name, looks) => {
    await tested.database.write(
      "MERGE (d:SkeinDelivery {id: 'd1', report: 'r', recipient_key: 'a'}) SET d.state = 'dead'",
    );
    const { page, faults } = await openAs('ann', '/', looks);
    await page.getByRole('button', { name: new RegExp(`${menu.button}$`) }).click();
    await page.getByRole('menuitem', { name: conditionPage.title }).click();
    await page.getByRole('status').getByText(conditionPage.whole.bad).waitFor();
    const row = page.getByRole('listitem', { name: conditionPage.names.deliveries });
    expect(await row.innerText()).toContain(messages.condition.deliveriesTodo);
    await keepScreenshot(page, `condition-${name}`);
    expect(await graveViolations(page)).toEqual([]);
    // It is well again by itself, once it is.
    await tested.database.write("MATCH (d:SkeinDelivery {id: 'd1'}) DELETE d");
    await row.getByText(conditionPage.states.well).waitFor();
    expect(faults.filter(foreseen)).toEqual([]);
  });
});

describe('what the browser remembers of unsaved work', () => {
  /** Hides a type on the canvas, which is kept nowhere but in the browser. */
  const begin = async (page: Page) => {
    await settled(page);
    await page.locator('.type-switch').first().click();
    await page.getByText(cases.remembered).waitFor();
    await expect.poll(() => remembered(page)).toBe(1);
  };
  const secrets = /192\.0\.2\.7|Person a\d|\bann\b/;

  it('goes with whoever signs out, who is told so first, in every tab', async () => {
    const { page, faults } = await openAs('ann', graph);
    await begin(page);
    const other = await page.context().newPage();
    await other.goto(graph);
    await other.getByText(/^Your work of .* is back/).waitFor();
    expect(await allRemembered(other)).toMatch(secrets);

    const out = () => page.getByRole('menuitem', { name: menu.signOut }).click();
    await page.getByRole('button', { name: new RegExp(`${menu.button}$`) }).click();
    await out();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(leaving.about(1)).waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'members-signing-out');
    await dialog.getByRole('button', { name: leaving.stay }).click();
    expect(await remembered(page)).toBe(1);

    await page.getByRole('button', { name: new RegExp(`${menu.button}$`) }).click();
    await out();
    await dialog.getByRole('button', { name: leaving.go }).click();
    for (const tab of [page, other]) {
      await tab.getByLabel(signIn.name, { exact: true }).waitFor();
      expect(await allRemembered(tab)).not.toMatch(secrets);
    }

    await page.goto(graph);
    await comeIn(page, 'ben');
    await settled(page);
    await page.getByText(cases.notKept, { exact: true }).waitFor();
    expect(await allRemembered(page)).not.toMatch(/\bann\b/);
    expect(faults.filter(foreseen)).toEqual([]);
  });

  it('comes back to the same person, and goes when another comes in after them', async () => {
    const { page, faults } = await openAs('ann', graph);
    await begin(page);
    // The session ends by itself, as after 8 hours.
    await tested.database.write('MATCH (s:SkeinSession) DETACH DELETE s');
    await page.reload();
    await comeIn(page, 'ann');
    await page.getByText(/^Your work of .* is back/).waitFor();
    await tested.database.write('MATCH (s:SkeinSession) DETACH DELETE s');
    await page.reload();
    await comeIn(page, 'ben');
    await settled(page);
    await page.getByText(cases.notKept, { exact: true }).waitFor();
    await expect.poll(() => allRemembered(page)).not.toMatch(/\bann\b/);
    expect(await remembered(page)).toBe(0);
    expect(faults.filter(foreseen)).toEqual([]);
  });
});
