import { afterEach, describe, expect, test } from 'vitest';
import { nodeTypes, relationTypes } from '../../domain/schema/graph.ts';
import { schemaVersion } from '../../domain/schema/schema.ts';
import { prepareSchema, searchIndexes } from '../../server/graph/neo4j/graph-schema.ts';
import { UnavailableError } from '../../server/platform/problems.ts';
import { testDatabase } from '../database.ts';

const tested = testDatabase();

describe('constraints and indexes', () => {
  test('an id is unique in every node type', async () => {
    // Ground truth lies outside the graph, so nothing in it is unique.
    for (const { label, type } of nodeTypes.filter((node) => node.type !== 'label')) {
      const property = type === 'watchlist_entry' ? '_key' : 'id';
      const query = `CREATE (:${label} {\`${property}\`: 'same'}), (:${label} {\`${property}\`: 'same'})`;
      await expect(tested.database.write(query), label).rejects.toMatchObject({
        code: 'Neo.ClientError.Schema.ConstraintValidationFailed',
      });
    }
  });

  test('a key is unique in every relation type', async () => {
    for (const { relation } of relationTypes) {
      const query = `CREATE (a:Account {id: 'a'}), (a)-[:${relation} {key: 'same'}]->(a), (a)-[:${relation} {key: 'same'}]->(a)`;
      await expect(tested.database.write(query), relation).rejects.toMatchObject({
        code: 'Neo.ClientError.Schema.ConstraintValidationFailed',
      });
    }
  });

  test('every indexed column has an index', async () => {
    const indexes = await tested.database.read<{ label: string; property: string }>(
      "SHOW INDEXES YIELD type, labelsOrTypes, properties WHERE type = 'RANGE' RETURN labelsOrTypes[0] AS label, properties[0] AS property",
    );
    for (const { label, columns } of nodeTypes) {
      for (const [property, column] of Object.entries(columns)) {
        if (column.indexed) expect(indexes).toContainEqual({ label, property });
      }
    }
  });

  test('the search finds by the words kept of a node, but never a label', async () => {
    await tested.database.write(
      "CREATE (:Account {id: 'a1', _search: 'nine of diamonds'}), (:Label {id: 'Diamonds', account_id: 'Diamonds', _search: 'diamonds'})",
    );
    const found = await tested.database.read<{ id: string }>(
      'CALL db.index.fulltext.queryNodes($index, $words) YIELD node RETURN node.id AS id',
      { index: searchIndexes.words, words: 'diamonds' },
    );
    expect(found).toEqual([{ id: 'a1' }]);
    await tested.empty();
  });
});

describe('the version of the schema', () => {
  afterEach(async () => {
    await tested.database.write('MATCH (s:Skein) DELETE s');
    await tested.empty();
  });

  test('is written', async () => {
    const marks = await tested.database.read('MATCH (s:Skein) RETURN s.schema_version AS version');
    expect(marks).toEqual([{ version: schemaVersion }]);
  });

  test.each([
    [schemaVersion + 1, /This program is older than the database/],
    [0, /This program is newer than the database/],
  ])('%i is refused, and says which is older', async (version, said) => {
    await tested.database.write('MATCH (s:Skein) SET s.schema_version = $version', { version });
    const refusal = await prepareSchema(tested.database).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UnavailableError);
    expect((refusal as Error).message).toMatch(said);
  });

  test('a database that holds what is not ours is left alone', async () => {
    await tested.database.write("MATCH (s:Skein) DELETE s CREATE (:Film {title: 'M'})");
    await expect(prepareSchema(tested.database)).rejects.toThrow(/a node Film/);
    expect(await tested.database.read('MATCH (n) RETURN labels(n) AS labels')).toEqual([
      { labels: ['Film'] },
    ]);
  });
});
