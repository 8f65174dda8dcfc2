import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { schemaVersion } from '../../domain/schema/schema.ts';
import type { Database } from '../../server/graph/neo4j/database.ts';
import { prepareSchema, searchIndexes } from '../../server/graph/neo4j/graph-schema.ts';
import { withOwnLabels } from '../../server/graph/neo4j/own-labels-migration.ts';
import { named, ownLabel, ownLabels, ownNodes } from '../../server/graph/neo4j/own-nodes.ts';
import { testDatabase } from '../database.ts';

const tested = testDatabase();
/** A platform's persons have always had that label; version 1 had none of its own. */
const kinds = [...new Set(ownNodes.map(({ kind }) => kind))].filter((kind) => kind !== 'Person');
/** More than go into one step. */
const scores = 2_500;
const patient = 400_000;

/** The schema and the nodes as version 1 had them: every label without a prefix, the platform's jobs among the watch's. */
async function layOutAsBefore(database: Database): Promise<void> {
  const statements = ownNodes.flatMap(({ kind, unique, indexed = [] }) => {
    const list = unique.map((property) => `n.\`${property}\``).join(', ');
    return [
      `DROP CONSTRAINT ${named(ownLabel(kind), ...unique, 'unique')} IF EXISTS`,
      `CREATE CONSTRAINT ${named(kind, ...unique, 'unique')} IF NOT EXISTS FOR (n:${kind}) REQUIRE (${list}) IS UNIQUE`,
      ...indexed.flatMap((of) => {
        const properties = [of].flat();
        const on = properties.map((property) => `n.\`${property}\``).join(', ');
        return [
          `DROP INDEX ${named(ownLabel(kind), ...properties)} IF EXISTS`,
          `CREATE INDEX ${named(kind, ...properties)} IF NOT EXISTS FOR (n:${kind}) ON (${on})`,
        ];
      }),
    ];
  });
  // In one transaction, as each of its own is written to disk.
  await database.transaction(async (tx) => {
    for (const statement of statements) await tx.run(statement);
    await tx.run(`DROP INDEX ${searchIndexes.findings} IF EXISTS`);
    await tx.run(
      'CREATE FULLTEXT INDEX skein_findings IF NOT EXISTS FOR (n:Finding) ON EACH [n.`_search`]',
    );
  });
  const others = kinds.filter((each) => each !== 'Job' && each !== 'SavedQuery');
  await database.write(`CREATE ${others.map((kind) => `(:${kind} {id: 'one'})`).join(', ')}`);
  await database.write(
    `CREATE (:Job {id: 'theirs', title: 'A site', _loaded: '2024-01-01T00:00:00.000Z'}),
            (:Job {id: 'stub', _stub: true}),
            (:Job {id: 'ours', schedule: 'S', key: 'k', made: '2024-01-01T00:00:00.000Z', state: 'done'}),
            (:Account {id: 'a1', handle: 'ann'}),
            (:Person {id: 'ann', name: 'Ann'}),
            (:Finding {run: 'R', id: 'F', _search: 'rR ring'}),
            (:SavedQuery {id: 'q', text: 'MATCH (r:Run)--(j:Job) WHERE r:Load|Finding RETURN r.Run, "Run" // :Run'})
     WITH 1 AS one UNWIND range(1, $scores) AS at CREATE (:AccountScore {run: 'R', account_id: toString(at)})`,
    { scores },
  );
  await database.write("MATCH (s:Skein) SET s.schema_version = 1, s.statements = 'before'");
}

const labels = (database: Database) =>
  database.read<{ label: string; count: number }>(
    'MATCH (n) UNWIND labels(n) AS label RETURN label, count(*) AS count ORDER BY label',
  );

const former = (counted: readonly { label: string }[]) =>
  counted.map(({ label }) => label).filter((label) => kinds.includes(label));

async function indexNames(database: Database): Promise<string[]> {
  // Neo4j refuses to list an index whose progress it just miscounts.
  await database.command('CALL db.awaitIndexes(600)');
  const found = await database.read<{ name: string }>('SHOW INDEXES YIELD name RETURN name');
  return found.map(({ name }) => name).sort();
}

/** The names of the constraints and indexes that a new database has. */
let made: string[] = [];

