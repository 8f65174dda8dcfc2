import { readFile } from 'node:fs/promises';
import { describe, expect, it, beforeEach } from 'vitest';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { folderOf } from './folder-of.ts';
import { dumpGraph } from './graph-dump.ts';

const tested = testDatabase();
beforeEach(() => tested.empty());

async function load(files: Record<string, string | Buffer>, options = {}) {
  const folder = await folderOf(files);
  return loadFolders(tested.database, tested.settings, [folder], options, silentProgress);
}

const accounts =
  'account_id,handle,country,created_at,favourite\n' +
  'a1,ann,kr,2024-01-01T09:00:00+09:00,tea\n' +
  'a2,bob,XX,2024-01-02T00:00:00Z,\n' +
  'a3,cid,US,2024-01-03,\n' +
  ',dee,US,,\n';
const logins =
  'account_id,ip,device_id,started_at\n' +
  'a1,192.0.2.1,d1,2024-02-01T00:00:00Z\n' +
  'a9,2001:DB8::1,,2024-02-01T00:00:00Z\n';

describe('the counts of a load', () => {
  it('adds up for every file, and the rejects say file, line, column, value and reason', async () => {
    const result = await load({ 'accounts.csv': accounts, 'logins.csv': logins });
    for (const file of result.files)
      expect(file.read).toBe(file.added + file.updated + file.unchanged + file.rejected);
    const [first] = result.files;
    expect(first).toMatchObject({ file: 'accounts.csv', read: 4, added: 1, rejected: 3 });
    const rejects = (await readFile(first!.rejects!, 'utf8')).trim().split('\r\n');
    expect(rejects).toHaveLength(4);
    expect(rejects[0]).toBe('file,line,column,value,reason');
    expect(rejects[1]).toMatch(/^accounts\.csv,3,country,XX,is not an ISO 3166-1/);
    expect(rejects[2]).toMatch(/^accounts\.csv,4,created_at,2024-01-03,/);
    expect(rejects[3]).toMatch(/^accounts\.csv,5,account_id,,/);
    expect(result.unknown_columns).toEqual([
      { file: 'accounts.csv', column: 'favourite', nearest: null },
    ]);
  });

  it('stores what ARCHITECTURE.md says', async () => {
    await load({ 'accounts.csv': accounts, 'logins.csv': logins });
    const [row] = await tested.database.read<Record<string, unknown>>(
      `MATCH (a:Account {id: 'a1'})-[r:LOGGED_IN_FROM]->(i:Ip)
       MATCH (a)-[s:LOGGED_IN_ON]->(d:Device)
       RETURN properties(a) AS a, properties(r) AS r, properties(i) AS i, properties(s) AS s, d.id AS d`,
    );
    expect(row).toMatchObject({
      a: {
        id: 'a1',
        handle: 'ann',
        country: 'KR',
        created_at: '2024-01-01T00:00:00.000Z',
        'extra.favourite': 'tea',
        _at: '2024-01-01T00:00:00.000Z',
      },
      r: {
        key: 'a1|192.0.2.1|d1|2024-02-01T00:00:00.000Z',
        started_at: '2024-02-01T00:00:00.000Z',
      },
      i: { id: '192.0.2.1', _stub: true },
      d: 'd1',
    });
    const [stub] = await tested.database.read(
      "MATCH (a:Account {id: 'a9'})-[r]->(i:Ip {id: '2001:db8::1'}) RETURN a._stub AS stub",
    );
    expect(stub).toEqual({ stub: true });
  });

  it('changes nothing the second time', async () => {
    const files = { 'accounts.csv': accounts, 'logins.csv': logins };
    await load(files);
    const before = await dumpGraph(tested.database);
    const again = await load(files);
    expect(await dumpGraph(tested.database)).toEqual(before);
    expect(again.files.map(({ unchanged }) => unchanged)).toEqual([1, 2]);
  });
});
