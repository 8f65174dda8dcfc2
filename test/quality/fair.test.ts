import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyGraph } from '../../quality/world.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import { generate } from '../../worlds/shipped/generate.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { long } from '../long.ts';

const tested = testDatabase();

type Row = Record<string, string>;

const countryColumns = ['country', 'nationality', 'issuing_country'];
const nameColumns = [
  'legal_name',
  'display_name',
  'name_on_document',
  'holder_name',
  'name',
  'recipient_name',
];

type Change = (column: string, value: string) => string;

let home: string;
let tables: Map<string, Row[]>;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'skein-fair-'));
  const folder = join(home, 'world');
  generate({ accounts: 250, seed: 11, folder }, silentProgress);
  const files = await readdir(folder);
  tables = new Map(
    await Promise.all(
      files.map(async (file): Promise<[string, Row[]]> => [
        file,
        parse<Row>(await readFile(join(folder, file)), { columns: true }),
      ]),
    ),
  );
});

afterAll(() => rm(home, { recursive: true, force: true }));

it('leaves every score as it was when every country becomes another', async () => {
  const countries = rotated(valuesOf([...tables.values()].flat(), countryColumns));
  expect(countries.size).toBeGreaterThan(10);
  const swapped: Change = (column, value) =>
    countryColumns.includes(column) ? (countries.get(value) ?? value) : value;
  expect(await scoresOf('countries', swapped)).toEqual(await scoresOf('as-made', kept));
});

it('leaves every score as it was when people take each other’s names', long, async () => {
  const names = rotated(soleSpellings(tables));
  expect(names.size).toBeGreaterThan(60);
  // A text is signed by its writer, in words that a table of full names does not cover.
  const untold: Change = (column, value) => (column === 'text' ? '' : value);
  const swapped: Change = (column, value) =>
    nameColumns.includes(column) ? (names.get(value) ?? value) : untold(column, value);
  expect(await scoresOf('names', swapped)).toEqual(await scoresOf('without-texts', untold));
});

const kept: Change = (_column, value) => value;

async function scoresOf(name: string, change: Change): Promise<Record<string, number>> {
  const folder = join(home, name);
  await write(folder, change);
  await emptyGraph(tested.database);
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  const { accounts } = await detect(tested.database, {}, silentProgress);
  return Object.fromEntries(accounts.map(({ account_id, score }) => [account_id, score]));
}

async function write(folder: string, change: Change): Promise<void> {
  await mkdir(folder);
  for (const [file, rows] of tables) {
    const columns = Object.keys(rows[0] ?? {});
    const lines = rows.map((row) =>
      columns.map((column) => cell(change(column, row[column]!))).join(','),
    );
    await writeFile(join(folder, file), `${[columns.join(','), ...lines].join('\n')}\n`);
  }
}

function valuesOf(rows: readonly Row[], columns: readonly string[]): string[] {
  const values = rows.flatMap((row) => columns.map((column) => row[column] ?? ''));
  return [...new Set(values.filter((value) => value !== ''))].sort();
}

/** Full names of accounts whose papers, profiles and payment accounts bear no other name. */
function soleSpellings(tables: ReadonlyMap<string, Row[]>): string[] {
  const namesOf = new Map<string, Set<string>>();
  const note = (account: string | undefined, ...names: (string | undefined)[]) => {
    const known = namesOf.get(account ?? '') ?? new Set();
    namesOf.set(account ?? '', known);
    for (const name of names) if (name) known.add(name);
  };
  const holders = new Map(
    tables
      .get('payment_accounts.csv')!
      .map((row) => [row['payment_account_id'], row['holder_name']]),
  );
  for (const row of tables.get('accounts.csv')!)
    note(row['account_id'], row['legal_name'], row['display_name']);
  for (const row of tables.get('documents.csv')!) note(row['account_id'], row['name_on_document']);
  for (const row of tables.get('profiles.csv')!) note(row['account_id'], row['name']);
  for (const row of tables.get('shipments.csv')!) note(row['account_id'], row['recipient_name']);
  for (const row of tables.get('account_payments.csv')!)
    note(row['account_id'], holders.get(row['payment_account_id']));
  const bearers = new Map<string, number>();
  for (const names of namesOf.values())
    for (const name of names) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  return [...namesOf.values()]
    .filter(({ size }) => size === 1)
    .flatMap((names) => [...names])
    .filter((name) => bearers.get(name) === 1 && /^[A-Za-z]+ [A-Za-z]+$/.test(name))
    .sort();
}

/** Each value to the next, the last to the first. */
function rotated(values: readonly string[]): Map<string, string> {
  return new Map(values.map((value, at) => [value, values[(at + 1) % values.length]!]));
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
