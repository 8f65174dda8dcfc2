/** A board that two people change at once, or that cannot be saved for a while. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { Database } from '../../server/graph/neo4j/database.ts';
import { testDatabase, type TestDatabase } from '../database.ts';
import { deferred } from '../deferred.ts';
import { doorTo, type Door } from '../http/door.ts';
import { long } from '../long.ts';
import {
  address,
  boardState,
  isSaved,
  keepAddress,
  kept,
  loadOneAddress,
  savedAs,
} from './board-page.ts';
import { browsing } from './browsing.ts';
import { settled } from './canvas.ts';
import { keepScreenshot } from './screenshots.ts';

const text = messages.cases;
const page_ = messages.page;
const tested = testDatabase();
/** The same database, behind a door that can be shut. */
const served = {} as TestDatabase;
let door: Door;

beforeAll(async () => {
  await loadOneAddress(tested);
  const { neo4j } = tested.settings;
  door = await doorTo(neo4j!.uri);
  Object.assign(served, tested, { database: new Database({ ...neo4j!, uri: door.uri }) });
});

afterAll(async () => {
  await served.database.close();
  await door.shut();
});

const { open, goAway, comeBack } = browsing(served);

/** Whether anything of it is hidden. */
const cutIn = (button: Locator) =>
  button.evaluate((one) =>
    [one, ...one.querySelectorAll('*')].some(
      ({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth,
    ),
  );

describe('two browsers on one board', () => {
  it('see what each other changes, and neither loses anything', async () => {
    const one = await open(address);
    await keepAddress(one.page, 'Shared');
    const other = await open(new URL(one.page.url()).pathname);
    await settled(other.page);

    const noteBy = async (page: Page, note: string) => {
      await page.getByRole('textbox', { name: text.noteLabel(text.thisBoard) }).fill(note);
      await page.getByRole('button', { name: text.addNote }).click();
    };
    // At once, so that one of the two is refused and has to merge.
    await Promise.all([noteBy(one.page, 'from the one'), noteBy(other.page, 'from the other')]);
    await one.page.locator('.type-switch').first().click();
    for (const page of [one.page, other.page])
      for (const note of ['from the one', 'from the other'])
        await page.locator('.note-text').getByText(note).waitFor({ timeout: 20_000 });
    const off = other.page.locator('.type-switch[aria-pressed=false]');
    await off.waitFor({ timeout: 20_000 });
    await savedAs(
      one.page,
      ({ content }) => Object.keys(content.notes).length === 2 && content.off.length === 1,
    );

    // What the one takes back is its own step; the other's note stays.
    await one.page.getByRole('button', { name: page_.canvas.undo }).click();
    await off.waitFor({ state: 'detached', timeout: 20_000 });
    await one.page.locator('.note-text').getByText('from the other').waitFor();
    expect(one.faults.concat(other.faults).filter((fault) => !fault.includes('409'))).toEqual([]);
  });
});

describe('while database or server are away', () => {
  it(
    'loses nothing of what is done meanwhile, and takes back twenty steps to the same view',
    long,
    async () => {
      const { page } = await open(address);
      await keepAddress(page, 'Away');
      const before = await kept(page);
      await door.shut();
      const types = page.locator('.type-switch');
      for (let step = 0; step < 16; step++) await types.nth(step % 2).click();
      for (let node = 0; node < 4; node++) {
        await page.locator('.canvas').focus();
        await page.keyboard.press('Enter');
        await page.locator('.canvas').press('ArrowDown');
        await page.keyboard.press('Control+h');
      }
      await boardState(page).getByText(text.away(text.databaseAway)).waitFor({ timeout: 30_000 });
      await keepScreenshot(page, 'board-away');
      await door.open();
      const after = await savedAs(page, ({ content }) => content.hidden.length === 4);
      await isSaved(page);
      expect(after.content.off).toEqual([]);

      const undo = page.getByRole('button', { name: page_.canvas.undo });
      let steps = 0;
      for (; await undo.isEnabled(); steps++) await undo.click();
      expect(steps).toBe(20);
      // Halfway through, what was hidden is back and a type is off still.
      const back = await savedAs(
        page,
        ({ content }) => content.hidden.length === 0 && content.off.length === 0,
      );
      expect(back.content).toEqual(before.content);
    },
  );

  it('knows its own save again when the answer to it was lost', async () => {
    const { page } = await open(address);
    await keepAddress(page, 'Lost answer');
    await page.route(
      '**/boards/*',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    // The poll asks another address; the first to this one is the save. What the poll is told may settle it at once.
    const looked = deferred();
    await page.route('**/boards/*/state', async (route) => {
      await looked.promise;
      await route.continue();
    });
    await page.locator('.canvas').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+h');
    // It is said until the page tries again, which may be before the save is looked for.
    const away = boardState(page).getByText(text.away(text.serverAway)).waitFor();
    await Promise.all([away, savedAs(page, ({ content }) => content.hidden.length === 1)]);
    looked.resolve();
    await isSaved(page);
    await page.getByRole('button', { name: page_.canvas.undo }).click();
    const back = await savedAs(page, ({ content }) => content.hidden.length === 0);
    expect(back.revision).toBe(3);
  });

  it('offers after a reload what could not be saved before', async () => {
    const { page } = await open(address);
    await keepAddress(page, 'Reloaded');
    await goAway();
    await page.getByRole('textbox', { name: text.noteLabel(text.thisBoard) }).fill('In the dark');
    await page.getByRole('button', { name: text.addNote }).click();
    await boardState(page).getByText(text.away(text.serverAway)).waitFor({ timeout: 30_000 });
    await comeBack();
    // Whoever reloads at once is as badly off as whoever closes the page.
    await page.route('**/boards/*', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    await page.reload();
    await page.getByRole('button', { name: text.takeDraft }).waitFor({ timeout: 20_000 });
    for (const width of [1440, 900]) {
      await page.setViewportSize({ width, height: 900 });
      for (const name of [text.takeDraft, text.dropDraft])
        expect(await cutIn(page.getByRole('button', { name }))).toBe(false);
      await keepScreenshot(page, `board-draft-${width}`);
    }
    await page.unroute('**/boards/*');
    await page.getByRole('button', { name: text.takeDraft }).click();
    await page.locator('.note-text').getByText('In the dark').waitFor();
    await savedAs(page, ({ content }) => Object.keys(content.notes).length === 1);
  });
});
