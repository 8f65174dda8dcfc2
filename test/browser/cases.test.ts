import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../domain/api/api.ts';
import { boardContentSchema } from '../../domain/case.ts';
import { messages } from '../../domain/messages/index.ts';
import { createBoard } from '../../server/decisions/cases/board-store.ts';
import { createCase } from '../../server/decisions/cases/case-store.ts';
import { nodesByRef } from '../../server/graph/canvas/canvas.ts';
import { actor } from '../../server/platform/access/actor.ts';
import { testDatabase } from '../database.ts';
import { long } from '../long.ts';
import { graveViolations } from './accessibility.ts';
import {
  address,
  hostile,
  isSaved,
  keepAddress,
  kept,
  loadOneAddress,
  savedAs,
} from './board-page.ts';
import { browsing, desk, small } from './browsing.ts';
import { nodesShown, placeOfSelected, settled } from './canvas.ts';
import { keepScreenshot } from './screenshots.ts';

const text = messages.cases;
const page_ = messages.page;
const tested = testDatabase();

beforeAll(() => loadOneAddress(tested));

const { open } = browsing(tested);

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

  it('is looked at from where it was left', long, async () => {
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

const work = messages.caseWork;

describe('a case as one place', () => {
  it('has comments that find whom they name, tasks, and a history that leads to each', async () => {
    const { page, faults } = await open(address);
    await keepAddress(page, 'One place');
    await page.getByRole('link', { name: text.toCase('Case: One place') }).click();
    await page.getByRole('tab', { name: work.tabs.comments }).click();
    const me = actor();
    const field = page.getByRole('textbox', { name: work.comment });
    await field.pressSequentially(`@${me.slice(0, 2)}`);
    await page.getByRole('option', { name: me, exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => field.inputValue()).toBe(`@${me} `);
    await field.pressSequentially(hostile);
    await page.keyboard.press('Control+Enter');
    await page.locator('.mention').getByText(`@${me}`).waitFor();
    expect(await graveViolations(page)).toEqual([]);

    await page.getByRole('tab', { name: work.tabs.tasks }).click();
    await page.getByRole('textbox', { name: work.newTask }).fill('Ask the bank');
    await page.getByLabel(work.due).fill('2024-01-31');
    await page.getByRole('button', { name: work.addTask, exact: true }).click();
    const task = page.getByRole('checkbox', { name: work.isDone('Ask the bank') });
    await task.waitFor();
    await page.locator('.case-line .overdue').waitFor();
    await keepScreenshot(page, 'case-tasks');
    expect(await graveViolations(page)).toEqual([]);
    await task.click();
    await page.getByText(work.noTasks.open).waitFor();

    await page.getByRole('tab', { name: work.tabs.history }).click();
    await page.locator('.case-line').getByText(work.acts.do_task).waitFor();
    await keepScreenshot(page, 'case-history');
    expect(await graveViolations(page)).toEqual([]);
    await page.getByRole('button', { name: new RegExp(`^${work.kinds.comment}`) }).click();
    await page
      .locator('.case-line')
      .filter({ hasText: work.acts.comment })
      .getByRole('link')
      .click();
    await page.locator('.case-line[data-shown]').getByText(hostile).waitFor();

    const count = page.locator('.rail .mention-count');
    await count.waitFor();
    await page.locator('.rail').getByText(text.title).click();
    await page.getByText(new RegExp(`^${work.mentions}`)).click();
    await page.locator('.case-line[data-new]').getByText(hostile).waitFor();
    await count.waitFor({ state: 'detached' });
    await keepScreenshot(page, 'case-mentions');
    expect(await graveViolations(page)).toEqual([]);
    await page.reload();
    await page.locator('.case-line:not([data-new])').getByText(hostile).waitFor();
    expect(faults).toEqual([]);
  });

  it('joins one that is likely the same, says so, and is parted again', async () => {
    const cases = await sameTwice();
    const { page, faults } = await open(`/case/${cases.later}`, { ...desk, scheme: 'dark' });
    await page.getByRole('button', { name: work.joinIntoLabel('Opened first') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(work.why).fill('The same people.');
    expect(await graveViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: work.joinDo, exact: true }).click();
    await page.getByText(work.closedToWork).waitFor();
    await keepScreenshot(page, 'case-joined');
    await page.setViewportSize({ width: 390, height: 800 });
    const wider = await page.evaluate(() => document.body.scrollWidth > window.innerWidth);
    expect(wider).toBe(false);
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(await graveViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Opened first' }).click();
    await page.getByRole('heading', { name: work.joinedCases }).waitFor();
    await page.getByRole('link', { name: 'Opened again' }).click();
    await page.getByRole('button', { name: work.part }).click();
    await dialog.getByRole('textbox').fill('Others.');
    await dialog.getByRole('button', { name: work.part }).click();
    await page.getByRole('button', { name: text.close, exact: true }).waitFor();
    expect(faults).toEqual([]);
  });
});

/** Two cases over the same accounts. */
async function sameTwice(): Promise<{ first: string; later: string }> {
  const { database } = tested;
  const [node] = await nodesByRef(database, [{ type: 'account', id: 'a1' }]);
  const content = boardContentSchema.parse({ version: 1, nodes: [node!.shown], relations: [] });
  const made: string[] = [];
  for (const title of ['Opened first', 'Opened again']) {
    const { id } = await createCase(database, { title, description: '', tags: [] });
    await createBoard(database, id, { title: 'Board', content });
    made.push(id);
  }
  return { first: made[0]!, later: made[1]! };
}

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
  it('brings back what was there before, readable in the dark at 900 pixels', long, async () => {
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
