import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import ipaddr from 'ipaddr.js';
import { generate } from '../../worlds/shipped/generate.ts';
import { leastAccounts } from '../../worlds/shipped/limits.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { baselinesOf } from '../../quality/baselines.ts';
import { readRows, type Label } from '../../quality/world.ts';
import { testDatabase } from '../database.ts';
import { rowsOf } from './artefacts.ts';

const root = mkdtempSync(join(tmpdir(), 'skein-generate-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function world(name: string, accounts: number, seed: number): string {
  const folder = join(root, name);
  generate({ accounts, seed, folder }, silentProgress);
  return folder;
}

function digests(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map(
      (file) =>
        `${file} ${createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex')}`,
    );
}

describe('a seed', () => {
  it('gives the same bytes again, and another seed gives others', () => {
    const [first, again, other] = [world('a', 300, 7), world('b', 300, 7), world('c', 300, 8)];
    expect(digests(again)).toEqual(digests(first));
    expect(digests(other)).not.toEqual(digests(first));
  });
});

describe('a world loads', () => {
  const tested = testDatabase();
  it('without a rejected row', async () => {
    const folder = world('small', leastAccounts, 3);
    const load = await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
    expect(load.files.filter(({ rejected, conflicts }) => rejected > 0 || conflicts > 0)).toEqual(
      [],
    );
    expect(load.unknown_columns).toEqual([]);
    expect(load.files.every(({ read }) => read > 0)).toBe(true);
  });
});

describe('a world of 2,000 accounts', () => {
  let folder = '';
  let labels: Label[] = [];
  beforeAll(async () => {
    folder = world('large', 2_000, 1);
    labels = await readRows<Label>(join(folder, 'labels.csv'));
  });
  const kindsOf = (isBad: boolean) =>
    new Set(labels.filter(({ role }) => (role !== 'benign') === isBad).map(({ kind }) => kind));

  it('holds rings and look-alikes in their shares', () => {
    const bad = labels.filter(({ role }) => role !== 'benign').length / 2_000;
    expect(bad).toBeGreaterThan(0.005);
    expect(bad).toBeLessThan(0.03);
    const benign = labels.length / 2_000 - bad;
    expect(benign).toBeGreaterThan(0.05);
    expect(benign).toBeLessThan(0.15);
    expect(kindsOf(true).size).toBeGreaterThanOrEqual(8);
    expect(kindsOf(false).size).toBeGreaterThanOrEqual(16);
    const sizes = new Map<string, number>();
    for (const { role, cluster } of labels)
      if (role !== 'benign') sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
    expect(Math.min(...sizes.values())).toBeGreaterThanOrEqual(2);
  });

  it('says nothing of rings by nationality', () => {
    const bad = new Set(
      labels.filter(({ role }) => role !== 'benign').map(({ account_id }) => account_id),
    );
    const accounts = rowsOf(folder, 'accounts').filter(({ nationality }) => nationality !== '');
    const counted = (among: typeof accounts) =>
      among.filter(({ nationality }) => ['KR', 'CN', 'RU'].includes(nationality!)).length /
      among.length;
    const honest = counted(accounts.filter(({ account_id }) => !bad.has(account_id!)));
    expect(honest).toBeGreaterThan(0.12);
    const share = counted(accounts.filter(({ account_id }) => bad.has(account_id!)));
    // Four standard deviations of so many drawn from among all.
    expect(Math.abs(share - honest)).toBeLessThan(
      4 * Math.sqrt((honest * (1 - honest)) / bad.size),
    );
  });

  it('uses addresses that nobody on the public net has, and reserved domains', () => {
    for (const { ip } of rowsOf(folder, 'ips'))
      expect(ipaddr.parse(ip!).range()).not.toBe('unicast');
    for (const { email, website } of rowsOf(folder, 'accounts')) {
      expect(email).toMatch(/^$|@[a-z0-9-]+\.example$/);
      expect(website).toMatch(/^$|^https:\/\/[a-z0-9-]+\.example$/);
    }
  });

  it('is not solved by what little thought gives', async () => {
    for (const { name, score } of await baselinesOf(folder, labels))
      expect(score.ap, name).toBeLessThan(0.35);
  });
});
