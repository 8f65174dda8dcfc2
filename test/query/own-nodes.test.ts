/**
 * What is the program's own is met by no query of a person: who people are, what a closed case holds, what was decided. An analyst who is shown none of
 * it asks by every way that was thought of; nothing of it may come, and nothing that comes may be other when it is other.
 */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import type { ParameterValues } from '../../domain/query.ts';
import type { Serving } from '../../server/edge/http/serve.ts';
import { examine } from '../../server/explore/query/guard.ts';
import { ownLabels } from '../../server/graph/neo4j/own-nodes.ts';
import { addPerson } from '../../server/people/persons.ts';
import { makeToken } from '../../server/people/tokens.ts';
import { testDatabase } from '../database.ts';
import { loadRing } from '../explore/ring.ts';
import { ask, serveOver, smallPage } from '../http/served.ts';

const tested = testDatabase();
const tokens = new Map<string, string>();
const title = 'Zztipped off nobody';
let server: Serving;
let page: string;
let own: ParameterValues;
let runs = 0;

async function as(name: string, path: string, body: unknown) {
  const headers = {
    authorization: `Bearer ${tokens.get(name)!}`,
    'content-type': 'application/json',
  };
  const sent = { method: 'POST', headers, body: JSON.stringify(body) };
  return ask(server.port, `/api/v1${path}`, sent);
}

async function well(path: string, body: unknown): Promise<void> {
  const { status, text } = await as('zzann', path, body);
  expect(status, text).toBe(200);
}

beforeAll(async () => {
  await loadRing(tested);
  page = await smallPage();
  const settings = { ...tested.settings, open: false };
  server = await serveOver(tested.database, { settings }, { page });
  const house = { database: tested.database, home: settings.home };
  for (const name of ['zzann', 'cyd']) {
    const person = await addPerson(house, name, 'analyst', new Date());
    const asked = { name: 'All', scope: ['look', 'see', 'work'], days: 1 } as const;
    const { secret } = await makeToken(house, { ...person, role: 'analyst' }, asked, new Date());
    tokens.set(name, secret);
  }
  await well('/cases', { id: 'zzcase-of-one', title, members: ['zzann'] });
  const content = { version: 1, nodes: [], relations: [] };
  await well('/cases/zzcase-of-one/boards', { id: 'zzboard-of-one', title: 'Zzboard', content });
  await well('/cases/zzcase-of-one/comments', { id: 'zzcomment-of-one', text: 'Zzwords of few' });
  await well('/judgements', {
    ...{ kind: 'link', verdict: 'confirmed', why: 'Zzbecause' },
    subjects: ['account:a1', 'account:a2'],
  });
  const [ids] = await tested.database.read<{ element: string; number: number }>(
    'MATCH (c:SkeinCase {id: $id}) RETURN elementId(c) AS element, toFloat(id(c)) AS number',
    { id: 'zzcase-of-one' },
  );
  own = { ...ids!, label: 'SkeinCase', title, long: 'x'.repeat(200) };
});

afterAll(async () => {
  await server.close();
  await rm(page, { recursive: true });
});

const fails = 'CASE WHEN n.title STARTS WITH $title THEN 1 / 0 ELSE 1 END = 1';

