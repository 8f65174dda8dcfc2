import { expect } from 'vitest';
import type { Page } from 'playwright-core';

/** The graph is drawn and its layout has come to rest. */
export async function settled(page: Page): Promise<void> {
  await page.locator('.canvas canvas').first().waitFor();
  await page.locator('.canvas[aria-busy=false]').waitFor({ timeout: 60_000 });
}

/** From the first page to the cluster that stands first. */
export async function openFirst(page: Page): Promise<void> {
  await page.locator('.overview-card').first().click();
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

/** The share of pixels in which two pictures of one size differ by more than smoothing does. */
export async function differing(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async ([first, second]) => {
      const pixelsOf = async (base64: string) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const { width, height } = image;
        const context = new OffscreenCanvas(width, height).getContext('2d')!;
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, width, height).data;
      };
      const [a, b] = [await pixelsOf(first!), await pixelsOf(second!)];
      let count = 0;
      for (let at = 0; at < a.length; at += 4) {
        const by = [0, 1, 2].map((colour) => Math.abs(a[at + colour]! - b[at + colour]!));
        if (Math.max(...by) > 48) count += 1;
      }
      return count / (a.length / 4);
    },
    [one.toString('base64'), other.toString('base64')],
  );
}
