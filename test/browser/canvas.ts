import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { words } from '../../domain/words/index.ts';

const text = words.page.canvas;

/** The graph is drawn and its layout has come to rest. */
export async function settled(page: Page): Promise<void> {
  await page.locator('.canvas canvas').first().waitFor();
  await page.getByRole('button', { name: text.resume }).waitFor({ timeout: 60_000 });
}

/** How many nodes the canvas shows, as it tells those who do not see it. */
export async function nodesShown(page: Page): Promise<number> {
  const said = await page.locator('.canvas').getAttribute('aria-label');
  const count = /with ([\d,]+) node/.exec(said ?? '')?.[1];
  expect(count, said ?? 'no label').toBeDefined();
  return Number(count?.replaceAll(',', ''));
}

/** Where the selected node is drawn: its menu opens there. Leaves the menu closed. */
export async function placeOfSelected(page: Page): Promise<{ x: number; y: number }> {
  await page.locator('.canvas').press('Shift+F10');
  const box = await page.locator('.menu-anchor').boundingBox();
  await page.getByRole('menu').press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  expect(box).not.toBeNull();
  return { x: box!.x, y: box!.y };
}