const ways: readonly string[] = [
  // By their labels, in words or worked out.
  'MATCH (n:SkeinCase) RETURN n',
  'MATCH (n:`SkeinCase`) RETURN properties(n)',
  'MATCH (n:Account|SkeinCaseComment) RETURN n.text',
  'MATCH (n:SkeinJudgement) RETURN n.why',
  'MATCH (n:Skein) RETURN n',
  'MATCH (n:$($label)) RETURN properties(n)',
  "MATCH (n:$('Skein' + 'Person')) RETURN properties(n)",
  'MATCH (n:$any([$label])) RETURN n.title',
  'MATCH (n) WHERE n:$($label) RETURN n.title',
  'MATCH (n IS $($label)) RETURN n.title',
  // Without any.
  'MATCH (n) RETURN properties(n) AS all',
  'MATCH (n) RETURN n.title, n.text, n.why, n.name SKIP 1',
  'MATCH (n) WHERE $label IN labels(n) RETURN n.title',
  "MATCH (n) WHERE any(l IN labels(n) WHERE l STARTS WITH 'Skei' + 'n') RETURN n.title",
  'MATCH (n) WHERE n.title = $title RETURN n.id',
  'MATCH (n {title: $title}) RETURN n.id',
  'MATCH (n WHERE n.title = $title) RETURN n.id',
  'MATCH (WHERE true) RETURN count(*)',
  'MATCH () RETURN count(*)',
  'MATCH (n) RETURN count(n)',
  'MATCH (n) RETURN count(DISTINCT labels(n))',
  'MATCH (n) UNWIND labels(n) AS l RETURN l, count(*)',
  'MATCH (n) UNWIND keys(n) AS k RETURN DISTINCT k',
  'OPTIONAL MATCH (n) WHERE n.title IS NOT NULL RETURN n.title',
  'MATCH p = (n) RETURN p',
  'MATCH (a:Account), (n) RETURN n.title LIMIT 5000',
  'MATCH (n) WITH n ORDER BY n.title DESC LIMIT 1 RETURN n.title',
  // By what labels are not.
  'MATCH (n:!Account) RETURN n.title',
  'MATCH (n:%) RETURN n.title',
  'MATCH (n:!(Account|Ip)&!Device) RETURN n.title',
  'MATCH (n IS !Account) RETURN n.title',
  'MATCH (n) WHERE NOT n:Account RETURN n.title',
  'MATCH (n:Account|!Account) RETURN n.title',
  // By what the database calls them.
  'MATCH (n) WHERE elementId(n) = $element RETURN n.title',
  'MATCH (n) WHERE elementId(n) IN [$element] RETURN n',
  'MATCH (n) WHERE id(n) = toInteger($number) RETURN n.title',
  'MATCH (n:Account|!Account) WHERE id(n) = toInteger($number) RETURN n.title',
  'UNWIND range(0, 5000) AS i MATCH (n) WHERE id(n) = i RETURN n.title',
  'UNWIND range(0, 5000) AS i RETURN [x IN [i] | COLLECT { MATCH (n) WHERE id(n) = x RETURN n.title }]',
  // By ways that may have no step.
  'MATCH p = (n)-[*0..1]-(m) RETURN p',
  'MATCH (n)-[*0]-(m) RETURN m.title',
  'MATCH (n)(()--()){0,1}(m) RETURN m.title',
  'MATCH ((n))  RETURN n.title',
  'MATCH p = ANY SHORTEST (n)--*(m) RETURN m.title',
  'MATCH (n)-[r]-(m) RETURN count(*)',
  'MATCH ()-[r]->() RETURN type(r), count(*)',
  'MATCH (n) WHERE NOT (n)--() RETURN n.title',
  'MATCH (n) WHERE NOT EXISTS { (n)--() } RETURN properties(n)',
  // In subqueries, and within expressions, which no plan shows.
  'CALL () { MATCH (n) RETURN n } RETURN n.title',
  'MATCH (n:Account) CALL () { MATCH (n) RETURN n.title AS t } RETURN t',
  'MATCH (a:Account) RETURN a.id AS x UNION MATCH (n) RETURN n.title AS x',
  'RETURN COUNT { MATCH (n) } AS c',
  'RETURN COUNT { (n) } AS c',
  'RETURN EXISTS { (n {title: $title}) } AS e',
  'RETURN COLLECT { MATCH (n) RETURN n.title } AS t',
  'RETURN [x IN [1] | COLLECT { MATCH (n) RETURN properties(n) }] AS t',
  'RETURN [x IN [1] | EXISTS { MATCH (n) WHERE n.title = $title }] AS t',
  'RETURN [x IN [1] | COUNT { MATCH where = (n) WHERE n.title = $title }] AS t',
  'RETURN [x IN [1] | COLLECT { MATCH (n:!Account) RETURN n.title }] AS t',
  'RETURN [x IN [1] | COLLECT { CALL () { MATCH (n) RETURN n.title AS t } RETURN t }] AS t',
  'RETURN [x IN [1] | [p = (n)-[*0..1]-() | n.title]] AS t',
  'RETURN [x IN [1] | [(n)-[*0..1]-(m) WHERE m.title IS NOT NULL | m.title]] AS t',
  'RETURN [(n:Account)--() | 1] AS x, [y IN [1] | COLLECT { MATCH (n) RETURN n.title }] AS t',
  'MATCH (n:Account) RETURN 1 AS t UNION RETURN [y IN [1] | COLLECT { MATCH (n) RETURN n.title }] AS t',
  'MATCH (n:Account) UNWIND [1] AS starts WITH 1 AS x RETURN [y IN [1] | COLLECT { MATCH (n) RETURN n.title }] AS t',
  'MATCH (n:Account) WITH n.id AS n1, 1 AS x RETURN [y IN [1] | COLLECT { MATCH (n) RETURN n.title }] AS t',
  'RETURN CASE WHEN rand() < 2 THEN COLLECT { MATCH (n) RETURN n.title } END AS t',
  'RETURN reduce(s = 0, x IN [1] | s + COUNT { MATCH (n) WHERE n.title = $title }) AS t',
  'RETURN all(x IN [1] WHERE EXISTS { MATCH (n) WHERE n.title = $title }) AS t',
  'WITH 1 AS match RETURN match + COUNT { MATCH (n) WHERE n.title = $title } AS t',
  'RETURN {match: COLLECT { MATCH (n) RETURN n.title }} AS t',
  'RETURN {count: COUNT { ((n)) }, title: EXISTS { (n $where) }} AS t',
  // By the indexes.
  "CALL db.index.fulltext.queryNodes('skein_words', 'zz*') YIELD node RETURN node",
  "CALL db.index.fulltext.queryNodes('skein_found', 'zz*') YIELD node RETURN node",
  // By failing, where one of them is as asked.
  `MATCH (n) WHERE ${fails} RETURN count(n)`,
  `MATCH (n)-->(m) WHERE ${fails} RETURN count(n)`,
  `MATCH (n)-->(m) WHERE elementId(n) = $element AND ${fails} RETURN count(n)`,
  `MATCH (n) WHERE elementId(n) = $element AND ${fails} MATCH (n)-->(m) RETURN count(n)`,
  `RETURN [x IN [1] | COUNT { MATCH (n)-->(m) WHERE ${fails} }] AS t`,
  `RETURN [x IN [1] | COUNT { MATCH (n)-->(m) WHERE elementId(n) = $element AND ${fails} }] AS t`,
  `RETURN [x IN [1] | [(n)-->(m) WHERE ${fails} | 1]] AS t`,
  'MATCH (n) RETURN date(n.title)',
  'MATCH (n)-->() WITH n ORDER BY date(n.title) RETURN count(n)',
];

