import { expect, it } from 'vitest';
import entityTies from '../../server/detection/derive/entity-ties.ts';
import listedOwnership from '../../server/detection/derive/listed-ownership.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { writeDataset } from '../dataset.ts';
import { testDatabase } from '../database.ts';
import { infer } from './infer.ts';

const tested = testDatabase();

function owns(from: string, to: string, share: number, since = '') {
  const [from_type = '', from_id = ''] = from.split(':');
  return {
    from_type,
    from_id,
    to_type: 'company',
    to_id: to,
    kind: 'owner_of',
    share_percent: share,
    since,
  };
}

it('names every owner and share on the way, and who agrees with an entry', async () => {
  const folder = await writeDataset({
    watchlist: [
      {
        entry_id: 'T-1',
        list: 'TEST',
        name: 'DOE, Sample',
        kind: 'person',
        birth_date: '1970-02-05',
      },
      { entry_id: 'T-2', list: 'TEST', name: 'LANTERN TRADING CO., LTD.', kind: 'company' },
    ],
    persons: [{ person_id: 'x1', name: 'Sample Doe', birth_date: '1970-02-05' }],
    companies: ['c1', 'c2'].map((id) => ({ company_id: id, name: `Harbour ${id}` })),
    links: [
      owns('person:x1', 'c2', 100, '2019-03-01'),
      owns('company:c2', 'c1', 60.5),
      owns('watchlist_entry:T-2', 'c1', 5),
    ],
  });
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  for (const derivation of [entityTies, listedOwnership]) await infer(tested.database, derivation);
  const found = await tested.database.read(
    `MATCH (w)-[r:LISTED_OWNS]->(e)
     RETURN w.id AS entry, e.id AS owned, r.score AS score, r.reason AS reason ORDER BY owned, entry`,
  );
  const way =
    'owned to 65.5 % in all | Harbour c2 owns 60.5 % of Harbour c1 | LANTERN TRADING CO., LTD. owns 5 % of Harbour c1' +
    ' | Sample Doe owns 100 % of Harbour c2, since 2019-03-01' +
    ' | Sample Doe agrees with the entry T-1 | LANTERN TRADING CO., LTD., the entry T-2';
  expect(found).toEqual([
    { entry: 'T-1', owned: 'c1', score: 0.655, reason: way },
    { entry: 'T-2', owned: 'c1', score: 0.655, reason: way },
    {
      entry: 'T-1',
      owned: 'c2',
      score: 1,
      reason:
        'owned to 100 % in all | Sample Doe owns 100 % of Harbour c2, since 2019-03-01 | Sample Doe agrees with the entry T-1',
    },
  ]);
});
