import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { messages } from '../../domain/messages/index.ts';

/** A name or a heading on the canvas, in pixels of the stage. */
export interface Label {
  name: string;
  isHeading: boolean;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The names and headings that the canvas has written, as the picture that it saves has them; measured by the browser that draws them. */
export async function labelBoxes(page: Page, measuring: Page): Promise<Label[]> {
  await page.getByRole('button', { name: messages.page.save.menu }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: messages.page.save.svg }).click();
  const svg = await readFile(await (await saved).path(), 'utf8');
  await measuring.setContent(svg);
  const written = measuring.locator('svg text[font-weight="500"], svg text[dominant-baseline]');
  return written.evaluateAll((texts) =>
    texts.map((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      const isHeading = one.hasAttribute('dominant-baseline');
      return { name: one.textContent, isHeading, left, right, top, bottom };
    }),
  );
}

/** Fonts differ by a pixel or two between the two drawings; more is on one another. */
const grace = 3;

/** Which lie on one another, in words. */
export function overlaps(labels: readonly Label[]): string[] {
  return labels.flatMap((one, at) =>
    labels
      .slice(at + 1)
      .filter(
        (other) =>
          one.left + grace < other.right &&
          other.left + grace < one.right &&
          one.top + grace < other.bottom &&
          other.top + grace < one.bottom,
      )
      .map((other) => `${one.name} on ${other.name}`),
  );
}
