/** The report of a run as a mail program or a phone shows it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Language } from '../../domain/messages/language.ts';
import type { Picture } from '../../server/platform/document/document.ts';
import { mailHtml } from '../../server/platform/document/mail-writer.ts';
import { pictureOf, png } from '../../server/evidence/picture/picture.ts';
import { reportDocument } from '../../server/evidence/report/report-document.ts';
import { withLocale } from '../../server/platform/locale.ts';
import { exhibit } from '../evidence/exhibits.ts';
import { reported } from '../report/reported.ts';
import { repeated } from '../long.ts';
import { violations } from './accessibility.ts';
import { launchChromium } from './chromium.ts';
import { keepScreenshot } from './screenshots.ts';

let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await launchChromium();
  folder = await mkdtemp(join(tmpdir(), 'skein-report-'));
  for (const language of ['en', 'fr'] as const)
    await writeFile(join(folder, `${language}.html`), await written(language));
});

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

function written(language: Language): Promise<string> {
  return withLocale(language, async () => {
    const report = await reported();
    const { svg, width, height, caption } = pictureOf({ ...exhibit(), language });
    const picture: Picture = { kind: 'picture', svg, width, height, alternative: caption.title };
    const pictures = new Map(report.clusters.map(({ cluster: { id } }) => [id, picture]));
    const bytes = Buffer.from(await png(picture, 1_400)).toString('base64');
    return mailHtml(
      reportDocument(report, pictures, 'http://127.0.0.1:4680'),
      () => `data:image/png;base64,${bytes}`,
    );
  });
}

async function open(language: Language, width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.goto(pathToFileURL(join(folder, `${language}.html`)).href);
  return page;
}

repeated([
  ['en', 390],
  ['en', 900],
  ['fr', 390],
  ['fr', 900],
])('in %s is accessible, and fits, at a width of %i pixels', async (language, width) => {
  const page = await open(language, width);
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    width,
  );
  await keepScreenshot(page, `report-${language}-${width}`);
  await page.close();
});

it('says on its first screen what changed, the most important first', async () => {
  const page = await open('en', 390);
  const seen = await page.locator('ol li').evaluateAll((items) =>
    items.map((item) => ({
      says: item.textContent.replaceAll(/\s+/g, ' ').trim().split(',')[0],
      isSeen: item.getBoundingClientRect().bottom < innerHeight,
    })),
  );
  expect(seen).toEqual([
    { says: 'New: 2 accounts paid into one account', isSeen: true },
    { says: 'Grown: 4 accounts paid into one account', isSeen: true },
    { says: 'Payouts moved: 2 accounts paid into one account', isSeen: true },
    { says: expect.stringMatching(/^Gone: 2 accounts/) as string, isSeen: true },
  ]);
  await page.close();
});
