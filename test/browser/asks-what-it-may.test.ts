/** The page asks only what its person may: nothing that it asks is refused, and where there is nothing it says why. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import type { Role } from '../../domain/people.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { addPerson, setPassword } from '../../server/people/persons.ts';
import { watchSections } from '../../client/src/watch/address.ts';
import { testDatabase } from '../database.ts';
import { loadRing } from '../explore/ring.ts';
import { graveViolations } from './accessibility.ts';
import { browsing } from './browsing.ts';
import { settled } from './canvas.ts';
import { keepScreenshot } from './screenshots.ts';

const { refused, peoplePage, page: pageText, views, maskedPage } = messages;
const password = 'a corridor of old maps';
const leads = [refused.roleMany.lead, refused.roleMany.admin];
const tested = testDatabase();
const { open } = browsing(tested);

/** That nobody is signed in yet, the browser tells on its console. */
const foreseen = (fault: string) => !/status of 401/.test(fault);

async function people(): Promise<void> {
  const house = { database: tested.database, home: tested.settings.home };
  for (const role of ['viewer', 'analyst'] as const)
    await setPassword(house, await addPerson(house, role, role, new Date()), password, null);
}

async function comeIn(page: Page, as: Role): Promise<void> {
  await page.getByLabel(peoplePage.signIn.name, { exact: true }).fill(as);
  await page.getByLabel(peoplePage.signIn.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: peoplePage.signIn.submit, exact: true }).click();
}

/** Addresses that were asked and refused. */
function refusals(page: Page): string[] {
  const all: string[] = [];
  page.on('response', (response) => {
    if (response.status() === 403) all.push(`${response.request().method()} ${response.url()}`);
  });
  return all;
}

describe('into an empty database', { timeout: 240_000 }, () => {
  beforeAll(async () => {
    tested.settings.open = false;
    await people();
  });

  it.each([
    ['viewer', refused.empty.mayLook],
    ['analyst', refused.empty.mayWork],
  ] as const)('comes %s: nothing to press, who may load, and what is theirs', async (role, own) => {
    const { page, faults } = await open('/');
    const all = refusals(page);
    await comeIn(page, role);
    await page.getByText(refused.empty.hint(leads)).waitFor();
    await page.getByText(own).waitFor();
    expect(await page.getByRole('button', { name: pageText.state.loadSample }).count()).toBe(0);
    expect(await page.getByRole('link', { name: pageText.header.bringIn }).count()).toBe(0);
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, `empty-${role}`);
    await page.goto('/data');
    await page.getByText(refused.load(leads)).waitFor();
    expect(all).toEqual([]);
    expect(faults.filter(foreseen)).toEqual([]);
  });
});

describe('a viewer who walks through all rooms', { timeout: 600_000 }, () => {
  let result: DetectionResult;
  beforeAll(async () => {
    result = await loadRing(tested);
  });

  it('asks nothing that is refused, and reads why there is nothing', async () => {
    const { page, faults } = await open('/');
    const all = refusals(page);
    await comeIn(page, 'viewer');
    await page.locator('.overview-card').first().waitFor();
    // Of what changed, what waits, and what was loaded.
    await expect.poll(() => page.getByText(refused.maskedHere).count()).toBe(3);
    await keepScreenshot(page, 'viewer-overview');

    // Things go by other names for whoever sees them masked: from the lists on.
    await page.locator('.overview-card').first().click();
    await settled(page);
    for (const view of Object.values(views.names)) {
      await page.locator('.view-switch').getByText(view, { exact: true }).click();
      await quiet(page);
    }
    for (const list of [pageText.lists.findings, pageText.lists.detectors, messages.queries.tab]) {
      await page.getByRole('tab', { name: new RegExp(`^${list}`) }).click();
      await quiet(page);
    }
    await keepScreenshot(page, 'viewer-queries');
    const [accounts, finding] = await page.evaluate(async () => {
      const items = async <T>(of: string) =>
        ((await (await fetch(`/api/v1/${of}?limit=2`)).json()) as { items: T[] }).items;
      const scored = await items<{ account_id: string }>('accounts');
      const [found] = await items<{ id: string }>('findings');
      return [scored.map(({ account_id }) => account_id), found!.id] as const;
    });
    const rooms = [
      `/finding/${encodeURIComponent(finding)}`,
      `/node/${encodeURIComponent(`account:${accounts[0]!}`)}`,
      `/pair/${encodeURIComponent(accounts[0]!)}/${encodeURIComponent(accounts[1]!)}`,
      `/detector/${result.findings[0]!.detector}`,
      ...['/clusters', '/query', '/search?q=anna', '/queue', '/data', '/cases', '/cases?tasks='],
      ...watchSections.map((section) => `/watch/${section}`),
      ...['/audit', '/account', '/people', '/condition', '/'],
    ];
    for (const room of rooms) {
      await page.goto(room);
      await page.locator('.rail').waitFor();
      await quiet(page);
      expect([room, ...all]).toEqual([room]);
    }
    await page.goto('/queue');
    await page.getByText(refused.masked).first().waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'viewer-queue');
    await page.getByRole('button', { name: pageText.state.showMasked }).first().click();
    await page.getByRole('dialog').getByLabel(maskedPage.why).waitFor();
    expect(all).toEqual([]);
    expect(faults.filter(foreseen)).toEqual([]);
  });
});

/** All that was asked is answered. */
async function quiet(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
}
