import { expect, it } from 'vitest';
import { commonTables, mentions } from '../../server/detection/columns/common-tables.ts';

it('takes a text apart into its common tables and what is asked of them', () => {
  const text = `-- Counts: (nothing
WITH one AS (SELECT ')' AS a FROM (SELECT 1) AS x),
-- A remark (
two AS (
  SELECT count(*) AS n -- )
  FROM one JOIN one AS other USING (a)
)
SELECT n FROM two`;
  const { tables, query } = commonTables(text);
  expect(tables.map(({ name }) => name)).toEqual(['one', 'two']);
  expect(tables[0]!.query).toBe("SELECT ')' AS a FROM (SELECT 1) AS x");
  expect(tables[1]!.query).toMatch(/^\s+SELECT count[^]*USING \(a\)\n$/);
  expect(query.trim()).toBe('SELECT n FROM two');
  expect(mentions(text, 'one')).toBe(2);
  expect(mentions(text, 'two')).toBe(1);
});

it('leaves a text without any as it is', () => {
  expect(commonTables('SELECT 1 AS n')).toEqual({ tables: [], query: 'SELECT 1 AS n' });
});
