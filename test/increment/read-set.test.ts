import { describe, expect, it } from 'vitest';
import { relationTypes } from '../../domain/schema/graph.ts';
import { catalogue } from '../../server/detection/catalogue/catalogue.ts';
import { tablesIn } from '../../server/detection/columns/tables.ts';
import { effectOf, type GraphChanges } from '../../server/detection/increment/graph-changes.ts';
import { readSet } from '../../server/detection/increment/read-set.ts';

type Types = Record<string, string[]>;

function changes(nodes: Types, relations: Types = {}): GraphChanges {
  const sets = (types: Types) =>
    new Map(Object.entries(types).map(([type, names]) => [type, new Set(names)]));
  return { nodes: sets(nodes), relations: sets(relations), things: null };
}

const detectors = await catalogue();
const queries = detectors.flatMap(({ id, query, baseline, sql, usualSql }) => [
  [id, query] as const,
  ...(baseline === null || usualSql !== null ? [] : [[`${id}.baseline`, baseline] as const]),
  ...tablesIn([sql ?? '', usualSql ?? '']).map(
    (table) => [`${id}'s ${table.name}`, table.query] as const,
  ),
]);

describe.each(queries)('what %s reads', (_name, query) => {
  const reads = readSet([query]);

  it('is told by type, and nothing of it may change unseen', () => {
    expect(reads.everything).toBe(false);
    expect(reads.words, 'a property that it takes is not named').not.toBeNull();
    expect(reads.met.length).toBeGreaterThan(0);
    for (const label of reads.labels)
      expect(effectOf(changes({ [label]: ['+'] }), reads)).toBe('read');
    for (const relation of reads.relations)
      for (const property of ['+', '*', '_sources', 'ended_at'])
        expect(effectOf(changes({}, { [relation]: [property] }), reads)).toBe('read');
    // `:Label`, `:TYPE|TYPE` and `.property`, as the query itself writes them.
    for (const [, types] of query.matchAll(/[([]\s*\w*:([\w|]+)/g))
      for (const type of types!.split('|'))
        if (/[a-z]/.test(type)) expect(reads.labels).toContain(type);
        else expect(reads.relations).toContain(type);
    for (const [, property] of query.matchAll(/\b[a-z]\w*\.([a-z]\w*)/g))
      for (const label of reads.met)
        expect(effectOf(changes({ [label]: [property!] }), reads)).toBe('read');
  });

  it('is not all there is', () => {
    const other = relationTypes.find(({ relation }) => !reads.relations.includes(relation))!;
    expect(effectOf(changes({}, { [other.relation]: ['+', '*'] }), reads)).toBe('none');
    expect(effectOf(changes({}), reads)).toBe('none');
  });
});

it('what makes what is usual out of rows of SQL reads nothing itself', () => {
  const made = detectors.filter(({ baseline, usualSql }) => baseline !== null && usualSql !== null);
  expect(made.length).toBeGreaterThan(0);
  for (const { baseline } of made)
    expect(readSet([baseline!])).toMatchObject({ everything: false, met: [] });
});

describe('a query of which nothing can be ruled out', () => {
  it.each([
    'MATCH (a:Account)-[r]-(b) RETURN a',
    'MATCH (a:Account)-[]->(b) RETURN a',
    'MATCH (a:Account)--(b) RETURN a',
    'MATCH (a:Account)<--(b) RETURN a',
    'MATCH (a:Account)-[*1..3]-(b) RETURN a',
    'MATCH (a:Account)-[r {key: 1}]-(b) RETURN a',
    'MATCH (a:Account)-[r WHERE r.key = 1]-(b) RETURN a',
    'MATCH (a:Account)-[:!RATED]-(b) RETURN a',
    'MATCH (a:$($label)) RETURN a',
    'MATCH (n) RETURN n',
    'MATCH (n {id: 1}) RETURN n',
    'MATCH (n WHERE n.id = 1) RETURN n',
    'MATCH (a:Account)-[:RATED]->(b), (n) RETURN n',
    'CALL db.index.fulltext.queryNodes("x", "y") YIELD node RETURN node',
  ])('%s', (query) => {
    expect(effectOf(changes({}, { DOCUMENT_OF: ['+'] }), readSet([query]))).toBe('read');
  });

  it('but what looks like one within a text or a comment is none', () => {
    const query = `MATCH (a:Account)-[:RATED]->(b)
      // MATCH (n)--(m)
      WHERE a.display_name <> '--' RETURN a`;
    expect(readSet([query]).everything).toBe(false);
  });
});

describe('a changed property', () => {
  const reads = readSet(['MATCH (a:Account)-[:LOGGED_IN_FROM]->(i) RETURN a.phone']);

  it.each([
    [{ Account: ['phone', '_sources'] }, 'read'],
    [{ Account: ['email', '_said'] }, 'none'],
    [{ Account: ['email', '_sources'] }, 'cited'],
    // Met at the end of a relation.
    [{ Ip: ['phone'] }, 'read'],
    // Nobody gets there but by a relation that came too.
    [{ Ip: ['+'] }, 'none'],
    [{ Document: ['*', '+'] }, 'none'],
  ])('%j: %s', (nodes, effect) => {
    expect(effectOf(changes(nodes), reads)).toBe(effect);
  });

  it('is read by no name where all are read at once', () => {
    for (const all of ['properties(a)', 'keys(a)', 'a {.*}', 'a[$name]'])
      expect(
        effectOf(changes({ Account: ['email'] }), readSet([`MATCH (a:Account) RETURN ${all}`])),
      ).toBe('read');
  });
});
