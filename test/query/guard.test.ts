import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { InvalidDataError } from '../../server/platform/problems.ts';
import { examine } from '../../server/explore/query/guard.ts';
import { runQuery } from '../../server/explore/query/run.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { tried } from '../hostile/tally.ts';
import { writeDataset } from '../dataset.ts';

const tested = testDatabase();
/** Whoever gets out of the database knocks here. */
let outside: Server;
let knocks = 0;
let address: string;

beforeAll(async () => {
  const folder = await writeDataset({
    accounts: [{ account_id: 'a1' }, { account_id: 'a2' }],
    logins: [{ account_id: 'a1', ip: '192.0.2.1', started_at: '2024-01-01T00:00:00Z' }],
    labels: [{ account_id: 'a1', role: 'operator', note: 'zzlabel' }],
  });
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  outside = createServer((_request, response) => {
    knocks += 1;
    response.end('a,b\n');
  });
  await new Promise<void>((resolve) => {
    outside.listen(0, '127.0.0.1', resolve);
  });
  address = `http://127.0.0.1:${(outside.address() as AddressInfo).port}/x`;
});

afterAll(() => outside.close());

const refused = messages.queries.refused;

async function problemsOf(text: string): Promise<string[]> {
  const { check, letThrough } = await examine(tested.database, text, {});
  expect(check.allowed).toBe(letThrough !== null);
  return check.problems.map(({ says }) => says);
}

/** All that the graph holds: what nothing refused may change. */
async function contents(): Promise<unknown> {
  return tested.database.read(
    'MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(r) AS relations, sum(size(keys(n))) AS properties',
  );
}

const nested = (inner: string) => `RETURN [x IN [1, 2] | COLLECT { ${inner} }] AS got`;
const listConfig = 'CALL dbms.listConfig() YIELD name, value RETURN name';

