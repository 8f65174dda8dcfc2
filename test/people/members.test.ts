/** A case that is shown to some alone: whoever is none of them is answered as of a case that is not there, whatever they ask. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes, type Answer, type RouteName } from '../../domain/api/api.ts';
import type { Route } from '../../domain/api/route.ts';
import { boardContentSchema } from '../../domain/case.ts';
import { messages } from '../../domain/messages/index.ts';
import type { Role } from '../../domain/people.ts';
import type { Serving } from '../../server/edge/http/serve.ts';
import { addPerson } from '../../server/people/persons.ts';
import { makeToken } from '../../server/people/tokens.ts';
import { testDatabase } from '../database.ts';
import { loadRing } from '../explore/ring.ts';
import { ask, serveOver, smallPage } from '../http/served.ts';

const tested = testDatabase();
const tokens = new Map<string, string>();
/** The first two see the closed case. */
const people: readonly (readonly [string, Role])[] = [
  ...([
    ['ann', 'analyst'],
    ['ben', 'analyst'],
    ['cyd', 'analyst'],
  ] as const),
  ...([
    ['lea', 'lead'],
    ['ada', 'admin'],
  ] as const),
];
const others = ['cyd', 'lea', 'ada'];
const [closed, open, missing] = ['case-of-two', 'case-of-all', 'case-of-none'];
const board = 'board-of-two';
let server: Serving;
let page: string;

interface Said {
  status: number;
  text: string;
}

async function as(name: string, method: string, path: string, body?: unknown): Promise<Said> {
  const headers = {
    authorization: `Bearer ${tokens.get(name)!}`,
    'content-type': 'application/json',
  };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  return ask(server.port, `/api/v1${path}`, { method, headers, ...sent });
}

async function well<N extends RouteName>(
  name: string,
  asked: [N, string, unknown?],
): Promise<Answer<N>> {
  const [route, path, body] = asked;
  const { status, text } = await as(name, routes[route].method.toUpperCase(), path, body);
  expect(status, text).toBe(200);
  return JSON.parse(text) as Answer<N>;
}

const revisionOf = async (id: string) => (await well('ann', ['case', `/cases/${id}`])).revision;

beforeAll(async () => {
  const { clusters } = await loadRing(tested);
  page = await smallPage();
  const settings = { ...tested.settings, open: false };
  server = await serveOver(tested.database, { settings }, { page });
  const house = { database: tested.database, home: settings.home };
  for (const [name, role] of people) {
    const person = await addPerson(house, name, role, new Date());
    const asked = { name: 'All', scope: ['look', 'see', 'work'], days: 1 } as const;
    const { secret } = await makeToken(house, { ...person, role }, asked, new Date());
    tokens.set(name, secret);
  }
  const graph = await well('ann', ['clusterGraph', `/clusters/${clusters[0]!.id}/graph`]);
  const content = boardContentSchema.parse({
    ...{ version: 1, relations: [] },
    nodes: graph.nodes.filter(({ type }) => type === 'account'),
  });
  await well('ann', ['createCase', '/cases', { id: open, title: 'For all' }]);
  await well('ann', [
    'createCase',
    '/cases',
    { id: closed, title: 'Tipped off nobody', members: ['ann', 'ben'] },
  ]);
  for (const id of [open, closed]) {
    const made = { id: id === closed ? board : 'board-of-all', title: 'Board', content };
    await well('ann', ['createBoard', `/cases/${id}/boards`, made]);
  }
  await well('ann', [
    'createTask',
    `/cases/${closed}/tasks`,
    { id: 'task-of-two', what: 'Ask the bank quietly', whom: 'ben' },
  ]);
  const said = { id: 'comment-of-two', text: '@ben and @cyd: look.' };
  await well('ann', ['commentCase', `/cases/${closed}/comments`, said]);
});

afterAll(async () => {
  await server.close();
  await rm(page, { recursive: true });
});

