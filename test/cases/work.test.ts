/** Comments, tasks, history, and cases that join. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../domain/api/api.ts';
import type { Graph } from '../../domain/answers.ts';
import { boardContentSchema, type BoardContent } from '../../domain/case.ts';
import { actor } from '../../server/platform/access/actor.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { testDatabase } from '../database.ts';
import { loadRing } from '../explore/ring.ts';
import { calling } from '../http/calling.ts';
import { ask, servedApp } from '../http/served.ts';

const tested = testDatabase();
const app = servedApp(tested);
const { call, refused, sent } = calling(app);
const me = actor();
const other = 'Ana López';
let result: DetectionResult;
let graph: Graph;

beforeAll(async () => {
  result = await loadRing(tested);
  graph = await get<Graph>(`/clusters/${result.clusters[0]!.id}/graph`);
  // Somebody else who has acted here.
  await tested.database.write(
    "CREATE (:SkeinCaseEvent {id: 'A-0', case: 'none', act: 'change', of: 'none', by: $other, at: '2024-01-01'})",
    { other },
  );
}, 240_000);

async function get<T>(path: string): Promise<T> {
  const { status, text } = await ask(app.port, `/api/v1${path}`);
  expect(status, text).toBe(200);
  return JSON.parse(text) as T;
}

function boardWith(accounts: readonly string[], more: Partial<BoardContent> = {}): BoardContent {
  const nodes = graph.nodes.filter(({ id }) => accounts.includes(id));
  expect(nodes).toHaveLength(accounts.length);
  return boardContentSchema.parse({ version: 1, nodes, relations: [], ...more });
}

/** A case with a board of these accounts. */
async function newCase(title: string, accounts: readonly string[], more?: Partial<BoardContent>) {
  const { id } = await call('createCase', {}, { title });
  const content = boardWith(accounts, more);
  const board = await call('createBoard', { case: id }, { title: `Board of ${title}`, content });
  return { case: id, board: board.id };
}

describe('a comment', () => {
  it('finds those whom it names among who has acted, and they are told until they open it', async () => {
    const at = await newCase('Named', ['a1']);
    const { items: people } = await call('people', {});
    expect(people).toEqual([
      { name: me, me: true },
      { name: other, me: false },
    ]);
    const before = await call('mentions', {});
    const made = await call('commentCase', at, {
      id: 'comment-one',
      text: `@${other}, @${me}: mail a@${me} or ask @nobody-here.`,
    });
    expect(made).toMatchObject({ by: me, mentions: [other, me], withdrawn: null });
    const after = await call('mentions', {});
    expect(after.unread).toBe(before.unread + 1);
    expect(after.items[0]).toMatchObject({ comment: { id: 'comment-one' }, read: null });
    await call('commentCase', at, { text: `Only for @${other}` });
    expect((await call('mentions', {})).total).toBe(after.total);

    const left = await call('readMentions', {}, { comments: ['comment-one', 'none-such'] });
    expect(left.unread).toBe(before.unread);
    expect((await call('mentions', {})).items[0]!.read).not.toBeNull();
  });

  it('is written once, and struck but never gone', async () => {
    const at = { ...(await newCase('Struck', ['a1'])), comment: 'comment-two' };
    const first = await call('commentCase', at, { id: 'comment-two', text: `@${me} one` });
    expect(await call('commentCase', at, { id: 'comment-two', text: 'another' })).toEqual(first);
    const { unread } = await call('mentions', {});
    const struck = await call('withdrawComment', at, { why: 'wrong case' });
    expect(struck).toMatchObject({ text: first.text, withdrawn: { by: me, why: 'wrong case' } });
    // What was withdrawn asks nobody to look.
    expect((await call('mentions', {})).unread).toBe(unread - 1);
    expect(await refused('withdrawComment', at, { why: 'again' })).toMatchObject({ status: 409 });
    expect((await call('caseComments', at)).items).toEqual([struck]);
    const { items } = await call('caseHistory', at);
    expect(items.slice(0, 2).map(({ act, text }) => [act, text])).toEqual([
      ['withdraw_comment', 'wrong case'],
      ['comment', first.text],
    ]);
    const elsewhere = await newCase('Elsewhere', ['a1']);
    const there = { ...elsewhere, comment: 'comment-two' };
    expect((await refused('withdrawComment', there, { why: 'x' })).status).toBe(404);
    const taken = { id: 'comment-two', text: 'x' };
    expect((await refused('commentCase', elsewhere, taken)).status).toBe(409);
  });
});

