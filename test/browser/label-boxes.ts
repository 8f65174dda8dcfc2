import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { messages } from '../../domain/messages/index.ts';
import { settled } from './canvas.ts';

/** An address whose canvas is empty: what is opened next is drawn from nothing, as in a fresh page. */
export const drawsNothing = '/detector/shared-payout';

/** Opens an address as a link on the page would. */
export async function openAnew(page: Page, address: string): Promise<void> {
  const goTo = (to: string) => page.evaluate((path) => history.pushState(null, '', path), to);
  await goTo(drawsNothing);
  await page.locator('.canvas').waitFor({ state: 'detached' });
  await page.getByText(messages.page.canvas.pick).waitFor();
  await goTo(address);
  await settled(page);
}

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
export async function labelBoxes(page: Page): Promise<Label[]> {
  await page.getByRole('button', { name: messages.page.save.menu }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: messages.page.save.svg }).click();
  const svg = await readFile(await (await saved).path(), 'utf8');
  return page.evaluate((picture) => {
    // Apart from the page's own styles; a page of its own would have this one drawn less often meanwhile.
    const host = document.createElement('div');
    host.style.all = 'initial';
    host.style.position = 'fixed';
    const apart = host.attachShadow({ mode: 'open' });
    apart.innerHTML = picture;
    document.body.append(host);
    const written = apart.querySelectorAll('text[font-weight="500"], text[dominant-baseline]');
    const boxes = [...written].map((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      const isHeading = one.hasAttribute('dominant-baseline');
      return { name: one.textContent, isHeading, left, right, top, bottom };
    });
    host.remove();
    return boxes;
  }, svg);
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
