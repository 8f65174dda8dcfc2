/** The clusters of the sample, and a finding of each detector, as FollowTheMoney's own validation and the library of STIX 2 read their bundles. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { clustersOfRun, latestRun } from '../../server/detection/runs/read-runs.ts';
import type { Scope } from '../../domain/evidence-scope.ts';
import { testDatabase } from '../database.ts';
import { detectedSample } from '../detected-sample.ts';
import { temporaryFolder } from './bundles.ts';
import { ofCollected } from './collected.ts';
import { exchanged, exchangeRead } from './peers.ts';

const tested = testDatabase();

it('accept every value of every entity, and leave none out', async () => {
  const { database } = tested;
  const { findings } = await detectedSample(tested);
  const run = await latestRun(database);
  const clusters = await clustersOfRun(database, run!.run);
  const byDetector = new Map(findings.map(({ detector, id }) => [detector, id]));
  const scopes: Scope[] = [
    ...clusters.map(({ id }) => ({ kind: 'cluster' as const, id })),
    ...[...byDetector.values()].map((id) => ({ kind: 'finding' as const, id })),
  ];
  expect(clusters).not.toEqual([]);
  expect(byDetector.size).toBeGreaterThan(20);
  const parent = await temporaryFolder();
  const folders: string[] = [];
  for (const scope of scopes) {
    const folder = join(parent, String(folders.length));
    await mkdir(folder);
    await ofCollected(tested, { scope, language: 'en' }, (exhibit) => exchanged(exhibit, folder));
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
