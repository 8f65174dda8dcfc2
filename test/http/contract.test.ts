import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { problemSchema, type Problem } from '../../domain/answers.ts';
import type { Route } from '../../domain/api/route.ts';
import { routes, type RouteName } from '../../domain/api.ts';
import type { Judgement } from '../../domain/judgement.ts';
import type { SavedQuery } from '../../domain/query.ts';
import { planSchema } from '../../domain/schedule.ts';
import { nodeTypeNames } from '../../domain/schema.ts';
import { createCase } from '../../server/cases/case-store.ts';
import type { DetectionResult } from '../../server/detect/run-store.ts';
import { recordJudgement } from '../../server/judge/record.ts';
import { intakeRoutes } from '../../domain/api/intake.ts';
import { saveMapping } from '../../server/intake/saved-mappings.ts';
import { Intakes } from '../../server/intake/intakes.ts';
import { askForJob, cancelJob } from '../../server/watch/job-store.ts';
import { createSchedule } from '../../server/watch/schedule-store.ts';
import { beginTrial } from '../../server/trial/begin.ts';
import { testDatabase } from '../database.ts';
import { hostileIds, loadRing } from '../explore/ring.ts';
import { failedDeliveries, folderRecipient } from '../delivery/failing.ts';
import { loadFiles } from '../load/loading.ts';
import { createFeed } from '../../server/feeds/feed-store.ts';
import { refreshFeed } from '../../server/feeds/refresh.ts';
import { silentProgress } from '../../server/progress.ts';
import { writeOfacList } from '../feeds/ofac-list.ts';
import { ask, servedApp, type Answered } from './served.ts';

const tested = testDatabase();
const app = servedApp(tested);
let result: DetectionResult;
let source: { sha256: string; line: number };
let judgement: Judgement;
let exception: string;
/** For each route about an intake one of its own: some of them end it. */
const places = new Map<string, string>();
let intakes: Intakes;
let rejecting: string;
let mapping: string;
let deliveries: string[];
let trial: string;

beforeAll(async () => {
  result = await loadRing(tested);
  trial = await madeTrial();
  source = result.findings.flatMap(({ evidence }) => evidence)[0]!.sources[0]!;
  judgement = await recordJudgement(tested.database, tested.settings.home, {
    kind: 'link',
    subjects: ['account:a1', 'account:a2'],
    verdict: 'confirmed',
    why: 'asked them',
  });
  for (const name of ['createCase', 'createBoard'] as const)
    expect((await goodRequest(name)).status).toBe(200);
  // The other one is archived on the way, and then stands in no list.
  await createCase(tested.database, { title: 'Stays', description: '', tags: [] });
  exception = (JSON.parse((await goodRequest('makeException')).text) as { id: string }).id;
  for (const name of savedRoutes) {
    const answer = JSON.parse((await goodRequest('saveQuery')).text) as SavedQuery;
    saved[name] = answer.id;
    if (name === 'changeQuery') changed = answer.changed!;
  }
  await makeSchedules();
  rejecting = (await loadFiles(tested, { 'accounts.csv': 'account_id,country\na1,XX\n' })).load;
  intakes = new Intakes(tested.database, tested.settings);
  for (const name of Object.keys(intakeRoutes)) {
    const { id } = await intakes.begin();
    const bytes = Readable.from([Buffer.from('account_id\na1\n')]);
    await intakes.receive(id, 'accounts.csv', { bytes, length: null });
    places.set(name, id);
  }
  deliveries = await failedDeliveries(tested);
  screening = await screenedList();
  const kept = { name: 'Saved', ...(await intakes.mapping(places.get('saveMapping')!)) };
  mapping = (await saveMapping(tested.database, kept.name, kept)).id;
}, 240_000);

const names = Object.keys(routes) as RouteName[];

/** Of a feed that is there; another is made on the way. */
let screening: string;
const feed = { id: 'kept', name: 'Kept', list: 'KEPT', format: 'ofac' } as const;
const feedFolder = (id: string) => `${tested.settings.home}/feeds/${id}-2024`;

async function screenedList(): Promise<string> {
  await writeOfacList(feedFolder('made'), []);
  await writeOfacList(feedFolder('kept'), [{ number: 1, name: 'NORTHERN LANTERN' }]);
  await createFeed(tested.database, tested.settings, { ...feed, from: feedFolder('kept') });
  const { database, settings } = tested;
  return (await refreshFeed(database, settings, 'kept', {}, silentProgress)).screening.id;
}

