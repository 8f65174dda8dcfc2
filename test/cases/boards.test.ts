import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../domain/api/api.ts';
import type { Graph } from '../../domain/answers.ts';
import { boardContentSchema, type BoardContent, type Note } from '../../domain/case.ts';
import { actor } from '../../server/platform/access/actor.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { writeDataset } from '../dataset.ts';
import { testDatabase } from '../database.ts';
import { dumpGraph } from '../load/graph-dump.ts';
import { calling } from '../http/calling.ts';
import { ask, servedApp } from '../http/served.ts';

const tested = testDatabase();
const app = servedApp(tested);
const { call, refused, sent } = calling(app);
let content: BoardContent;

const account = (account_id: string, display_name: string) => ({ account_id, display_name });
const login = (account_id: string) => ({
  account_id,
  ip: '192.0.2.7',
  started_at: '2024-03-01T08:00:00Z',
});

async function load(names: [string, string]): Promise<void> {
  const folder = await writeDataset({
    accounts: [account('a1', names[0]), account('a2', names[1])],
    logins: [login('a1'), login('a2')],
  });
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
}

beforeAll(async () => {
  await load(['Ann', 'Bo']);
  const graph = (await asked('/nodes/ip:192.0.2.7/expand')) as Graph;
  expect(graph.relations).toHaveLength(2);
  content = contentOf(graph);
});

function contentOf({ nodes, relations }: Graph): BoardContent {
  return boardContentSchema.parse({
    version: 1,
    nodes,
    relations,
    pinned: ['account:a1'],
    places: { 'account:a1': [1.5, -2], 'account:a2': [3, 4] },
  });
}

async function asked(path: string): Promise<unknown> {
  const { status, text } = await ask(app.port, `/api/v1${path}`);
  expect(status, text).toBe(200);
  return JSON.parse(text);
}

async function newBoard(of: BoardContent = content) {
  const { id } = await call('createCase', {}, { title: 'Shared address' });
  const board = await call('createBoard', { case: id }, { title: 'First look', content: of });
  return { case: id, board: board.id };
}

const note = (text: string): Note => ({
  on: { kind: 'node', key: 'account:a1' },
  text,
  by: null,
  at: null,
});

describe('a case', () => {
  it('is made once, changed, closed, archived and brought back', async () => {
    const made = await call('createCase', {}, { id: 'my-own-id', title: ' A case ', tags: ['x'] });
    expect(made).toMatchObject({ id: 'my-own-id', title: 'A case', state: 'open', boards: 0 });
    expect(made.created_by).toBe(actor());
    const again = await call('createCase', {}, { id: 'my-own-id', title: 'Another' });
    expect(again).toEqual(made);

    const at = { case: 'my-own-id' };
    const changed = await call('changeCase', at, { description: 'Why', state: 'closed' });
    expect(changed).toMatchObject({ title: 'A case', description: 'Why', state: 'closed' });
    const listed = async (query: string) =>
      ((await asked(`/cases${query}`)) as Answer<'cases'>).items.map(({ id }) => id);
    expect(await listed('')).toContain('my-own-id');
    await call('archiveCase', at);
    expect(await listed('')).not.toContain('my-own-id');
    expect(await listed('?state=archived')).toEqual(['my-own-id']);
    await call('changeCase', at, { state: 'open' });
    expect(await listed('?state=open')).toContain('my-own-id');
  });

  it('lists its boards and the accounts on those that are not archived', async () => {
    const place = await newBoard();
    const whole = await call('case', place);
    expect(whole.board_list).toMatchObject([
      { id: place.board, title: 'First look', revision: 1, nodes: 3, relations: 2, notes: 0 },
    ]);
    expect(whole.accounts.map(({ caption }) => caption).sort()).toEqual(['Ann', 'Bo']);
    await call('changeBoard', place, { archived: true });
    expect(await call('case', place)).toMatchObject({
      boards: 0,
      accounts: [],
      accounts_in_all: 0,
    });
    const back = await call('changeBoard', place, { archived: false, title: 'Renamed' });
    expect(back).toMatchObject({ title: 'Renamed', archived: false, revision: 1 });
  });

  it('is not found under another id, nor a board under another case', async () => {
    const place = await newBoard();
    const other = await newBoard();
    for (const problem of [
      await refused('case', { case: 'none-such' }),
      await refused('changeCase', { case: 'none-such' }, { title: 'x' }),
      await refused('createBoard', { case: 'none-such' }, { title: 'x', content }),
      await refused('board', { ...place, case: other.case }),
      await refused('saveBoard', { ...place, case: other.case }, { rests_on: 1, content }),
      await refused('boardRevision', { ...place, revision: '9' }),
      await refused('restoreBoard', place, { revision: 9 }),
    ])
      expect(problem.status).toBe(404);
    const taken = { id: place.board, title: 'x', content };
    expect(await refused('createBoard', other, taken)).toMatchObject({ status: 409 });
  });
});

