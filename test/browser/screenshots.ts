import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';

const unkept = 'out/screenshots';

/** `SKEIN_SCREENSHOTS=docs/screenshots` renews those of the docs; usually they go where Git does not look. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  await keepIn(resolve(process.env['SKEIN_SCREENSHOTS'] ?? unkept), page, name);
}

/** What the page looked like when a test failed: never among those of the docs. */
export async function keepFailure(page: Page, name: string): Promise<void> {
  await keepIn(resolve(unkept), page, `failed-${name}`);
}

async function keepIn(folder: string, page: Page, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
