import { describe, expect, it } from 'vitest';
import { citing } from '../../server/detection/findings/cited.ts';

const behind = (query: string) => citing(query)?.split('\nRETURN ').at(-1) ?? null;
const names = (query: string) =>
  behind(query)
    ?.replaceAll(/\[\w IN (\w+) WHERE .*?\]\] AS \1/g, '$1')
    .split(', ');

describe('a detector’s query, cited', () => {
  it('returns what it returned, in its order, whatever it is made of', () => {
    expect(
      names(`MATCH (a:Account) CALL (a) { RETURN 1 AS inner, 2 AS other }
             // RETURN nothing
             RETURN a.id AS key, [a] + [x IN [1, 2] | x] AS nodes, relations, "RETURN b AS c, d" AS word,
                    {rows: counted.rows, at: [1, 2]} AS facts, [counted] AS counted // AS ties`),
    ).toEqual(['key', 'nodes', 'relations', 'word', 'facts', 'counted']);
  });

  it('is not mistaken by what stands behind the columns, nor by the parts of a union', () => {
    const columns = 'key, nodes, relations, {a: 1} AS facts';
    expect(
      names(
        `MATCH (a) RETURN DISTINCT ${columns} UNION MATCH (b) RETURN ${columns} ORDER BY key, facts LIMIT 3`,
      ),
    ).toEqual(['key', 'nodes', 'relations', 'facts']);
  });

  it('cannot be one that does not name its columns', () => {
    expect(citing('MATCH (a:Account) RETURN *')).toBeNull();
    expect(citing('MATCH (a:Account) RETURN a.id AS key, [a] AS nodes, {} AS facts')).toBeNull();
  });

  it('ends its braces behind a remark at its end', () => {
    expect(citing('RETURN key, nodes, relations, facts // as ever')).toContain(
      'as ever\n}\nRETURN ',
    );
  });
});
