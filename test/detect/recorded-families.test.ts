import { expect, it } from 'vitest';
import { families } from '../../domain/detector.ts';
import { familyRecords } from '../../domain/family-records.ts';
import { nodeTypes, relationTypes } from '../../domain/schema/graph.ts';
import { recordedFamilies } from '../../server/detection/derive/recorded-families.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { writeDataset, type Dataset } from '../dataset.ts';

const tested = testDatabase();

async function recordedOf(rows: Dataset) {
  await tested.empty();
  const folder = await writeDataset(rows);
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  return recordedFamilies(tested.database);
}

it('of a platform that has ratings alone, or money alone, that family alone has a voice', async () => {
  const accounts = [{ account_id: 'a1' }, { account_id: 'a2' }];
  const rating = { from_account_id: 'a1', to_account_id: 'a2', score: 5 };
  expect(await recordedOf({ accounts, ratings: [{ rating_id: 'r1', ...rating }] })).toEqual([
    'ratings',
  ]);
  const payout = { account_id: 'a1', payment_account_id: 'p1', purpose: 'payout' };
  expect(await recordedOf({ accounts, account_payments: [payout] })).toEqual(['money']);
  const login = { account_id: 'a1', ip: '192.0.2.1', started_at: '2024-01-01T00:00:00Z' };
  expect(await recordedOf({ accounts, logins: [login] })).toEqual(['network', 'hours', 'conduct']);
});

it('each family has records by which it can be known, of the graph as declared', () => {
  const names = new Set([
    ...relationTypes.map(({ relation }) => relation),
    ...nodeTypes.map(({ label }) => label),
  ]);
  for (const family of families) {
    expect(familyRecords[family].length, family).toBeGreaterThan(0);
    expect(familyRecords[family].filter((name) => !names.has(name))).toEqual([]);
  }
});
