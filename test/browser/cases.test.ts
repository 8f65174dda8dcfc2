import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../domain/api/api.ts';
import { messages } from '../../domain/messages/index.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { Database } from '../../server/graph/neo4j/database.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase, type TestDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { doorTo, type Door } from '../http/door.ts';
import { graveViolations } from './accessibility.ts';
import { browsing, small } from './browsing.ts';
import { nodesShown, placeOfSelected, settled } from './canvas.ts';
import { keepScreenshot } from './screenshots.ts';

const text = messages.cases;
const page_ = messages.page;
const tested = testDatabase();
/** The same database, behind a door that can be shut. */
const served = {} as TestDatabase;
let door: Door;

const hostile = '<img src=x onerror=alert(1)>';
const long = `‮${'n'.repeat(8_000)}`;

beforeAll(async () => {
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
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  const { neo4j } = tested.settings;
  door = await doorTo(neo4j!.uri);
  Object.assign(served, tested, { database: new Database({ ...neo4j!, uri: door.uri }) });
});

afterAll(async () => {
  await served.database.close();
  await door.shut();
});

const { open, goAway, comeBack } = browsing(served);

const state = (page: Page) => page.locator('.board-state');
const isSaved = (page: Page) =>
  state(page)
    .getByText(/^Saved /)
    .waitFor({ timeout: 20_000 });

/** Waits until what was changed is saved, as the server tells. */
async function savedAs(
  page: Page,
  holds: (board: Answer<'board'>) => boolean,
): Promise<Answer<'board'>> {
  let board = await kept(page);
  await expect
    .poll(async () => holds((board = await kept(page))), { timeout: 20_000, interval: 200 })
    .toBe(true);
  return board;
}

async function kept(page: Page): Promise<Answer<'board'>> {
  const [, , caseId, board] = new URL(page.url()).pathname.split('/');
  const answer = await page.request.get(`/api/v1/cases/${caseId}/boards/${board}`);
  return (await answer.json()) as Answer<'board'>;
}

