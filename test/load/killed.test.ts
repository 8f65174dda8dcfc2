import { beforeAll, describe, expect } from 'vitest';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { repeated } from '../long.ts';
import { folderOf } from './folder-of.ts';
import { dumpGraph } from './graph-dump.ts';
import { files, killAfter } from './killing.ts';

const tested = testDatabase();
const patience = 5 * 60_000;

describe('a load that is killed and run again', () => {
  let folder: string;
  let whole: string[];
  const load = () => loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);

  beforeAll(async () => {
    folder = await folderOf(files);
    await load();
    whole = await dumpGraph(tested.database);
  }, patience);

  repeated([
    ['accounts.csv', 2_000],
    ['logins.csv', 4_000],
  ])('amid %s ends in the same graph', async (file, done) => {
    await tested.empty();
    await killAfter(tested, folder, file, done);
    const half = await dumpGraph(tested.database);
    expect(half.length).toBeGreaterThan(0);
    expect(half).not.toEqual(whole);
    await load();
    expect(await dumpGraph(tested.database)).toEqual(whole);
  });
});
