import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Serving } from '../../server/edge/http/serve.ts';
import type { TestDatabase } from '../database.ts';
import { launchChromium } from './chromium.ts';
import { keepFailure } from './screenshots.ts';
import { servePage } from './served-page.ts';
import { watchedPage, type Looks, type WatchedPage } from './watched-page.ts';

export const desk: Looks = { width: 1440, height: 900, scheme: 'light' };
export const small: Looks = { width: 900, height: 800, scheme: 'light' };
/** `desk` at 200 % zoom. */
export const zoomed: Looks = { width: 720, height: 450, scheme: 'light' };

export interface Browsing {
  /** Opens an address in a fresh browser context; what goes wrong there is in `faults`. */
  open: (path: string, looks?: Looks) => Promise<WatchedPage>;
  /** Stops the server; `comeBack` serves again at the same port. */
  goAway: () => Promise<void>;
  comeBack: () => Promise<void>;
}

/** The page as it stands, served over the test's database, in a real Chromium; to be called at the top of a file. */
export function browsing(tested: TestDatabase): Browsing {
  let serving: Serving;
  let browser: Browser;
  let watched: WatchedPage | null = null;
  const serveAt = async (port: number) => {
    serving = await servePage(tested.database, tested.settings, port);
  };

  beforeAll(async () => {
    await serveAt(0);
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
    await serving.close();
  });

  afterEach(async ({ task }) => {
    const pages = watched?.page.context();
    if (watched && task.result?.state === 'fail')
      await keepFailure(watched.page, task.name.replaceAll(/\W+/g, '-'));
    await pages?.close();
    watched = null;
  });

  return {
    open: async (path, looks = desk) => {
      watched = await watchedPage(browser, serving.url, looks);
      await watched.page.goto(path);
      // The page loads its words first, and itself after them.
      await watched.page.locator('#root > *').first().waitFor({ state: 'attached' });
      return watched;
    },
    goAway: () => serving.close(),
    comeBack: () => serveAt(serving.port),
  };
}