describe('a task', () => {
  it('waits for somebody until it is done, is opened again, and says by whom and when', async () => {
    const at = { ...(await newCase('Tasks', ['a1'])), task: 'task-one' };
    const made = await call('createTask', at, {
      ...{ id: 'task-one', what: 'Ask the bank', whom: other, due: '2024-01-31' },
    });
    expect(made).toMatchObject({ by: me, overdue: true, done: null, revision: 1 });
    await call('createTask', at, { what: 'Some day' });
    await call('createTask', at, { what: 'Later', due: '2199-01-01' });
    const open = await call('caseTasks', at);
    expect(open.items.map(({ what }) => what)).toEqual(['Ask the bank', 'Later', 'Some day']);
    expect(open.total).toBe(3);
    expect((await call('tasksByPerson', {})).items).toEqual([
      { whom: null, open: 2, overdue: 0 },
      { whom: other, open: 1, overdue: 1 },
    ]);
    const hers = await get<Answer<'tasks'>>(`/tasks?whom=${encodeURIComponent(other)}`);
    expect(hers).toMatchObject({ total: 1, items: [{ case_title: 'Tasks' }] });
    expect((await get<Answer<'tasks'>>('/tasks?whom=@nobody')).total).toBe(2);

    const done = await call('changeTask', at, { rests_on: 1, done: true });
    expect(done).toMatchObject({ done: { by: me }, overdue: false, revision: 2 });
    expect((await get<Answer<'caseTasks'>>(`/cases/${at.case}/tasks?state=done`)).total).toBe(1);
    const again = await call('changeTask', at, { rests_on: 2, done: false, whom: null });
    expect(again).toMatchObject({ done: null, reopened: { by: me }, whom: null, revision: 3 });
    expect(await call('caseCounts', at)).toMatchObject({
      ...{ tasks: 3, open_tasks: 3, overdue_tasks: 1 },
    });
    const acts = (await call('caseHistory', at)).items.filter(({ of }) => of.id === 'task-one');
    expect(acts.map(({ act }) => act).sort()).toEqual([
      ...['change_task', 'do_task', 'make_task', 'reopen_task'],
    ]);
    expect(acts.find(({ act }) => act === 'change_task')).toMatchObject({
      ...{ before: { whom: other }, after: { whom: null } },
    });
  });

  it('is changed by one of many who change it at once', async () => {
    const at = { ...(await newCase('At once', ['a1'])), task: 'task-two' };
    await call('createTask', at, { id: 'task-two', what: 'First' });
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) => sent('changeTask', at, { rests_on: 1, what: `By ${n}` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    expect((await call('caseTasks', at)).items[0]!.revision).toBe(2);
    expect(await refused('changeTask', { ...at, task: 'none' }, { rests_on: 1 })).toMatchObject({
      status: 404,
    });
  });
});

describe('the history of a case', () => {
  it('tells all that was done, of each kind how much, latest first and page by page', async () => {
    const note = { on: { kind: 'node', key: 'account:a2' }, text: 'Seen', by: null, at: null };
    const notes = { 'note-one': note } as BoardContent['notes'];
    const at = await newCase('All of it', ['a1', 'a2'], { notes });
    await call('changeBoard', at, { title: 'Renamed' });
    await call('saveBoard', at, {
      rests_on: 1,
      content: boardWith(['a1', 'a2'], { notes, omitted: 1 }),
    });
    await call('commentCase', at, { text: 'Look' });
    await call('createTask', at, { what: 'Look' });
    await call('changeCase', at, { state: 'closed' });
    const bundle = { board: { case: at.case, id: at.board }, masks: ['email'] };
    expect((await sent('bundle', {}, bundle)).status).toBe(200);
    const judging = { kind: 'link', verdict: 'confirmed', why: 'One desk.' } as const;
    const subjects = ['account:a1', 'account:a2'];
    const judged = await call('recordJudgement', {}, { ...judging, subjects });
    await call('withdrawJudgement', { id: judged.id }, { why: 'Two desks.' });
    const finding = result.findings.find(({ accounts }) => accounts.includes('a1'))!;
    const change = { state: 'dismissed', reason: 'family', why: 'Sisters.' } as const;
    await call('changeTriage', {}, { items: [{ id: finding.id, rests_on: 0 }], change });

    const { items, total, counts } = await call('caseHistory', at);
    expect(items.map(({ act }) => act).sort()).toEqual(
      [
        ...['make', 'state', 'make_board', 'save_board', 'change_board', 'note', 'comment'],
        ...['make_task', 'export', 'judge', 'withdraw_judgement', 'decide'],
      ].sort(),
    );
    const times = items.map((entry) => entry.at);
    expect(times).toEqual(times.toSorted().reverse());
    expect(counts).toEqual({
      ...{ case: 2, board: 3, note: 1, comment: 1, task: 1, export: 1, decision: 3, join: 0 },
    });
    expect(total).toBe(12);
    const of = (act: string) => items.find((entry) => entry.act === act)!;
    expect(of('note')).toMatchObject({
      ...{ text: 'Seen', by: me, of: { kind: 'board', id: at.board, at: 'account:a2' } },
    });
    expect(of('export')).toMatchObject({ after: { masks: 'email' }, of: { id: at.board } });
    expect(of('change_board')).toMatchObject({ after: { title: 'Renamed' } });
    expect(of('decide')).toMatchObject({
      ...{ title: finding.title, text: 'Sisters.', after: { state: 'dismissed' } },
    });
    expect(of('judge')).toMatchObject({ text: 'One desk.', nodes: [{ id: 'a1' }, { id: 'a2' }] });

    const only = await get<Answer<'caseHistory'>>(`/cases/${at.case}/history?kind=decision`);
    expect(only.total).toBe(3);
    expect(only.items.map(({ id }) => id)).toEqual(
      items.filter(({ kind }) => kind === 'decision').map(({ id }) => id),
    );
    const first = await get<Answer<'caseHistory'>>(`/cases/${at.case}/history?limit=7`);
    const path = `/cases/${at.case}/history?limit=7&cursor=${first.next!}`;
    expect([...first.items, ...(await get<Answer<'caseHistory'>>(path)).items]).toEqual(items);
    expect(await call('caseCounts', at)).toMatchObject({
      ...{ notes: 1, comments: 1, exports: 1, decisions: 3, history: 12 },
    });
  });

  it('tells the notes of a board that was saved before they stood beside its content', async () => {
    const note = { on: { kind: 'board', key: '' }, text: 'Old', by: null, at: null } as const;
    const at = await newCase('Earlier', ['a1'], { notes: { 'note-one': note } });
    await tested.database.write('MATCH (b:SkeinCaseBoard {id: $board}) REMOVE b.noted', at);
    const { items } = await call('caseHistory', at);
    expect(items.filter(({ kind }) => kind === 'note')).toMatchObject([{ text: 'Old' }]);
  });
});

describe('a case that is joined into another', () => {
  it('loses nothing, is reached from there, closed to new work, and parted again', async () => {
    const into = await newCase('The first', ['a1', 'a2']);
    const from = { ...(await newCase('The second', ['a1'])), comment: 'comment-six' };
    await call('commentCase', from, { id: 'comment-six', text: 'Here too' });
    const task = { ...from, task: 'task-six' };
    await call('createTask', from, { id: 'task-six', what: 'Ask' });
    const before = await call('case', from);
    const joining = { into: into.case, as: 'duplicate', why: 'The same people.' } as const;
    const joined = await call('joinCase', from, { ...joining, rests_on: before.revision });
    expect(joined).toMatchObject({
      ...{ state: 'closed', revision: before.revision + 1 },
      joined: { ...{ into: into.case, title: 'The first', as: 'duplicate', by: me } },
    });

    const board = boardWith(['a1'], { omitted: 1 });
    for (const problem of [
      await refused('commentCase', from, { text: 'More' }),
      await refused('withdrawComment', from, { why: 'x' }),
      await refused('createTask', from, { what: 'More' }),
      await refused('changeTask', task, { rests_on: 1, done: true }),
      await refused('createBoard', from, { title: 'More', content: board }),
      await refused('saveBoard', from, { rests_on: 1, content: board }),
      await refused('changeBoard', from, { archived: true }),
      await refused('restoreBoard', from, { revision: 1 }),
      await refused('changeCase', from, { state: 'open' }),
    ]) {
      expect(problem.status).toBe(409);
      expect(problem.detail).toContain('The first');
    }

    // All is where it was, and is reached from the other.
    expect((await call('case', from)).board_list).toEqual(before.board_list);
    expect(await call('joinedCases', into)).toMatchObject({
      items: [{ id: from.case, board_list: [{ id: from.board }], comments: 1, open_tasks: 1 }],
    });
    expect((await call('caseComments', into)).items).toMatchObject([
      { id: 'comment-six', case: from.case, case_title: 'The second' },
    ]);
    expect((await call('caseTasks', into)).items).toMatchObject([{ id: 'task-six' }]);
    const { items } = await call('caseHistory', into);
    expect(items.slice(0, 2).map(({ act, text }) => [act, text])).toEqual(
      expect.arrayContaining([
        ['join', joining.why],
        ['take', joining.why],
      ]),
    );

    // What is joined on carries it along, and no circle can be made.
    const head = await newCase('The third', ['a3']);
    const { revision } = await call('case', into);
    const on = { into: head.case, as: 'continuation', why: 'Goes on.' } as const;
    await call('joinCase', into, { ...on, rests_on: revision });
    expect((await call('caseComments', head)).items).toMatchObject([{ id: 'comment-six' }]);
    const late = { into: from.case, as: 'duplicate', why: 'x', rests_on: 1 } as const;
    expect(await refused('joinCase', head, late)).toMatchObject({ status: 409 });
    expect(await refused('joinCase', head, { ...late, into: head.case })).toMatchObject({
      status: 400,
    });

    const parted = await call('partCase', from, { why: 'Others.', rests_on: joined.revision });
    expect(parted).toMatchObject({ state: 'open', joined: null });
    expect((await call('changeTask', task, { rests_on: 1, done: true })).done).not.toBeNull();
    expect((await call('caseComments', head)).items).toEqual([]);
    const parting = { why: 'x', rests_on: parted.revision };
    expect(await refused('partCase', from, parting)).toMatchObject({ status: 409 });
    const acts = (await call('caseHistory', from)).items.map(({ act }) => act);
    expect(acts.filter((act) => act === 'join' || act === 'part')).toEqual(['part', 'join']);
  });

  it('is joined by one of many at once, and never on what has changed since it was read', async () => {
    const [one, another] = [await newCase('One', ['a1']), await newCase('Another', ['a1'])];
    const body = (into: string) => ({ into, as: 'duplicate', why: 'same', rests_on: 1 });
    const answers = await Promise.all(
      [one, another, one, another].map((from, at) =>
        sent('joinCase', from, body(at % 2 === 0 ? another.case : one.case)),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const third = await newCase('Changed since', ['a1']);
    await call('changeCase', third, { title: 'Changed', rests_on: 1 });
    expect((await refused('changeCase', third, { title: 'Late', rests_on: 1 })).status).toBe(409);
    const head = await newCase('Head', ['a1']);
    expect((await refused('joinCase', third, body(head.case))).status).toBe(409);
    expect((await call('case', third)).joined).toBeNull();
  });
});

describe('cases that may be about the same', () => {
  it('are those with the same accounts, or others of the same cluster', async () => {
    // Of the cases before, none stays in the way.
    await tested.database.write("MATCH (c:SkeinCase) SET c.state = 'archived'");
    const own = await newCase('Mine', ['a1', 'a2']);
    const same = await newCase('The same', ['a1', 'a2']);
    const part = await newCase('A part', ['a2', 'a3']);
    const cluster = await newCase('Its cluster', ['a3']);
    const { id: none } = await call('createCase', {}, { title: 'Nothing yet' });
    const gone = await newCase('Archived', ['a1']);
    await call('archiveCase', gone);
    const [found] = result.clusters.filter(({ accounts }) => accounts.includes('a3'));
    const shared_clusters = [{ id: found!.id, name: expect.any(String) as string }];
    const { items } = await call('casesAlike', own);
    expect(items).toMatchObject([
      { id: same.case, accounts: 2, shared_accounts: 2, shared_clusters },
      { id: part.case, accounts: 2, shared_accounts: 1, shared_clusters },
      { id: cluster.case, accounts: 1, shared_accounts: 0, shared_clusters },
    ]);
    expect((await call('casesAlike', { case: none })).items).toEqual([]);
  });
});
