/** All that detectors count on Spark in the place of DuckDB: the same findings and clusters, byte for byte. */
// @module-tag long
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { detect } from '../../server/decisions/applied/detect.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { generate } from '../../worlds/shipped/generate.ts';
import { testDatabase } from '../database.ts';
import { silverstar } from '../datasets/rows.ts';

const tested = testDatabase();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skein-spark-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(() => tested.empty());

it.each([
  ['the sample', () => silverstar],
  [
    'a world',
    () => {
      const world = join(folder, 'world');
      generate({ accounts: 120, seed: 12, folder: world }, silentProgress);
      return world;
    },
  ],
])('finds the same as DuckDB over %s', async (_name, dataset) => {
  await loadFolders(tested.database, tested.settings, [dataset()], {}, silentProgress);
  const spark = join(tested.settings.home, 'spark');
  const one = await detect(tested.database, {}, silentProgress);
  const other = await detect(
    tested.database,
    { spark: { master: 'local[2]', folder: spark, neo4j: tested.settings.neo4j! } },
    silentProgress,
  );
  expect(JSON.stringify(other.findings)).toBe(JSON.stringify(one.findings));
  expect(JSON.stringify(other.clusters)).toBe(JSON.stringify(one.clusters));
  expect(await readdir(spark)).toEqual([]);
});
