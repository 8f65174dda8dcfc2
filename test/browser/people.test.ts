import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { unattendedHeader } from '../../domain/api/unattended.ts';
import { messages } from '../../domain/messages/index.ts';
import { firstLink } from '../../server/people/persons.ts';
import { operator } from '../../server/platform/access/actor.ts';
import { testDatabase } from '../database.ts';
import { graveViolations } from './accessibility.ts';
import { browsing, desk } from './browsing.ts';
import { keepScreenshot } from './screenshots.ts';

const text = messages.peoplePage;
const password = 'a corridor of old maps';
const tested = testDatabase();
beforeAll(async () => {
  tested.settings.open = false;
  // Cases are there once there are data.
  await tested.database.write("CREATE (:Account {id: 'a1'})");
});
const { open } = browsing(tested);

const phone = { width: 390, height: 844, scheme: 'dark' } as const;
/** That a password is wrong, the browser tells on its console as well. */
const foreseen = (fault: string) => !/status of 401/.test(fault);

async function signIn(where: Page | Locator, given = password): Promise<void> {
  await where.getByLabel(text.signIn.name, { exact: true }).fill(operator());
  await where.getByLabel(text.signIn.password, { exact: true }).fill(given);
  await where.getByRole('button', { name: text.signIn.submit, exact: true }).click();
}

describe('coming in', { timeout: 240_000 }, () => {
  it('is by a link once, then by a password, and a session elsewhere can be ended', async () => {
    const house = { database: tested.database, home: tested.settings.home };
    const secret = (await firstLink(house, new Date()))!;
    const { page, faults } = await open(`/enter#${secret}`);
    const foot = page.getByRole('button', {
      name: `${operator()} ${text.roles.admin} ${text.menu.button}`,
    });
    await foot.waitFor();
    // What lets in is gone from the address, and so from the history.
    expect(new URL(page.url())).toMatchObject({ pathname: '/', hash: '' });
    await keepScreenshot(page, 'people-entered');
    await foot.click();
    await page.getByRole('menuitem', { name: text.menu.account }).click();
    await page.getByLabel(text.account.next).fill(password);
    await page.getByRole('button', { name: text.account.set, exact: true }).click();
    await page.getByText(text.account.wasSet).waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'people-account');

    await foot.click();
    await page.getByRole('menuitem', { name: text.menu.people }).click();
    await page.getByRole('textbox', { name: text.people.name, exact: true }).fill('ana');
    await page.getByRole('button', { name: text.people.add, exact: true }).click();
    await page.getByText(/\/enter#/).waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'people-people');

    await foot.click();
    await page.getByRole('menuitem', { name: text.menu.signOut }).click();
    await page.getByLabel(text.signIn.name, { exact: true }).waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await signIn(page, 'a corridor of new maps');
    await page.getByRole('alert').getByText(messages.people.wrong).waitFor();
    await keepScreenshot(page, 'people-sign-in');
    await signIn(page);
    await foot.waitFor();
    expect(faults.filter(foreseen)).toEqual([]);
  });

  it('fits a phone in the dark, and what was begun stays when the session ends meanwhile', async () => {
    const { page, faults } = await open('/cases', phone);
    const submit = page.getByRole('button', { name: text.signIn.submit, exact: true });
    await submit.waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'people-sign-in-phone');
    const field = page.getByLabel(text.signIn.password, { exact: true });
    expect(await field.getAttribute('type')).toBe('password');
    expect(await field.getAttribute('autocomplete')).toBe('current-password');
    const isPasted = (input: HTMLElement) =>
      input.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true }));
    expect(await field.evaluate(isPasted)).toBe(true);
    await signIn(page);
    await page.getByRole('button', { name: messages.cases.newCase }).click();
    const title = page.getByLabel(messages.cases.name);
    await title.fill('Begun before');
    // Ended from elsewhere, as under My account.
    await tested.database.write('MATCH (s:SkeinSession) DETACH DELETE s');
    await page.getByRole('button', { name: messages.cases.create }).click();
    await page.getByText(text.signIn.ended).waitFor();
    await keepScreenshot(page, 'people-ended-phone');
    expect(await graveViolations(page)).toEqual([]);
    await signIn(page);
    await page.getByText(text.signIn.ended).waitFor({ state: 'detached' });
    expect(await title.inputValue()).toBe('Begun before');
    expect(faults.filter(foreseen)).toEqual([]);
  });

  it('ends unused though its page asks on by itself, and covers what the page shows', async () => {
    const { page, faults } = await open('/account', desk);
    await signIn(page);
    await page.getByText(text.account.here).waitFor();
    await page.clock.install();
    const asked = async () => (await page.waitForRequest(/overview/)).headers()[unattendedHeader];
    expect(await asked()).toBeUndefined();
    await page.clock.fastForward(90_000);
    await expect.poll(asked).toBe('yes');
    await page.mouse.move(200, 200);
    await expect.poll(asked).toBeUndefined();

    await tested.database.write(
      `MATCH (s:SkeinSession) WITH s ORDER BY s.created DESC LIMIT 1
       SET s.last_seen = '2020-01-01T00:00:00.000Z'`,
    );
    await page.getByText(text.signIn.ended).waitFor();
    await keepScreenshot(page, 'people-covered');
    expect(await graveViolations(page)).toEqual([]);
    const cover = page.locator('.mantine-Modal-overlay');
    expect(await cover.boundingBox()).toEqual({ x: 0, y: 0, ...page.viewportSize()! });
    const drawn = await cover.evaluate((overlay) => {
      const { backgroundColor, opacity } = getComputedStyle(overlay);
      return { opacity, isWhole: !/[/,] ?0?\.\d+\)$/.test(backgroundColor), backgroundColor };
    });
    expect(drawn).toMatchObject({ opacity: '1', isWhole: true });
    const dialog = page.getByRole('dialog');
    await signIn(dialog);
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(text.account.here).waitFor();
    expect(faults.filter(foreseen)).toEqual([]);
  });

  it('ends where it is ended: one session shows another out', async () => {
    const { page, faults } = await open('/account', desk);
    await signIn(page);
    await page.getByText(text.account.here).waitFor();
    const end = page.getByRole('button', { name: /^End the session from/ });
    const before = await end.count();
    expect(before).toBeGreaterThan(0);
    await end.first().click();
    await expect.poll(() => end.count()).toBe(before - 1);

    // Whoever sits down at a session that was left open makes no token by it.
    await page.getByLabel(text.account.tokenName).fill('For reports');
    await page.getByLabel(text.account.ownPassword).fill(password);
    await page.getByRole('button', { name: text.account.make, exact: true }).click();
    await page.getByText(text.account.made).waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'people-token');
    expect(faults.filter(foreseen)).toEqual([]);
  });
});