async function afterwards(database: Database): Promise<void> {
  const counted = await labels(database);
  // The platform's jobs alone.
  expect(former(counted)).toEqual(['Job']);
  expect(counted).toContainEqual({ label: 'Job', count: 2 });
  expect(counted).toContainEqual({ label: 'SkeinJob', count: 1 });
  expect(counted).toContainEqual({ label: 'SkeinAccountScore', count: scores + 1 });
  expect(counted).toContainEqual({ label: 'Person', count: 1 });
  const came = ownLabels.filter((label) => label !== ownLabel('Person'));
  expect(counted.map(({ label }) => label)).toEqual(expect.arrayContaining(came));
  expect(await database.read('MATCH (j:SkeinJob) RETURN j.id AS id, j.state AS state')).toEqual([
    { id: 'ours', state: 'done' },
  ]);
  expect(await indexNames(database)).toEqual(made);
  const found = await database.read<{ id: string }>(
    'CALL db.index.fulltext.queryNodes($index, $words) YIELD node RETURN node.id AS id',
    { index: searchIndexes.findings, words: 'ring' },
  );
  expect(found).toEqual([{ id: 'F' }]);
  const [query] = await database.read<{ text: string }>(
    'MATCH (q:SkeinSavedQuery) RETURN q.text AS text',
  );
  expect(query!.text).toBe(
    'MATCH (r:SkeinRun)--(j:Job) WHERE r:SkeinLoad|SkeinFinding RETURN r.Run, "Run" // :Run',
  );
  const marks = await database.read(
    'MATCH (s:Skein) RETURN s.schema_version AS version, s.raised_from AS from, s.statements <> "before" AS prepared',
  );
  expect(marks).toEqual([{ version: schemaVersion, from: null, prepared: true }]);
}

describe('a database of version 1', () => {
  beforeEach(async () => {
    await tested.empty();
    if (made.length === 0) made = await indexNames(tested.database);
    await layOutAsBefore(tested.database);
    expect(await indexNames(tested.database)).not.toEqual(made);
  }, patient);
  afterEach(async () => {
    await tested.database.write('MATCH (s:Skein) DELETE s');
    await tested.database.command(
      'MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 500 ROWS',
    );
    await prepareSchema(tested.database);
  }, patient);

  it(
    'is brought up: nodes, constraints, indexes, search, and what people saved',
    { timeout: patient },
    async () => {
      const before = await tested.database.read('MATCH (n) RETURN count(n) AS n');
      await prepareSchema(tested.database);
      await afterwards(tested.database);
      expect(await tested.database.read('MATCH (n) RETURN count(n) AS n')).toEqual(before);
    },
  );

  it('is brought up again without harm, and by two at once', { timeout: patient }, async () => {
    await Promise.all([prepareSchema(tested.database), prepareSchema(tested.database)]);
    await tested.database.write("MATCH (s:Skein) SET s.raised_from = 1, s.statements = 'before'");
    await prepareSchema(tested.database);
    await afterwards(tested.database);
  });

  it(
    'is brought up from wherever it was killed, and closed to older programs meanwhile',
    { timeout: patient },
    async () => {
      // Ends after so many writes, as a process that is killed would, and goes on from there.
      for (let writes = 1; ; writes += 9) {
        let left = writes;
        const dying = new Proxy(tested.database, {
          get(database, name) {
            const value = Reflect.get(database, name) as unknown;
            if (typeof value !== 'function') return value;
            if (name !== 'write') return value.bind(database) as unknown;
            return async (...asked: Parameters<Database['write']>) => {
              if (left === 0) throw new Error('killed');
              left -= 1;
              return database.write(...asked);
            };
          },
        });
        const ended = await prepareSchema(dying).then(
          () => 'whole',
          (error: unknown) => (error as Error).message,
        );
        const [mark] = await tested.database.read<{ version: number }>(
          'MATCH (s:Skein) RETURN s.schema_version AS version',
        );
        expect(mark).toEqual({ version: schemaVersion });
        if (ended === 'whole') break;
        expect(ended).toBe('killed');
      }
      await afterwards(tested.database);
    },
  );
});

it.each([
  ['MATCH (n:Finding {id: $id}) RETURN n', 'MATCH (n:SkeinFinding {id: $id}) RETURN n'],
  ['MATCH (n:`Run`) RETURN n', 'MATCH (n:SkeinRun) RETURN n'],
  ['MATCH (a:Account)-[:LINKED_TO]->(b) RETURN a', null],
  ['MATCH (j:Job) RETURN j.Load', null],
  ['MATCH (n:Account WHERE n.x = ":Run") RETURN n', null],
  ['MATCH (n:§', null],
])('a person’s query %s names the new labels', (query, renamed) => {
  expect(withOwnLabels(query)).toBe(renamed ?? query);
});
