/** The page that verifies bundles, in a Chromium without a network, and what a person does with it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { verifierPage } from '../../server/evidence/bundle/verifier-page.ts';
import type { Verdict } from '../../verifier/verdict.ts';
import { launchChromium } from './chromium.ts';
import { keepFailure } from './screenshots.ts';

interface Looks {
  locale?: string;
  colorScheme?: 'light' | 'dark';
  width?: number;
  /** Where the page comes from; the file itself where nothing is said. */
  from?: string;
}

export interface Verifying {
  /** Opens the page; that it asked for anything else, or reported an error, fails the test. */
  open: (looks?: Looks) => Promise<Page>;
  /** Puts a file beside the page; where it lies. */
  kept: (name: string, bytes: Uint8Array | string) => Promise<string>;
}

interface Opened {
  page: Page;
  /** Requests for anything but the page itself, and errors of it. */
  faults: string[];
}

/** To be called at the top of a file. */
export function verifying(): Verifying {
  let browser: Browser;
  let folder: string;
  let opened: Opened | null = null;

  beforeAll(async () => {
    browser = await launchChromium();
    folder = await mkdtemp(join(tmpdir(), 'skein-verifier-'));
    await writeFile(join(folder, 'verify.html'), await verifierPage());
  });

  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  afterEach(async ({ task }) => {
    if (opened && task.result?.state === 'fail')
      await keepFailure(opened.page, task.name.replaceAll(/\W+/g, '-'));
    expect(opened?.faults ?? []).toEqual([]);
    await opened?.page.context().close();
    opened = null;
  });

  const open = async ({
    locale = 'en-GB',
    colorScheme = 'light',
    width = 900,
    from = pathToFileURL(join(folder, 'verify.html')).href,
  }: Looks = {}) => {
    const context = await browser.newContext({
      locale,
      colorScheme,
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
    });
    await context.setOffline(true);
    const page = await context.newPage();
    const faults: string[] = [];
    await page.route('**', async (route) => {
      const { href } = new URL(route.request().url());
      if (href === from && href.startsWith('file:')) return route.continue();
      if (href === from)
        return route.fulfill({ contentType: 'text/html', body: await verifierPage() });
      faults.push(`asked ${href}`);
      return route.abort();
    });
    page.on('pageerror', (error) => faults.push(`threw: ${error.message}`));
    page.on('console', (message) => faults.push(`console: ${message.text()}`));
    opened = { page, faults };
    await page.goto(from);
    return page;
  };

  const kept = async (name: string, bytes: Uint8Array | string) => {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return path;
  };

  return { open, kept };
}

/** Chooses a ZIP as a person does, by the button. */
export async function choose(page: Page, path: string, button = /Choose the ZIP/): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).click(),
  ]);
  await chooser.setFiles(path);
  await page.locator('#verdict').waitFor();
}

export async function drop(page: Page, path: string, bytes: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([name, letters]) => {
      const dropped = new DataTransfer();
      const content = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
      dropped.items.add(new File([content], name));
      return dropped;
    },
    [path, bytes.toString('base64')] as const,
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

export function headline(page: Page): Promise<string | null> {
  return page.locator('#verdict').textContent();
}

/** What the page says beside a name of its facts. */
export function fact(page: Page, name: string): Promise<string | null> {
  return page.locator('dt', { hasText: name }).locator('+ dd').textContent();
}

/** The faults that the page shows, as a verdict has them. */
export function shownFaults(page: Page): Promise<Verdict['faults']> {
  return page.locator('.faults li').evaluateAll((items) =>
    items.map((item) => ({
      kind: item.getAttribute('data-kind') as Verdict['faults'][number]['kind'],
      name: item.querySelector('.name')?.textContent ?? null,
      detail: item.querySelector('.detail')?.textContent ?? '',
    })),
  );
}
