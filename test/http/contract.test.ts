import { beforeAll, describe, expect, it } from 'vitest';
import { problemSchema, type Problem } from '../../domain/answers.ts';
import type { Route } from '../../domain/api/route.ts';
import type { Detection } from '../../domain/detection.ts';
import { routes, type RouteName } from '../../domain/api/api.ts';
import { nodeTypeNames } from '../../domain/schema/schema.ts';
import { testDatabase } from '../database.ts';
import { hostileIds } from '../explore/ring.ts';
import { beginnings } from './good-bodies.ts';
import { GoodRequests } from './good-requests.ts';
import { localProvider } from '../people/provider.ts';
import { ask, servedApp, type Answered } from './served.ts';

const tested = testDatabase();
const served = localProvider(tested);
const app = servedApp(tested);
const good = new GoodRequests(tested, app, served);
const names = Object.keys(routes) as RouteName[];

beforeAll(() => good.prepare(), 240_000);

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
    if (name === 'endQuery') await good.startEndless();
    if (name === 'cancelDetection') await good.keepDetecting();
    const answered = await good.send(name);
    expect(answered.status).toBe(200);
    // The lists of loads and of trials below are to stand still.
    if (name === 'beginTrial')
      await good.get(`/trials/${(JSON.parse(answered.text) as { id: string }).id}?wait=true`);
    if (name === 'beginDetection')
      await expect
        .poll(
          async () => {
            const { id } = JSON.parse(answered.text) as { id: string };
            return (JSON.parse((await good.get(`/detections/${id}`)).text) as Detection).state;
          },
          { timeout: 50_000, interval: 200 },
        )
        .toBe('done');
    if (name === 'loadIntake')
      await expect
        .poll(async () => (await good.intakes.state(good.intakeOf(name))).state)
        .toBe('loaded');
    expect(answered.headers['cache-control']).toBe('no-store');
    if (answer) {
      expect(answered.headers['content-type']).toContain('application/json');
      expect(answer.safeParse(JSON.parse(answered.text)).error).toBeUndefined();
    } else {
      const [type] = String(answered.headers['content-type']).split(';');
      expect([mediaType].flat()).toContain(type);
      expect(answered.text.startsWith(beginnings[name]!)).toBe(true);
    }
  });

  it.each(names)('%s names a parameter that it does not know', async (name) => {
    const path = good.path(name);
    const answered = await good.send(
      name,
      `${path}${path.includes('?') ? '&' : '?'}no_such_thing=1`,
    );
    expect(answered.status).toBe(400);
    expect(problemOf(answered).errors).toEqual([
      { where: 'query.no_such_thing', problem: expect.stringContaining('no_such_thing') as string },
    ]);
  });

  it('jobReport is shown in a sandbox in which nothing runs', async () => {
    const { headers } = await good.send('jobReport');
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy).toContain("default-src 'none'");
    const [sandbox = ''] = policy.filter((each) => each.startsWith('sandbox'));
    expect(sandbox.split(' ').slice(1).sort()).toEqual([
      'allow-popups',
      'allow-top-navigation-by-user-activation',
    ]);
  });

  const bodied = names.filter((name) => (routes[name] as Route).body);
  it.each(bodied)('%s names a field of its body that it does not know', async (name) => {
    const answered = await good.send(name, undefined, { no_such_thing: 1 });
    expect(answered.status).toBe(400);
    const problem = expect.stringContaining('no_such_thing') as string;
    expect(problemOf(answered).errors).toEqual([{ where: 'body.no_such_thing', problem }]);
  });

  it.each(names)('%s takes its own method alone', async (name) => {
    const own = Object.values(routes)
      .filter(({ path }) => path === routes[name].path)
      .flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]));
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH']) {
      if (own.includes(method)) continue;
      const answered = await ask(app.port, `/api/v1${good.path(name)}`, { method });
      expect(answered.status).toBe(405);
      expect(answered.headers['allow']).toBe(own.join(', '));
      problemOf(answered);
    }
  });

  // A run of a query is named by whoever asks for it, in letters and figures.
  const named: readonly RouteName[] = ['runQuery', 'endQuery'];
  it('endQuery knows no run that does not go on, and no name that none has', async () => {
    for (const id of ['none-goes-on', '__proto__'])
      expect((await good.send('endQuery', `/query/runs/${id}`)).status).toBe(404);
    for (const id of hostileIds.filter((each) => each !== '__proto__')) {
      const answered = await good.send('endQuery', `/query/runs/${encodeURIComponent(id)}`);
      expect(problemOf(answered).errors).toMatchObject([{ where: 'params.id' }]);
    }
  });

  const byId = names.filter((name) => routes[name].path.includes('{id}') && !named.includes(name));
  it.each(byId)('%s does not know an unknown id', async (name) => {
    for (const id of ['F-none', 'C-none', ...hostileIds]) {
      const path = routes[name].path.replace('{id}', encodeURIComponent(id));
      const answered = await good.send(name, path);
      expect(answered.status).toBe(404);
      expect(problemOf(answered).type).toBe('not-found');
    }
  });

  const byRef = names.filter((name) => routes[name].path.includes('{ref}'));
  it.each(byRef)('%s does not know an unknown node, nor a reference that is none', async (name) => {
    const at = (ref: string) =>
      good.send(name, routes[name].path.replace('{ref}', encodeURIComponent(ref)));
    for (const ref of ['account:none', 'label:a1', 'account:../../../etc/passwd'])
      expect(problemOf(await at(ref)).status).toBe(404);
    for (const ref of ['a1', 'account:', 'Account:a1', 'run:x', ':a1', '__proto__:x']) {
      const problem = problemOf(await at(ref));
      expect(problem.status).toBe(400);
      expect(problem.errors?.[0]).toMatchObject({ where: 'params.ref' });
    }
  });

  const paged = names.filter((name) => 'cursor' in routes[name].query.shape);
  const listAt = (name: RouteName) => good.path(name).split('?')[0]!;
  it.each(paged)('%s refuses a cursor that no list answered', async (name) => {
    for (const cursor of ['x', '', '-1', '../..', '%00'])
      expect(problemOf(await good.get(`${listAt(name)}?cursor=${cursor}`)).errors).toMatchObject([
        { where: 'query.cursor' },
      ]);
  });

  it.each(paged)('%s gives the same list page by page', async (name) => {
    const list = async (query: string) =>
      JSON.parse((await good.get(`${listAt(name)}?${query}`)).text) as {
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
    const came = name === 'auditEntries' ? pages.length - whole.length : 0;
    expect(pages.slice(came)).toEqual(whole);
    // What the tests before looked at may be recorded as late as this one asks: the numbers that follow, the latest first.
    const numberOf = (entry: unknown) => (entry as { number: number }).number;
    const following = Array.from({ length: came }, (_, at) => numberOf(whole[0]) + came - at);
    expect(pages.slice(0, came).map(numberOf)).toEqual(following);
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
    const problem = problemOf(await good.get(path));
    expect(problem.status).toBe(400);
    expect(problem.errors?.map((error) => error.where)).toContain(where);
    expect(problem.errors?.every((error) => error.problem !== '')).toBe(true);
  });

  it('filter the findings', async () => {
    const items = async (query: string) =>
      (
        JSON.parse((await good.get(`/findings?${query}`)).text) as { items: { id: string }[] }
      ).items.map(({ id }) => id);
    const payout = good.result.findings.filter(({ detector }) => detector === 'shared-payout');
    expect(await items('detector=shared-payout')).toEqual(payout.map(({ id }) => id));
    expect(await items('detector=none')).toEqual([]);
    expect((await items('account=a1')).sort()).toEqual(
      good.result.findings
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
      const answered = await good.get(`/nodes/${ref}${view}`);
      expect(answered.status).toBe(200);
    }
    expect(JSON.parse((await good.get(`/nodes/${ref}`)).text)).toMatchObject({
      type: 'account',
      id,
    });
  });

  it.each(['/nodes/%zz', '/nodes/%', '/findings/%c0%af'])('%s is a problem', async (path) => {
    expect(problemOf(await good.get(path)).status).toBe(400);
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
    expect(problemOf(await good.get(`/sources/${'0'.repeat(64)}/2`)).status).toBe(404);
    expect(problemOf(await good.get(`/sources/${good.source.sha256}/99999`)).status).toBe(404);
  });
});

describe('ground truth', () => {
  it('stands in no answer', async () => {
    const paths = [
      ...names
        .filter((name) => routes[name].method === 'get' && name !== 'export')
        .map((name) => good.path(name)),
      '/search?q=operator',
    ];
    for (const path of paths) {
      const { text } = await good.get(path);
      expect(text).not.toMatch(/zzlabel|groundtruth-cluster/);
      expect(text).not.toMatch(/"type":"label"/);
    }
    expect(nodeTypeNames).toContain('label');
  });
});
