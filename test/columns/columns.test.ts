import { readdir } from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ColumnRow } from '../../server/detection/columns/columns.ts';
import { DuckDbColumns } from '../../server/detection/columns/duckdb.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { writeDataset } from '../dataset.ts';
import { testDatabase } from '../database.ts';

const tested = testDatabase();
const sessions = 2_100;

async function all(text: string, values = {}, options = {}): Promise<ColumnRow[][]> {
  const columns = new DuckDbColumns(tested.database, [text], options);
  try {
    const batches: ColumnRow[][] = [];
    for await (const batch of columns.ask(text, values)) batches.push(batch);
    return batches;
  } finally {
    await columns.close();
  }
}

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skein-spill-'));
  const at = (minute: number) => new Date(Date.UTC(2024, 0, 1, 0, minute)).toISOString();
  const dataset = await writeDataset({
    accounts: [{ account_id: 'a1' }, { account_id: 'a2' }],
    ips: [{ ip: '2001:db8::7', open_ports: '22|3389' }, { ip: '192.0.2.1' }],
    logins: Array.from({ length: sessions }, (_, n) => ({
      account_id: n % 3 === 0 ? 'a2' : 'a1',
      ip: n % 2 === 0 ? '2001:db8::7' : '192.0.2.1',
      device_id: n < 5 ? 'd1' : 'd2',
      started_at: at(n),
    })),
    links: [
      { from_type: 'account', from_id: 'a1', to_type: 'company', to_id: 'c1', kind: 'owner_of' },
    ],
    transfers: [
      {
        transfer_id: 't1',
        from_payment_account_id: 'p1',
        to_payment_account_id: 'p2',
        amount: '10.25',
        currency: 'USD',
        sent_at: at(0),
      },
    ],
  });
  await loadFolders(tested.database, tested.settings, [dataset], {}, silentProgress);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the graph in columns', () => {
  it('holds what the graph holds: texts, numbers, lists, times also in seconds, places of addresses', async () => {
    const [logins] = await all(
      `SELECT from_id, to_id, started_at, started_at_s, ended_at_s, place
       FROM logged_in_from JOIN ip ON ip.id = to_id
       WHERE started_at <= $as_of ORDER BY from_id, started_at`,
      { as_of: '2024-01-01T00:02:30.000Z' },
    );
    expect(logins).toEqual(
      [
        ['a1', '192.0.2.1', 1, '192.0.2.1'],
        ['a1', '2001:db8::7', 2, '2001:db8:0:0::/64'],
        ['a2', '2001:db8::7', 0, '2001:db8:0:0::/64'],
      ].map(([from_id, to_id, minute, place]) => ({
        from_id,
        to_id,
        started_at: `2024-01-01T00:0${minute}:00.000Z`,
        started_at_s: BigInt(Date.UTC(2024, 0, 1, 0, Number(minute)) / 1_000),
        ended_at_s: null,
        place,
      })),
    );
    expect(await all('SELECT id, open_ports FROM ip ORDER BY id')).toEqual([
      [
        { id: '192.0.2.1', open_ports: null },
        { id: '2001:db8::7', open_ports: ['22', '3389'] },
      ],
    ]);
    expect(await all('SELECT from_id, from_type, to_id, to_type, kind FROM linked_to')).toEqual([
      [{ from_id: 'a1', from_type: 'Account', to_id: 'c1', to_type: 'Company', kind: 'owner_of' }],
    ]);
    expect(await all('SELECT DISTINCT from_type, to_type FROM logged_in_on')).toEqual([
      [{ from_type: 'Account', to_type: 'Device' }],
    ]);
    expect(await all('SELECT amount, currency FROM transferred_to')).toEqual([
      [{ amount: 10.25, currency: 'USD' }],
    ]);
  });

  it('counts rows of which nothing is asked', async () => {
    expect(await all('SELECT count(*) AS n FROM device')).toEqual([[{ n: 2n }]]);
  });

  it('shows a text what it names, whatever others name', async () => {
    const [one, other] = [
      'SELECT key FROM logged_in_on JOIN device ON device.id = to_id ORDER BY key LIMIT 1',
      'SELECT device.id, kind FROM device JOIN logged_in_on ON to_id = device.id WHERE started_at_s = 0',
    ];
    const columns = new DuckDbColumns(tested.database, [
      one,
      other,
      'SELECT user_agent, key FROM device',
    ]);
    for await (const rows of columns.ask(other, {})) expect(rows).toEqual([]);
    for await (const rows of columns.ask(one, {})) expect(rows).toHaveLength(1);
    await expect(columns.one('SELECT started_at FROM graph.logged_in_on', {})).rejects.toThrow(
      /started_at/,
    );
    await columns.close();
  });

  it('takes lists of values, empty ones too', async () => {
    const text = 'SELECT id FROM ip WHERE array_contains($ports, open_ports[1]) ORDER BY id';
    expect(await all(text, { ports: ['22'] })).toEqual([[{ id: '2001:db8::7' }]]);
    expect(await all(text, { ports: [] })).toEqual([]);
  });

  it('hands over rows in batches that never part a group', async () => {
    const batches = await all('SELECT to_id, key FROM logged_in_on ORDER BY to_id, key');
    expect(batches.flat()).toHaveLength(sessions);
    const groups = batches.map((batch) => [...new Set(batch.map(({ to_id }) => to_id))]);
    expect(groups).toEqual([['d1', 'd2']]);
    const alone = await all('SELECT key FROM logged_in_on ORDER BY key');
    expect(alone.length).toBeGreaterThan(1);
    expect(alone.flat().map(({ key }) => key)).toEqual(
      batches
        .flat()
        .map(({ key }) => key)
        .sort(),
    );
  });

  it('says when SQL names what nothing is given for, and leaves nothing behind', async () => {
    await expect(all('SELECT id FROM account WHERE id = $nobody', {}, { folder })).rejects.toThrow(
      /\$nobody/,
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it('reaches no file of the machine', async () => {
    await expect(all(`SELECT * FROM read_text('/etc/hostname')`)).rejects.toThrow(/disabled/i);
  });

  it('ends what takes too long, says so, and goes on', async () => {
    const endless =
      'SELECT count(*) AS n FROM range(10000000) a(x) JOIN range(10000000) b(y) ON x <> y';
    const counted = 'SELECT count(*) AS n FROM device';
    const columns = new DuckDbColumns(tested.database, [counted], { longestMs: 300 });
    await expect(columns.one(endless, {})).rejects.toThrow(/took more than .* and was ended/);
    expect(await columns.one(counted, {})).toEqual({ n: 2 });
    await columns.close();
  });

  it('spills what does not fit into its memory, and gives the same rows', async () => {
    // Each session beside each other one: millions of rows to sort, which take more.
    const text = `SELECT a.key AS one, count(*) AS n, max(b.key) AS last FROM
      (SELECT x.key, y.key AS other FROM logged_in_on x JOIN logged_in_on y ON x.from_type = y.from_type
       ORDER BY y.key DESC, x.key) a JOIN logged_in_on b ON b.key = a.other GROUP BY a.key ORDER BY a.key`;
    const small = await all(text, {}, { memory: 128 * 2 ** 20, folder });
    expect(small.flat()).toHaveLength(sessions);
    expect(small).toEqual(await all(text));
    expect(await readdir(folder)).toEqual([]);
  });
});
