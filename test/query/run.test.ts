import { beforeAll, describe, expect, it } from 'vitest';
import { graphSchema } from '../../domain/answers.ts';
import { formatRef } from '../../domain/schema/graph.ts';
import { queryResultSchema, type ParameterValues, type QueryResult } from '../../domain/query.ts';
import { messages } from '../../domain/messages/index.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import type { Answered } from '../../server/graph/neo4j/personal-messages.ts';
import { ConflictError, EndedError, InvalidDataError } from '../../server/platform/problems.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { foundGraph } from '../../server/explore/query/found-graph.ts';
import { endRun, runQuery } from '../../server/explore/query/run.ts';
import { testDatabase } from '../database.ts';
import { tried } from '../hostile/tally.ts';
import { writeDataset } from '../dataset.ts';

const tested = testDatabase();
const hostile = '<img src=x onerror=alert(1)>\u202e';

beforeAll(async () => {
  const folder = await writeDataset({
    accounts: [
      { account_id: 'a1', display_name: hostile },
      { account_id: 'a2' },
      { account_id: '__proto__' },
    ],
    logins: ['a1', 'a2'].map((account_id) => ({
      account_id,
      ip: '192.0.2.1',
      device_id: 'd1',
      started_at: '2024-01-01T00:00:00Z',
    })),
    ratings: [{ rating_id: 'r1', from_account_id: 'a1', to_account_id: 'a2', score: 5 }],
    documents: [{ document_id: 't1', account_id: 'a1', kind: 'message', text: 'x'.repeat(12_000) }],
    labels: [{ account_id: 'a1', role: 'operator', note: 'zzlabel' }],
  });
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
});

const staying = new AbortController().signal;

function run(text: string, parameters: ParameterValues = {}, limits = {}, id = 'run-of-test') {
  const asked = { text, parameters, rows: 1_000, seconds: 20, ...limits };
  return runQuery(tested.database, id, asked, staying);
}

async function result(
  text: string,
  parameters?: ParameterValues,
  limits = {},
  id?: string,
): Promise<QueryResult> {
  const { json } = await run(text, parameters, limits, id);
  return queryResultSchema.parse(JSON.parse(json));
}

async function value(expression: string, parameters?: ParameterValues): Promise<unknown> {
  return (await result(`RETURN ${expression} AS value`, parameters)).rows[0]![0];
}

/** Each finds ground truth, or how much there is of it, where it stands in the graph. */
const waysToGroundTruth: [text: string, parameters: ParameterValues][] = [
  ["MATCH (n) WHERE 'Lab' + 'el' IN labels(n) RETURN count(n)", {}],
  ['MATCH (n) WHERE $l IN labels(n) RETURN properties(n)', { l: 'Label' }],
  ["MATCH (n) WHERE n.role IS NOT NULL RETURN n, n['role']", {}],
  ["MATCH (n) WHERE n.note CONTAINS 'zz' RETURN n.note", {}],
  [
    "MATCH (n) WHERE any(key IN keys(n) WHERE toStringOrNull(n[key]) = 'operator') RETURN count(n)",
    {},
  ],
  ["MATCH (n) WHERE n.id = 'a1' AND NOT n:Account RETURN labels(n), properties(n)", {}],
  [
    "MATCH (n) WHERE any(key IN keys(n) WHERE toStringOrNull(n[key]) CONTAINS 'zzlabel') RETURN n",
    {},
  ],
  ['MATCH (n) UNWIND labels(n) AS l WITH l WHERE l = $l RETURN count(*)', { l: 'Label' }],
  [
    "CALL db.index.fulltext.queryNodes('skein_words', 'zzlabel OR operator') YIELD node RETURN node",
    {},
  ],
  [
    "CALL db.index.fulltext.queryNodes('skein_texts', 'zzlabel OR operator') YIELD node RETURN node",
    {},
  ],
  ['MATCH (n) RETURN n.role, n.note ORDER BY n.role SKIP 10000', {}],
];

