import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { baselinesOf } from '../../quality/baselines.ts';
import { generatorNamed } from '../../quality/generators.ts';
import { readRows, type Label } from '../../quality/world.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';

const tested = testDatabase();
const folders: string[] = [];

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

describe.each(['third', 'fourth'])('a world of the %s generator', (name) => {
  async function world(accounts: number, seed: number): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), `skein-${name}-`));
    folders.push(folder);
    await generatorNamed(name, silentProgress).write({ accounts, seed, folder });
    return folder;
  }

  it('is the same for the same seed, and another for another', async () => {
    const digests: string[] = [];
    for (const seed of [3, 3, 4]) {
      const folder = await world(300, seed);
      const hash = createHash('sha256');
      for (const file of (await readdir(folder)).sort())
        hash.update(file).update(await readFile(join(folder, file)));
      digests.push(hash.digest('hex'));
    }
    expect(digests[0]).toBe(digests[1]);
    expect(digests[0]).not.toBe(digests[2]);
  });

  it('loads strictly, without a rejected row', async () => {
    const folder = await world(400, 5);
    const load = await loadFolders(
      tested.database,
      tested.settings,
      [folder],
      { strict: true },
      silentProgress,
    );
    expect(load.files.length).toBeGreaterThan(12);
    for (const file of load.files) expect(file.rejected, file.file).toBe(0);
  });

  it('has few that are bad, and is not solved by what accounts share', async () => {
    const folder = await world(2_000, 6);
    const labels = await readRows<Label>(join(folder, 'labels.csv'));
    const bad = labels.filter(({ role }) => role !== 'benign');
    expect(bad.length / 2_000).toBeGreaterThan(0.004);
    expect(bad.length / 2_000).toBeLessThan(0.035);
    expect(labels.length - bad.length).toBeGreaterThan(bad.length);
    for (const { name: baseline, score } of await baselinesOf(folder, labels))
      expect(score.ap, baseline).toBeLessThan(0.5);
  });
});
