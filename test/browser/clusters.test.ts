import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { messagesIn } from '../../domain/messages/index.ts';
import { en as messages } from '../../domain/messages/en/index.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import type { Cluster } from '../../domain/finding.ts';
import type { TriageChange } from '../../domain/disposition.ts';
import { changeItems } from '../../server/decisions/triage/change.ts';
import { clustersOfRun } from '../../server/detection/runs/read-runs.ts';
import { testDatabase } from '../database.ts';
import { detectedSample } from '../detected-sample.ts';
import { repeated } from '../long.ts';
import { graveViolations } from './accessibility.ts';
import { browsing, desk, small } from './browsing.ts';
import { settled } from './canvas.ts';
import { keepScreenshot } from './screenshots.ts';

const tested = testDatabase();
const { open } = browsing(tested);
const text = messages.clusterOverview;
let result: DetectionResult;

const discs = (page: Page) => page.locator('.cluster-disc');

/** Lets members of the first two clusters use one machine, and the third pay the first; confirms one and dismisses another. */
async function joinTwo(): Promise<void> {
  const [one, two, three, four] = (await clustersOfRun(tested.database, result.run.run)) as [
    ...[Cluster, Cluster, Cluster, Cluster],
  ];
  await tested.database.write(
    `CREATE (d:Device {id: 'one-machine'})
     WITH d
     UNWIND $users AS id
     MATCH (a:Account {id: id}) CREATE (a)-[:LOGGED_IN_ON {key: 'joins ' + id}]->(d)`,
    { users: [...one.accounts.slice(0, 2), two.accounts[0]] },
  );
  await tested.database.write(
    `MATCH (a:Account {id: $payer}), (b:Account {id: $payee})
     CREATE (a)-[:PAID_THROUGH {key: 'joins payer'}]->(:PaymentAccount {id: 'their-purse'})
              -[:TRANSFERRED_TO {key: 'joins', amount: 1200.5, currency: 'USD'}]->
              (:PaymentAccount {id: 'our-purse'})<-[:PAID_THROUGH {key: 'joins payee'}]-(b)`,
    { payer: three.accounts[0], payee: one.accounts[0] },
  );
  const at = '2026-11-30T12:00:00.000Z';
  const acting = { home: tested.settings.home, by: 'ana', now: at, fourEyes: false };
  const change = (cluster: Cluster, to: TriageChange) =>
    changeItems(tested.database, acting, [{ id: cluster.id, rests_on: 0 }], to);
  await change(two, { state: 'confirmed', why: 'They said so.' });
  await change(four, { state: 'dismissed', reason: 'family', why: 'One household.' });
}

it('says that nothing was detected yet', async () => {
  await tested.database.write('CREATE (:Account {id: $id})', { id: 'a1' });
  const { page } = await open('/clusters');
  await page.getByText(messages.page.state.noRunTitle).first().waitFor();
});

describe('all clusters at once', () => {
  beforeAll(async () => {
    await tested.empty();
    result = await detectedSample(tested);
    await joinTwo();
  }, 600_000);

  repeated([
    ['light', desk],
    ['light-small', small],
    ['dark', { ...desk, scheme: 'dark' as const }],
    ['dark-small', { ...small, scheme: 'dark' as const }],
  ])('are drawn with what joins them, and each leads to its accounts: %s', async (name, looks) => {
    const { page, faults } = await open('/', looks);
    await page
      .getByRole('tabpanel', { name: messages.page.lists.clusters })
      .getByRole('link', { name: messages.page.lists.allClusters })
      .click();
    await page.getByRole('region', { name: text.title }).waitFor();
    await discs(page).first().waitFor();
    expect(await discs(page).count()).toBe(result.clusters.length);
    const table = page.getByRole('table', { name: text.ties });
    await table
      .getByText(/one-machine: in 2 rows of the one and 1 of the other; 3 accounts/)
      .waitFor();
    await table.getByText(/USD\s1,200\.50 in 1 transfer/).waitFor();
    await keepScreenshot(page, `clusters-${name}`);
    expect(await graveViolations(page)).toEqual([]);
    await discs(page).first().click();
    await settled(page);
    expect(new URL(page.url()).pathname).toMatch(/^\/cluster\//);
    expect(faults).toEqual([]);
  });

  it('are gone through by the keyboard, and told to who does not see them', async () => {
    const { page, faults } = await open('/clusters');
    await discs(page).first().waitFor();
    await discs(page).first().focus();
    await page.keyboard.press('ArrowRight');
    const second = discs(page).nth(1);
    await expect.poll(() => second.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await second.getAttribute('aria-label')).toMatch(
      /^2\. .*account.*score \d+ of 100, confirmed$/,
    );
    await page.keyboard.press('End');
    expect(
      await discs(page)
        .last()
        .evaluate((one) => one === document.activeElement),
    ).toBe(true);
    // One stop of the Tab key, whichever has the focus.
    expect(await page.locator('.cluster-disc[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await settled(page);
    expect(new URL(page.url()).pathname).toMatch(/^\/cluster\//);
    expect(faults).toEqual([]);
  });

  it('from near show their accounts, which are asked for only then', async () => {
    const { page, faults } = await open('/clusters');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (/\/api\/v1\/clusters\/C-/.test(request.url())) asked.push(request.url());
    });
    await discs(page).first().waitFor();
    await discs(page).first().focus();
    expect(asked).toEqual([]);
    for (let nearer = 0; nearer < 5; nearer += 1) await page.keyboard.press('+');
    await page.locator('.cluster-account').first().waitFor();
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length).toBeLessThanOrEqual(6);
    await keepScreenshot(page, 'clusters-near');
    expect(await graveViolations(page)).toEqual([]);
    await page.keyboard.press('0');
    await page.locator('.cluster-account').first().waitFor({ state: 'detached' });
    expect(await discs(page).count()).toBe(result.clusters.length);
    expect(faults).toEqual([]);
  });

  it('speak French to a French browser', async () => {
    const { page } = await open('/clusters', { ...desk, locale: 'fr-FR' });
    const french = messagesIn('fr').clusterOverview;
    await page.getByRole('region', { name: french.title }).waitFor();
    await page.getByText(french.key).waitFor();
  });

  it('say so when they cannot be fetched, and come once they can', async () => {
    const { page } = await open('/');
    const link = page
      .getByRole('region', { name: messages.overviewPage.title })
      .getByRole('link', { name: messages.page.lists.allClusters });
    await link.waitFor();
    await page.route('**/api/v1/views/clusters', (route) => route.abort());
    await link.click();
    await page.getByRole('alert').first().waitFor();
    await page.unroute('**/api/v1/views/clusters');
    await discs(page).first().waitFor();
  });
});
