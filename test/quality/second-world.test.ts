import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { baselinesOf } from '../../quality/baselines.ts';
import { averagePrecision } from '../../quality/score.ts';
import { Chance } from '../../quality/second/random.ts';
import { writeSecondWorld } from '../../quality/second/world.ts';
import { readRows, type Label } from '../../quality/world.ts';
import { loadFolders } from '../../server/load/load.ts';
import { silentProgress } from '../../server/progress.ts';
import { testDatabase } from '../database.ts';

type Row = Record<string, string>;

const tested = testDatabase();
const folders: string[] = [];

async function world(accounts: number, seed: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'skein-second-'));
  folders.push(folder);
  await writeSecondWorld({ accounts, seed, folder });
  return folder;
}

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

describe('second world', () => {
  it('is the same for the same seed, and another for another', async () => {
    const digests = await Promise.all(
      [3, 3, 4].map(async (seed) => {
        const folder = await world(300, seed);
        const hash = createHash('sha256');
        for (const file of (await readdir(folder)).sort())
          hash.update(file).update(await readFile(join(folder, file)));
        return hash.digest('hex');
      }),
    );
    expect(digests[0]).toBe(digests[1]);
    expect(digests[0]).not.toBe(digests[2]);
  });

  it('loads strictly, without a rejected row', async () => {
    const load = await loadFolders(
      tested.database,
      tested.settings,
      [await world(400, 5)],
      { strict: true },
      silentProgress,
    );
    expect(load.files.length).toBeGreaterThan(15);
    for (const file of load.files) expect(file.rejected, file.file).toBe(0);
  });
});

describe.each([11, 12])('a second world of 3,000 accounts, seed %i', (seed) => {
  let folder: string;
  let labels: Label[];
  let accounts: Row[];
  let bad: Set<string>;
  const files = new Map<string, Row[]>();

  beforeAll(async () => {
    folder = await world(3_000, seed);
    labels = await readRows<Label>(join(folder, 'labels.csv'));
    accounts = await readRows<Row>(join(folder, 'accounts.csv'));
    bad = new Set(
      labels.filter(({ role }) => role !== 'benign').map(({ account_id }) => account_id),
    );
    for (const file of ['logins', 'documents', 'bids', 'account_payments', 'jobs'])
      files.set(file, await readRows<Row>(join(folder, `${file}.csv`)));
  });

  it('has few that are bad, and many kinds of honest look-alike', () => {
    expect(bad.size / accounts.length).toBeGreaterThan(0.005);
    expect(bad.size / accounts.length).toBeLessThan(0.03);
    const honest = labels.filter(({ role }) => role === 'benign');
    expect(new Set(honest.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(20);
    expect(new Set(labels.map(({ account_id }) => account_id)).size).toBe(labels.length);
  });

  it('is not solved by what accounts share', async () => {
    for (const { name, score } of await baselinesOf(folder, labels))
      expect(score.ap, name).toBeLessThan(0.5);
  });

  it('gives no ring away by how it was written down', () => {
    const scored = artefacts(accounts, files);
    const bound = boundOf(accounts.length, bad.size);
    for (const [name, values] of scored) {
      // Who has none of it stands in the middle, so that only the value is looked at, not that there is one.
      const known = [...values.values()].sort((a, b) => a - b);
      const middle = known[Math.floor(known.length / 2)] ?? 0;
      for (const sign of [1, -1]) {
        const ap = averagePrecision(
          accounts.map(({ account_id }) => ({
            score: sign * (values.get(account_id!) ?? middle),
            bad: bad.has(account_id!),
          })),
        );
        expect(ap, `${name} ${sign > 0 ? 'up' : 'down'}`).toBeLessThan(bound);
      }
    }
  });
});

/** What chance alone reaches in one of a few thousand rankings; twice that where a ring's rows are alike. */
function boundOf(accounts: number, bad: number): number {
  const chance = new Chance('permutations');
  const reached = Array.from({ length: 2_000 }, () =>
    averagePrecision(
      chance
        .shuffled(Array.from({ length: accounts }, (_, at) => at < bad))
        .map((one, at) => ({ score: -at, bad: one })),
    ),
  ).sort((a, b) => a - b);
  return reached[Math.floor(0.9995 * reached.length)]!;
}

/** Each account by something that no honest platform would know it by. */
function artefacts(
  accounts: readonly Row[],
  files: ReadonlyMap<string, readonly Row[]>,
): Map<string, Map<string, number>> {
  const all = new Map<string, Map<string, number>>();
  const rank = (
    name: string,
    rows: readonly Row[],
    value: (row: Row, at: number) => number | undefined,
  ) => {
    const sums = new Map<string, { sum: number; count: number }>();
    for (const [at, row] of rows.entries()) {
      const one = value(row, at);
      if (one === undefined || Number.isNaN(one)) continue;
      const known = sums.get(row['account_id']!) ?? { sum: 0, count: 0 };
      sums.set(row['account_id']!, { sum: known.sum + one, count: known.count + 1 });
    }
    all.set(name, new Map([...sums].map(([account, { sum, count }]) => [account, sum / count])));
  };
  const empty = (row: Row) => Object.values(row).filter((cell) => cell === '').length;
  const seconds = (column: string) => (row: Row) =>
    Number(row[column]?.slice(17, 19) || Number.NaN);
  const lag = (from: string, to: string) => (row: Row) =>
    Date.parse(row[to] ?? '') - Date.parse(row[from] ?? '');

  const byId = [...accounts].sort((a, b) => (a['account_id']! < b['account_id']! ? -1 : 1));
  rank('id order', byId, (_, at) => at);
  rank('row order', accounts, (_, at) => at);
  rank('empty cells', accounts, empty);
  rank('seconds of creation', accounts, seconds('created_at'));
  rank('lag of verification', accounts, lag('created_at', 'verified_at'));
  for (const column of ['account_id', 'handle', 'display_name', 'address', 'email'])
    rank(`length of ${column}`, accounts, (row) => row[column]?.length || undefined);
  for (const [file, rows] of files) {
    if (file === 'jobs') continue;
    rank(`row order of ${file}`, rows, (_, at) => at);
    rank(
      `empty cells of ${file}`,
      file === 'documents' ? rows.filter(({ kind }) => kind === 'bid') : rows,
      empty,
    );
  }
  const logins = files.get('logins')!;
  rank('seconds of log-in', logins, seconds('started_at'));
  rank('length of a session', logins, lag('started_at', 'ended_at'));
  const texts = files.get('documents')!.filter(({ text }) => text !== '');
  for (const kind of ['bid', 'message', 'resume'])
    rank(
      `length of a ${kind}`,
      texts.filter((row) => row['kind'] === kind),
      ({ text }) => text!.length,
    );
  const posted = new Map(
    files.get('jobs')!.map((job) => [job['job_id'], Date.parse(job['posted_at']!)]),
  );
  rank(
    'lag of a bid',
    files.get('bids')!,
    (row) => Date.parse(row['submitted_at']!) - posted.get(row['job_id'])!,
  );
  return all;
}