describe('a board', () => {
  it('opens as it was left, each field and those of a newer program too', async () => {
    const left = {
      ...content,
      hidden: ['account:a2'],
      span: [1, 2] as [number, number],
      off: ['ip'],
      tags: { 'account:a1': ['<img src=x onerror=alert(1)>', '‮evil'] },
      of_a_newer_page: { nodes: ['account:a1'] },
    };
    const place = await newBoard(left);
    const opened = await call('board', place);
    expect(opened.content).toEqual(left);
    expect(opened).toMatchObject({
      case_title: 'Shared address',
      gone: { nodes: [], relations: [] },
    });
  });

  it('is saved revision by revision, and one save twice is one', async () => {
    const place = await newBoard();
    const second = { ...content, hidden: ['account:a2'] };
    const saved = await call('saveBoard', place, {
      rests_on: 1,
      save: 'second-save',
      content: second,
    });
    expect(saved).toMatchObject({ revision: 2, by: actor() });
    // Whoever had no answer asks again.
    expect(await call('saveBoard', place, { rests_on: 1, content: second })).toEqual(saved);
    expect(await call('boardState', place)).toMatchObject({ revision: 2, save: 'second-save' });
    const { items } = await call('boardRevisions', place);
    expect(items.map(({ revision }) => revision)).toEqual([2, 1]);
    const first = await call('boardRevision', { ...place, revision: '1' });
    expect(first.content).toEqual(content);
  });

  it('refuses what rests on an earlier revision, and of many who save at once takes one', async () => {
    const place = await newBoard();
    const views = Array.from({ length: 8 }, (_, at) => ({ ...content, omitted: at + 1 }));
    const answers = await Promise.all(
      views.map((view) => sent('saveBoard', place, { rests_on: 1, content: view })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      200, 409, 409, 409, 409, 409, 409, 409,
    ]);
    const winner = answers.findIndex(({ status }) => status === 200);
    const { revision, content: now } = await call('board', place);
    expect(revision).toBe(2);
    expect(now.omitted).toBe(winner + 1);
    const late = await refused('saveBoard', place, {
      rests_on: 1,
      content: { ...content, omitted: 99 },
    });
    expect(late).toMatchObject({ status: 409, type: 'conflict' });
  });

  it('goes back to an earlier revision, and from there forward again', async () => {
    const place = await newBoard({ ...content, notes: { 'note-one': note('Seen') } });
    const before = (await call('board', place)).content;
    await call('saveBoard', place, {
      rests_on: 1,
      content: { ...content, hidden: ['ip:192.0.2.7'] },
    });
    expect(await call('restoreBoard', place, { revision: 1 })).toMatchObject({ revision: 3 });
    expect((await call('board', place)).content).toEqual(before);
    await call('restoreBoard', place, { revision: 2 });
    expect((await call('board', place)).content.hidden).toEqual(['ip:192.0.2.7']);
  });

  it('stamps a note with who saved it, whatever is sent, and leaves the stamps of others', async () => {
    const place = await newBoard();
    const forged = { ...note('Mine'), by: 'somebody else', at: '1999-01-01T00:00:00.000Z' };
    const first = await call('saveBoard', place, {
      rests_on: 1,
      content: { ...content, notes: { 'note-one': forged } },
    });
    expect(first.notes['note-one']).toMatchObject({ text: 'Mine', by: actor(), at: first.changed });
    const second = await call('saveBoard', place, {
      rests_on: 2,
      content: { ...content, notes: { 'note-one': forged, 'note-two': note('More') } },
    });
    expect(second.notes['note-one']).toEqual(first.notes['note-one']);
    expect(second.notes['note-two']!.at).toBe(second.changed);
  });

  it('says of a note from a file what the file says, and who opened it', async () => {
    const place = await newBoard({
      ...content,
      notes: { 'note-one': { ...note('Theirs'), by: 'ann', at: '2020-01-01T00:00:00.000Z' } },
    });
    expect((await call('board', place)).content.notes['note-one']).toMatchObject({
      by: actor(),
      quoted: { by: 'ann', at: '2020-01-01T00:00:00.000Z' },
    });
  });

  it.each<[string, (good: BoardContent) => unknown, string]>([
    ['no version', (good) => ({ ...good, version: undefined }), 'body.content.version'],
    ['a newer version', (good) => ({ ...good, version: 2 }), 'body.content.version'],
    [
      'a node of no type',
      (good) => ({ ...good, nodes: [{ ...good.nodes[0], type: 'run' }] }),
      'body.content.nodes.0.type',
    ],
    [
      'a place that is none',
      (good) => ({ ...good, places: { 'account:a1': [1, 'x'] } }),
      'body.content.places.account:a1.1',
    ],
    [
      'an empty note',
      (good) => ({ ...good, notes: { 'note-one': note(' ') } }),
      'body.content.notes.note-one.text',
    ],
    [
      'an endless note',
      (good) => ({ ...good, notes: { 'note-one': note('x'.repeat(10_001)) } }),
      'body.content.notes.note-one.text',
    ],
    [
      'an endless tag',
      (good) => ({ ...good, tags: { 'account:a1': ['x'.repeat(61)] } }),
      'body.content.tags.account:a1.0',
    ],
  ])('refuses %s and says where', async (_what, spoil, where) => {
    const place = await newBoard();
    const problem = await refused('saveBoard', place, { rests_on: 1, content: spoil(content) });
    expect(problem.status).toBe(400);
    expect(problem.errors?.map((error) => error.where)).toContain(where);
    expect((await call('boardState', place)).revision).toBe(1);
  });

  it('refuses one that is too large before anything is written', async () => {
    const { id } = await call('createCase', {}, { title: 'Large' });
    const relations = Array.from({ length: 40 }, (_, at) => ({
      ...content.relations[0]!,
      key: `LOGGED_IN_FROM|${at}`,
      values: { text: 'x'.repeat(900_000) },
    }));
    const problem = await refused(
      'createBoard',
      { case: id },
      {
        title: 'Too much',
        content: { ...content, relations },
      },
    );
    expect(problem).toMatchObject({ status: 413, type: 'too-large' });
    expect((await call('case', { case: id })).board_list).toEqual([]);
  });
});

