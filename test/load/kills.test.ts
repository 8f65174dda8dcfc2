// @module-tag long
import { beforeAll, describe, expect, it } from 'vitest';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { folderOf } from './folder-of.ts';
import { dumpGraph } from './graph-dump.ts';
import { files, killAfter } from './killing.ts';

const tested = testDatabase();
const kills = 100;

/** The same places on every run: a linear congruential sequence in [0, 1). */
function* places(): Generator<number, never> {
  for (let state = 20_220_516; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

describe('a load that is killed again and again', () => {
  let folder: string;
  let whole: string[];
  const load = () => loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);

  beforeAll(async () => {
    folder = await folderOf(files);
    await load();
    whole = await dumpGraph(tested.database);
    await tested.empty();
  });

  it(`goes on from wherever it was, ${kills} times, and ends in the same graph`, async () => {
    const next = places();
    for (let kill = 0; kill < kills; kill += 1) {
      if (kill % 10 === 0) await tested.empty();
      const inAccounts = next.next().value < 0.5;
      const most = inAccounts ? 4_500 : 9_500;
      await killAfter(
        tested,
        folder,
        inAccounts ? 'accounts.csv' : 'logins.csv',
        Math.floor(next.next().value * most),
      );
      if (kill % 10 !== 9) continue;
      await load();
      expect(await dumpGraph(tested.database), `after kill ${kill + 1}`).toEqual(whole);
    }
  });
});