async function madeTrial(): Promise<string> {
  const by = { by: 'ana', now: new Date().toISOString() };
  const trying = { changes: { 'shared-payout': { hub_accounts: 3 } }, queries: {} };
  const { ended } = await beginTrial(tested.database, by, trying, silentProgress);
  return (await ended).id;
}

function get(path: string, headers = {}): Promise<Answered> {
  return ask(app.port, `/api/v1${path}`, { headers });
}

function goodId(name: RouteName): string {
  if (name.startsWith('cluster')) return result.clusters[0]!.id;
  if (name === 'withdrawJudgement') return judgement.id;
  if (name === 'runDiff' || name === 'changeGraph') return result.run.run;
  if (name === 'refreshFeed') return feed.id;
  if (name === 'screening') return screening;
  if (name === 'revokeException') return exception;
  if (name === 'endQuery') return running;
  if (name === 'delivery') return deliveries[0]!;
  if (name === 'retryDelivery') return deliveries[1 + (retries++ % 2)]!;
  if (name === 'runQuery') return `run-${String(runs++)}-of-contract`;
  return saved[name] ?? result.findings[0]!.id;
}

/** Saved queries, one for each route that takes one: one of them deletes it. */
const saved: Partial<Record<RouteName, string>> = {};
const savedRoutes = ['savedQuery', 'changeQuery', 'deleteQuery'] as const;
let changed: string;
/** A query that runs until it is ended. */
const running = 'endless-of-contract';
let runs = 0;
let retries = 0;

/** A request to each route that must go well. */
function goodPath(name: RouteName): string {
  const id = goodId(name);
  const path = routes[name].path
    .replace('{id}', id)
    .replace('{ref}', encodeURIComponent('account:a1'))
    .replace('{sha256}', source.sha256)
    .replace('{line}', String(source.line))
    .replace('{case}', keptCase)
    .replace('{board}', keptBoard)
    .replace('{revision}', '1')
    .replace('{intake}', places.get(name) ?? '')
    .replace('{name}', 'accounts.csv')
    .replace('{load}', rejecting)
    .replace('{number}', '0')
    .replace('{mapping}', mapping)
    .replace('{cluster}', result.clusters[0]!.id)
    .replace('{table}', 'open')
    .replace('{schedule}', scheduleOf(name))
    .replace('{detector}', 'shared-payout')
    .replace('{trial}', trial)
    .replace('{job}', jobs[name] ?? jobs.job!);
  if (name === 'search') return `${path}?q=harlow`;
  if (name === 'explain' || name === 'explainGraph') return `${path}?a=a1&b=a2`;
  if (name === 'path') return `${path}?from=account:a1&to=account:a2`;
  if (name === 'linkedAccounts') return `${path}?account=a1`;
  if (name === 'export') return `${path}?finding=${result.findings[0]!.id}`;
  if (name === 'graphFile') return `${path}?format=graphml`;
  // The first run has none before it.
  if (name === 'runDiff' || name === 'changeGraph') return `${path}?from=${result.run.run}`;
  if (name === 'scheduleTimes') return `${path}?cron=0%207%20*%20*%20*`;
  if (name === 'asked') return `${path}?of=/overview`;
  return path;
}

/** What the route's method sends, to its good path or to another. */
function goodRequest(name: RouteName, path = goodPath(name)): Promise<Answered> {
  const { method, upload, headers }: Route = routes[name];
  if (method === 'get') return get(path);
  if (upload)
    return ask(app.port, `/api/v1${path}`, {
      method: method.toUpperCase(),
      headers: { 'content-type': 'application/octet-stream', 'content-length': '11' },
      body: 'account_id\n',
    });
  const body = bodyOf(name);
  return ask(app.port, `/api/v1${path}`, {
    method: method.toUpperCase(),
    ...(body === undefined
      ? {}
      : {
          headers: {
            'content-type': 'application/json',
            ...(headers ? { 'idempotency-key': 'contract' } : {}),
          },
          body: JSON.stringify(body),
        }),
  });
}

function bodyOf(name: RouteName): unknown {
  if (name === 'saveMapping') return { name: 'Saved', intake: places.get(name) };
  if (name === 'changeQuery') return { ...draft, changed };
  if (name === 'tryRecipient') return { recipient: folderRecipient(tested.settings.home) };
  if (name === 'createFeed') return { ...feed, id: 'made', list: 'MADE', from: feedFolder('made') };
  if (name === 'changeTriage')
    return { items: [{ id: result.findings[1]!.id, rests_on: 0 }], change: { state: 'in_review' } };
  return bodies[name];
}

/** One is retired on the way, and one has a job that failed. */
const jobs: Partial<Record<RouteName, string>> = {};
const scheduleOf = (name: RouteName) =>
  name === 'retireSchedule' || name === 'replaceSchedule' ? name : 'runSchedule';

