import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { baselinesOf } from '../../quality/baselines.ts';
import { averagePrecision } from '../../quality/score.ts';
import { Chance } from '../../worlds/held-out/random.ts';
import { writeSecondWorld } from '../../worlds/held-out/world.ts';
import { readRows, type Label } from '../../quality/world.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
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

  it('has honest people who do as much as any ring', () => {
    for (const file of ['logins', 'documents', 'bids', 'account_payments']) {
      const known = counts(files.get(file)!);
      const scored = accounts.map(({ account_id }) => ({
        score: known.get(account_id!) ?? 0,
        bad: bad.has(account_id!),
      }));
      // Crews work for a living; that alone must not be much to go by.
      expect(averagePrecision(scored), file).toBeLessThan(0.2);
    }
  });

  it('says nothing by nationality or country', () => {
    for (const column of ['nationality', 'country']) {
      const groups = new Map<string, { bad: number; all: number }>();
      for (const account of accounts) {
        const group = groups.get(account[column]!) ?? { bad: 0, all: 0 };
        groups.set(account[column]!, group);
        group.all += 1;
        if (bad.has(account['account_id']!)) group.bad += 1;
      }
      const usual = bad.size / accounts.length;
      // A laptop farm's neighbours all live in one town, so that one country may stand out by two rings.
      for (const [value, group] of groups)
        expect(group.bad - group.all * usual, `${column} ${value}`).toBeLessThan(18);
    }
  });

  it('gives no ring away by how it was written down', () => {
    const alike = new Set(oneOfEach(labels));
    for (const [name, values] of artefacts(accounts, files)) {
      // Those who copy from each other write at the same length: that is what they do, once for each ring.
      const looked = [...values].filter(
        ([account]) => !name.startsWith('length of a') || !bad.has(account) || alike.has(account),
      );
      const bound = boundOf(looked.length, looked.filter(([account]) => bad.has(account)).length);
      for (const sign of [1, -1]) {
        const ap = averagePrecision(
          looked.map(([account, value]) => ({ score: sign * value, bad: bad.has(account) })),
        );
        expect(ap, `${name} ${sign > 0 ? 'up' : 'down'}`).toBeLessThan(bound);
      }
    }
  });
});

function oneOfEach(labels: readonly Label[]): string[] {
  const first = new Map<string, string>();
  for (const { cluster, role, account_id } of [...labels].sort((a, b) =>
    a.account_id < b.account_id ? -1 : 1,
  ))
    if (role !== 'benign' && !first.has(cluster)) first.set(cluster, account_id);
  return [...first.values()];
}

/** How many rows each account has in a file. */
function counts(rows: readonly Row[]): Map<string, number> {
  const all = new Map<string, number>();
  for (const { account_id: account } of rows) all.set(account!, (all.get(account!) ?? 0) + 1);
  return all;
}

/** What one in two thousand rankings by chance alone reaches: the bad stand at random places. */
function boundOf(accounts: number, bad: number): number {
  const chance = new Chance('permutations');
  const reached = Array.from({ length: 2_000 }, () => {
    const places = new Set<number>();
    while (places.size < bad) places.add(chance.whole(1, accounts));
    const hits = [...places].sort((a, b) => a - b).map((place, at) => (at + 1) / place);
    return hits.reduce((sum, hit) => sum + hit, 0) / bad;
  }).sort((a, b) => a - b);
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
