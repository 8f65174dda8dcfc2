import { beforeAll, expect, it } from 'vitest';
import { en } from '../../domain/messages/en/index.ts';
import { messagesIn } from '../../domain/messages/index.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { testDatabase } from '../database.ts';
import { loadRing } from '../explore/ring.ts';
import { browsing, desk } from './browsing.ts';
import { settled } from './canvas.ts';

const es = messagesIn('es');
const tested = testDatabase();
const { open } = browsing(tested);
const spanish = { ...desk, locale: 'es-ES' };
let result: DetectionResult;

beforeAll(async () => {
  result = await loadRing(tested);
}, 400_000);

it('a Spanish browser shows Spanish where there is any, English elsewhere, and days as Spanish has them', async () => {
  const { page, faults } = await open(
    `/cluster/${encodeURIComponent(result.clusters[0]!.id)}`,
    spanish,
  );
  await settled(page);
  await page.getByText(es.page.details.heldBy).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('es');
  // Nothing of queries is in Spanish yet.
  await page.getByRole('tab', { name: en.queries.tab }).waitFor();
  await page
    .getByText(/^Detectado \d+ (?:ene|feb|mar|abr|may|jun|jul|ago|sept|oct|nov|dic) \d{4}/)
    .first()
    .waitFor();
  await page.getByRole('tab', { name: new RegExp(es.page.lists.detectors) }).click();
  const list = page.getByRole('list', { name: es.page.lists.detectors });
  await list.getByText('Un cobro, varios titulares').waitFor();
  await list.getByText('A flood of bids').waitFor();
  await page.getByRole('button', { name: es.page.header.language, exact: true }).click();
  await page.getByRole('menu').waitFor();
  expect(await page.getByRole('menuitem').allTextContents()).toEqual([
    'English',
    'Español',
    'Français',
  ]);
  expect(faults).toEqual([]);
});

it('the queue is in Spanish, with its states', async () => {
  const { page, faults } = await open('/queue', spanish);
  await page.getByRole('heading', { name: es.triage.page.title }).first().waitFor();
  await page.getByText(es.triage.page.about).waitFor();
  await page.getByText(es.triage.states.new).first().waitFor();
  expect(faults).toEqual([]);
});
