/** However much a platform has of each thing, no text makes DuckDB compare all of one thing with all of another. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../server/detection/catalogue/catalogue.ts';
import { begun, declared, seenAs, schema } from '../../server/detection/columns/duckdb-schema.ts';
import { boundIn } from '../../server/detection/columns/rows.ts';
import { tablesIn, type ColumnTable } from '../../server/detection/columns/tables.ts';
import { checkout } from '../../server/platform/settings/settings.ts';
import { Random } from '../../worlds/shipped/chance/random.ts';

interface Planned {
  name: string;
  children: Planned[];
  extra_info: Readonly<Record<string, unknown>>;
}

const texts = new Map(
  readdirSync(join(checkout, 'cypher'), { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.sql'))
    .sort()
    .map((path) => [path, readFileSync(join(checkout, 'cypher', path), 'utf8')]),
);
const tables = tablesIn([...texts.values()]);
const shipped = (await catalogue()).flatMap(({ parameters }) =>
  Object.entries(parameters).map(([name, parameter]) => [name, parameter.default] as const),
);

/** Joins that look at each pair: of two ranges, or of whatever else is not told by being equal. */
const pairwise = /PIECEWISE_MERGE|IE_JOIN|NESTED_LOOP|BLOCKWISE_NL|CROSS_PRODUCT/;
const platforms = 20;

/** With each table of some rows or many, so that the joins come in another order each time. */
async function onPlatform(
  seed: number,
  look: (connection: DuckDBConnection) => Promise<void>,
): Promise<void> {
  const random = new Random(seed);
  const instance = await DuckDBInstance.create(':memory:');
  try {
    const connection = await instance.connect();
    for (const statement of begun) await connection.run(statement);
    for (const table of tables) {
      await connection.run(declared(table));
      await connection.run(rowsOf(table, random));
    }
    await look(connection);
    connection.closeSync();
  } finally {
    instance.closeSync();
  }
}

function rowsOf({ name, columns }: ColumnTable, random: Random): string {
  const rows = random.pick([5, 40, 900, 20_000]);
  const values = columns.map(({ kind }) => {
    const different = random.pick([3, 7, 300, 20_000]);
    if (kind === 'VARCHAR') return `chr(CAST(33 + (n * 7) % 93 AS INTEGER)) || (n % ${different})`;
    if (kind === 'VARCHAR[]') return `['v' || (n % ${different})]`;
    return `CAST(n % ${different} * 1000 AS ${kind})`;
  });
  return `INSERT INTO ${schema}.${name} SELECT ${values.join(', ')} FROM range(${rows}) of_rows(n)`;
}

/** What a run would give: what detectors are shipped with, and for what it counts first a number. */
function valuesOf(text: string): Record<string, unknown> {
  const named = [...text.matchAll(/\$(\w+)/g)].map(([, name]) => [name!, 3] as const);
  return Object.fromEntries<unknown>([...named, ...shipped, ['as_of', '9999']]);
}

async function planOf(connection: DuckDBConnection, text: string): Promise<Planned[]> {
  for (const table of tablesIn([text])) await connection.run(seenAs(table));
  const { bound, of } = boundIn(text, valuesOf(text));
  const answer = await connection.runAndReadAll(`EXPLAIN (FORMAT json) ${text}`, bound, of);
  for (const { name } of tablesIn([text])) await connection.run(`DROP VIEW ${name}`);
  return JSON.parse(String(answer.getRows()[0]![1])) as Planned[];
}

function operators(planned: readonly Planned[]): Planned[] {
  return planned.flatMap((one) => [one, ...operators(one.children)]);
}

/** The common tables of a plan, by the index by which it names them. */
function commonOf(planned: readonly Planned[]): Map<unknown, Planned> {
  const common = operators(planned).filter(({ name }) => name === 'CTE');
  return new Map(common.map((one) => [one.extra_info['Table Index'], one.children[0]!]));
}

/** Whether it brings as much however large the platform is: numbers that are written down, or one row that sums all up. */
function isBounded(planned: Planned, common: ReadonlyMap<unknown, Planned>): boolean {
  const { name, children, extra_info: of } = planned;
  if (name === 'UNGROUPED_AGGREGATE') return true;
  if (name === 'CTE_SCAN') return isBounded(common.get(of['CTE Index'])!, common);
  if (/SCAN/.test(name) && !/COLUMN_DATA_SCAN|DUMMY_SCAN/.test(name)) return false;
  return children.every((child) => isBounded(child, common));
}

/** The joins of a plan that hold all of one table against all of another. */
function pairwiseIn(planned: readonly Planned[]): string[] {
  const common = commonOf(planned);
  return operators(planned)
    .filter(({ name }) => pairwise.test(name))
    .filter(({ children }) => !children.some((child) => isBounded(child, common)))
    .map(({ name, extra_info: of }) => `${name} ${String(of['Conditions'] ?? of['Condition'])}`);
}

describe('the plan of a text', () => {
  it('joins by what is equal, whatever there is much of', async () => {
    const found: string[] = [];
    let joins = 0;
    for (let seed = 0; seed < platforms; seed += 1)
      await onPlatform(seed, async (connection) => {
        for (const [path, text] of texts) {
          const plan = await planOf(connection, text);
          joins += operators(plan).filter(({ name }) => name === 'HASH_JOIN').length;
          found.push(...pairwiseIn(plan).map((join) => `${path}: ${join}`));
        }
      });
    expect(joins).toBeGreaterThan(platforms * 100);
    expect(found).toEqual([]);
  });

  it('would tell of one that compares times alone, or of one side within the condition of an outer join', async () => {
    await onPlatform(1, async (connection) => {
      const told = async (text: string) => pairwiseIn(await planOf(connection, text));
      expect(
        await told(
          'SELECT a.id FROM account a JOIN document d ON d.submitted_at_s <= a.created_at_s',
        ),
      ).toHaveLength(1);
      expect(
        await told(
          "SELECT a.id FROM account a LEFT JOIN handed_in_by h ON h.to_id = a.id AND a.role = 'client'",
        ),
      ).toHaveLength(1);
      expect(
        await told('SELECT a.id FROM account a CROSS JOIN (SELECT max(created_at_s) FROM account)'),
      ).toEqual([]);
    });
  });
});