async function outcome(text: string): Promise<unknown> {
  runs += 1;
  const asked = { text, parameters: { ...own, where: { title } }, rows: 5_000, seconds: 60 };
  const { status, text: said } = await as('cyd', `/query/runs/own-nodes-${runs}`, asked);
  expect([200, 422], `${text}: ${said}`).toContain(status);
  const answer = JSON.parse(said) as Record<string, unknown>;
  expect(said, text).not.toMatch(/zz|password_hash/i);
  expect(JSON.stringify(answer['rows'] ?? []), text).not.toContain('Skein');
  return [status, answer['rows'] ?? answer['detail']];
}

describe('what is Skein’s own', () => {
  it(
    `is met by none of ${ways.length} ways of asking, and changes no answer`,
    { timeout: 600_000 },
    async () => {
      const before = new Map<string, unknown>();
      for (const way of ways) before.set(way, await outcome(way));
      // Most are answered, and only by the data.
      const answered = ways.filter((way) => (before.get(way) as [number])[0] === 200);
      expect(answered.length, answered.join('\n')).toBeGreaterThan(ways.length / 2);
      await tested.database.write(
        `MATCH (c:SkeinCase {id: $id}) SET c.title = 'Another', c.what = 'else'
       WITH 1 AS one UNWIND range(1, 7) AS at CREATE (:SkeinCase {id: 'zz' + at, another: at}), (:SkeinJudgement {id: 'zz' + at, why: 'Zz'})`,
        { id: 'zzcase-of-one' },
      );
      for (const way of ways) expect(await outcome(way), way).toEqual(before.get(way));
    },
  );

  it('has no relation: from the data no way leads there', async () => {
    const [row] = await tested.database.read<{ count: number }>(
      'MATCH (n)--() WHERE any(label IN labels(n) WHERE label IN $own) RETURN count(*) AS count',
      { own: ownLabels },
    );
    expect(row).toEqual({ count: 0 });
  });

  it('is in no index that a query may search, but for findings', async () => {
    const indexes = await tested.database.read<{ labels: string[] }>(
      "SHOW FULLTEXT INDEXES YIELD labelsOrTypes, entityType WHERE entityType = 'NODE' RETURN labelsOrTypes AS labels",
    );
    const searched = new Set(indexes.flatMap(({ labels }) => labels));
    expect([...searched].filter((label) => ownLabels.includes(label))).toEqual(['SkeinFinding']);
  });

  it('is refused by name but for what detection found, and a place that names no label is told', async () => {
    const says = async (text: string) => (await examine(tested.database, text, own)).check;
    for (const label of ['SkeinRun', 'SkeinFinding', 'SkeinCluster', 'SkeinAccountScore'])
      expect((await says(`MATCH (n:${label}) RETURN n`)).allowed, label).toBe(true);
    for (const label of ['SkeinPerson', 'SkeinDisposition', 'SkeinOfTomorrow'])
      expect((await says(`MATCH (n:${label}) RETURN n`)).problems[0]!.says).toBe(
        messages.people.notAsked,
      );
    const text = `MATCH (n) WHERE elementId(n) = $element AND ${fails} RETURN n`;
    const [problem] = (await says(text)).problems;
    expect(problem!.says).toBe(messages.queries.refused.nameLabel);
    expect(text.slice(problem!.from!, problem!.to!)).toBe('(n)');
  });
});

