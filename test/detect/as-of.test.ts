import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { columnsOf, fileOf } from '../../domain/schema/graph.ts';
import type { FileName } from '../../domain/schema/schema.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { generate } from '../../worlds/shipped/generate.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { silverstar } from '../datasets/rows.ts';
import { long } from '../long.ts';

const tested = testDatabase();
const minutes = 60_000;

type Rows = Record<string, string>[];
type World = Partial<Record<FileName, Rows>>;

async function worldOf(folder: string): Promise<World> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.csv'));
  const files = await Promise.all(
    names.map(async (name) => {
      const rows: Rows = parse(await readFile(join(folder, name)), { columns: true });
      return [name.slice(0, -'.csv'.length), rows] as const;
    }),
  );
  return Object.fromEntries(files);
}

/** A plan is known before its time has come. */
const planned = ['due_at'];
/** Known by their use, whatever time their own row gives. */
const knownByUse: readonly FileName[] = ['payment_accounts'];

function timeOf(file: FileName, row: Readonly<Record<string, string>>): string {
  const declared = fileOf(file);
  const when = 'when' in declared ? declared.when : undefined;
  return when === undefined || knownByUse.includes(file) ? '' : (row[when] ?? '');
}

/** Whether a row of another file than the accounts' is about an account that was opened later. */
function isAbout(
  later: ReadonlySet<string>,
  file: FileName,
  row: Readonly<Record<string, string>>,
) {
  return file !== 'accounts' && Object.values(row).some((cell) => later.has(cell));
}

/** Without rows that say of an account what was before it was opened: no order of time can be right for them. */
function inOrder(world: World, time: string): World {
  const later = openedAfter(world, time);
  return mapped(world, (file, rows) =>
    rows.filter((row) => {
      const at = timeOf(file, row);
      return at === '' || at > time || !isAbout(later, file, row);
    }),
  );
}

/** The world as it stood then: rows of later times gone, later times in the others empty. */
function until(world: World, time: string): World {
  const later = openedAfter(world, time);
  return mapped(world, (file, rows) => {
    const times = Object.entries(columnsOf(file))
      .filter(([, { kind, required }]) => (kind === 'time' || kind === 'date') && !required)
      .map(([column]) => column)
      .filter((column) => !planned.includes(column));
    return rows
      .filter((row) => timeOf(file, row) <= time && !isAbout(later, file, row))
      .map((row) => {
        const emptied = times.filter((column) => (row[column] ?? '') > time);
        return { ...row, ...Object.fromEntries(emptied.map((column) => [column, ''])) };
      });
  });
}

function openedAfter(world: World, time: string): Set<string> {
  const later = world.accounts!.filter((row) => row['created_at']! > time);
  return new Set(later.map((row) => row['account_id']!));
}

function mapped(world: World, rowsOf: (file: FileName, rows: Rows) => Rows): World {
  const files = Object.entries(world).map(([name, rows]) => [name, rowsOf(name as FileName, rows)]);
  return Object.fromEntries(files) as World;
}

const unchanging = ['account_id', 'created_at', 'referred_by'];

/** Every account changes every column after that time, to what another account says. */
function changedAfter(world: World, time: string): World {
  const accounts = world.accounts!;
  const columns = Object.keys(columnsOf('accounts')).filter((name) => !unchanging.includes(name));
  const changedAt = new Date(Date.parse(time) + 86_400_000).toISOString();
  const later = accounts.map((account, at) => {
    const other = accounts[(at + 7) % accounts.length]!;
    return { ...account, ...Object.fromEntries(columns.map((name) => [name, other[name] ?? ''])) };
  });
  const changes = accounts.flatMap((account, at) =>
    columns
      .filter((name) => (account[name] ?? '') !== (later[at]![name] ?? ''))
      .map((field) => ({
        account_id: account['account_id']!,
        field,
        old_value: account[field] ?? '',
        new_value: later[at]![field] ?? '',
        changed_at: changedAt,
      })),
  );
  return {
    ...world,
    accounts: later,
    account_changes: [...(world.account_changes ?? []), ...changes],
  };
}

async function detectIn(world: World, asOf: string): Promise<DetectionResult> {
  await tested.empty();
  const folder = await writeDataset(world);
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  await rm(folder, { recursive: true });
  return detect(tested.database, { asOf }, silentProgress);
}

/** What was found, without the rows it stands in, which differ: a line for each fact. */
function linesOf({ findings, accounts }: DetectionResult, among: ReadonlySet<string>): string[] {
  const facts = findings.flatMap(({ detector, id, score, accounts: of, ties, facts: all }) =>
    Object.entries({ ...all, score, ties, accounts: of }).map(
      ([name, value]) => `${detector} ${id} ${name}: ${JSON.stringify(value)}`,
    ),
  );
  const scores = accounts
    .filter(({ account_id }) => among.has(account_id))
    .map(({ account_id, score }) => `account ${account_id}: ${score}`);
  return [...facts, ...scores];
}

async function expectNothingLater(whole: World, time: string, detectors: number): Promise<void> {
  const world = inOrder(whole, time);
  const then = until(world, time);
  const ids = new Set(then.accounts!.map((row) => row['account_id']!));
  const wanted = await detectIn(then, time);
  expect(new Set(wanted.findings.map(({ detector }) => detector)).size).toBeGreaterThan(detectors);
  const lines = linesOf(wanted, ids);
  const later = linesOf(await detectIn(changedAfter(world, time), time), ids);
  expect({
    onlyLater: later.filter((line) => !lines.includes(line)),
    onlyThen: lines.filter((line) => !later.includes(line)),
  }).toEqual({ onlyLater: [], onlyThen: [] });
}

describe('--as-of', () => {
  it(
    'finds in a generated world what it finds where nothing later was written, and every account says otherwise since',
    long,
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'skein-as-of-'));
      generate({ accounts: 150, seed: 21, folder }, silentProgress);
      const world = await worldOf(folder);
      await rm(folder, { recursive: true });
      const sessions = world.logins!.map((row) => row['started_at']!).sort();
      await expectNothingLater(world, sessions[Math.floor(sessions.length * 0.7)]!, 15);
    },
  );

  it(
    'and in the sample, with its companies and lists',
    async () => {
      const world = await worldOf(silverstar);
      const sessions = world.logins!.map((row) => row['started_at']!).sort();
      await expectNothingLater(world, sessions[Math.floor(sessions.length * 0.8)]!, 15);
    },
    10 * minutes,
  );
});