describe('values', () => {
  it.each([
    ['null', null],
    ['true', true],
    ['42', 42],
    ['0.1', 0.1],
    ["'text'", 'text'],
    ['9007199254740991', 9_007_199_254_740_991],
    ['9007199254740993', { kind: 'written', text: '9007199254740993', cut: false }],
    ['-9223372036854775807', { kind: 'written', text: '-9223372036854775807', cut: false }],
    ['0.0 / 0.0', { kind: 'written', text: 'NaN', cut: false }],
    ['1.0 / 0.0', { kind: 'written', text: 'Infinity', cut: false }],
    ["date('2024-02-29')", { kind: 'written', text: '2024-02-29', cut: false }],
    [
      "datetime('2024-02-29T10:00:00.123456789Z')",
      { kind: 'written', text: '2024-02-29T10:00:00.123456789Z', cut: false },
    ],
    ["localtime('10:00')", { kind: 'written', text: '10:00:00', cut: false }],
    ["duration('P1DT2H')", { kind: 'written', text: 'P1DT2H', cut: false }],
    ['[1, [2]]', { kind: 'list', items: [1, { kind: 'list', items: [2] }] }],
    [
      '{a: 1, `__proto__`: {b: null}}',
      {
        kind: 'map',
        entries: expect.arrayContaining([
          ['a', 1],
          ['__proto__', { kind: 'map', entries: [['b', null]] }],
        ]) as unknown,
      },
    ],
  ])('%s', async (expression, expected) => {
    expect(await value(expression)).toEqual(expected);
  });

  it('points are written', async () => {
    expect(await value('point({x: 1, y: 2})')).toMatchObject({
      kind: 'written',
      text: expect.stringContaining('1') as string,
    });
  });

  it('long texts are cut, deep lists end', async () => {
    const text = await result("MATCH (d:Document {id: 't1'}) RETURN d.text");
    expect(text.rows[0]![0]).toMatchObject({ kind: 'written', cut: true });
    const deep = `${'['.repeat(40)}1${']'.repeat(40)}`;
    expect(JSON.stringify(await value(deep))).toContain('…');
  });

  it('nodes, relations and paths bear what names them', async () => {
    const { rows, nodes, relations } = await result(
      "MATCH p = (a:Account {id: 'a1'})-[r:RATED]->(:Account) RETURN a, r, p",
    );
    const [node, relation, path] = rows[0]!;
    expect(node).toMatchObject({ kind: 'node', ref: 'account:a1', caption: hostile });
    expect(relation).toMatchObject({ kind: 'relation', says: 'rated' });
    expect(path).toMatchObject({
      kind: 'path',
      steps: [{ ref: 'account:a1' }, {}, { ref: 'account:a2' }],
    });
    expect([nodes, relations]).toEqual([2, 1]);
  });

  it('ground truth is met by no way of asking', async () => {
    for (const [text, parameters] of waysToGroundTruth) {
      tried('query', text + JSON.stringify(parameters));
      const { rows, nodes } = await result(text, parameters);
      const said = JSON.stringify(rows);
      expect(said, text).not.toMatch(/zzlabel|operator|"Label"/);
      expect(said, text).not.toMatch(/\[\[[1-9]/);
      expect(nodes, text).toBe(0);
    }
  });

  it('parameters keep their kinds, whole numbers as integers', async () => {
    const parameters = { n: 3, x: 0.5, list: [1, 'a', null], map: { deep: [2] }, yes: true };
    expect(
      await value(
        "[valueType($n) CONTAINS 'INTEGER', valueType($x) CONTAINS 'FLOAT', $list, $map.deep, $yes]",
        parameters,
      ),
    ).toEqual({
      kind: 'list',
      items: [
        true,
        true,
        { kind: 'list', items: [1, 'a', null] },
        { kind: 'list', items: [2] },
        true,
      ],
    });
    expect((await result('UNWIND range(1, 9) AS x RETURN x LIMIT $n', { n: 3 })).rows).toHaveLength(
      3,
    );
  });

  it('a parameter without a value is asked for by name', async () => {
    await expect(run('RETURN $who, $what', { who: 1 })).rejects.toThrow(
      messages.queries.missing(['what']),
    );
  });
});

describe('limits', () => {
  it('of rows: no more are read, and it says so', async () => {
    const long = await result('UNWIND range(1, 100000000) AS x RETURN x', {}, { rows: 10 });
    expect(long.rows).toHaveLength(10);
    expect(long.cut).toBe('rows');
    const exact = await result('UNWIND range(1, 10) AS x RETURN x', {}, { rows: 10 });
    expect(exact.cut).toBeNull();
  });

  it('of bytes', async () => {
    const text = "MATCH (d:Document {id: 't1'}) UNWIND range(1, 9000) AS x RETURN d.text, x";
    const cut = await result(text, {}, { rows: 9_000 });
    expect(cut.cut).toBe('bytes');
    expect(cut.rows.length).toBeGreaterThan(100);
    expect(cut.rows.length).toBeLessThan(2_000);
  });

  it('of time', async () => {
    const endless = run('UNWIND range(1, 1000000000000) AS x RETURN count(x)', {}, { seconds: 1 });
    await expect(endless).rejects.toThrow(messages.queries.tooLong(1));
  });

  it('of memory', async () => {
    const greedy = run('UNWIND range(1, 100000000) AS x RETURN collect(x)');
    await expect(greedy).rejects.toThrow(messages.queries.tooMuchMemory);
  });

  it('a value that cannot be worked out is told as such', async () => {
    const failing = run('WITH 0 AS none RETURN 1 / none');
    await expect(failing).rejects.toThrow(InvalidDataError);
    await expect(failing).rejects.toThrow('by zero');
  });
});

/** How many transactions of a run the server has. */
async function transactions(id: string): Promise<number> {
  const rows = await tested.database.read<{ count: number }>(
    'SHOW TRANSACTIONS YIELD metaData WHERE metaData.skein = $id RETURN count(*) AS count',
    { id },
  );
  return rows[0]!.count;
}

/** Until the server has so many; it tells nobody when that changes. */
async function untilTransactions(id: string, count: number): Promise<void> {
  await expect.poll(() => transactions(id), { timeout: 30_000, interval: 50 }).toBe(count);
}

const endless = 'UNWIND range(1, 1000000000000) AS x RETURN count(x)';

describe('ending a query', () => {
  it('ends its transaction', async () => {
    const running = run(endless, {}, {}, 'ended-by-name');
    const failing = expect(running).rejects.toThrow(EndedError);
    await untilTransactions('ended-by-name', 1);
    expect(await endRun(tested.database, 'ended-by-name')).toBe(true);
    await failing;
    await untilTransactions('ended-by-name', 0);
    expect(await endRun(tested.database, 'ended-by-name')).toBe(false);
  });

  it('ends it when whoever asked has gone', async () => {
    const gone = new AbortController();
    const asked = { text: endless, parameters: {}, rows: 10, seconds: 60 };
    const running = runQuery(tested.database, 'asker-gone', asked, gone.signal);
    const failing = expect(running).rejects.toThrow(messages.queries.ended);
    await untilTransactions('asker-gone', 1);
    gone.abort();
    await failing;
    await untilTransactions('asker-gone', 0);
  });

  it('leaves no transaction behind a result that was cut', async () => {
    await run('UNWIND range(1, 100000000) AS x RETURN x', {}, { rows: 1 }, 'cut-run');
    await untilTransactions('cut-run', 0);
  });

  it('is not needed for one that runs under that name already', async () => {
    const running = run(endless, {}, {}, 'one-name').catch((error: unknown) => error);
    await untilTransactions('one-name', 1);
    const second = run('RETURN 1', {}, {}, 'one-name');
    await expect(second).rejects.toThrow(ConflictError);
    await expect(second).rejects.toThrow(messages.queries.runs('one-name'));
    await endRun(tested.database, 'one-name');
    expect(await running).toBeInstanceOf(EndedError);
  });
});

describe('the graph of a result', () => {
  const graphOf = async ({ found }: Answered) =>
    graphSchema.parse(await foundGraph(tested.database, found));

  it('holds its nodes and what joins them', async () => {
    const graph = await graphOf(
      await run('MATCH (n:Account|Ip|Device) RETURN collect({n: n}) AS all'),
    );
    expect(graph.nodes.map(formatRef).sort()).toEqual([
      'account:__proto__',
      'account:a1',
      'account:a2',
      'device:d1',
      'ip:192.0.2.1',
    ]);
    expect(graph.relations.map(({ type }) => type).sort()).toEqual([
      'logins.device_id',
      'logins.device_id',
      'logins.ip',
      'logins.ip',
      'ratings.to_account_id',
    ]);
    expect(graph.relations[0]!.sources[0]!.file).toMatch(/\.csv$/);
    expect(graph.nodes.find(({ id }) => id === 'a1')).toMatchObject({
      caption: hostile,
      degree: 4,
    });
  });

  it('brings the ends of a relation that came without them', async () => {
    const graph = await graphOf(await run('MATCH ()-[r:RATED]->() RETURN r'));
    expect(graph.nodes.map(formatRef).sort()).toEqual(['account:a1', 'account:a2']);
    expect(graph.relations).toHaveLength(1);
  });

  it('never shows ground truth, and is empty for figures', async () => {
    const all = await graphOf(await run('MATCH (n) RETURN n'));
    expect(JSON.stringify(all)).not.toMatch(/zzlabel|"label"/);
    expect(await graphOf(await run('RETURN 1'))).toEqual({ nodes: [], relations: [], omitted: 0 });
  });
});
