/** The clusters of the sample, as FollowTheMoney's own validation and the library of STIX 2 read their bundles. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { detect } from '../../server/detect/detect.ts';
import { clustersOfRun, latestRun } from '../../server/detect/run-store.ts';
import { collectExhibit } from '../../server/evidence/collect.ts';
import { loadFolders } from '../../server/load/load.ts';
import { silentProgress } from '../../server/progress.ts';
import { testDatabase } from '../database.ts';
import { silverstar } from '../datasets/rows.ts';
import { temporaryFolder } from './bundles.ts';
import { exchanged, exchangeRead } from './peers.ts';

const tested = testDatabase();

it('accept every value of every entity, and leave none out', async () => {
  const { database, settings } = tested;
  await loadFolders(database, settings, [silverstar], {}, silentProgress);
  await detect(database, {}, silentProgress);
  const run = await latestRun(database);
  const clusters = await clustersOfRun(database, run!.run);
  expect(clusters.length).toBeGreaterThan(5);
  const parent = await temporaryFolder();
  const folders: string[] = [];
  for (const { id } of clusters) {
    const { exhibit } = await collectExhibit(database, settings, {
      scope: { kind: 'cluster', id },
      language: 'en',
    });
    const folder = join(parent, id);
    await mkdir(folder);
    await exchanged(exhibit, folder);
    folders.push(folder);
  }
  const schemata = new Set<string>();
  for (const [at, { followthemoney, stix }] of exchangeRead(folders).entries()) {
    const { schemata: seen, ...faults } = followthemoney;
    expect(faults, folders[at]).toEqual({ lost: [], incomplete: [], invalid: [] });
    expect(stix, folders[at]).toMatchObject({ twice: 0, dangling: [] });
    for (const schema of Object.keys(seen)) schemata.add(schema);
  }
  expect([...schemata]).toEqual(expect.arrayContaining(['UserAccount', 'BankAccount', 'Company']));
}, 600_000);
