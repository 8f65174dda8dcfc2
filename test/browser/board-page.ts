/** A board of a case as a person has it open, over fourteen accounts that log in from one address. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Answer } from '../../domain/api/api.ts';
import { messages } from '../../domain/messages/index.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import type { TestDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { settled } from './canvas.ts';

const text = messages.cases;

export const hostile = '<img src=x onerror=alert(1)>';
const long = `‮${'n'.repeat(8_000)}`;

/** Where the canvas of that address opens. */
export const address = '/node/ip%3A192.0.2.7';

export async function loadOneAddress({ database, settings }: TestDatabase): Promise<void> {
  const people = Array.from({ length: 12 }, (_, at) => `a${at}`);
  const folder = await writeDataset({
    accounts: [
      ...people.map((account_id) => ({ account_id, display_name: `Person ${account_id}` })),
      { account_id: 'evil', display_name: hostile },
      { account_id: 'long', display_name: long },
    ],
    logins: [...people, 'evil', 'long'].flatMap((account_id, at) => [
      { account_id, ip: '192.0.2.7', started_at: '2024-03-01T08:00:00Z' },
      { account_id, ip: `192.0.2.${100 + (at % 4)}`, started_at: `2024-04-${10 + at}T08:00:00Z` },
    ]),
  });
  await loadFolders(database, settings, [folder], {}, silentProgress);
}

export const boardState = (page: Page) => page.locator('.board-state');
export const isSaved = (page: Page) =>
  boardState(page)
    .getByText(/^Saved /)
    .waitFor({ timeout: 20_000 });

/** Waits until what was changed is saved, as the server tells. */
export async function savedAs(
  page: Page,
  holds: (board: Answer<'board'>) => boolean,
): Promise<Answer<'board'>> {
  let board = await kept(page);
  await expect
    .poll(async () => holds((board = await kept(page))), { timeout: 20_000, interval: 200 })
    .toBe(true);
  return board;
}

/** The board as the server has it. */
export async function kept(page: Page): Promise<Answer<'board'>> {
  const [, , caseId, board] = new URL(page.url()).pathname.split('/');
  const answer = await page.request.get(`/api/v1/cases/${caseId}/boards/${board}`);
  return (await answer.json()) as Answer<'board'>;
}

/** Opens the address that all log in from, and keeps it on a board of a new case. */
export async function keepAddress(page: Page, title: string): Promise<void> {
  await settled(page);
  await page.getByRole('button', { name: text.keep }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(text.caseTitle).fill(`Case: ${title}`);
  await dialog.getByLabel(text.boardTitle).fill(title);
  await dialog.getByRole('button', { name: text.keep }).click();
  await page.waitForURL('**/case/*/*');
  await dialog.waitFor({ state: 'detached' });
  await settled(page);
  await isSaved(page);
}