/** Each way round the gate that was seen, or thought of. */
const waysRound: [name: string, text: string, why?: string][] = [
  ['CREATE', "CREATE (:Account {id: 'x'})"],
  ['MERGE', "MERGE (a:Account {id: 'x'}) RETURN a"],
  ['SET', 'MATCH (a:Account) SET a.status = 1'],
  ['SET of labels', 'MATCH (a:Account) SET a:Ip'],
  ['REMOVE', 'MATCH (a:Account) REMOVE a.id'],
  ['DELETE', 'MATCH (a:Account)-[r]->() DELETE r'],
  ['DETACH DELETE', 'MATCH (n) DETACH DELETE n'],
  ['FOREACH', 'FOREACH (x IN [1] | CREATE (:Account {id: x}))'],
  ['a write in a subquery', 'MATCH (a:Account) CALL (a) { SET a.x = 1 } RETURN a'],
  ['a write in a union', "MATCH (a:Account) RETURN a UNION CREATE (a:Account {id: 'x'}) RETURN a"],
  ['a write in transactions', 'MATCH (a:Account) CALL (a) { SET a.x = 1 } IN TRANSACTIONS'],
  [
    'reads in transactions',
    'MATCH (a:Account) CALL (a) { RETURN 1 AS x } IN TRANSACTIONS RETURN x',
    refused.transactions,
  ],
  [
    'CALL IN CONCURRENT TRANSACTIONS',
    'UNWIND [1] AS i CALL (i) { CREATE (:X) } IN 2 CONCURRENT TRANSACTIONS',
  ],
  [
    'transactions within an expression',
    nested('CALL { MATCH (b:Account) RETURN b.id AS id } IN TRANSACTIONS RETURN id'),
    refused.transactions,
  ],
  ['a leading comment', '/* reads */ // only\nCREATE (:X)'],
  ['a comment within a word', 'CRE/**/ATE (:X)'],
  ['a comment that ends elsewhere', '// \rCREATE (:X)'],
  ['letters as numbers', 'C\\u0052EATE (:X)', refused.escape],
  [
    'a quote as a number',
    "RETURN 'a\\u0027 AS x CALL dbms.listConfig() YIELD name RETURN name //'",
    refused.escape,
  ],
  ['EXPLAIN', 'EXPLAIN MATCH (n) RETURN n', refused.prefix],
  ['PROFILE', 'PROFILE CREATE (:X)', refused.prefix],
  ['PROFILE behind a comment', '/* x */ profile MATCH (n) RETURN n', refused.prefix],
  ['options', 'CYPHER runtime=slotted CREATE (:X)', refused.prefix],
  ['options and PROFILE', 'CYPHER 5 PROFILE CREATE (:X)', refused.prefix],
  ['a second statement', 'MATCH (n) RETURN n; CREATE (:X)'],
  ['an empty statement first', '; CREATE (:X)'],
  ['LOAD CSV of a file', "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line", refused.load],
  ['LOAD CSV of an address', 'LOAD CSV FROM $outside AS line RETURN line', refused.load],
  [
    'LOAD CSV within an expression',
    nested('LOAD CSV FROM $outside AS line RETURN line'),
    refused.load,
  ],
  [
    'LOAD CSV within a filter',
    'MATCH (a:Account) WHERE any(x IN [1] WHERE EXISTS { LOAD CSV FROM $outside AS l RETURN l }) RETURN a',
    refused.load,
  ],
  [
    'LOAD CSV in a branch',
    'RETURN CASE WHEN rand() < 2 THEN COLLECT { LOAD CSV FROM $outside AS l RETURN l } END AS x',
    refused.load,
  ],
  ['another database', 'USE system MATCH (n) RETURN n', refused.use],
  ['another database by name', "USE graph.byName('system') RETURN 1", refused.use],
  ['SHOW USERS', 'SHOW USERS'],
  ['SHOW CURRENT USER', 'SHOW CURRENT USER'],
  ['SHOW DATABASES', 'SHOW DATABASES'],
  ['SHOW SETTINGS', 'SHOW SETTINGS'],
  ['SHOW FUNCTIONS', 'SHOW FUNCTIONS'],
  ['SHOW PROCEDURES', 'SHOW PROCEDURES'],
  ['SHOW INDEXES', 'SHOW INDEXES'],
  ['SHOW TRANSACTIONS', 'SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery'],
  ['TERMINATE TRANSACTIONS', "TERMINATE TRANSACTIONS 'neo4j-transaction-1'"],
  [
    'SHOW and TERMINATE',
    'SHOW TRANSACTIONS YIELD transactionId AS id TERMINATE TRANSACTIONS id YIELD message RETURN message',
  ],
  ['CREATE INDEX', 'CREATE INDEX x FOR (n:X) ON (n.y)'],
  ['DROP INDEX', 'DROP INDEX skein_search'],
  ['DROP CONSTRAINT', 'DROP CONSTRAINT account_id_unique'],
  ['ALTER CURRENT USER', "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b12345678'"],
  ['CREATE USER', "CREATE USER mallory SET PASSWORD 'b12345678'"],
  ['a procedure', 'CALL dbms.listConfig()', refused.procedure('dbms.listConfig')],
  [
    'a procedure in a subquery',
    `CALL () { ${listConfig} } RETURN name`,
    refused.procedure('dbms.listConfig'),
  ],
  ['a procedure within an expression', nested(listConfig), refused.procedure('dbms.listConfig')],
  [
    'a procedure within a filter',
    `MATCH (a:Account) WHERE any(x IN [1] WHERE EXISTS { ${listConfig} }) RETURN a`,
    refused.procedure('dbms.listConfig'),
  ],
  [
    'a procedure two expressions deep',
    `RETURN [x IN [1] | EXISTS { MATCH (a) WHERE any(y IN [1] WHERE EXISTS { ${listConfig} }) }] AS z`,
    refused.procedure('dbms.listConfig'),
  ],
  ['a procedure that only reads', 'CALL db.labels()', refused.procedure('db.labels')],
  ['a procedure in backticks', 'CALL `dbms`.`listConfig`()', refused.procedure('dbms.listConfig')],
  [
    'a procedure with comments between',
    'CALL /* ( */ dbms . /* x */ listConfig()',
    refused.procedure('dbms.listConfig'),
  ],
  ['a procedure right after a number', 'WITH 1AS x RETURN x'],
  [
    'killing connections',
    "CALL dbms.killConnections(['bolt-1'])",
    refused.procedure('dbms.killConnections'),
  ],
  [
    'an extension’s procedure',
    "CALL apoc.load.json('http://127.0.0.1/')",
    refused.procedure('apoc.load.json'),
  ],
  [
    'an extension’s function',
    'RETURN apoc.cypher.runFirstColumnSingle("CREATE (:X)", {})',
    refused.function('apoc.cypher.runFirstColumnSingle'),
  ],
  [
    'an extension’s function in backticks',
    'RETURN `apoc` . `version` ()',
    refused.function('apoc.version'),
  ],
  ['ground truth', 'MATCH (l:Label) RETURN l.note', refused.groundTruth],
  ['ground truth in backticks', 'MATCH (l:`Label`) RETURN l.note', refused.groundTruth],
  ['a label that is handed over', 'MATCH (n:$($outside)) RETURN n', refused.computedName],
  [
    'a label that is put together',
    "MATCH (n:$('Lab' + 'el')) RETURN n.role, n.note",
    refused.computedName,
  ],
  ['a type that is put together', 'MATCH ()-[r:$($outside)]->() RETURN r', refused.computedName],
  [
    'a pattern that may be a subtraction',
    'MATCH (a:Account) RETURN size(a.id)--(1)',
    refused.ambiguous,
  ],
  ['an open quote', "RETURN 'a", refused.character("'")],
  ['an invisible letter', 'RETURN 1 AS\u200b x', refused.character('\u200b')],
  ['nothing', '  // nothing\n', messages.queries.empty],
];

