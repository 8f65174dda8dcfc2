import { beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { changeItems } from '../../server/decisions/triage/change.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { testDatabase } from '../database.ts';
import { loadRing } from '../explore/ring.ts';
import { repeated } from '../long.ts';
import { graveViolations } from './accessibility.ts';
import { browsing } from './browsing.ts';
import { settled } from './canvas.ts';
import { keepScreenshot } from './screenshots.ts';

const { state, details, lists } = messages.page;
const { nowhere } = messages.views;
const tested = testDatabase();
const { open } = browsing(tested);
let result: DetectionResult;

beforeAll(async () => {
  result = await loadRing(tested);
});

describe('an address', () => {
  repeated([
    ['/account/does-not-exist'],
    ['/nonsense'],
    ['/detector/nope'],
    ['/node/account:nope'],
    ['/cluster/nope'],
    ['/case/nope'],
    ['/?at=account:nope'],
  ])('%s leads nowhere, says so once, and leads to the start', async (path) => {
    const { page } = await open(path);
    await page.getByRole('heading', { name: nowhere.title }).waitFor();
    const panel = page.getByRole('region', { name: details.title });
    await panel.getByText(details.nothing).waitFor();
    expect(await page.getByText(nowhere.title).count()).toBe(1);
    expect(await page.getByText(state.loading).count()).toBe(0);
    expect(await page.getByRole('alert').count()).toBe(1);
    expect(await panel.getByRole('group', { name: state.loading }).count()).toBe(0);
    expect(await graveViolations(page)).toEqual([]);
    await page.getByRole('link', { name: nowhere.toStart, exact: true }).click();
    await page.getByRole('region', { name: messages.overviewPage.title }).waitFor();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/');
  });

  it('that names an account and nothing that it is on opens the account', async () => {
    const account = result.clusters[0]!.accounts[0]!;
    const { page, faults } = await open(`/?at=account:${account}`);
    await settled(page);
    await page.getByText(`${messages.schema.nodes.account.one} ${account}`).first().waitFor();
    expect(new URL(page.url()).pathname).toBe(`/node/${encodeURIComponent(`account:${account}`)}`);
    expect(faults).toEqual([]);
  });

  it('that puts on top what is none is opened without it', async () => {
    const bad = ['http://[', '//elsewhere.example/finding/x', '/nonsense', '/pair/a', '%'];
    const over = bad.map((address) => `over=${encodeURIComponent(address)}`).join('&');
    const { page } = await open(
      `/cluster/${result.clusters[0]!.id}?${over}&about=http%3A%2F%2F%5B`,
    );
    await settled(page);
    await page.locator('.details').getByText(details.heldBy).waitFor();
    expect(await page.getByText(state.crashed).count()).toBe(0);
    expect(await page.locator('.layers').count()).toBe(0);
  });
});

describe('the list of clusters', () => {
  it('shows in each row by what it stands there, and what was decided', async () => {
    const { home } = tested.settings;
    const acting = { home, by: 'ana', now: new Date().toISOString(), fourEyes: false };
    const [first] = result.clusters;
    const dismiss = { state: 'dismissed', reason: 'bookkeeper', why: 'a bookkeeper' } as const;
    await changeItems(tested.database, acting, [{ id: first!.id, rests_on: 0 }], dismiss);
    const { page, faults } = await open('/');
    const list = page.getByRole('list', { name: lists.clusters });
    const row = list.getByRole('listitem').filter({ hasText: first!.name }).first();
    await row.getByText(messages.triage.states.dismissed).waitFor();
    await row.getByText(messages.triage.reasons.bookkeeper).waitFor();
    await row.getByText(messages.atStake.total(first!.ranking!.total.toFixed(2))).waitFor();
    await keepScreenshot(page, 'list-dismissed');
    expect(await graveViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
