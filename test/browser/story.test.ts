import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { testDatabase } from '../database.ts';
import { detectedSample } from '../detected-sample.ts';
import { repeated } from '../long.ts';
import { graveViolations } from './accessibility.ts';
import { browsing, desk, small, zoomed } from './browsing.ts';
import { nodesShown, openFirst, settled } from './canvas.ts';
import { drawsNothing, labelBoxes, openAnew, overlaps } from './label-boxes.ts';
import { keepScreenshot } from './screenshots.ts';
import { wholeFindings } from '../whole-findings.ts';

const tested = testDatabase();
const { open } = browsing(tested);
const text = messages.looks.story;
let result: DetectionResult;

beforeAll(async () => {
  result = await detectedSample(tested);
});

const roomsInOrder = ['/', '/clusters', '/queue', '/watch', '/data', '/cases', '/audit'];

const folds = (page: Page) => page.locator('.folds');

describe('the first page', () => {
  it.each([
    ['desk-light', desk],
    ['small-dark', { ...small, scheme: 'dark' as const }],
    ['phone', { width: 390, height: 844, scheme: 'light' as const }],
  ])('says what changed, what waits and which clusters stand first (%s)', async (name, looks) => {
    const { page, faults } = await open('/', looks);
    await page.locator('.overview-card').first().waitFor();
    const first = page.locator('.overview-card').first();
    expect(await first.textContent()).toContain(result.clusters[0]!.accounts.length.toString());
    await page.getByRole('link', { name: /\d open$/ }).waitFor();
    const rooms = page.getByRole('navigation', { name: messages.page.rail.title });
    // It stands there only once it is known that who looks may audit.
    await rooms.getByRole('link', { name: messages.page.rail.audit }).waitFor();
    const addresses = await rooms
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(addresses).toEqual(roomsInOrder);
    expect(await rooms.locator('[aria-current]').textContent()).toBe(messages.page.rail.overview);
    await keepScreenshot(page, `overview-${name}`);
    expect(await graveViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});

describe('a cluster', () => {
  it('opens as its story, of which what is folded unfolds and folds again', async () => {
    const { page, faults } = await open('/');
    await openFirst(page);
    await settled(page);
    await folds(page).waitFor();
    await keepScreenshot(page, 'story-light');
    const told = await nodesShown(page);
    // Of logins it says how many there were, of papers how many nodes.
    const right = async (name: string) => {
      const box = (await folds(page).getByRole('button', { name }).boundingBox())!;
      return box.x + box.width;
    };
    const stage = (await page.locator('.stage-notes').boundingBox())!;
    expect(await right(text.all)).toBeLessThanOrEqual(stage.x + stage.width);
    // What has no room in the line opens behind a button.
    await folds(page)
      .getByRole('button', { name: /\d (more|counts)$/ })
      .click();
    const chip = page
      .getByRole('dialog')
      .getByRole('checkbox', { name: /documents/ })
      .first();
    const count = Number(/\d+/.exec((await chip.getAttribute('aria-label')) ?? '')![0]);
    await chip.press('Space');
    await settled(page);
    expect(await nodesShown(page)).toBe(told + count);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await keepScreenshot(page, 'story-unfolded');
    await folds(page).getByRole('button', { name: text.all }).click();
    await settled(page);
    await folds(page).getByRole('button', { name: text.none }).click();
    await settled(page);
    expect(await nodesShown(page)).toBe(told);
    expect(await graveViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('is named in words as on the canvas, and both light up', async () => {
    const finding = result.findings.find(({ detector }) => detector === 'shared-payout')!;
    const { page, faults } = await open(`/finding/${finding.id}`);
    await settled(page);
    const named = page.locator('.heading .named').first();
    const link = page.locator('.details .node-link', {
      has: page.getByText((await named.evaluate((one) => one.firstChild!.textContent))!, {
        exact: true,
      }),
    });
    await named.hover();
    await link.and(page.locator('[data-lit]')).first().waitFor();
    await page.mouse.move(0, 0);
    await page.locator('.heading .named[data-lit]').waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
  });
});

describe('names on the canvas', () => {
  repeated([
    ['three', '1440', 3, desk],
    ['ten', '1440', 10, desk],
    ['ten', '900', 10, small],
    ['ten', '200 %', 10, zoomed],
  ])(
    'lie on no other name nor heading, in the %s largest findings, the clusters, an account and a pair, at %s',
    async (_word, _size, findings, looks) => {
      const largest = (await wholeFindings(tested.database, result))
        .sort((one, other) => other.evidence.length - one.evidence.length)
        .slice(0, findings);
      const [one = '', other = ''] = result.clusters[0]!.accounts;
      const addresses = [
        ...largest.map(({ id }) => `/finding/${id}`),
        ...result.clusters.map(({ id }) => `/cluster/${id}`),
        `/node/account:${one}`,
        `/pair/${one}/${other}`,
      ];
      const { page, faults } = await open(drawsNothing, looks);
      let [written, headed] = [0, 0];
      for (const address of addresses) {
        await openAnew(page, address);
        const labels = await labelBoxes(page);
        written += labels.length;
        headed += labels.filter(({ isHeading }) => isHeading).length;
        expect(overlaps(labels), address).toEqual([]);
      }
      expect(written).toBeGreaterThan(addresses.length);
      expect(headed).toBeGreaterThan(addresses.length);
      expect(faults).toEqual([]);
    },
  );
});
