/** A passkey is added and signed in by in a real browser, with the authenticator that Chromium pretends to have. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { passkeyPlace } from '../../server/people/passkey-place.ts';
import { addPerson, personOf, setPassword } from '../../server/people/persons.ts';
import { testDatabase } from '../database.ts';
import { newDoor } from '../people/new-door.ts';
import { SoftwareAuthenticator } from '../people/software-authenticator.ts';
import { repeated } from '../long.ts';
import { graveViolations } from './accessibility.ts';
import { browsing, desk } from './browsing.ts';
import { keepScreenshot } from './screenshots.ts';

const text = messages.peoplePage;
const { passkeysPage: own } = messages;
const password = 'a corridor of old maps';
const tested = testDatabase();
const house = () => ({ database: tested.database, home: tested.settings.home });
const everybody = [
  ...(['cleo', 'dan', 'eli'] as const).map((name) => [name, 'analyst'] as const),
  ['amy', 'admin'],
] as const;
const phone = { width: 390, height: 844, scheme: 'light' } as const;
const dark = { width: 900, height: 800, scheme: 'dark' } as const;

beforeAll(async () => {
  tested.settings.open = false;
  for (const [name, role] of everybody)
    await setPassword(house(), await addPerson(house(), name, role, new Date()), password, null);
});
const { open } = browsing(tested);

/** One that is part of the device, and knows its person. */
async function giveAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    },
  });
}

/** Passkeys go with a name, and tests are served at an address; that it is the same server the watch over faults does not know. */
async function openByName(path: string, looks = desk) {
  const { page, faults } = await open(path, looks);
  const named = new URL(page.url());
  named.hostname = 'localhost';
  await page.goto(named.href);
  const foreseen = (fault: string) =>
    !fault.startsWith(`asked ${named.origin}/`) && !/status of 401/.test(fault);
  return { page, faults: () => faults.filter(foreseen) };
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByLabel(text.signIn.name, { exact: true }).fill(name);
  await page.getByLabel(text.signIn.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: text.signIn.submit, exact: true }).click();
}

const menu = (page: Page) => page.getByRole('button', { name: new RegExp(`${text.menu.button}$`) });

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.getByLabel(own.nameToAdd).fill(name);
  await page.getByLabel(own.password).fill(password);
  await page.getByRole('button', { name: own.add, exact: true }).click();
  await page.getByText(own.wasAdded(name)).waitFor();
}

describe('a passkey', { timeout: 240_000 }, () => {
  it('is added under one’s account, lets in without a password, and is removed', async () => {
    const { page, faults } = await openByName('/account');
    await giveAuthenticator(page);
    await signIn(page, 'cleo');
    await page.getByText(own.none).first().waitFor();
    await addPasskey(page, 'Work laptop');
    const row = page.getByRole('row').filter({ hasText: 'Work laptop' });
    expect(await row.innerText()).toMatch(/never[\s\S]*localhost/);
    expect(await graveViolations(page)).toEqual([]);
    await row.scrollIntoViewIfNeeded();
    await keepScreenshot(page, 'passkeys-account');
    // The same device has one already.
    await page.getByLabel(own.nameToAdd).fill('Again');
    await page.getByLabel(own.password).fill(password);
    await page.getByRole('button', { name: own.add, exact: true }).click();
    await page.getByText(own.isThere).waitFor();

    await menu(page).click();
    await page.getByRole('menuitem', { name: text.menu.signOut }).click();
    const byPasskey = page.getByRole('button', { name: own.signIn });
    await byPasskey.waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'passkeys-sign-in');
    await byPasskey.click();
    await menu(page).click();
    await page.getByRole('menuitem', { name: text.menu.account }).click();
    await row.waitFor();
    expect(await row.innerText()).not.toMatch(/never/);
    await page.getByRole('button', { name: own.removeOf('Work laptop') }).click();
    await page.getByLabel(own.passwordToRemove('Work laptop')).fill(password);
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'passkeys-remove');
    await page.getByRole('button', { name: own.remove, exact: true }).last().click();
    await page.getByText(own.wasRemoved('Work laptop')).waitFor();
    await row.waitFor({ state: 'detached' });

    await menu(page).click();
    await page.getByRole('menuitem', { name: text.menu.signOut }).click();
    await byPasskey.click();
    await page.getByRole('alert').getByText(messages.passkeys.wrong).waitFor();
    await keepScreenshot(page, 'passkeys-refused');
    expect(faults()).toEqual([]);
  });

  repeated([
    ['900-dark', dark],
    ['390', phone],
  ])('fits at %s, on the account and where one signs in', async (size, looks) => {
    const { page, faults } = await openByName('/account', looks);
    await giveAuthenticator(page);
    await page.getByRole('button', { name: own.signIn }).waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, `passkeys-sign-in-${size}`);
    await signIn(page, 'dan');
    await page.getByText(own.about).waitFor();
    await addPasskey(page, `A key of ${size}`);
    expect(await graveViolations(page)).toEqual([]);
    await page.getByText(own.about).scrollIntoViewIfNeeded();
    await keepScreenshot(page, `passkeys-account-${size}`);
    expect(faults()).toEqual([]);
  });

  it('is seen and taken off by an administrator, for whoever has lost the device', async () => {
    const place = passkeyPlace('https://skein.example');
    const { passkeys } = newDoor(house(), () => new Date());
    const eli = await personOf(tested.database, 'eli');
    const making = await passkeys.begin(eli, password, { place, address: '192.0.2.1' });
    const credential = new SoftwareAuthenticator().make(making, place);
    await passkeys.add(eli, { name: 'Lost', credential }, place);
    const { page, faults } = await open('/people');
    await signIn(page, 'amy');
    const row = page.getByRole('row').filter({ hasText: 'eli' });
    await row.getByText(text.people.passkeys(1)).waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'passkeys-people');
    const off = page.getByRole('button', { name: text.people.factorsOffOf.passkeys('eli') });
    await off.click();
    await off.waitFor({ state: 'detached' });
    expect(await row.innerText()).not.toContain(text.people.passkeys(1));
    expect(await personOf(tested.database, 'eli')).toMatchObject({ passkeys: 0 });
    expect(faults.filter((fault) => !/status of 401/.test(fault))).toEqual([]);
  });

  it('is not offered at an address without a name, and the account says where it is', async () => {
    const { page, faults } = await open('/account');
    await page.getByRole('button', { name: text.signIn.submit, exact: true }).waitFor();
    expect(await page.getByRole('button', { name: own.signIn }).count()).toBe(0);
    await signIn(page, 'cleo');
    const { origin, port } = new URL(page.url());
    await page.getByText(own.noName(origin, `http://localhost:${port}`)).waitFor();
    expect(faults).toEqual([]);
  });
});
