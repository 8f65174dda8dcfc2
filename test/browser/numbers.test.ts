import { beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { testDatabase } from '../database.ts';
import { decidedWorld } from '../numbers/decided-world.ts';
import { long } from '../long.ts';
import { graveViolations } from './accessibility.ts';
import { browsing, desk } from './browsing.ts';
import { keepScreenshot } from './screenshots.ts';

const text = messages.numbers;
const { page: says } = text;
const { kindsMany } = messages.triage.page;
const tested = testDatabase();
const { open } = browsing(tested);
const address = '/watch/numbers?from=2026-03-01&to=2026-04-30';

/** So that a picture shows all of it. */
const tall = { ...desk, height: 2300 };
const phone = { width: 390, height: 844, scheme: 'dark' } as const;

beforeAll(() => decidedWorld(tested), 240_000);

describe('the numbers', { timeout: 240_000 }, () => {
  it('stand with what they count, and each opens the list behind it', async () => {
    const { page, faults } = await open(address, tall);
    const times = page.getByRole('table', { name: `${text.tables.time}, ${kindsMany.finding}` });
    await times.waitFor({ timeout: 60_000 });
    const whole = times.getByRole('row', { name: says.whole });
    expect(await whole.getByRole('cell').allInnerTexts()).toEqual([
      ...['4', '42 h', '2.5 days', '3.3 days', '3.7 days'],
    ]);
    const [definition] = await page.getByText(says.definition).all();
    await definition!.click();
    await page.getByText(text.definitions.open).waitFor();
    await page.getByText('USD 101.30').waitFor();
    await keepScreenshot(page, 'numbers');
    expect(await graveViolations(page)).toEqual([]);
    const money = page.getByRole('link', { name: says.file(text.tables.money) });
    const csv = await page.request.get((await money.getAttribute('href'))!);
    expect(await csv.text()).toContain('2026-03-01,2026-04-30,USD,all,101.3,3\r\n');
    const family = messages.triage.reasons.family;
    await page.getByRole('link', { name: `${family}: 1` }).click();
    const rows = page.getByRole('table', { name: messages.triage.page.list }).locator('tbody tr');
    await expect.poll(() => rows.count(), { timeout: 30_000 }).toBe(1);
    await rows.getByText('F-2').waitFor();
    await keepScreenshot(page, 'numbers-list');
    expect(await graveViolations(page)).toEqual([]);
    await page.getByRole('button', { name: says.clear }).click();
    await expect.poll(() => rows.count(), { timeout: 30_000 }).toBe(4);
    expect(faults).toEqual([]);
  });

  it('fit a phone in the dark, and take another period', long, async () => {
    const { page, faults } = await open(`${address}&by=week`, phone);
    await page.getByText('USD 101.30').waitFor({ timeout: 60_000 });
    await keepScreenshot(page, 'numbers-small-dark');
    expect(await graveViolations(page)).toEqual([]);
    const wider = await page.evaluate(() => document.body.scrollWidth > window.innerWidth);
    expect(wider).toBe(false);
    await page.getByLabel(says.from).fill('2026-04-05');
    await page.getByLabel(says.from).press('Enter');
    await page.getByText(says.none).waitFor();
    expect(new URL(page.url()).searchParams.get('from')).toBe('2026-04-05');
    expect(faults).toEqual([]);
    await page.getByLabel(says.to, { exact: true }).fill('2026-04-01');
    await page.getByLabel(says.to, { exact: true }).press('Enter');
    await page.getByText(text.problems.reversed('2026-04-05', '2026-04-01')).waitFor();
  });
});
