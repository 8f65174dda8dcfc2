import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ListDifference } from '../../domain/feed.ts';
import { createFeed, holding, listFeeds } from '../../server/operations/feeds/feed-store.ts';
import { refreshFeed, type RefreshOptions } from '../../server/operations/feeds/refresh.ts';
import { latestScreenings, screeningById } from '../../server/operations/feeds/screening-store.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import {
  ConflictError,
  InvalidDataError,
  NotFoundError,
  UsageError,
} from '../../server/platform/problems.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { writeDataset } from '../dataset.ts';
import { testDatabase } from '../database.ts';
import { writeOfacList, type MadeEntry } from './ofac-list.ts';

const tested = testDatabase();
let lists: string;

const lantern: MadeEntry = {
  number: 101,
  name: 'NORTHERN LANTERN TRADING CO., LTD.',
  aliases: ['LANTERN SOFT', 'NORTHERN LANTERN'],
  addresses: [['14 Example Street', 'Testville', 'Norway']],
};
const doe: MadeEntry = {
  number: 102,
  name: 'DOE, Sample',
  type: 'individual',
  remarks: 'DOB 05 Feb 1970.',
};
const gone: MadeEntry = { number: 103, name: 'OLD QUAY HOLDING LTD.' };
const added: MadeEntry = { number: 104, name: 'BRIGHT HARBOUR SOFTWARE LTD.' };

const refresh = (options: RefreshOptions = {}) =>
  refreshFeed(tested.database, tested.settings, 'made', options, silentProgress);
const edition = (date: string, entries: readonly MadeEntry[]) =>
  writeOfacList(join(lists, `made-${date}`), entries);

beforeAll(async () => {
  lists = join(tested.settings.home, 'feeds');
  const folder = await writeDataset({
    accounts: [
      { account_id: 'a1', legal_name: 'Sample Doe', birth_date: '1970-02-05' },
      { account_id: 'a2', legal_name: 'Nobody Else', birth_date: '1980-01-01' },
    ],
    companies: [
      { company_id: 'c1', name: 'Lantern Soft LLC', registration_number: '1234567890' },
      { company_id: 'c2', name: 'Bright Harbour Software' },
      { company_id: 'c3', name: 'Old Quay Holding' },
    ],
  });
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  await edition('2020-01', [lantern, doe, gone]);
  await createFeed(tested.database, tested.settings, {
    id: 'made',
    name: 'A list made for tests',
    list: 'MADE',
    format: 'ofac',
    from: lists,
  });
});

async function entry(number: number) {
  const [row] = await tested.database.read<{ entry: Record<string, unknown> }>(
    'MATCH (w:WatchlistEntry {_key: $key}) RETURN properties(w) AS entry',
    { key: `MADE|MADE-${number}` },
  );
  return row?.entry;
}

const pairs = (matches: ListDifference['matches']['new']) =>
  matches.map(({ subject, entry: of }) => `${subject.type}:${subject.id} ${of}`);