describe('the data', () => {
  it.each([
    ['MATCH (n) RETURN n LIMIT 25', /"nodes":[1-9]/],
    ['MATCH (n)-[r]->(m) RETURN n, r, m LIMIT 25', /"nodes":[1-9]/],
    ["MATCH (n {id: 'a1'}) RETURN labels(n)", /Account/],
    ['MATCH (n:!Account) RETURN count(n) > 0 AS some', /\[\[true\]\]/],
    ["MATCH (a:Account {id: 'a1'}) RETURN COUNT { (a)--() } > 0 AS some", /\[\[true\]\]/],
    [
      "MATCH (a:Account {id: 'a1'}) RETURN [x IN [1] | COLLECT { MATCH (a)--(b) WHERE b.id <> '' RETURN b.id }][0] AS ids",
      /"items":\["/,
    ],
    [
      'MATCH (a) WHERE elementId(a) IN $ids MATCH (a)-[r]->(b) RETURN count(r) > 0 AS some',
      /\[\[true\]\]/,
    ],
  ])('is found as before: %s', async (text, holds) => {
    const ids = await tested.database.read<{ id: string }>(
      'MATCH (a:Account) RETURN elementId(a) AS id',
    );
    const asked = { text, parameters: { ids: ids.map(({ id }) => id) } };
    const { status, text: said } = await as('cyd', `/query/runs/of-data-${(runs += 1)}`, asked);
    expect(status, said).toBe(200);
    expect(said).toMatch(holds);
  });
});
