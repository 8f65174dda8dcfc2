import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { addressOfQuery, writtenAsked } from '../../client/src/subject/query-address.ts';
import { messages } from '../../domain/messages/index.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { graveViolations } from './accessibility.ts';
import { browsing, small } from './browsing.ts';
import { differing, nodesShown, settled } from './canvas.ts';
import { labelBoxes, overlaps } from './label-boxes.ts';
import { keepScreenshot } from './screenshots.ts';

const tested = testDatabase();
const { open } = browsing(tested);

/** Names of a crowd are few, and lie on no other name. */
async function expectApart(page: Page): Promise<void> {
  const labels = await labelBoxes(page);
  expect(labels.length).toBeGreaterThan(5);
  expect(labels.length).toBeLessThan(60);
  expect(overlaps(labels)).toEqual([]);
}

const accounts = 1_800;
const perDevice = 12;

/** Twelve accounts to a machine, and every twelfth of them on the next one too. */
beforeAll(async () => {
  const at = (index: number) =>
    new Date(Date.UTC(2024, 0, 1) + index * 600_000).toISOString().replace('.000', '');
  const ids = Array.from({ length: accounts }, (_, index) => index);
  const device = (index: number) => `d${(index % (accounts / perDevice)).toFixed(0)}`;
  const folder = await writeDataset({
    accounts: ids.map((index) => ({
      account_id: `a${index.toFixed(0)}`,
      display_name: `Account ${index.toFixed(0)}`,
      created_at: at(0),
    })),
    devices: ids
      .slice(0, accounts / perDevice)
      .map((index) => ({ device_id: device(index), os: 'Linux' })),
    logins: ids.flatMap((index) => {
      const own = Math.floor(index / perDevice);
      const machines = index % perDevice === 0 ? [own, own + 1] : [own];
      return machines.map((machine) => ({
        account_id: `a${index.toFixed(0)}`,
        ip: '198.51.100.7',
        device_id: device(machine),
        started_at: at(index),
      }));
    }),
  });
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
});

it('is laid out before it is drawn, small, and what is selected and hidden in it comes back', async () => {
  const text = 'MATCH (a:Account)-[:LOGGED_IN_ON]->(d:Device) RETURN d, collect(a) AS accounts';
  const asked = writtenAsked({ text, parameters: {} });
  const { page, faults } = await open(addressOfQuery('', asked));
  await page.getByRole('button', { name: messages.queries.editor.run }).click();
  await page.getByRole('button', { name: /On the canvas/ }).click();
  // Nothing is drawn that will move on: looked at in one moment, as the layout may end in the next.
  await page.waitForFunction(() => {
    const drawn = document.querySelector('.canvas canvas');
    return (
      document.body.innerText.includes('Laying out 1,950 nodes') &&
      (drawn === null || getComputedStyle(drawn).visibility === 'hidden')
    );
  });
  await settled(page);
  await page.getByText(/Laying out/).waitFor({ state: 'detached' });
  expect(await nodesShown(page)).toBe(accounts + accounts / perDevice);
  await keepScreenshot(page, 'large-graph');
  await expectApart(page);

  // Its lines, which are drawn apart, are there, and come and go with their kind.
  const { kinds } = messages.looks;
  const drawing = page.locator('.canvas');
  const whole = await drawing.screenshot();
  const changed = async () => differing(page, whole, await drawing.screenshot());
  await page.getByRole('button', { name: kinds.menu(1) }).click();
  const panel = page.getByRole('dialog', { name: kinds.title });
  await panel.getByText(kinds.states.hidden, { exact: true }).click();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  // The legend keeps its lines meanwhile, so that this is what is drawn alone.
  await expect.poll(changed).toBeGreaterThan(0.006);
  await page.keyboard.press('Control+z');
  // Of two names that have room for one, the other may be shown.
  await expect.poll(changed).toBeLessThan(0.004);

  // By the keyboard as on a small one.
  await page.locator('.canvas').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+h');
  await expect.poll(() => nodesShown(page)).toBe(accounts + accounts / perDevice - 1);
  await page.keyboard.press('Control+z');
  await expect.poll(() => nodesShown(page)).toBe(accounts + accounts / perDevice);
  const again = await open(page.url(), { ...small, scheme: 'dark' });
  await settled(again.page);
  expect(await nodesShown(again.page)).toBe(accounts + accounts / perDevice);
  await keepScreenshot(again.page, 'large-graph-dark-900');
  expect(await graveViolations(again.page)).toEqual([]);
  expect(faults.concat(again.faults)).toEqual([]);
});