/** Schedules with jobs, as nobody runs them here. */
async function makeSchedules(): Promise<void> {
  const now = new Date();
  const plan = planSchema.parse({ name: 'Nightly', cron: '0 2 * * *' });
  for (const id of ['runSchedule', 'replaceSchedule', 'retireSchedule'])
    await createSchedule(tested.database, { id, plan, origin: 'person', now });
  for (const name of ['job', 'cancelJob', 'retryJob'] as const)
    jobs[name] = (await askForJob(tested.database, 'runSchedule', { now })).id;
  await cancelJob(tested.database, jobs.retryJob!, now);
}

const keptCase = 'contract-case';
const keptBoard = 'contract-board';
const content = { version: 1, nodes: [], relations: [] };
const query = { text: 'MATCH (a:Account {id: $id}) RETURN a', parameters: { id: 'a1' } };
const draft = { title: 'Mine', about: '', text: query.text, parameters: [], tags: [] };

/** What each route that takes something is sent. */
const bodies: Partial<Record<RouteName, unknown>> = {
  graphFile: { nodes: ['account:a1'], relations: [] },
  // It says what is known.
  sendEvents: { rows: [{ file: 'accounts', row: { account_id: 'a1' } }] },
  bundle: { account: 'a1', masks: ['email'], language: 'fr', reason: 'asked' },
  narrative: { account: 'a1', decided: '2026-01-31' },
  recordJudgement: {
    kind: 'link',
    verdict: 'rejected',
    subjects: ['account:a1', 'account:a3'],
    why: 'flatmates',
  },
  withdrawJudgement: { why: 'was wrong' },
  judgementsAmong: { nodes: ['account:a1', 'account:a2'] },
  createCase: { id: keptCase, title: 'A case' },
  changeCase: { title: 'Another title' },
  createBoard: { id: keptBoard, title: 'A board', content },
  saveBoard: { rests_on: 1, content: { ...content, omitted: 1 } },
  changeBoard: { title: 'Another title' },
  restoreBoard: { revision: 1 },
  nodeValues: { nodes: ['account:a1'] },
  payouts: { accounts: ['a1', 'a2'] },
  ratingsAmong: { accounts: ['a1', 'a2'] },
  moneyFlow: { accounts: ['a1', 'a2'] },
  workingWeeks: { accounts: ['a1', 'a2'] },
  places: { places: [{ country: 'FR', city: 'Lyon' }] },
  askedByBody: { of: '/views/payouts', body: { accounts: ['a1'] } },
  checkQuery: query,
  runQuery: query,
  queryGraph: query,
  createSchedule: { name: 'Weekly', cron: '0 2 * * MON' },
  replaceSchedule: { name: 'Later', cron: '0 3 * * *', rests_on: 1 },
  runSchedule: {},
  beginTrial: { changes: { 'shared-payout': { hub_accounts: 3 } } },
  putInForce: { values: { hub_accounts: 30 }, why: 'a test', rests_on: 0 },
  saveQuery: draft,
  makeException: {
    accounts: ['a2', 'a3'],
    reason: 'family',
    why: 'siblings',
    until: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
  },
  revokeException: { why: 'was wrong' },
  commentTriage: { text: 'Asked the office.' },
  beginIntake: {},
  readFileAs: { reading: { file: 'accounts', columns: {} } },
  loadIntake: {},
  refreshFeed: {},
  stopIntake: {},
};

/** How the bytes of each route's file begin. */
const beginnings: Partial<Record<RouteName, string>> = {
  export: 'PK',
  bundle: 'PK',
  graphFile: '<?xml',
  intakeMapping: '{',
  loadRejects: 'file,line,',
  numbersTable: 'kind,state,age,items',
};

