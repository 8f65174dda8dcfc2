/** Coming in by a real provider, and by a code beside the password, in a real browser. */
import { beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { addPerson, setPassword } from '../../server/people/persons.ts';
import { testDatabase } from '../database.ts';
import { codeNow } from '../people/authenticator.ts';
import { localProvider } from '../people/provider.ts';
import { graveViolations } from './accessibility.ts';
import { browsing, desk } from './browsing.ts';
import { keepScreenshot } from './screenshots.ts';

const text = messages.peoplePage;
const password = 'a corridor of old maps';
const tested = testDatabase();
const served = localProvider(tested);
beforeAll(async () => {
  tested.settings.open = false;
  await tested.database.write("CREATE (:Account {id: 'a1'})");
});
const { open } = browsing(tested);

/** That a code is missing, or that somebody is not let in, the browser tells on its console as well; and it goes to the provider. */
const foreseen = (fault: string) =>
  !/status of 401/.test(fault) && !fault.startsWith(`asked ${served.provider.issuer}/`);
const house = () => ({ database: tested.database, home: tested.settings.home });
const button = text.signIn.byProvider('The house');

describe('single sign-on', { timeout: 240_000 }, () => {
  it('leads there and back to the view that was wanted, and says why somebody is not let in', async () => {
    const { page, faults } = await open('/cases');
    const { origin } = new URL(page.url());
    served.provider.knows(`${origin}/sign-in/provider`);
    served.provider.account = { sub: 'u-1', name: 'ana', groups: ['others'] };
    const byProvider = page.getByRole('link', { name: button });
    await byProvider.waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'sign-on-button');
    await byProvider.click();
    await page
      .getByRole('alert')
      .getByText(/in no group that may come in here/)
      .waitFor();
    // What the provider said is gone from the address.
    expect(new URL(page.url())).toMatchObject({ pathname: '/', search: '' });
    await keepScreenshot(page, 'sign-on-refused');
    served.provider.account = { sub: 'u-1', name: 'ana', groups: ['fraud'] };
    await page.goto(`${origin}/cases`);
    await byProvider.click();
    await page.getByRole('button', { name: messages.cases.newCase }).waitFor();
    expect(new URL(page.url())).toMatchObject({ pathname: '/cases', search: '' });
    await page.goto(`${origin}/account`);
    await page.getByText(text.account.bySignOn).waitFor();
    expect(await graveViolations(page)).toEqual([]);
    expect(faults.filter(foreseen)).toEqual([]);
  });

  it('lets in again beside a page whose session has ended, which stays as it was', async () => {
    served.provider.account = { sub: 'u-1', name: 'ana', groups: ['fraud'] };
    const { page, faults } = await open('/cases');
    served.provider.knows(`${new URL(page.url()).origin}/sign-in/provider`);
    await page.getByRole('link', { name: button }).click();
    await page.getByRole('button', { name: messages.cases.newCase }).click();
    await page.getByLabel(messages.cases.name).fill('Begun before');
    await tested.database.write('MATCH (s:SkeinSession) DETACH DELETE s');
    await page.getByRole('button', { name: messages.cases.create }).click();
    await page.getByText(text.signIn.ended).waitFor();
    const other = page.waitForEvent('popup');
    await page.getByRole('link', { name: button }).click();
    await (await other).getByRole('button', { name: new RegExp(`${text.menu.button}$`) }).waitFor();
    await page.bringToFront();
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await page.getByText(text.signIn.ended).waitFor({ state: 'detached' });
    expect(await page.getByLabel(messages.cases.name).inputValue()).toBe('Begun before');
    expect(faults.filter(foreseen)).toEqual([]);
  });
});

describe('a second factor', { timeout: 240_000 }, () => {
  it('is set up from a picture under one’s account, asked for at the next sign-in, and taken off', async () => {
    const person = await addPerson(house(), 'ben', 'analyst', new Date());
    await setPassword(house(), person, password, null);
    const { page, faults } = await open('/account', desk);
    const name = page.getByLabel(text.signIn.name, { exact: true });
    const signIn = async () => {
      await name.fill('ben');
      await page.getByLabel(text.signIn.password, { exact: true }).fill(password);
      await page.getByRole('button', { name: text.signIn.submit, exact: true }).click();
    };
    await signIn();
    const { secondFactor } = text;
    const own = { name: secondFactor.password, exact: true };
    await page.getByRole('textbox', own).fill(password);
    await page.getByRole('button', { name: secondFactor.begin }).click();
    await page.getByRole('img', { name: secondFactor.picture }).waitFor();
    const drawn = await page
      .getByRole('img', { name: secondFactor.picture })
      .evaluate((picture: HTMLImageElement) => picture.decode().then(() => picture.naturalWidth));
    expect(drawn).toBeGreaterThan(0);
    const secret = await page.locator('code.account-secret').innerText();
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'second-factor-picture');
    await page.getByLabel(secondFactor.firstCode).fill(codeNow(secret));
    await page.getByRole('button', { name: secondFactor.confirm }).click();
    await page.getByText(secondFactor.recovery).waitFor();
    const shown = await page.getByText(/^[a-z2-7]{4}-[a-z2-7]{4}/).innerText();
    expect(shown.split('\n')).toHaveLength(10);
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'second-factor-recovery');

    await page.getByRole('button', { name: new RegExp(`${text.menu.button}$`) }).click();
    await page.getByRole('menuitem', { name: text.menu.signOut }).click();
    await signIn();
    const code = page.getByLabel(text.signIn.code);
    await code.waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'second-factor-asked');
    await code.fill('000000');
    await page.getByRole('button', { name: text.signIn.submit, exact: true }).click();
    await page.getByRole('alert').getByText(messages.secondFactor.wrong).waitFor();
    const [first = '', second = ''] = shown.split('\n');
    await code.fill(first);
    await page.getByRole('button', { name: text.signIn.submit, exact: true }).click();
    await page.getByRole('button', { name: new RegExp(`${text.menu.button}$`) }).click();
    await page.getByRole('menuitem', { name: text.menu.account }).click();
    await page.getByText(secondFactor.isOn(9)).waitFor();
    await page.getByLabel(secondFactor.code).fill(second);
    await page.getByRole('button', { name: secondFactor.takeOff }).click();
    await page.getByText(secondFactor.isOff).waitFor();
    expect(faults.filter(foreseen)).toEqual([]);
  });
});
