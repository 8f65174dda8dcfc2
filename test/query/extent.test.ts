import { describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { refusedExtent } from '../../server/explore/query/extent.ts';
import { refusedParameters } from '../../server/explore/query/parameters.ts';
import { longestSpan, refusedSpan } from '../../server/explore/query/spans.ts';
import { readQuery } from '../../server/graph/neo4j/tokens.ts';
import { library } from '../../server/explore/query/library.ts';

const says = messages.queries.refused;
const tokens = (text: string) => readQuery(text).tokens;
const extentOf = (text: string) => refusedExtent(tokens(text))?.why ?? null;
const spanOf = (text: string, values = {}) => refusedSpan(tokens(text), values)?.why ?? null;
const nested = (open: string, inner: string, close: string, times: number) =>
  `${open.repeat(times)}${inner}${close.repeat(times)}`;

/** Each overflowed the stack of a real Neo4j 5.26 at some depth, or kept it planning for a minute. */
const shapes: [name: string, of: (times: number) => string, fits: number, tooMany: number][] = [
  ['brackets', (n) => `RETURN ${nested('(', '1', ')', n)}`, 59, 60],
  ['lists', (n) => `RETURN ${nested('[', '1', ']', n)}`, 59, 60],
  ['maps', (n) => `RETURN ${nested('{a: ', '1', '}', n)}`, 12, 13],
  ['calls of functions', (n) => `RETURN ${nested('abs(', '1', ')', n)}`, 59, 60],
  ['CASE', (n) => `RETURN ${nested('CASE WHEN true THEN 1 ELSE ', '1', ' END', n)}`, 59, 60],
  ['NOT', (n) => `RETURN ${'NOT '.repeat(n)} true`, 60, 61],
  ['minus', (n) => `RETURN ${'- '.repeat(n)} x`, 60, 62],
  ['negated labels', (n) => `MATCH (a:${'!'.repeat(n)}A) RETURN a`, 60, 61],
  ['properties', (n) => `MATCH (a) RETURN a${'.b'.repeat(n)}`, 60, 61],
  ['items of items', (n) => `MATCH (a) RETURN a${'[0]'.repeat(n)}`, 60, 61],
  ['sums', (n) => `RETURN 1${' + 1'.repeat(n)}`, 500, 501],
  ['OR', (n) => `MATCH (a) WHERE a.x = 1${' OR a.x = 1'.repeat(n)} RETURN a`, 240, 260],
  ['comparisons', (n) => `RETURN 1${' < 2'.repeat(n)}`, 500, 501],
  ['subqueries', (n) => `${'CALL () { '.repeat(n)}RETURN 1 AS x${' } RETURN x'.repeat(n)}`, 12, 13],
  [
    'EXISTS',
    (n) => `MATCH (a) WHERE ${nested('EXISTS { MATCH (b) WHERE ', 'true', ' }', n)} RETURN a`,
    12,
    13,
  ],
  ['UNION', (n) => `RETURN 1 AS x${' UNION RETURN 1 AS x'.repeat(n)}`, 99, 100],
  ['WITH', (n) => `WITH 1 AS x ${'WITH x '.repeat(n)}RETURN x`, 198, 199],
  ['words', (n) => `RETURN [1${', 1'.repeat(n)}]`, 4_900, 5_000],
];

describe('how large and deep a query may be', () => {
  it.each(shapes)('%s', (_name, of, fits, tooMany) => {
    expect(extentOf(of(fits))).toBeNull();
    expect(extentOf(of(tooMany))).not.toBeNull();
    expect(extentOf(of(5_000))).not.toBeNull();
  });

  it('lets the queries through that come with Skein', async () => {
    for (const { text } of await library())
      expect([extentOf(text), spanOf(text)]).toEqual([null, null]);
  });
});

describe('lists that a query makes out of nothing', () => {
  it.each([
    'RETURN size([x IN range(1,100000000) | x])',
    'RETURN range(1,8000000)',
    "RETURN [x IN range(1,3000000) | 'aaaaaaaaaa']",
    'RETURN RANGE ( -5_000_000, 0x10 )',
    'RETURN range(1, 1e8)',
    'RETURN range(1, 10^8)',
    "RETURN range(1, toInteger('100000000'))",
    'RETURN range(1, 1000 * 1000000)',
    'RETURN reduce(s = 0, x IN range(1, 1000000) | s + x)',
    'RETURN any(x IN range(0, 1000000) WHERE x < 0)',
    'RETURN [x IN range(1, 1000) | [y IN range(1, 1000) | x * y]]',
    'RETURN [x IN range(1, 100) | reduce(s = 0, y IN range(1, 2000) | s + y)]',
    'UNWIND range(1, 10) AS x RETURN range(1, 8000000)',
    'UNWIND [range(1, 8000000)] AS x RETURN x',
    'UNWIND range(1, 8000000) + [1] AS x RETURN x',
  ])('%s', (text) => {
    expect(spanOf(text)).toBe(says.span(longestSpan));
  });

  it('also by the values that are handed over', () => {
    expect(spanOf('RETURN range(1, $n)', { n: 8_000_000 })).toBe(says.span(longestSpan));
    expect(spanOf('RETURN range(1, $n)', { n: 8 })).toBeNull();
  });

  it.each([
    'UNWIND range(1, 100000000) AS x RETURN x LIMIT 10',
    'UNWIND range(1, 1000) AS x UNWIND range(1, 1000) AS y RETURN count(*)',
    'MATCH p = (a)-->(b) RETURN [i IN range(0, size(nodes(p)) - 2) | nodes(p)[i]]',
    'RETURN range(1000000, 1000010) AS a, range(0, 1000, 10) AS b',
    'WITH range(1, 500) AS a WITH a, range(1, 500) AS b RETURN a, b',
    'RETURN [range(1, 500), range(1, 500)]',
    'MATCH (a) WHERE a.range > 1000000 RETURN a',
  ])('but not %s', (text) => {
    expect(spanOf(text)).toBeNull();
  });
});

describe('values that are handed over', () => {
  it('are neither too deep nor too many', () => {
    let deep: unknown[] = [];
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    expect(refusedParameters({ deep: deep as never })).toBe(says.deepValues(20));
    expect(refusedParameters({ many: Array<number>(100_001).fill(1) })).toBe(
      says.manyValues(100_000),
    );
    expect(refusedParameters({ ids: ['a', 'b'], map: { a: [1, { b: null }] } })).toBeNull();
  });
});
