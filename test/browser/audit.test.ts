import { beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { addPerson, setPassword } from '../../server/people/persons.ts';
import { exported } from '../../server/trust/custody/acts.ts';
import { erase } from '../../server/trust/custody/erase.ts';
import { append } from '../../server/trust/custody/log.ts';
import { homeWithViews, viewOf } from '../custody/homes.ts';
import { testDatabase } from '../database.ts';
import { witness } from '../../server/operations/audit/witness.ts';
import { graveViolations } from './accessibility.ts';
import { browsing, desk } from './browsing.ts';
import { keepScreenshot } from './screenshots.ts';

const text = messages.auditPage;
const password = 'a corridor of old maps';
const tested = testDatabase();
beforeAll(async () => {
  tested.settings.open = false;
  const { home } = tested.settings;
  await tested.database.write("CREATE (:Account {id: 'a1'})");
  const house = { database: tested.database, home };
  for (const [name, role] of [
    ['olga', 'auditor'],
    ['ana', 'analyst'],
  ] as const)
    await setPassword(house, await addPerson(house, name, role, new Date()), password, null);
  await append(home, viewOf('acct-7001'));
  await append(home, viewOf('acct-7002'));
  const occasion = {
    reason: 'Asked by the bank',
    case_number: '7/2026',
    authority: null,
    run: null,
  };
  const scope = { kind: 'account', id: 'acct-7002', hops: 1 } as const;
  await append(home, exported(scope, 'f'.repeat(64), occasion, ['acct-7002'], []));
  await erase(home, 'acct-7001');
});
const { open, goAway, comeBack } = browsing(tested);

const phone = { width: 390, height: 844, scheme: 'dark' } as const;
type Page = Awaited<ReturnType<typeof open>>['page'];

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByLabel(messages.peoplePage.signIn.name, { exact: true }).fill(name);
  await page.getByLabel(messages.peoplePage.signIn.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: messages.peoplePage.signIn.submit, exact: true }).click();
}

/** An auditor sees whom it was about only once they have said why. */
async function sayWhy(page: Page): Promise<void> {
  const says = messages.maskedPage;
  const why = 'To see whether somebody looked without a case';
  await page.getByRole('button', { name: says.show }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(says.why).fill(why);
  await dialog.getByRole('button', { name: says.confirm }).click();
  // Not where the trail tells of it, which may already be there.
  await page.getByText(`: ${why}`).waitFor();
}

describe('the auditor’s page', { timeout: 240_000 }, () => {
  it('tells who did what, narrowed by words, act and person, and whether the chain holds', async () => {
    // Of a server with a home of its own.
    await witness(tested.database, await homeWithViews(2));
    const { page, faults } = await open('/audit', desk);
    await signIn(page, 'olga');
    const table = page.getByRole('table', { name: text.table.label });
    await table.waitFor();
    const rail = page.getByRole('navigation', { name: messages.page.rail.title });
    const link = rail.getByRole('link', { name: messages.page.rail.audit });
    expect(await link.getAttribute('aria-current')).toBe('page');
    await table.getByText(text.table.masked).first().waitFor();
    expect(await table.getByText('acct-7002').count()).toBe(0);
    await sayWhy(page);
    await table.getByText('account:acct-7002').first().waitFor();
    await table.getByText(text.table.erased).first().waitFor();
    await table.getByText(text.table.elsewhere).first().waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'audit');

    await page.getByLabel(text.filter.text).fill('BANK asked');
    await page.keyboard.press('Enter');
    const details = table.getByRole('button', { name: /^Details of entry/ });
    await expect.poll(() => details.count()).toBe(1);
    expect(new URL(page.url()).searchParams.get('text')).toBe('BANK asked');
    await details.focus();
    await page.keyboard.press('Enter');
    await table.getByRole('region', { name: text.details.after }).getByText('7/2026').waitFor();
    await page.getByRole('button', { name: text.check.button }).click();
    await page.getByText(/^The chain holds: \d+ entries of 2 homes\.$/).waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'audit-details');

    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: text.file.csv }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('skein-audit.csv');
    await page.getByText(text.file.saved('skein-audit.csv')).waitFor();

    await page.getByRole('button', { name: text.filter.clear }).click();
    await table.getByText('audit-csv').first().waitFor();
    await page.getByLabel(text.filter.text).fill('nothing such');
    await page.getByRole('button', { name: text.filter.apply, exact: true }).click();
    await page.getByText(text.table.none).waitFor();
    await keepScreenshot(page, 'audit-none');
    expect(faults.filter((fault) => !/status of 40[13]/.test(fault))).toEqual([]);
  });

  it('says where the chain does not hold, and asks again while the server is away', async () => {
    const { page } = await open('/audit', phone);
    await signIn(page, 'olga');
    await page.getByRole('table', { name: text.table.label }).waitFor();
    await sayWhy(page);
    await page.getByRole('table', { name: text.table.label }).waitFor();
    await tested.database.write("MATCH (e:SkeinAuditEntry {number: 2}) SET e.by = 'nobody'");
    await page.getByRole('button', { name: text.check.button }).click();
    await page.getByText(messages.audit.faults.otherFields(2)).waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'audit-broken-phone');
    await goAway();
    await page.getByRole('button', { name: text.filter.clear }).click();
    await page.getByLabel(text.filter.text).fill('view');
    await page.getByRole('button', { name: text.filter.apply, exact: true }).click();
    await page.getByText(messages.page.state.unreachable).first().waitFor();
    await comeBack();
    await page.getByRole('table', { name: text.table.label }).waitFor();
  });

  it('is not in the rail of others, and refuses them', async () => {
    const { page } = await open('/audit', desk);
    await signIn(page, 'ana');
    await page.getByText(text.notAllowed).waitFor();
    const rail = page.getByRole('navigation', { name: messages.page.rail.title });
    expect(await rail.getByRole('link', { name: messages.page.rail.audit }).count()).toBe(0);
  });
});
