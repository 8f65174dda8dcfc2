import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../database.ts';
import { loadFiles, rejectsOf } from './loading.ts';

const tested = testDatabase();
beforeEach(() => tested.empty());

const watchlist = (...rows: string[]) => `entry_id,list,name\n${rows.join('\n')}\n`;
const link =
  'from_type,from_id,to_type,to_id,kind,since,source\n' +
  'company,c1,watchlist_entry,7,front_for,2020-01,register\n';

const linked = () =>
  tested.database.read(
    `MATCH (c:Company)-[l:LINKED_TO]->(w:WatchlistEntry)
     RETURN c.id AS company, w._key AS entry, w._stub AS stub, l.kind AS kind, l._at AS at`,
  );

describe('a link to a watchlist entry', () => {
  it('finds it by its id alone', async () => {
    await loadFiles(tested, { 'links.csv': link, 'watchlist.csv': watchlist('7,A,Seven') });
    expect(await linked()).toEqual([
      { company: 'c1', entry: 'A|7', stub: null, kind: 'front_for', at: '2020-01' },
    ]);
  });

  it('waits at a stub, which the first list that describes the id takes over', async () => {
    await loadFiles(tested, { 'links.csv': link });
    expect(await linked()).toMatchObject([{ entry: '|7', stub: true }]);
    const { files } = await loadFiles(tested, {
      'watchlist.csv': watchlist('7,A,Seven', '7,B,Sieben'),
    });
    expect(files[0]).toMatchObject({ added: 2 });
    expect(await linked()).toMatchObject([{ entry: 'A|7', stub: null }]);
    const entries = await tested.database.read<{ key: string }>(
      'MATCH (w:WatchlistEntry) RETURN w._key AS key ORDER BY key',
    );
    expect(entries.map(({ key }) => key)).toEqual(['A|7', 'B|7']);
  });

  it('is rejected when several lists hold the id, and the lists are named', async () => {
    const { files } = await loadFiles(tested, {
      'links.csv': link,
      'watchlist.csv': watchlist('7,A,Seven', '7,B,Sieben'),
    });
    expect(files[1]).toMatchObject({ read: 1, added: 0, rejected: 1 });
    expect(await rejectsOf(files[1])).toEqual([
      '2,to_id,7,"several watchlists hold this entry id: A, B; a link cannot say which it means"',
    ]);
    expect(await linked()).toEqual([]);
  });

  it('changes nothing when loaded again', async () => {
    const files = { 'links.csv': link, 'watchlist.csv': watchlist('7,A,Seven') };
    await loadFiles(tested, files);
    const again = await loadFiles(tested, files);
    expect(again.files.map(({ unchanged }) => unchanged)).toEqual([1, 1]);
    expect(await linked()).toHaveLength(1);
  });
});

it('entries of two lists with one id are two nodes', async () => {
  const { files } = await loadFiles(tested, {
    'watchlist.csv': watchlist('7,A,Seven', '7,B,Sieben'),
  });
  expect(files[0]).toMatchObject({ added: 2, conflicts: 0 });
});
