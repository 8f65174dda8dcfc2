import { describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { refusedGrowth } from '../../server/explore/query/growth.ts';
import { library } from '../../server/explore/query/library.ts';
import { readQuery } from '../../server/graph/neo4j/tokens.ts';

const tokens = (text: string) => readQuery(text).tokens;
const refused = (text: string) => refusedGrowth(tokens(text)) !== null;

/** Each is a text of more letters than a server has memory for; the first ended a real Neo4j 5.26 in five seconds. */
const endless: [name: string, query: string][] = [
  ['WITH', `WITH 'aaaaaaaaaaaaaaaa' AS s${' WITH s + s AS s'.repeat(30)} RETURN size(s)`],
  ['other names', `MATCH (a) WITH a.name AS s0 ${doubled(30)} RETURN size(s30)`],
  ['the other mark', `WITH 'aaaa' AS s${' WITH s || s AS s'.repeat(30)} RETURN size(s)`],
  ['a value', `WITH $s AS s${' WITH s + s AS s'.repeat(20)} RETURN size(s)`],
  ['UNWIND', `UNWIND ['aaaa'] AS s${' UNWIND [s + s] AS s'.repeat(30)} RETURN size(s)`],
  [
    'within a subquery',
    `RETURN COLLECT { WITH 'aaaa' AS s${' WITH s + s AS s'.repeat(30)} RETURN s }`,
  ],
  ['reduce', `RETURN size(reduce(s = 'aaaaaaaaaa', x IN range(1, 40) | s + s))`],
  [
    'reduce in a condition',
    `MATCH (a) WHERE size(reduce(s = 'a', x IN range(1, 40) | s + s)) > 3 RETURN a`,
  ],
  [
    'reduce with a list within',
    `RETURN reduce(s = 'a', x IN range(1, 40) | [y IN [s] | y + y][0])`,
  ],
  ['replace within reduce', `RETURN reduce(s = 'a', x IN range(1, 40) | replace(s, 'a', 'aa'))`],
  ['lists within lists', `RETURN ${listed(25)}`],
  ['lists within lists in a condition', `MATCH (a) WHERE size(${listed(25)}) > 3 RETURN a`],
  ['a property of a pattern', `MATCH (a {x: reduce(s = 'a', x IN range(1, 40) | s + s)}) RETURN a`],
  ['an order', `MATCH (a) RETURN a ORDER BY reduce(s = 'a', x IN range(1, 40) | s + s)`],
  ['replace within replace', `RETURN size(${replaced(5, 'a'.repeat(200))})`],
  ['split', `RETURN size(split(reduce(s = 'a,', y IN range(1, 24) | s + s), ','))`],
];

function doubled(times: number): string {
  return Array.from({ length: times }, (_, at) => `WITH s${at} + s${at} AS s${at + 1}`).join(' ');
}

function listed(depth: number): string {
  return depth === 0 ? `'aaaa'` : `[x${depth} IN [${listed(depth - 1)}] | x${depth} + x${depth}]`;
}

function replaced(depth: number, by: string): string {
  return depth === 0 ? `'aaaa'` : `replace(${replaced(depth - 1, by)}, 'a', '${by}')`;
}

describe('a text that doubles itself', () => {
  it.each(endless)('is refused by %s, and where it stands is said', (_name, query) => {
    const refusal = refusedGrowth(tokens(query));
    expect(refusal?.why).toBe(messages.queries.refused.growth(10_000_000));
    expect(refusal!.to).toBeGreaterThan(refusal!.from);
  });

  it('is told of soon, however deep it lies', () => {
    const deep = `RETURN ${`replace('a', 'b', `.repeat(59)}'c'${')'.repeat(59)}`;
    const begun = process.cpuUsage();
    refused(deep);
    refused(`RETURN [x IN [1] | ${'x IN [1] OR '.repeat(2_400)} true]`);
    expect(process.cpuUsage(begun).user).toBeLessThan(5_000_000);
  });
});

describe('what people ask', () => {
  it.each([
    `MATCH (a:Account) RETURN a.id + ' ' + a.display_name AS name, a.handle + a.handle`,
    `MATCH (a) WITH a, reduce(t = a.phone, c IN [' ', '-', '(', ')'] | replace(t, c, '')) AS phone RETURN phone`,
    `MATCH (a)-[t]->(b) WITH a, sum(t.amount) AS total WITH total + total / 2 AS more RETURN more`,
    `MATCH p = (a)-[*1..3]-(b) RETURN reduce(sum = 0.0, r IN relationships(p) | sum + r.amount) AS amount`,
    `MATCH (a) WHERE a.name STARTS WITH 'a' AND a.name ENDS WITH 'b' RETURN [x IN a.list WHERE x > 1 | x + 1]`,
    `WITH 1 AS x ${'WITH x + 1 AS x '.repeat(100)}RETURN x`,
    `RETURN replace(replace(replace(replace('+44 (0)', ' ', ''), '(', ''), ')', ''), '+', '00') AS phone`,
    `MATCH (a) WITH a ORDER BY a.score + a.score DESC LIMIT 5 RETURN a`,
  ])('is let through: %s', (query) => {
    expect(refusedGrowth(tokens(query))).toBeNull();
  });

  it('is let through from the library', async () => {
    for (const { id, text } of await library()) expect(refusedGrowth(tokens(text)), id).toBeNull();
  });
});
