/** A list that is shown to some alone: whoever is none of them asks for everything, and is answered as if it were not there. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes, type Answer, type RouteName } from '../../domain/api/api.ts';
import type { Route } from '../../domain/api/route.ts';
import { boardContentSchema } from '../../domain/case.ts';
import { messages } from '../../domain/messages/index.ts';
import { permissionsOf, type Role } from '../../domain/people.ts';
import { formatRef } from '../../domain/schema/graph.ts';
import type { Finding } from '../../domain/finding.ts';
import { decisionOf } from '../../server/edge/http/withheld/decisions.ts';
import type { Serving } from '../../server/edge/http/serve.ts';
import { changeListMembers } from '../../server/decisions/lists/list-members.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { addPerson, changePerson } from '../../server/people/persons.ts';
import { makeToken } from '../../server/people/tokens.ts';
import { shownEntries } from '../../server/trust/custody/shown.ts';
import { repeated } from '../long.ts';
import { testDatabase } from '../database.ts';
import { detectedSample } from '../detected-sample.ts';
import { ask, serveOver, smallPage, type Answered } from '../http/served.ts';
import { asking, askingAll, list, type Asking, type Known } from './asking-of-a-list.ts';
import { wholeFindings } from '../whole-findings.ts';

const tested = testDatabase();
const json = { 'content-type': 'application/json' };
/** The first two may know of the list. */
const people: readonly (readonly [string, Role])[] = [
  ['lea', 'lead'],
  ['ann', 'analyst'],
  ['cyd', 'analyst'],
  ['lou', 'lead'],
  ['ada', 'admin'],
  ['vic', 'viewer'],
];
const others: readonly [[string], ...[string][]] = [['cyd'], ['ada']];
const headersOf = new Map<string, Record<string, string>>();
let server: Serving;
let page: string;
/** Of the list: ids of its entries, and of the findings that rest on them. */
let entries: string[];
let hidden: Finding[];
let result: DetectionResult;

beforeAll(async () => {
  result = await detectedSample(tested);
  page = await smallPage();
  const settings = { ...tested.settings, open: false };
  server = await serveOver(tested.database, { settings }, { page });
  const house = { database: tested.database, home: settings.home };
  for (const [name, role] of people) {
    const person = await addPerson(house, name, role, new Date());
    const asked = { name: 'All', scope: permissionsOf[role], days: 1 };
    const { secret } = await makeToken(house, { ...person, role }, asked, new Date());
    headersOf.set(name, { authorization: `Bearer ${secret}` });
  }
  const rows = await tested.database.read<{ id: string }>(
    'MATCH (w:WatchlistEntry {list: $list}) RETURN w.id AS id ORDER BY id',
    { list },
  );
  entries = rows.map(({ id }) => id);
  hidden = (await wholeFindings(tested.database, result)).filter(({ nodes }) =>
    nodes.some(({ type, id }) => type === 'watchlist_entry' && entries.includes(id)),
  );
});

afterAll(async () => {
  await server.close();
  await rm(page, { recursive: true });
});

