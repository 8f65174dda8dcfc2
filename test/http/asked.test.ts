import { beforeAll, describe, expect, it } from 'vitest';
import { loadQuery } from '../../cypher/load-query.ts';
import { problemSchema } from '../../domain/answers.ts';
import { routes } from '../../domain/api/api.ts';
import { messages } from '../../domain/messages/index.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { testDatabase } from '../database.ts';
import { hostileIds, loadRing } from '../explore/ring.ts';
import { ask, servedApp, type Answered } from './served.ts';

const tested = testDatabase();
const app = servedApp(tested);
const answer = routes.asked.answer;
let result: DetectionResult;
let runs = 0;

beforeAll(async () => {
  result = await loadRing(tested);
});

function post(path: string, body: unknown): Promise<Answered> {
  return ask(app.port, `/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

const asking = (of: string) => ask(app.port, `/api/v1/asked?of=${encodeURIComponent(of)}`);
const asked = async (of: string) => answer.parse(JSON.parse((await asking(of)).text)).items;
const askedBy = async (of: string, body: unknown) =>
  answer.parse(JSON.parse((await post('/asked', { of, body })).text)).items;

/** What of the program's own a query of a person may not read: all but what detection found, and what in. */
const kept =
  /`?Skein(?!(?:Run|Finding|Cluster|ClusterThing|AccountScore|SourceFile|Load)\b)[A-Z]\w*/;

/** Each stands on its own in the editor, and finds there what it found here, or is kept from there by what it names. */
async function askAgain(queries: Awaited<ReturnType<typeof asked>>): Promise<void> {
  for (const { text, parameters, rows } of queries) {
    const again = await post(`/query/runs/asked-${String(runs++)}-again`, {
      text,
      parameters,
      rows: 10_000,
    });
    if (kept.test(text)) {
      expect(again.text).toContain(messages.people.notAsked);
      continue;
    }
    expect(again.text, text).toContain('"columns"');
    expect((JSON.parse(again.text) as { rows: unknown[] }).rows).toHaveLength(rows);
  }
}

describe('the queries behind an answer', () => {
  /** The address of each kind of click. */
  const clicks: [click: string, of: () => string, holds: RegExp][] = [
    ['a cluster', () => `/clusters/${result.clusters[0]!.id}`, /MATCH \(c:SkeinCluster/],
    [
      'its graph',
      () => `/clusters/${result.clusters[0]!.id}/graph`,
      /`LOGGED_IN_ON`|`PAID_THROUGH`/,
    ],
    ['a finding', () => `/findings/${result.findings[0]!.id}`, /Finding/],
    ['its graph', () => `/findings/${result.findings[0]!.id}/graph`, /UNWIND \$pairs/],
    ['a node', () => '/nodes/account:a1', /MATCH \(n:`Account` \{id: id\}\)/],
    ['its neighbours', () => '/nodes/account:a1/neighbours', /count\(DISTINCT other\)/],
    ['an expand', () => '/nodes/account:a1/expand?type=logins.ip&limit=3', /`LOGGED_IN_FROM`/],
    ['a pair', () => '/explain?a=a1&b=a2', /Finding/],
    ['its graph', () => '/explain/graph?a=a1&b=a2', /MATCH \(n:`Account`/],
    ['linked accounts', () => '/explain/linked?account=a1', /Finding/],
    ['a search', () => '/search?q=harlow', /db\.index\.fulltext\.queryNodes/],
    ['a list', () => '/findings?min_score=0.1', /Finding/],
    ['hostile ids', () => `/nodes/${encodeURIComponent(`account:${hostileIds[5]}`)}`, /Account/],
  ];

  it.each(clicks)(
    'of %s are told word for word, and may be asked in the editor where they read no decisions and no people',
    async (_click, of, holds) => {
      const queries = await asked(of());
      expect(queries.map(({ text }) => text).join('\n')).toMatch(holds);
      await askAgain(queries);
    },
  );

  const accounts = ['a1', 'a2'];
  it.each([
    ['payouts', '/views/payouts', { accounts }, /PAID_THROUGH/],
    ['ratings', '/views/ratings', { accounts }, /RATED/],
    ['money flow', '/views/flow', { accounts }, /PAID_THROUGH/],
    ['hours at work', '/views/hours', { accounts }, /LOGGED_IN/],
    ['columns of nodes', '/graph/nodes', { nodes: ['account:a1'] }, /Account/],
  ])('of the view of %s are told too', async (_view, of, body, holds) => {
    const queries = await askedBy(of, body);
    expect(queries.map(({ text }) => text).join('\n')).toMatch(holds);
    await askAgain(queries);
  });

  it('are told with the values that were asked with', async () => {
    const queries = await asked('/nodes/account:a1/expand?type=logins.ip&limit=3');
    expect(queries.map(({ parameters }) => parameters)).toContainEqual(
      expect.objectContaining({ id: 'a1', limit: 3, out: true, in: true }),
    );
    expect(queries.map(({ text }) => text)).toContain(
      loadQuery('explore/expand', { label: 'Account', relation: ['LOGGED_IN_FROM'] }),
    );
  });

  it.each(['/nodes/account:none', '/nothing', '/asked?of=/overview', '/export?account=a1'])(
    'of %s are none, since it answers nothing',
    async (of) => {
      const answered = await asking(of);
      expect(problemSchema.parse(JSON.parse(answered.text)).status).toBe(404);
    },
  );

  it.each(['/cases', '/judgements', '/query/runs/some-run-of-mine', '/asked', '/overview'])(
    'of a POST to %s are none, since it might change something',
    async (of) => {
      const answered = await post('/asked', { of, body: { title: 'By the way' } });
      expect(problemSchema.parse(JSON.parse(answered.text)).status).toBe(404);
      expect((await ask(app.port, '/api/v1/cases')).text).not.toContain('By the way');
    },
  );
});
