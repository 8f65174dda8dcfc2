import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import type { Cluster } from '../../domain/finding.ts';
import { testDatabase } from '../database.ts';
import { detectedSample } from '../detected-sample.ts';
import { browsing, desk } from './browsing.ts';
import { nodesShown, settled } from './canvas.ts';
import { keepScreenshot } from './screenshots.ts';

const tested = testDatabase();
const { open } = browsing(tested);
/** The cluster that leads to listed parties. */
let listed: Cluster;

beforeAll(async () => {
  const { clusters } = await detectedSample(tested);
  listed = clusters.find(({ ranking }) => ranking!.stakes.listed.length > 0)!;
});

describe('what the browser prints', () => {
  it('is the picture on a sheet, then all that the details say, light and whole', async () => {
    const { page, faults } = await open(`/cluster/${listed.id}`, {
      ...desk,
      scheme: 'dark',
    });
    await settled(page);
    await page.locator('.details').getByText(messages.ranking.title).waitFor();
    const sheet = page.locator('.print-sheet');
    const scheme = () =>
      page.evaluate(() => document.documentElement.dataset['mantineColorScheme']);
    // Between these two, which the browser says when it prints, the page is as it is on paper.
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    expect(await sheet.locator('h1').textContent()).toContain('(OFAC-SDN: ');
    const written = await sheet.locator('svg text').allTextContents();
    expect(written.length).toBeGreaterThan(listed.accounts.length);
    expect(await page.locator('.rail, .header, .lists').filter({ visible: true }).count()).toBe(0);
    const cut = await page.locator('.details').evaluate((details) => {
      const said = details.querySelector('.mantine-ScrollArea-content')!.getBoundingClientRect();
      return said.bottom - details.getBoundingClientRect().bottom;
    });
    expect(cut).toBeLessThanOrEqual(1);
    expect(await scheme()).toBe('light');
    await keepScreenshot(page, 'printed');
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await sheet.count()).toBe(0);
    expect(await scheme()).toBe('dark');
    expect(faults).toEqual([]);
  });
});

describe('what lies on top', () => {
  it('goes again by the browser’s Back, and the cluster stays', async () => {
    const { page, faults } = await open(`/cluster/${listed.id}`);
    await settled(page);
    const told = await nodesShown(page);
    await page
      .getByRole('button', { name: messages.page.lists.putOver })
      .first()
      .click({ force: true });
    const layer = page.getByRole('group', { name: messages.looks.layers.title });
    await layer.waitFor();
    await expect.poll(() => nodesShown(page)).toBeGreaterThan(told);
    await page.goBack();
    await layer.waitFor({ state: 'detached' });
    expect(await nodesShown(page)).toBe(told);
    await page.goForward();
    await layer.waitFor();
    expect(new URL(page.url()).pathname).toBe(`/cluster/${listed.id}`);
    expect(faults).toEqual([]);
  });
});

describe('the accounts of a story', () => {
  it('all have their names, each another', async () => {
    const { accounts, id } = listed;
    const { page, faults } = await open(`/cluster/${id}`);
    await settled(page);
    const captions = await page.evaluate(async (ids) => {
      const answers = ids.map((one) => fetch(`/api/v1/nodes/account:${one}`));
      const told = (await Promise.all(answers)).map((answer) => answer.json());
      return ((await Promise.all(told)) as { caption: string }[]).map(({ caption }) => caption);
    }, accounts);
    await page.getByRole('button', { name: messages.page.save.menu }).click();
    const saved = page.waitForEvent('download');
    // The picture writes beside nodes what the canvas does.
    await page.getByRole('menuitem', { name: messages.page.save.svg }).click();
    const svg = await readFile(await (await saved).path(), 'utf8');
    const names = [...svg.matchAll(/font-weight="500"[^>]*>([^<]+)</g)].map(([, name]) => name!);
    const called = (caption: string, name: string) => {
      const [begins = '', ends = ''] = name.split('…');
      return (
        name === caption ||
        (name.includes('…') && caption.startsWith(begins) && caption.endsWith(ends))
      );
    };
    expect(captions.filter((one) => !names.some((name) => called(one, name)))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    expect(faults).toEqual([]);
  });
});
