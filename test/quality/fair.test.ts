import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyGraph } from '../../quality/world.ts';
import { detect } from '../../server/detect/detect.ts';
import { generate } from '../../server/generate/generate.ts';
import { loadFolders } from '../../server/load/load.ts';
import { silentProgress } from '../../server/progress.ts';
import { testDatabase } from '../database.ts';

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

let folder: string;
let swapped: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skein-fair-'));
  swapped = await mkdtemp(join(tmpdir(), 'skein-fair-'));
  generate({ accounts: 600, seed: 11, folder }, silentProgress);
  await writeSwapped(folder, swapped);
});

afterAll(async () => {
  for (const one of [folder, swapped]) await rm(one, { recursive: true, force: true });
});

it('leaves every score as it was when countries, nationalities and names change places', async () => {
  expect(await scoresOf(swapped)).toEqual(await scoresOf(folder));
}, 300_000);

async function scoresOf(dataset: string): Promise<Record<string, number>> {
  await emptyGraph(tested.database);
  await loadFolders(tested.database, tested.settings, [dataset], {}, silentProgress);
  const { accounts } = await detect(tested.database, {}, silentProgress);
  return Object.fromEntries(accounts.map(({ account_id, score }) => [account_id, score]));
}

/** Every country becomes another everywhere, and so does every full name that has but one spelling. */
async function writeSwapped(from: string, to: string): Promise<void> {
  const files = await readdir(from);
  const tables = new Map<string, Row[]>();
  for (const file of files)
    tables.set(file, parse<Row>(await readFile(join(from, file)), { columns: true }));
  const rows = [...tables.values()].flat();
  const countries = rotated(valuesOf(rows, countryColumns));
  const names = rotated(soleSpellings(tables));
  expect(countries.size).toBeGreaterThan(10);
  expect(names.size).toBeGreaterThan(100);
  for (const [file, table] of tables) {
    const columns = Object.keys(table[0] ?? {});
    const lines = table.map((row) =>
      columns.map((column) => cell(changed(column, row[column]!, countries, names))).join(','),
    );
    await writeFile(join(to, file), `${[columns.join(','), ...lines].join('\n')}\n`);
  }
}

function changed(
  column: string,
  value: string,
  countries: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): string {
  if (countryColumns.includes(column)) return countries.get(value) ?? value;
  return nameColumns.includes(column) ? (names.get(value) ?? value) : value;
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