function as(name: string, method: string, path: string, body?: unknown): Promise<Answered> {
  return ask(server.port, `/api/v1${path}`, {
    method,
    headers: { ...json, ...headersOf.get(name)! },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function well<N extends RouteName>(
  name: string,
  [route, path, body]: [N, string, unknown?],
): Promise<Answer<N>> {
  const { status, text } = await as(name, routes[route].method.toUpperCase(), path, body);
  expect(status, `${path}: ${text}`).toBe(200);
  return JSON.parse(text) as Answer<N>;
}

async function mark(name: string, members: readonly string[] | null): Promise<Answered> {
  const { items } = await well('lea', ['lists', '/lists']);
  const revision = items.find((one) => one.list === list)!.revision;
  return markFrom(name, members, revision);
}

function markFrom(name: string, members: readonly string[] | null, revision: number) {
  return as(name, 'PUT', `/lists/${list}/members`, {
    ...{ members, why: 'The bureau asked for silence', rests_on: revision },
  });
}

const part = encodeURIComponent;

/** What of an answer would tell of the list; `but`: what was asked by. */
function toldBy({ text, headers }: Answered, but: readonly string[] = []): string[] {
  const said = but.reduce(
    (rest, word) => rest.replaceAll(part(word), '').replaceAll(word, ''),
    text + JSON.stringify(headers),
  );
  return [list, ...entries, ...hidden.map(({ id }) => id)].filter((word) => said.includes(word));
}

async function know(): Promise<Known> {
  const { clusters } = await clustersOf('ann');
  const cluster = clusters.find(({ findings }) => hidden.some(({ id }) => findings.includes(id)))!;
  const finding = hidden.find(({ id }) => cluster.findings.includes(id))!;
  const own = finding.accounts.filter((id) => cluster.accounts.includes(id));
  const accounts = [...new Set([...own, ...cluster.accounts])].slice(0, 3);
  const entry = finding.nodes.find(({ type }) => type === 'watchlist_entry')!;
  const beside = finding.nodes.find(({ type }) => type !== 'watchlist_entry')!;
  const detail = await well('ann', ['node', `/nodes/${part(formatRef(entry))}`]);
  const { run } = await well('ann', ['overview', '/overview']);
  const { items } = await well('ann', ['triage', '/triage?limit=500']);
  const graph = await well('ann', ['findingGraph', `/findings/${finding.id}/graph`]);
  const content = boardContentSchema.parse({ version: 1, ...graph });
  await well('ann', ['createCase', '/cases', { id: 'case-for-all', title: 'For all' }]);
  const board = { id: 'board-for-all', title: 'Board', content };
  await well('ann', ['createBoard', '/cases/case-for-all/boards', board]);
  return {
    ...{ finding: finding.id, cluster: cluster.id, accounts },
    ...{ beside: formatRef(beside), entry: formatRef(entry), row: detail.sources[0]! },
    ...{ run: run!.run, item: items[0]!.id, case: 'case-for-all', board: board.id },
  };
}

async function clustersOf(name: string) {
  const { items } = await well(name, ['clusters', '/clusters?limit=500']);
  return { clusters: items };
}

async function asked(name: string, [route, [path, body]]: [RouteName, Asking]): Promise<Answered> {
  const { method } = routes[route];
  return as(name, method.toUpperCase(), path, method === 'get' ? undefined : (body ?? {}));
}

describe('who may know of a list', () => {
  it('is said first by those who may lead, of people who are known, themselves among them', async () => {
    expect((await markFrom('cyd', ['cyd'], 0)).status).toBe(403);
    expect((await markFrom('vic', ['vic'], 0)).status).toBe(403);
    for (const [members, problem] of [
      [['ann'], messages.lists.withoutYou],
      [['lea', 'zed'], messages.lists.unknown(['zed'])],
    ] as const) {
      const { status, text } = await markFrom('lea', members, 0);
      expect([status, text.includes(problem)], text).toEqual([400, true]);
    }
    expect((await markFrom('lea', ['lea'], 7)).status).toBe(409);
  });

  it('cannot be only those who may not come in, nor hang on words that say other things too', async () => {
    const { database, settings } = tested;
    const person = await addPerson({ database, home: settings.home }, 'off', 'lead', new Date());
    await changePerson({ database, home: settings.home }, person.id, { active: false });
    const change = { members: ['off'], why: 'to be seen', rests_on: 0 };
    await expect(changeListMembers(database, list, change)).rejects.toMatchObject({
      details: [{ problem: messages.lists.nobodyComesIn }],
    });
    await database.write(
      `UNWIND [['company', 'ENTRY-1'], ['BLACKLIST', '17']] AS one
       CREATE (:WatchlistEntry {_key: one[0] + ' ' + one[1], list: one[0], id: one[1]})`,
    );
    for (const [of, problem] of [
      ['company', messages.lists.plainList('company')],
      ['BLACKLIST', messages.lists.plainEntries(1, ['17'])],
    ] as const)
      await expect(
        changeListMembers(database, of, { ...change, members: ['lea'] }),
      ).rejects.toThrow(problem);
    await database.write(
      "MATCH (w:WatchlistEntry) WHERE w.list IN ['company', 'BLACKLIST'] DELETE w",
    );
  });
});

describe('a list that is marked for two', () => {
  let known: Known;
  let all: [RouteName, Asking][];
  const stands = ['/findings?limit=500', '/clusters', '/accounts', '/search?q=silverstar'];
  let before: string[];

  beforeAll(async () => {
    const answers = stands.map((path) => as('ann', 'GET', path));
    before = (await Promise.all(answers)).map(({ text }) => text);
    expect((await mark('lea', ['lea', 'ann'])).status).toBe(200);
    known = await know();
    all = askingAll(known);
  });

  it('is all there for both', async () => {
    for (const [index, path] of stands.entries())
      expect((await as('ann', 'GET', path)).text).toBe(before[index]);
    const telling = new Set<RouteName>();
    for (const one of all) {
      const { method, reads }: Route = routes[one[0]];
      if (method !== 'get' && !reads) continue;
      const answered = await asked('ann', one);
      if (answered.status === 200 && toldBy(answered).length > 0) telling.add(one[0]);
    }
    for (const name of [
      'findings',
      'cluster',
      'clusterGraph',
      'search',
      'triage',
      'board',
    ] as const)
      expect(telling).toContain(name);
    expect((await as('ann', 'POST', '/export', { cluster: known.cluster })).status).toBe(200);
  });

  repeated(others)('is not there for %s, whatever they ask', async (name) => {
    const telling: string[] = [];
    const broken: string[] = [];
    for (const one of all) {
      const [route, [path, body]] = one;
      const answered = await asked(name, one);
      const own = JSON.stringify([path, body ?? null]);
      const sent = [list, ...entries, ...hidden.map(({ id }) => id)].filter((word) =>
        `${own} ${decodeURIComponent(path)}`.includes(word),
      );
      // What is said of a failure may name what was asked by.
      const told = toldBy(answered, answered.status < 400 ? [] : sent);
      if (told.length > 0) telling.push(`${route} ${own}: ${answered.status} ${told.join()}`);
      if (answered.status >= 500) broken.push(`${route} ${own}: ${answered.text}`);
    }
    expect(telling).toEqual([]);
    expect(broken).toEqual([]);
  });

  it('is refused where it cannot be left out, and nobody is named to ask', async () => {
    const own = asking(known);
    for (const [name, to] of Object.entries(own) as [RouteName, Asking[]][]) {
      if (decisionOf(name) !== 'refused') continue;
      const { status, text } = await asked('cyd', [name, to[0]!]);
      expect([status, JSON.parse(text)], text).toEqual([
        403,
        expect.objectContaining({ type: 'marked', detail: messages.lists.refused }),
      ]);
    }
    for (const body of [
      { cluster: known.cluster },
      { board: { case: known.case, id: known.board } },
    ])
      expect((await as('cyd', 'POST', '/export', body)).status).toBe(403);
    const other = (await clustersOf('cyd')).clusters.find(
      ({ findings }) =>
        !hidden.some(({ accounts }) => accounts.some((id) => findings.includes(id))),
    );
    expect(other).toBeDefined();
  });

  it('leaves the clusters, and takes away what only it speaks for', async () => {
    const [mine, theirs] = [await clustersOf('ann'), await clustersOf('cyd')];
    expect(theirs.clusters.map(({ id }) => id)).toEqual(mine.clusters.map(({ id }) => id));
    const spoken = (cluster: Answer<'cluster'>) =>
      new Set(cluster.finding_list.map(({ detector }) => detector));
    for (const { id } of theirs.clusters) {
      const cluster = await well('cyd', ['cluster', `/clusters/${id}`]);
      expect(new Set(cluster.detectors)).toEqual(spoken(cluster));
    }
    const { items } = await well('cyd', ['accounts', '/accounts?limit=500']);
    for (const { account_id: id, detectors } of items) {
      const { items: found } = await well('cyd', ['findings', `/findings?account=${part(id)}`]);
      const own = new Set(found.map(({ detector }) => detector));
      expect(
        detectors.filter((one) => !own.has(one)),
        id,
      ).toEqual([]);
    }
  });

  it.each(['cyd', 'vic'])(
    'has no findings for %s, on whichever page, and counts none',
    async (name) => {
      let [count, next]: [number, string | null] = [0, ''];
      while (next !== null) {
        const from: string = next === '' ? '' : `&cursor=${part(next)}`;
        const list: Answer<'findings'> = await well(name, ['findings', `/findings?limit=7${from}`]);
        count += list.items.length;
        next = list.next;
        const place = Buffer.from(next ?? '', 'base64url').toString();
        expect(hidden.filter(({ id }) => place.includes(id))).toEqual([]);
      }
      expect(count).toBe(result.findings.length - hidden.length);
    },
  );

  it('has no number of neighbours either', async () => {
    for (const ref of new Set(
      hidden.flatMap(({ nodes }) => nodes.map(formatRef)).filter((one) => !one.startsWith('watch')),
    )) {
      const at = `/nodes/${part(ref)}`;
      const { items } = await well('cyd', ['neighbours', `${at}/neighbours`]);
      const { nodes } = await well('cyd', ['expand', `${at}/expand?limit=500`]);
      const seen = new Set(
        nodes.filter(({ type }) => type === 'watchlist_entry').map(({ id }) => id),
      );
      const counted = items.filter(({ other }) => other === 'watchlist_entry');
      expect(counted.length > 0).toBe(seen.size > 0);
    }
  });

  it('withholds an entry from the moment that it is loaded', async () => {
    const id = 'ENTRY-OF-THIS-MOMENT';
    const at = `/nodes/${part(`watchlist_entry:${id}`)}`;
    const create = (of: string) =>
      tested.database.write(
        'CREATE (:WatchlistEntry {_key: $key, list: $of, id: $id, name: $id, _sources: []})',
        { key: `${of} ${id}`, of, id },
      );
    await create(list);
    expect((await as('ann', 'GET', at)).status).toBe(200);
    expect((await as('cyd', 'GET', at)).status).toBe(404);
    await tested.database.write('MATCH (w:WatchlistEntry {id: $id}) DELETE w', { id });
  });

  it('is all there where everybody is let in', async () => {
    const open = await serveOver(
      tested.database,
      { settings: { ...tested.settings, open: true } },
      { page },
    );
    const { status } = await ask(open.port, `/api/v1/findings/${known.finding}`);
    await open.close();
    expect(status).toBe(200);
  });

  it('is opened by one of them, and by nobody else, and the log has why', async () => {
    const { items } = await well('ann', ['lists', '/lists']);
    const { revision } = items.find((one) => one.list === list)!;
    const none = await as('cyd', 'PUT', '/lists/NO-SUCH-LIST/members', {
      ...{ members: null, why: 'Let me in', rests_on: revision },
    });
    const denied = await markFrom('cyd', null, revision);
    expect([denied.status, denied.text.replaceAll(list, 'NO-SUCH-LIST')]).toEqual([404, none.text]);
    for (const name of ['lou', 'ada'])
      expect((await markFrom(name, null, revision)).status).toBe(404);
    expect((await markFrom('ann', ['lea', 'ann', 'cyd'], revision)).status).toBe(200);
    expect((await as('cyd', 'GET', `/findings/${known.finding}`)).status).toBe(200);
    expect((await markFrom('cyd', null, revision + 1)).status).toBe(200);
    expect((await as('lou', 'GET', `/findings/${known.finding}`)).status).toBe(200);
    const recorded: unknown[] = [];
    for await (const { by, subject } of shownEntries(tested.settings.home, { act: 'change' }))
      if (subject['change'] === 'changeListMembers') recorded.push(by);
    expect(recorded).toContain('lea');
    expect(recorded.slice(0, 2)).toEqual(expect.arrayContaining(['cyd']));
  });
});