/** Opens the address that all log in from, and keeps it on a board of a new case. */
async function keepAddress(page: Page, title: string): Promise<void> {
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

/** Whether anything of it is hidden. */
const cutIn = (button: Locator) =>
  button.evaluate((one) =>
    [one, ...one.querySelectorAll('*')].some(
      ({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth,
    ),
  );

const address = '/node/ip%3A192.0.2.7';

async function selectNode(page: Page, ref: string): Promise<void> {
  await page.evaluate((at) => {
    const url = new URL(location.href);
    url.searchParams.set('at', at);
    history.replaceState(null, '', url);
  }, ref);
}

describe('a whole investigation', () => {
  it('goes from search to a board with notes and tags, and from there to a picture', async () => {
    const { page, faults } = await open('/');
    await page
      .getByRole('combobox', { name: page_.header.searchLabel })
      .or(page.locator('.search input'))
      .first()
      .fill('192.0.2.7');
    await page.getByRole('option').first().click();
    await page.waitForURL('**/node/**');
    await keepAddress(page, 'One address');
    expect(await nodesShown(page)).toBe(15);
    await keepScreenshot(page, 'board');

    await page
      .getByRole('textbox', { name: text.noteLabel(text.thisBoard) })
      .fill('All from one place.');
    await page.getByRole('button', { name: text.addNote }).click();
    await page.locator('.canvas').focus();
    await page.keyboard.press('Enter');
    await page.locator('.canvas').press('ArrowDown');
    await page.getByRole('textbox', { name: text.addTag }).fill(hostile);
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: /^Note on/ }).fill(`${hostile} seen twice`);
    await page.getByRole('button', { name: text.addNote }).click();
    await page.locator('.note-text').getByText('seen twice').waitFor();
    await page.locator('.legend').getByText(page_.canvas.noted).waitFor();
    await page.locator('.canvas').press('Control+e');
    await page.getByRole('status').getByText('added').waitFor();
    const board = await savedAs(
      page,
      ({ content: { notes, tags } }) =>
        Object.keys(notes).length === 2 && Object.keys(tags).length === 1,
    );
    expect(Object.values(board.content.notes).every(({ by }) => by === board.by)).toBe(true);
    await isSaved(page);
    await keepScreenshot(page, 'board-notes');
    expect(await graveViolations(page)).toEqual([]);

    await page.getByRole('button', { name: page_.marks.menu, exact: true }).click();
    await page.getByRole('menuitem', { name: /^With the tag/ }).click();
    await page.getByRole('group', { name: page_.marks.title }).getByText('1 node marked').waitFor();
    await page.keyboard.press('t');
    await page
      .getByRole('row')
      .filter({ hasText: '1 note' })
      .filter({ hasText: hostile })
      .waitFor();
    await page.keyboard.press('t');
    await settled(page);

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: page_.save.menu, exact: true }).click();
    await page.getByRole('menuitem', { name: page_.save.png, exact: true }).click();
    const picture = await readFile(await (await download).path());
    expect(picture.length).toBeGreaterThan(20_000);

    await page.getByRole('link', { name: text.toCase('Case: One address') }).click();
    await page.getByText(text.accounts).waitFor();
    await page.getByRole('link', { name: hostile }).waitFor();
    await keepScreenshot(page, 'case');
    expect(await graveViolations(page)).toEqual([]);
    await page.getByRole('link', { name: text.all }).click();
    await page.getByRole('link', { name: /^Case: One address/ }).waitFor();
    await keepScreenshot(page, 'cases');
    expect(await graveViolations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('opens again exactly as it was left, by its link in another browser', async () => {
    const { page, faults } = await open(address);
    await keepAddress(page, 'As left');
    await page.locator('.canvas').focus();
    await page.keyboard.press('Enter');
    const { x, y } = await placeOfSelected(page);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 70, y + 30, { steps: 4 });
    await page.mouse.up();
    await page.locator('.canvas').press('ArrowDown');
    await page.keyboard.press('Control+h');
    const board = await savedAs(
      page,
      ({ content }) => content.hidden.length === 1 && content.pinned.length === 1,
    );
    await isSaved(page);
    await page.locator('.canvas').press('Escape');
    const places = await placesShown(page, board);

    const again = await open(new URL(page.url()).pathname, small);
    await settled(again.page);
    expect(await nodesShown(again.page)).toBe(14);
    await again.page.setViewportSize({ width: 1440, height: 900 });
    await again.page.reload();
    await settled(again.page);
    expect(await placesShown(again.page, board)).toEqual(places);
    expect((await kept(again.page)).revision).toBe(board.revision);
    expect(faults.concat(again.faults)).toEqual([]);
  });

  it('is looked at from where it was left', async () => {
    const { page, faults } = await open(address);
    await keepAddress(page, 'From near');
    const path = new URL(page.url()).pathname;
    const middle = async () => {
      await selectNode(page, 'ip:192.0.2.7');
      return placeOfSelected(page);
    };
    const far = await middle();
    await page.getByRole('button', { name: page_.canvas.zoomIn }).click();
    let near = far;
    await expect
      .poll(async () => {
        const before = near;
        near = await middle();
        return near.x !== far.x && near.x === before.x;
      })
      .toBe(true);
    await page.getByRole('link', { name: 'Skein' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    const camera = async () => {
      const answer = await page.request.get(
        `/api/v1${path.replace(/\/case\/([^/]+)\/(.+)/, '/cases/$1/boards/$2')}`,
      );
      return ((await answer.json()) as Answer<'board'>).content.camera;
    };
    await expect.poll(camera, { timeout: 20_000, interval: 200 }).not.toBeNull();
    await page.goto(path);
    await settled(page);
    await expect.poll(middle).toEqual(near);
    expect(faults).toEqual([]);
  });
});

/** Where each node that shows is drawn, in pixels. */
async function placesShown(page: Page, { content }: Answer<'board'>): Promise<unknown> {
  const refs = content.nodes
    .map(({ type, id }) => `${type}:${id}`)
    .filter((ref) => !content.hidden.includes(ref))
    .slice(0, 5);
  const places: unknown[] = [];
  for (const ref of refs) {
    await selectNode(page, ref);
    await page.locator('.canvas').focus();
    await page.waitForFunction((at) => new URL(location.href).searchParams.get('at') === at, ref);
    const { x, y } = await placeOfSelected(page);
    places.push([ref, Math.round(x), Math.round(y)]);
  }
  return places;
}

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
  it('loses nothing of what is done meanwhile, and takes back twenty steps to the same view', async () => {
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
    await state(page).getByText(text.away(text.databaseAway)).waitFor({ timeout: 30_000 });
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
  });

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
    let look = () => {};
    const looked = new Promise<void>((resolve) => (look = resolve));
    await page.route('**/boards/*/state', async (route) => {
      await looked;
      await route.continue();
    });
    await page.locator('.canvas').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+h');
    // It is said until the page tries again, which may be before the save is looked for.
    const away = state(page).getByText(text.away(text.serverAway)).waitFor();
    await Promise.all([away, savedAs(page, ({ content }) => content.hidden.length === 1)]);
    look();
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
    await state(page).getByText(text.away(text.serverAway)).waitFor({ timeout: 30_000 });
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

describe('a board as a file', () => {
  it('gives the same board again, and says what is wrong with one that is spoilt', async () => {
    const { page, faults } = await open(address);
    await keepAddress(page, 'To a file');
    await page.getByRole('textbox', { name: text.noteLabel(text.thisBoard) }).fill('Kept in it');
    await page.getByRole('button', { name: text.addNote }).click();
    const before = await savedAs(page, ({ content }) => Object.keys(content.notes).length === 1);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: page_.save.menu, exact: true }).click();
    await page.getByRole('menuitem', { name: text.json }).click();
    const json = await readFile(await (await download).path(), 'utf8');

    await page.goto('/cases');
    const pick = (name: string, contents: string) =>
      page.locator('input[type=file]').setInputFiles({
        name,
        mimeType: 'application/json',
        buffer: Buffer.from(contents),
      });
    await pick('broken.json', '{');
    await page.getByText(/broken\.json is no JSON/).waitFor();
    await pick('other.json', '{"nodes":[]}');
    await page.getByText(text.noBoardFile('other.json')).waitFor();
    await pick('spoilt.json', json.replace('"places":{', '"places":{"account:x":["a","b"],'));
    await page.getByText(/spoilt\.json: content\.places\.account:x\.0/).waitFor();
    await pick('good.json', json);
    await page.waitForURL('**/case/*/*');
    await settled(page);
    await page.getByText(/as the opened file says/).waitFor();
    const after = await kept(page);
    const { notes } = after.content;
    expect({ ...after.content, notes: {} }).toEqual({ ...before.content, notes: {} });
    expect(Object.values(notes).map((note) => note.text)).toEqual(['Kept in it']);
    expect(faults).toEqual([]);
  });
});

describe('the history of a board', () => {
  it('brings back what was there before, readable in the dark at 900 pixels', async () => {
    const { page, faults } = await open(address, { ...small, scheme: 'dark' });
    await keepAddress(page, 'History');
    await page.locator('.canvas').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+h');
    await savedAs(page, ({ content }) => content.hidden.length === 1);
    await page
      .getByRole('button', { name: /^Restore the board of/ })
      .last()
      .click();
    await savedAs(page, ({ content, revision }) => content.hidden.length === 0 && revision >= 3);
    await expect.poll(() => nodesShown(page), { timeout: 20_000 }).toBe(15);
    await keepScreenshot(page, 'board-narrow-dark');
    expect(await graveViolations(page)).toEqual([]);
    const wider = await page.evaluate(() => document.body.scrollWidth > window.innerWidth);
    expect(wider).toBe(false);
    expect(faults).toEqual([]);
  });
});

// It takes an account out of the graph that the others look at.
describe('what a board has and the graph no longer', () => {
  it('is listed, thing by thing, and marked on the canvas', async () => {
    const { page, faults } = await open(address);
    await keepAddress(page, 'Lost things');
    await tested.database.write('MATCH (a:Account {id: $id}) DETACH DELETE a', { id: 'a3' });
    await page.reload();
    await settled(page);
    const board = await kept(page);
    const all = board.gone.nodes.length + board.gone.relations.length;
    expect(board.gone.nodes).toEqual(['account:a3']);
    await page.locator('.remark').getByText(text.gone(all)).waitFor();
    await page.locator('.legend').getByText(text.goneShort).waitFor();
    await page.getByRole('button', { name: text.goneList }).click();
    const list = page.getByRole('list', { name: text.gone(all) });
    await expect.poll(() => list.getByRole('listitem').count()).toBe(all);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('board-gone');
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'board-gone');
    await page.locator('.remark').getByRole('button', { name: text.goneMark }).click();
    await page.getByText(page_.marks.count(1), { exact: true }).first().waitFor();
    expect(faults).toEqual([]);
  });
});
