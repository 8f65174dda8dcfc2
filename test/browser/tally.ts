import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const file = process.env['SKEIN_LOOKS_TALLY'];

/** What was seen of the page, a line of JSON each: for `npm run reliability:looks`, which counts it. */
export type SeenOfPage =
  | { seen: 'opened'; test: string }
  | { seen: 'breach'; test: string; breach: string }
  | {
      seen: 'axe';
      test: string;
      /** Which of the rooms: the first part of the address. */
      room: string;
      /** Width, height, colours and language. */
      look: string;
      /** Serious or critical, as axe says. */
      grave: number;
    };

type Note = SeenOfPage extends infer One
  ? One extends SeenOfPage
    ? Omit<One, 'test'>
    : never
  : never;

/** Notes nothing where nobody counts. */
export function note(what: Note): void {
  if (file === undefined) return;
  const { currentTestName = '', testPath = '' } = expect.getState();
  const test = `${relative(process.cwd(), testPath)}: ${currentTestName}`;
  appendFileSync(file, `${JSON.stringify({ ...what, test })}\n`);
}

export async function noteLook(page: Page, grave: number): Promise<void> {
  if (file === undefined) return;
  const size = page.viewportSize();
  const { scheme, language } = await page.evaluate(() => ({
    scheme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    language: document.documentElement.lang,
  }));
  const look = [`${size?.width ?? 0} × ${size?.height ?? 0}`, scheme, language].join(', ');
  const { protocol, pathname } = new URL(page.url());
  const room = protocol === 'file:' ? 'a bundle’s page' : `/${pathname.split('/')[1] ?? ''}`;
  note({ seen: 'axe', room, look, grave });
}