type OfCase = {
  [N in RouteName]: (typeof routes)[N]['path'] extends `/cases/{case}${string}` ? N : never;
}[RouteName];

const why = { why: 'to be seen', rests_on: 1 };
const content = { version: 1, nodes: [], relations: [] };
/** What each is asked with; a route of cases that is added has no way round. */
const bodies: Readonly<Record<OfCase, unknown>> = {
  case: undefined,
  changeCase: { title: 'Mine now' },
  changeCaseMembers: { members: ['cyd', 'lea', 'ada'], ...why },
  archiveCase: undefined,
  createBoard: { title: 'Another', content },
  board: undefined,
  saveBoard: { rests_on: 1, content },
  changeBoard: { title: 'Mine now' },
  boardState: undefined,
  boardRevisions: undefined,
  boardRevision: undefined,
  restoreBoard: { revision: 1 },
  caseComments: undefined,
  commentCase: { text: 'Let me in' },
  withdrawComment: { why: 'not mine' },
  caseTasks: undefined,
  createTask: { what: 'Let me in' },
  changeTask: { rests_on: 1, done: true },
  caseCounts: undefined,
  caseHistory: undefined,
  casesAlike: undefined,
  joinedCases: undefined,
  joinCase: { into: open, as: 'duplicate', ...why },
  partCase: why,
};

function pathOf(name: OfCase, id: string): string {
  const filled: Readonly<Record<string, string>> = {
    ...{ case: id, board, comment: 'comment-of-two', task: 'task-of-two', revision: '1' },
  };
  const { path }: Route = routes[name];
  return path.replaceAll(/\{(\w+)\}/g, (_all, key: string) => filled[key]!);
}

describe('a case that is shown to two', () => {
  it.each(others)('is not there for %s, whatever they ask of it', async (name) => {
    const before = await well('ann', ['caseHistory', `/cases/${closed}/history`]);
    for (const route of Object.keys(bodies) as OfCase[]) {
      const method = routes[route].method.toUpperCase();
      const said = await as(name, method, pathOf(route, closed), bodies[route]);
      const none = await as(name, method, pathOf(route, missing), bodies[route]);
      expect([said.status, none.status], `${route}: ${said.text}`).toEqual([404, 404]);
      expect(without(said.text, closed), route).toBe(without(none.text, missing));
    }
    expect(await well('ann', ['caseHistory', `/cases/${closed}/history`])).toEqual(before);
  });

  it.each(others)('is in no list of %s, in no other case, and in no evidence', async (name) => {
    const told: Said[] = [];
    for (const path of ['/cases', '/tasks', '/tasks/people', '/mentions', `/cases/${open}/alike`])
      told.push(await as(name, 'GET', path));
    for (const of of [`/cases/${closed}`, '/cases', '/tasks'])
      told.push(await as(name, 'GET', `/asked?of=${encodeURIComponent(of)}`));
    const evidence = { board: { case: closed, id: board } };
    told.push(await as(name, 'POST', '/export', evidence));
    const into = { into: closed, as: 'duplicate', why: 'to be let in', rests_on: 1 };
    told.push(await as(name, 'POST', `/cases/${open}/join`, into));
    for (const { text } of told) {
      expect(text).not.toContain('Tipped off');
      expect(text).not.toContain('quietly');
      expect(text).not.toContain('look.');
    }
    expect(told.map(({ status }) => status)).toEqual([
      ...[200, 200, 200, 200, 200],
      ...[404, 200, 200],
      ...[404, 404],
    ]);
    expect(await well(name, ['tasksByPerson', '/tasks/people'])).toEqual({ items: [] });
  });

  it('is all there for both, and a comment in it names those alone who see it', async () => {
    for (const name of ['ann', 'ben']) {
      const { items } = await well(name, ['cases', '/cases']);
      expect(items.map(({ id }) => id).toSorted()).toEqual([open, closed].toSorted());
      const alike = await well(name, ['casesAlike', `/cases/${open}/alike`]);
      expect(alike.items.map(({ id }) => id)).toEqual([closed]);
    }
    expect((await well('ben', ['mentions', '/mentions'])).total).toBe(1);
    expect((await well('cyd', ['mentions', '/mentions'])).total).toBe(0);
    const { items } = await well('ann', ['caseComments', `/cases/${closed}/comments`]);
    expect(items[0]!.mentions).toEqual(['ben']);
    const bundle = await as('ben', 'POST', '/export', { board: { case: closed, id: board } });
    expect(bundle.status).toBe(200);
  });

  it('gives no task to somebody who does not see it', async () => {
    const { status, text } = await as('ann', 'POST', `/cases/${closed}/tasks`, {
      ...{ what: 'Look', whom: 'cyd' },
    });
    expect([status, text.includes(messages.caseProblems.notAMember('cyd'))]).toEqual([400, true]);
  });

  it('is joined into none that others see', async () => {
    const asked = {
      into: open,
      as: 'duplicate',
      why: 'the same',
      rests_on: await revisionOf(closed),
    };
    const { status, text } = await as('ann', 'POST', `/cases/${closed}/join`, asked);
    expect([status, text.includes(messages.caseProblems.otherMembers)]).toEqual([409, true]);
  });
});

