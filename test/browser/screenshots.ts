import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';

/** `SKEIN_SCREENSHOTS=docs/screenshots` renews those of the docs; usually they go where Git does not look. */
const folder = resolve(process.env['SKEIN_SCREENSHOTS'] ?? 'out/screenshots');

export async function keepScreenshot(page: Page, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
