/** Spark in the place of DuckDB: the same rows, whatever happens to those that count; `spark-findings.test.ts` compares findings. */
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { catalogue } from '../../server/detection/catalogue/catalogue.ts';
import type { ColumnRow, Columns } from '../../server/detection/columns/columns.ts';
import { openColumns } from '../../server/detection/columns/open-columns.ts';
import { startSpark, type SparkPlace } from '../../server/detection/columns/spark-program.ts';
import { derivations } from '../../server/detection/derive/catalogue.ts';
import { factsSql } from '../../server/detection/detect/platform-facts.ts';
import { untilSql } from '../../server/detection/rank/rank.ts';
import { endOfTime, measureUsual, sqlOf } from '../../server/detection/detect/run-detector.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import type { Parameters, Settings } from '../../domain/detector.ts';
import { writeDataset } from '../dataset.ts';
import { testDatabase } from '../database.ts';
import { silverstar } from '../datasets/rows.ts';
import { long } from '../long.ts';
import { sparkCluster, type SparkCluster } from './spark-cluster.ts';

const tested = testDatabase();
/** So long Spark may take to be there, on a machine that does much else. */
const longest = 15 * 60_000;
/** What rules and scores count. */
const inferring = [
  ...new Set([
    untilSql,
    ...factsSql,
    ...derivations.flatMap(({ derivation }) => derivation.counts ?? []),
  ]),
];
const entries = (await catalogue()).filter((entry) => sqlOf([entry]).length > 0);

function place(master = 'local[2]'): SparkPlace {
  return { master, folder: join(tested.settings.home, 'spark'), neo4j: tested.settings.neo4j! };
}

async function rowsOf(columns: Columns, text: string, values = {}): Promise<ColumnRow[]> {
  const rows: ColumnRow[] = [];
  for await (const batch of columns.ask(text, values)) rows.push(...batch);
  return rows;
}

/** What the engine brings of all that detectors count, by detector and text. */
async function countedBy(
  columns: Columns,
  those: typeof entries,
): Promise<Record<string, ColumnRow[]>> {
  const counted: Record<string, ColumnRow[]> = {};
  for (const entry of those) {
    const settings = Object.fromEntries(
      Object.entries(entry.parameters).map(([name, { default: value }]) => [name, value]),
    ) as Settings<Parameters>;
    const usual = await measureUsual(tested.database, entry, { settings, asOf: null, columns });
    counted[`${entry.id} usual`] = [usual];
    if (entry.sql === null) continue;
    const values = { ...settings, ...usual, as_of: endOfTime };
    counted[entry.id] = await rowsOf(columns, entry.sql, values);
  }
  // Beside detectors, what rules infer from and scores need; days rather than the window of a rule, so that more is counted.
  for (const text of inferring)
    counted[text] = await rowsOf(columns, text, { as_of: endOfTime, hours: 240 });
  return counted;
}

async function counted(
  those: typeof entries,
  spark?: SparkPlace,
): Promise<Record<string, ColumnRow[]>> {
  const columns = openColumns(
    tested.database,
    [...sqlOf(those), ...inferring],
    spark ? { spark } : {},
  );
  try {
    return await countedBy(columns, those);
  } finally {
    await columns.close();
  }
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skein-spark-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('with a little of everything', () => {
  const text = `SELECT ip.id, place, open_ports, observed_at, observed_at_s, from_type
                FROM ip LEFT JOIN logged_in_from ON to_id = ip.id ORDER BY ip.id`;

  beforeAll(async () => {
    await tested.empty();
    const dataset = await writeDataset({
      accounts: [{ account_id: "it's \\ a1" }],
      ips: [
        { ip: '2001:db8::7', open_ports: '22|3389', observed_at: '2024-01-01T00:00:00.999Z' },
        { ip: '2001:db8:1:2:3:4:5:6', observed_at: '1969-12-31T23:59:59.500Z' },
        { ip: '2001:db8:1:2::', observed_at: '2024-02-29' },
        { ip: '::1' },
        { ip: '192.0.2.1' },
      ],
      logins: [
        { account_id: "it's \\ a1", ip: '192.0.2.1', device_id: 'd', started_at: '2024-01-01' },
      ],
    });
    await loadFolders(tested.database, tested.settings, [dataset], {}, silentProgress);
  });

  it('holds what DuckDB holds: lists, times in seconds, places of addresses, fixed labels', async () => {
    const columns = openColumns(tested.database, [text], { spark: place() });
    const beside = openColumns(tested.database, [text]);
    try {
      expect(await rowsOf(columns, text)).toEqual(await rowsOf(beside, text));
    } finally {
      await Promise.all([columns.close(), beside.close()]);
    }
  });

  it('shows the password to nobody', long, async () => {
    const { password } = tested.settings.neo4j!;
    const columns = openColumns(tested.database, [text], { spark: place() });
    try {
      await rowsOf(columns, text);
      const files = await readdir(place().folder, { recursive: true, withFileTypes: true });
      for (const file of files.filter((each) => each.isFile()))
        expect(await readFile(join(file.parentPath, file.name), 'latin1')).not.toContain(password);
      for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name)))
        expect(await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).not.toContain(
          password,
        );
    } finally {
      await columns.close();
    }
  });
});

describe('on a cluster', () => {
  let cluster: SparkCluster | null = null;
  afterEach(() => cluster?.stop());

  it('brings the same rows when those that count are killed meanwhile', long, async () => {
    await tested.empty();
    await loadFolders(tested.database, tested.settings, [silverstar], {}, silentProgress);
    cluster = await sparkCluster(folder);
    const { executors, master } = cluster;
    const few = entries.filter(({ id }) => ['ip-hopping', 'odd-hours', 'vpn-slip'].includes(id));
    const asked = counted(few, place(master));
    asked.catch(() => undefined);
    // In the middle: a table has been read, others and all counting are to come.
    await expect.poll(() => tablesRead(), { timeout: longest }).toBe(true);
    const first = executors()[0]!;
    process.kill(first, 'SIGKILL');
    const another = () => executors().some((pid) => pid !== first);
    await expect.poll(another, { timeout: longest }).toBe(true);
    const spark = await asked;
    const duckdb = await counted(few);
    expect(duckdb['odd-hours']).not.toEqual([]);
    for (const name of Object.keys(duckdb)) expect(spark[name], name).toEqual(duckdb[name]);
  });

  async function tablesRead(): Promise<boolean> {
    const names = await readdir(place().folder, { recursive: true }).catch(() => []);
    return names.some((name) => /tables\/\w+\/_SUCCESS$/.test(name));
  }
});

describe('says in words', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('that Spark is not here', async () => {
    vi.stubEnv('XDG_CACHE_HOME', folder);
    await expect(startSpark(place())).rejects.toThrow(/npm run setup -- --spark/);
  });

  it('that the master cannot be reached, or is none', async () => {
    await expect(startSpark(place('spark://127.0.0.1:1'))).rejects.toThrow(
      /spark:\/\/127\.0\.0\.1:1 cannot be reached: .*ECONNREFUSED/,
    );
    await expect(startSpark(place('local[many]'))).rejects.toThrow(/local\[many\].*parse/i);
    expect(existsSync(place().folder) ? await readdir(place().folder) : []).toEqual([]);
  });

  it('whose text Spark cannot take, and why', long, async () => {
    const spark = await startSpark(place());
    try {
      await expect(spark.run(['SELECT nothing FROM nowhere'])).rejects.toThrow(/nowhere/);
      await expect(spark.run(['SELECT FROM WHERE 1 1'])).rejects.toThrow(/Syntax error/);
    } finally {
      await spark.close();
    }
  });
});