describe('the graph under a board', () => {
  it('gives the captions of today, and what is gone from it stays on the board and is named', async () => {
    const ghost = { ...content.nodes[0]!, type: 'account' as const, id: 'ghost', caption: 'Ghost' };
    const [first] = content.relations;
    const lost = { ...first!, key: 'LOGGED_IN_FROM|no-such-row' };
    const strange = { ...first!, key: 'NO_SUCH_TYPE`) DETACH DELETE (n|x' };
    const place = await newBoard({
      ...content,
      nodes: [...content.nodes, ghost],
      relations: [...content.relations, lost, strange],
    });
    await load(['Ann renamed', 'Bo']);
    const opened = await call('board', place);
    expect(opened.content.nodes.map(({ caption }) => caption)).toEqual(
      expect.arrayContaining(['Ann renamed', 'Bo', 'Ghost']),
    );
    expect(opened.gone).toEqual({
      nodes: ['account:ghost'],
      relations: [lost.key, strange.key],
    });
  });

  it('holds no relation to it, and a load touches no case', async () => {
    const own = async () =>
      tested.database.read<{ kept: unknown }>(
        'MATCH (n:SkeinCase|SkeinCaseBoard|SkeinBoardRevision) RETURN labels(n)[0] AS label, n.id AS id, n.revision AS revision, COUNT { (n)--() } AS ties ORDER BY label, id, revision',
      );
    const before = await own();
    expect(before.length).toBeGreaterThan(5);
    expect(before.every((row) => (row as unknown as { ties: number }).ties === 0)).toBe(true);
    const graph = await dumpGraph(tested.database);
    await load(['Ann renamed', 'Bo']);
    expect(await own()).toEqual(before);
    expect(graph.join('\n')).toContain('Ann renamed');
  });
});
