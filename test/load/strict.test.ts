import { beforeEach, describe, expect, it } from 'vitest';
import { existsSync } from 'node:fs';
import { testDatabase } from '../database.ts';
import { dumpGraph } from './graph-dump.ts';
import { loadFiles } from './loading.ts';

const tested = testDatabase();
beforeEach(() => tested.empty());

const accounts = 'account_id,country\n' + 'a1,KR\n'.repeat(6_000);
const links = 'from_type,from_id,to_type,to_id,kind\naccount,a1,watchlist_entry,7,linked_to\n';

describe('--strict', () => {
  it('refuses everything at the first bad row, naming file, line, column and reason', async () => {
    const files = {
      'accounts.csv': `${accounts}a2,XX\na3,YY\n`,
      'ips.csv': 'ip\n192.0.2.1\n',
    };
    await expect(loadFiles(tested, files, { strict: true })).rejects.toThrow(
      /accounts\.csv:6002:country: is not an ISO 3166-1/,
    );
    expect(await dumpGraph(tested.database)).toEqual([]);
    expect(await tested.database.read('MATCH (l:SkeinLoad) RETURN l')).toEqual([]);
    expect(existsSync(tested.settings.sources)).toBe(false);
  });

  it('loads what is without fault', async () => {
    const { files } = await loadFiles(tested, { 'accounts.csv': accounts }, { strict: true });
    expect(files[0]).toMatchObject({ read: 6_000, added: 1, unchanged: 5_999, rejected: 0 });
  });

  it('sees beforehand that a link names an entry of two lists, of the folder and of the database', async () => {
    const watchlist = (list: string) => ({
      'watchlist.csv': `entry_id,list,name\n7,${list},Seven\n`,
    });
    await loadFiles(tested, watchlist('A'));
    const before = await dumpGraph(tested.database);
    await expect(
      loadFiles(tested, { ...watchlist('B'), 'links.csv': links }, { strict: true }),
    ).rejects.toThrow(/links\.csv:2:to_id: several watchlists hold this entry id: A, B/);
    expect(await dumpGraph(tested.database)).toEqual(before);
  });
});