/** Resolves once it runs; its own answer, that it was ended, is nobody's here. */
async function startEndless(): Promise<void> {
  const text = 'UNWIND range(1, 1000000000000) AS x RETURN count(x)';
  void ask(app.port, `/api/v1/query/runs/${running}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  });
  const known = async () =>
    (
      await tested.database.read(
        'SHOW TRANSACTIONS YIELD metaData WHERE metaData.skein = $running RETURN 1',
        { running },
      )
    ).length;
  await expect.poll(known, { interval: 50, timeout: 10_000 }).toBe(1);
}

function problemOf(answered: Answered): Problem {
  expect(answered.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  const problem = problemSchema.strict().parse(JSON.parse(answered.text));
  expect(problem.status).toBe(answered.status);
  expect(problem.detail).not.toBe('');
  return problem;
}

describe('every route', () => {
  it.each(names)('%s answers what it promises', async (name) => {
    const { answer, mediaType } = routes[name] as Route;
    if (name === 'endQuery') await startEndless();
    const answered = await goodRequest(name);
    expect(answered.status).toBe(200);
    // The lists of loads and of trials below are to stand still.
    if (name === 'beginTrial')
      await get(`/trials/${(JSON.parse(answered.text) as { id: string }).id}?wait=true`);
    if (name === 'loadIntake')
      await expect.poll(async () => (await intakes.state(places.get(name)!)).state).toBe('loaded');
    expect(answered.headers['cache-control']).toBe('no-store');
    if (answer) {
      expect(answered.headers['content-type']).toContain('application/json');
      expect(answer.safeParse(JSON.parse(answered.text)).error).toBeUndefined();
    } else {
      expect(answered.headers['content-type']).toContain(mediaType ?? 'graphml+xml');
      expect(answered.text.startsWith(beginnings[name]!)).toBe(true);
    }
  });

  it.each(names)('%s names a parameter that it does not know', async (name) => {
    const path = goodPath(name);
    const answered = await goodRequest(
      name,
      `${path}${path.includes('?') ? '&' : '?'}no_such_thing=1`,
    );
    expect(answered.status).toBe(400);
    expect(problemOf(answered).errors).toEqual([
      { where: 'query.no_such_thing', problem: expect.stringContaining('no_such_thing') as string },
    ]);
  });

  it.each(names)('%s takes its own method alone', async (name) => {
    const own = Object.values(routes)
      .filter(({ path }) => path === routes[name].path)
      .flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]));
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH']) {
      if (own.includes(method)) continue;
      const answered = await ask(app.port, `/api/v1${goodPath(name)}`, { method });
      expect(answered.status).toBe(405);
      expect(answered.headers['allow']).toBe(own.join(', '));
      problemOf(answered);
    }
  });

  // A run is named by whoever asks for it.
  const byId = names.filter((name) => routes[name].path.includes('{id}') && name !== 'runQuery');
  it.each(byId)('%s does not know an unknown id', async (name) => {
    for (const id of ['F-none', 'C-none', ...hostileIds]) {
      const path = routes[name].path.replace('{id}', encodeURIComponent(id));
      const answered = await goodRequest(name, path);
      expect(answered.status).toBe(404);
      expect(problemOf(answered).type).toBe('not-found');
    }
  });

  const byRef = names.filter((name) => routes[name].path.includes('{ref}'));
  it.each(byRef)('%s does not know an unknown node, nor a reference that is none', async (name) => {
    const at = (ref: string) => get(routes[name].path.replace('{ref}', encodeURIComponent(ref)));
    for (const ref of ['account:none', 'label:a1', 'account:../../../etc/passwd'])
      expect(problemOf(await at(ref)).status).toBe(404);
    for (const ref of ['a1', 'account:', 'Account:a1', 'run:x', ':a1', '__proto__:x']) {
      const problem = problemOf(await at(ref));
      expect(problem.status).toBe(400);
      expect(problem.errors?.[0]).toMatchObject({ where: 'params.ref' });
    }
  });

  const paged = names.filter((name) => 'cursor' in routes[name].query.shape);
  it.each(paged)('%s refuses a cursor that no list answered', async (name) => {
    for (const cursor of ['x', '', '-1', '../..', '%00'])
      expect(problemOf(await get(`${routes[name].path}?cursor=${cursor}`)).errors).toMatchObject([
        { where: 'query.cursor' },
      ]);
  });

  it.each(paged)('%s gives the same list page by page', async (name) => {
    const list = async (query: string) =>
      JSON.parse((await get(`${routes[name].path}?${query}`)).text) as {
        items: unknown[];
        next: string | null;
      };
    const whole = (await list('limit=500')).items;
    const pages: unknown[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page = await list(`limit=1${next === '' ? '' : `&cursor=${encodeURIComponent(next)}`}`);
      expect(page.items).toHaveLength(1);
      pages.push(...page.items);
      next = page.next;
    }
    expect(pages).toEqual(whole);
  });
});

describe('a judgement', () => {
  it.each([
    [{ kind: 'link', verdict: 'confirmed', subjects: [] }, 'body.why'],
    [{ kind: 'link', verdict: 'confirmed', subjects: [], why: '  ' }, 'body.why'],
    [{ kind: 'link', verdict: 'confirmed', subjects: [], why: 'x'.repeat(2_001) }, 'body.why'],
    [{ kind: 'link', verdict: 'maybe', subjects: [], why: 'x' }, 'body.verdict'],
    [{ kind: 'hunch', verdict: 'confirmed', subjects: [], why: 'x' }, 'body.kind'],
    [{ kind: 'link', verdict: 'confirmed', subjects: ['a1', 'a2'], why: 'x' }, 'body.subjects.0'],
  ])('%j is wrong in %s', async (body, where) => {
    const answered = await ask(app.port, '/api/v1/judgements', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const problem = problemOf(answered);
    expect(problem.status).toBe(400);
    expect(problem.errors?.map((error) => error.where)).toContain(where);
  });
});

describe('parameters', () => {
  it.each([
    ['/findings?limit=0', 'query.limit'],
    ['/findings?limit=501', 'query.limit'],
    ['/findings?limit=ten', 'query.limit'],
    ['/findings?limit=1&limit=2', 'query.limit'],
    ['/findings?min_score=2', 'query.min_score'],
    ['/search', 'query.q'],
    ['/search?q=', 'query.q'],
    ['/search?q=%20%20', 'query.q'],
    [`/search?q=${'x'.repeat(201)}`, 'query.q'],
    ['/nodes/account:a1/expand?direction=up', 'query.direction'],
    ['/nodes/account:a1/expand?type=nothing', 'query.type'],
    ['/nodes/account:a1/expand?limit=1.5', 'query.limit'],
    ['/judgements?subject=a1', 'query.subject'],
    ['/sources/zz/2', 'params.sha256'],
    [`/sources/${'0'.repeat(64)}/0`, 'params.line'],
    ['/export', 'query'],
    ['/export?cluster=a&finding=b', 'query'],
    ['/export?account=a1&hops=9', 'query.hops'],
  ])('%s is wrong in %s', async (path, where) => {
    const problem = problemOf(await get(path));
    expect(problem.status).toBe(400);
    expect(problem.errors?.map((error) => error.where)).toContain(where);
    expect(problem.errors?.every((error) => error.problem !== '')).toBe(true);
  });

  it('filter the findings', async () => {
    const items = async (query: string) =>
      (JSON.parse((await get(`/findings?${query}`)).text) as { items: { id: string }[] }).items.map(
        ({ id }) => id,
      );
    const payout = result.findings.filter(({ detector }) => detector === 'shared-payout');
    expect(await items('detector=shared-payout')).toEqual(payout.map(({ id }) => id));
    expect(await items('detector=none')).toEqual([]);
    expect((await items('account=a1')).sort()).toEqual(
      result.findings
        .filter(({ accounts }) => accounts.includes('a1'))
        .map(({ id }) => id)
        .sort(),
    );
    expect(await items('min_score=1')).toEqual([]);
  });
});

describe('hostile ids', () => {
  it.each(hostileIds)('%j is one node at one address', async (id) => {
    const ref = encodeURIComponent(`account:${id}`);
    for (const view of ['', '/neighbours', '/expand']) {
      const answered = await get(`/nodes/${ref}${view}`);
      expect(answered.status).toBe(200);
    }
    expect(JSON.parse((await get(`/nodes/${ref}`)).text)).toMatchObject({ type: 'account', id });
  });

  it.each(['/nodes/%zz', '/nodes/%', '/findings/%c0%af'])('%s is a problem', async (path) => {
    expect(problemOf(await get(path)).status).toBe(400);
  });

  it.each(['/../../package.json', '/..%2f..%2fpackage.json', '//etc/passwd', '/.env'])(
    '%s leads nowhere',
    async (path) => {
      const answered = await ask(app.port, path);
      expect(answered.status).toBe(404);
      problemOf(answered);
    },
  );
});

describe('what does not exist', () => {
  it.each(['/api/v1', '/api/v1/', '/api/v1/none', '/api/v2/overview', '/api', '/none'])(
    '%s is a problem',
    async (path) => {
      const problem = problemOf(await ask(app.port, path));
      expect(problem).toMatchObject({ status: 404, type: 'not-found', instance: path });
    },
  );

  it('is a source row of a file that was never loaded, or beyond its end', async () => {
    expect(problemOf(await get(`/sources/${'0'.repeat(64)}/2`)).status).toBe(404);
    expect(problemOf(await get(`/sources/${source.sha256}/99999`)).status).toBe(404);
  });
});

describe('ground truth', () => {
  it('stands in no answer', async () => {
    const paths = [
      ...names.filter((name) => routes[name].method === 'get' && name !== 'export').map(goodPath),
      '/search?q=operator',
    ];
    for (const path of paths) {
      const { text } = await get(path);
      expect(text).not.toMatch(/zzlabel|groundtruth-cluster/);
      expect(text).not.toMatch(/"type":"label"/);
    }
    expect(nodeTypeNames).toContain('label');
  });
});
