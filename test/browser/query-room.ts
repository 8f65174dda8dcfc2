import type { Page } from 'playwright-core';
import { messages } from '../../domain/messages/index.ts';

const text = messages.queries;

/** Where a query is written. */
export const editor = (page: Page) => page.getByRole('textbox', { name: text.editor.label });
/** By its name, whole where it is a text. */
export const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

/** Writes a query over what is there. */
export async function write(page: Page, query: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('Control+a');
  // The browser itself would keep the style of what is written over, which the CSP refuses.
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(query);
}

/** Writes a query, runs it, and waits for its rows. */
export async function run(page: Page, query: string): Promise<void> {
  await write(page, query);
  await page.keyboard.press('Control+Enter');
  await page
    .getByRole('status')
    .getByText(/rows? in/)
    .waitFor();
}
