import { existsSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { createFeed } from '../../server/operations/feeds/feed-store.ts';
import { refreshFeed } from '../../server/operations/feeds/refresh.ts';
import { screeningById } from '../../server/operations/feeds/screening-store.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { writeDataset } from '../dataset.ts';
import { testDatabase } from '../database.ts';

const tested = testDatabase();
const shared = fileURLToPath(new URL('../../../shared/data', import.meta.url));
const earlier = join(shared, 'ofac-sdn-2019');
const later = join(shared, 'ofac-sdn-2021-07');

/** What OFAC's own files say of each entry, by its number, read by another way than the importer's. */
function rawEntries(folder: string): Map<string, string> {
  const rows = (file: string): string[][] =>
    parse(gunzipSync(readFileSync(join(folder, `${file}.csv.gz`))), {
      trim: true,
      relaxColumnCount: true,
    });
  const entries = new Map<
    string,
    { own: string[]; aliases: Set<string>; addresses: Set<string> }
  >();
  for (const [number = '', ...own] of rows('sdn').filter((row) => row.length > 1))
    entries.set(number, { own, aliases: new Set(), addresses: new Set() });
  for (const [number = '', , , name = ''] of rows('alt').filter((row) => row.length > 1))
    entries.get(number)!.aliases.add(name);
  for (const [number = '', , ...address] of rows('add').filter((row) => row.length > 1))
    entries.get(number)!.addresses.add(address.slice(0, 3).join('; '));
  return new Map(
    [...entries].map(([number, { own, aliases, addresses }]) => [
      number,
      JSON.stringify([own, [...aliases].sort(), [...addresses].sort()]),
    ]),
  );
}

it.runIf(existsSync(earlier) && existsSync(later))(
  'of the lists of 2019 and 2021, reports what was added, changed and taken off, and the one new match',
  async () => {
    const platform = await writeDataset({
      companies: [
        { company_id: 'c1', name: 'Allyrise Technology Group Ltd', registration_number: '2005087' },
        {
          company_id: 'c2',
          name: 'Yanbian Silverstar Network Technology',
          registration_number: '91222401MA0Y31E659',
        },
        { company_id: 'c3', name: 'Copperfield Vane Studio' },
      ],
    });
    await loadFolders(tested.database, tested.settings, [platform], {}, silentProgress);
    const folder = join(tested.settings.home, 'feeds', 'sdn');
    await cp(earlier, join(folder, 'sdn-2019'), { recursive: true });
    await createFeed(tested.database, tested.settings, {
      ...{ id: 'sdn', name: 'OFAC', list: 'OFAC-SDN', format: 'ofac', from: folder },
    });
    const refresh = () => refreshFeed(tested.database, tested.settings, 'sdn', {}, silentProgress);
    const before = rawEntries(earlier);
    const first = await refresh();
    expect(first.screening).toMatchObject({ published_on: '2019', counts: { rejected: 0 } });
    expect(first.screening.counts.entries).toBe(before.size);

    await cp(later, join(folder, 'sdn-2021-07'), { recursive: true });
    const { screening } = await refresh();
    const after = rawEntries(later);
    const numbers = {
      added: [...after.keys()].filter((number) => !before.has(number)),
      changed: [...after].filter(([number, said]) => (before.get(number) ?? said) !== said),
      removed: [...before.keys()].filter((number) => !after.has(number)),
    };
    expect(screening).toMatchObject({ published_on: '2021-07', before: '2019' });
    expect(screening.counts).toEqual({
      entries: after.size,
      rejected: 0,
      entry_changes: {
        added: numbers.added.length,
        changed: numbers.changed.length,
        removed: numbers.removed.length,
      },
      matches: { new: 1, changed: 1, gone: 0 },
    });
    const { difference } = await screeningById(tested.database, screening.id);
    expect(difference.entries.changed.map(({ entry }) => entry).sort()).toEqual(
      numbers.changed.map(([number]) => `OFAC-SDN-${number}`).sort(),
    );
    expect(difference.matches.new).toMatchObject([
      { subject: { type: 'company', id: 'c1' }, entry: 'OFAC-SDN-27989' },
    ]);
    const silverstar = difference.entries.changed.find(({ entry }) => entry === 'OFAC-SDN-24977');
    expect(silverstar?.columns.map(({ column }) => column)).toEqual([
      'addresses',
      'aliases',
      'identifiers',
      'remarks',
    ]);
    const stored = await tested.database.read(
      'MATCH (w:WatchlistEntry) WHERE w.delisted_on = $edition RETURN count(w) AS gone',
      { edition: '2021-07' },
    );
    expect(stored).toEqual([{ gone: numbers.removed.length }]);
    expect((await refresh()).outcome).toBe('unchanged');
  },
  900_000,
);