describe('refreshing a feed', () => {
  it('loads the first edition and screens everybody against all of it', async () => {
    const { outcome, screening } = await refresh();
    expect(outcome).toBe('screened');
    expect(screening).toMatchObject({
      feed: 'made',
      list: 'MADE',
      published_on: '2020-01',
      before: null,
      counts: { entries: 3, rejected: 0, entry_changes: { added: 3, changed: 0, removed: 0 } },
    });
    const { difference } = await screeningById(tested.database, screening.id);
    expect(pairs(difference.matches.new)).toEqual([
      'account:a1 MADE-102',
      'company:c1 MADE-101',
      'company:c3 MADE-103',
    ]);
    expect(difference.matches.new[0]).toMatchObject({
      name: 'Sample Doe',
      entry_name: 'DOE, Sample',
      reasons: [{ relation: 'derived.same-name', reason: 'DOE, Sample, born 1970-02-05' }],
    });
    expect(await entry(101)).toMatchObject({
      list_published_on: '2020-01',
      _sources: [expect.any(String)],
    });
  });

  it('finds nothing changed in the same edition, and loads nothing', async () => {
    const before = await tested.database.read('MATCH (l:SkeinLoad) RETURN count(l) AS loads');
    const { outcome, screening } = await refresh();
    expect(outcome).toBe('unchanged');
    expect(screening.published_on).toBe('2020-01');
    expect(await tested.database.read('MATCH (l:SkeinLoad) RETURN count(l) AS loads')).toEqual(
      before,
    );
    expect(await latestScreenings(tested.database, 'made', 10)).toHaveLength(1);
  });

  it('reports of a new edition what it changed, and no more', async () => {
    const respelled = { ...lantern, aliases: ['NORTHERN LANTERN', 'LANTERN SOFT'] };
    const doeOtherwise = { ...doe, remarks: 'DOB 06 Feb 1970.', aliases: ['DOE, S.'] };
    await edition('2021-07', [respelled, doeOtherwise, added]);
    const { screening } = await refresh();
    expect(screening).toMatchObject({ published_on: '2021-07', before: '2020-01', forced: false });
    const { difference } = await screeningById(tested.database, screening.id);
    expect(difference.entries).toEqual({
      added: [{ entry: 'MADE-104', name: added.name }],
      changed: [
        {
          entry: 'MADE-102',
          name: doe.name,
          columns: [
            { column: 'aliases', before: null, after: ['DOE, S.'] },
            { column: 'birth_date', before: '1970-02-05', after: '1970-02-06' },
            { column: 'remarks', before: doe.remarks, after: doeOtherwise.remarks },
          ],
        },
      ],
      removed: [{ entry: 'MADE-103', name: gone.name }],
    });
    expect(pairs(difference.matches.new)).toEqual(['company:c2 MADE-104']);
    expect(pairs(difference.matches.gone)).toEqual(['account:a1 MADE-102', 'company:c3 MADE-103']);
    expect(difference.matches.changed).toEqual([]);
  });

  it('leaves in the graph what the list no longer has, marked with since when', async () => {
    const stored = await entry(103);
    expect(stored).toMatchObject({ delisted_on: '2021-07', list_published_on: '2020-01' });
    expect(stored!['_sources']).toHaveLength(2);
  });

  it('refuses an older edition, unless somebody insists', async () => {
    await rm(join(lists, 'made-2021-07'), { recursive: true });
    await expect(refresh()).rejects.toThrow(
      /^This edition of MADE is of 2020-01, older than the one loaded, of 2021-07: nothing was changed/,
    );
    await expect(refresh()).rejects.toThrow(UsageError);
    const { outcome, screening } = await refresh({ force: true });
    expect(outcome).toBe('screened');
    expect(screening).toMatchObject({
      forced: true,
      published_on: '2020-01',
      before: '2021-07',
      counts: { entry_changes: { added: 1, changed: 1, removed: 1 } },
    });
  });

  it('takes as listed anew what comes back, and reports a match that agrees better', async () => {
    const numbered = { ...lantern, remarks: 'Registration ID 1234567890.' };
    await edition('2022-03-01', [numbered, doe, added]);
    const better = await refresh();
    expect(better.screening.counts).toMatchObject({
      entry_changes: { added: 1, changed: 1, removed: 1 },
      matches: { new: 1, changed: 1, gone: 1 },
    });
    await edition('2022-04-01', [numbered, doe, added, gone]);
    const { screening } = await refresh();
    expect(screening.counts).toMatchObject({
      entry_changes: { added: 1, changed: 0, removed: 0 },
      matches: { new: 1, changed: 0, gone: 0 },
    });
    expect(await entry(103)).toMatchObject({ delisted_on: '2022-03-01', listed_on: '2022-04-01' });
  });

  it('says what it needs: a date, an entry, a feed that is there and that nobody else refreshes', async () => {
    await expect(refresh({ published: '2022-13' })).rejects.toThrow(
      /^2022-13 is no date of an edition/,
    );
    await edition('2023-01-01', []);
    await expect(refresh()).rejects.toThrow(InvalidDataError);
    await rm(join(lists, 'made-2023-01-01'), { recursive: true });
    await expect(
      refreshFeed(tested.database, tested.settings, 'none', {}, silentProgress),
    ).rejects.toThrow(NotFoundError);
    await holding(tested.database, 'made', async () => {
      await expect(refresh()).rejects.toThrow(ConflictError);
    });
    expect((await refresh()).outcome).toBe('unchanged');
  });

  it('keeps every screening with the date of its edition, latest first', async () => {
    const screenings = await latestScreenings(tested.database, 'made', 10);
    expect(screenings.map(({ published_on }) => published_on)).toEqual([
      '2022-04-01',
      '2022-03-01',
      '2020-01',
      '2021-07',
      '2020-01',
    ]);
    const [feed] = await listFeeds(tested.database, tested.settings);
    expect(feed).toMatchObject({ published_on: '2022-04-01', screening: screenings[0]!.id });
  });

  it('reads a list of FollowTheMoney, all of it as the feed’s own list', async () => {
    const entity = (id: string, name: string) =>
      JSON.stringify({
        id,
        schema: 'Company',
        properties: { name: [name], topics: ['sanction'] },
        datasets: ['some_other_name'],
      });
    const folder = join(lists, 'entities');
    await writeOfacList(folder, []);
    await writeFile(
      join(folder, 'export-2024-05-06.ftm.json'),
      `${entity('Q1', 'Bright Harbour Software')}\n`,
    );
    await createFeed(tested.database, tested.settings, {
      ...{ id: 'ftm', name: 'Entities', list: 'FTM', format: 'followthemoney', from: folder },
    });
    const { screening } = await refreshFeed(
      tested.database,
      tested.settings,
      'ftm',
      {},
      silentProgress,
    );
    expect(screening).toMatchObject({
      list: 'FTM',
      published_on: '2024-05-06',
      counts: { entries: 1, matches: { new: 1 } },
    });
    const stored = await tested.database.read(
      "MATCH (w:WatchlistEntry {_key: 'FTM|Q1'}) RETURN w.list_published_on AS published",
    );
    expect(stored).toEqual([{ published: '2024-05-06' }]);
  });
});