describe('what is refused', () => {
  it.each(waysRound)('%s', async (_name, text, why) => {
    tried('query', text);
    const before = await contents();
    const problems = await problemsOf(text);
    expect(problems).toHaveLength(1);
    if (why !== undefined) expect(problems).toEqual([why]);
    const asked = { text, parameters: { outside: address }, rows: 10, seconds: 10 };
    const running = runQuery(tested.database, 'refused-run', asked, new AbortController().signal);
    await expect(running).rejects.toThrow(InvalidDataError);
    expect(await contents()).toEqual(before);
    expect(knocks).toBe(0);
  });

  it('is nested calls that the plan does not show: the words alone tell them', async () => {
    const plan = await tested.database.personal.explain(
      nested('CALL db.labels() YIELD label RETURN label'),
      {},
    );
    expect(plan.type).toBe('r');
    expect(JSON.stringify(plan.root.children.map(({ operator }) => operator))).not.toContain(
      'Procedure',
    );
  });

  it('is refused by the server too, where a write gets past the gate', async () => {
    const run = tested.database.personal.run({
      text: "CREATE (:Account {id: 'x'})",
      parameters: {},
      timeoutMs: 5_000,
      rows: 10,
      id: 'past-the-gate',
      signal: new AbortController().signal,
    });
    await expect(run).rejects.toThrow(/access mode/i);
  });
});

const reads: [name: string, text: string][] = [
  ['a pattern', 'MATCH (a:Account)-[r]->(b) RETURN a, r, b LIMIT 5'],
  ['a comment', '// accounts\nMATCH (a:Account) /* all */ RETURN a'],
  ['words in quotes', "RETURN 'LOAD CSV; CALL dbms.listConfig() // \\' CREATE' AS text"],
  ['words in backticks', 'MATCH (a:Account) RETURN a.`load` AS `USE`, a.`transactions` AS `csv`'],
  ['a search', "CALL db.index.fulltext.queryNodes('skein_search', $words) YIELD node RETURN node"],
  [
    'a subquery',
    'MATCH (a:Account) CALL (a) { MATCH (a)-[r]->() RETURN count(r) AS links } RETURN a.id, links',
  ],
  [
    'counts and lists',
    'MATCH (a:Account) RETURN COUNT { (a)-->() } AS out, COLLECT { MATCH (a)-->(b) RETURN b.id } AS ids',
  ],
  [
    'an expression with a pattern',
    'MATCH (a:Account) RETURN [x IN [1] | EXISTS { MATCH (a)--(b) WHERE b.id = toString(x) }] AS e',
  ],
  [
    'a path',
    "MATCH p = shortestPath((a:Account {id: 'a1'})-[*..5]-(b:Account {id: 'a2'})) RETURN p",
  ],
  ['a quantified path', "MATCH p = ANY SHORTEST (:Account {id: 'a1'})--+(b:Ip) RETURN p"],
  ['a path of variable length', "MATCH (:Account {id: 'a1'})-[*1..3]-(b) RETURN DISTINCT b"],
  ['a union', 'MATCH (a:Account) RETURN a.id AS id UNION ALL MATCH (i:Ip) RETURN i.id AS id'],
  [
    'optional',
    'MATCH (a:Account) OPTIONAL MATCH (a)-[r:RATED]->(b) RETURN a, b ORDER BY a.id SKIP 1',
  ],
  [
    'times and points',
    "RETURN datetime('2024-01-01').epochMillis, duration.between(date('2024-01-01'), date('2024-01-02')), point.distance(point({x: 1, y: 2}), point({x: 2, y: 2}))",
  ],
  ['all nodes', 'MATCH (n) RETURN labels(n) AS labels, count(*) AS count'],
  ['all relations', 'MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS count'],
  [
    'parts of lists',
    'MATCH (a:Account) WITH collect(a) AS found RETURN found[..toInteger($n)] AS x, found[1..size(found)] AS y',
  ],
  ['the end of a statement', 'MATCH (a:Account) RETURN a;'],
];

describe('what is let through', () => {
  it.each(reads)('%s', async (_name, text) => {
    expect(await problemsOf(text)).toEqual([]);
  });

  it('is told with the parameters it takes and what the database remarks, at its place', async () => {
    const text = '// a comment\nMATCH (a:Acount)\nWHERE a.id = $`the id` OR a.id = $b RETURN a';
    const { check } = await examine(tested.database, text, {});
    expect(check.parameters).toEqual(['the id', 'b']);
    const [remark] = check.remarks;
    expect(remark!.says).toContain('Acount');
    expect(text.slice(remark!.from!, remark!.to!)).toBe('Acount');
  });

  it('is not what is misspelt: where and what', async () => {
    const text = 'MATCH (a:Account)\n  RETRUN a';
    const { check } = await examine(tested.database, text, {});
    expect(check.problems[0]!.says).toContain('RETRUN');
    expect(text.slice(check.problems[0]!.from!, check.problems[0]!.to!)).toBe('RETRUN');
  });
});
