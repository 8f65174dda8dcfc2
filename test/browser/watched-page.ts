import type { Browser, Page } from 'playwright-core';
import { note } from './tally.ts';

export interface WatchedPage {
  page: Page;
  /** What a page that works never has: errors on the console, breaches of the CSP, requests elsewhere. */
  faults: string[];
}

export interface Looks {
  width: number;
  height: number;
  scheme: 'light' | 'dark';
  /** The browser's first language; English when left out. */
  locale?: string;
}

/** A page of its own, at the origin alone, whose faults are kept. */
export async function watchedPage(
  browser: Browser,
  origin: string,
  { width, height, scheme, locale = 'en-GB' }: Looks,
): Promise<WatchedPage> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width, height },
    colorScheme: scheme,
    locale,
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`threw: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(blob|data):/.test(url)) faults.push(`asked ${url}`);
  });
  note({ seen: 'opened' });
  await page.exposeFunction('onBreach', (breach: string) => {
    note({ seen: 'breach', breach });
    faults.push(`CSP: ${breach}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const { onBreach } = globalThis as unknown as { onBreach: (breach: string) => void };
      onBreach(`${violatedDirective} refused ${blockedURI}`);
    });
  });
  return { page, faults };
}