describe('who sees a case', () => {
  const change = async (name: string, members: readonly string[] | null) =>
    as(name, 'PUT', `/cases/${closed}/members`, {
      ...{ members, why: 'The bank asked', rests_on: await revisionOf(closed) },
    });

  it('is changed by those who do, with why, and told in its history', async () => {
    expect((await change('ben', ['ben', 'ann', 'cyd'])).status).toBe(200);
    expect((await well('cyd', ['case', `/cases/${closed}`])).members).toEqual([
      'ann',
      'ben',
      'cyd',
    ]);
    const { items } = await well('cyd', ['caseHistory', `/cases/${closed}/history`]);
    expect(items[0]).toMatchObject({
      ...{ act: 'members', by: 'ben', text: 'The bank asked' },
      before: { members: 'ann, ben' },
      after: { members: 'ann, ben, cyd' },
    });
    expect((await change('ann', ['ann', 'ben'])).status).toBe(200);
    expect((await as('cyd', 'GET', `/cases/${closed}`)).status).toBe(404);
  });

  it('always holds whoever changes it, and nobody whom Skein does not know', async () => {
    for (const [members, problem] of [
      [['ben'], messages.caseProblems.withoutYou],
      [['ann', 'zed'], messages.caseProblems.unknownMembers(['zed'])],
    ] as const) {
      const { status, text } = await change('ann', members);
      expect([status, text.includes(problem)], text).toEqual([400, true]);
    }
    expect(
      (await as('ann', 'PUT', `/cases/${closed}/members`, { members: [], ...why })).status,
    ).toBe(400);
  });

  it('is one for all that is joined into it', async () => {
    const joined = 'case-joined-in';
    const members = ['ann', 'ben'];
    await well('ann', ['createCase', '/cases', { id: joined, title: 'Tipped off too', members }]);
    const into = { into: closed, as: 'duplicate', why: 'the same', rests_on: 1 };
    await well('ann', ['joinCase', `/cases/${joined}/join`, into]);
    expect((await change('ann', null)).status).toBe(200);
    for (const id of [closed, joined])
      expect((await well('cyd', ['case', `/cases/${id}`])).members).toBeNull();
    const { status } = await as('ann', 'PUT', `/cases/${joined}/members`, { members, ...why });
    expect(status).toBe(409);
  });
});

/** A problem without the id that it names, and without what is of the one request alone. */
function without(text: string, id: string): string {
  return text.replaceAll(id, '…').replaceAll(/"(instance|request_id)":"[^"]*"/g, '');
}
