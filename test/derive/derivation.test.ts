import { beforeAll, describe, expect, it } from 'vitest';
import declaredTogether from '../../server/detection/derive/declared-together.ts';
import knownShared from '../../server/detection/derive/known-shared.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { infer } from './infer.ts';
import { writeDataset } from '../dataset.ts';

const tested = testDatabase();

function login(ip: string) {
  return { account_id: 'a1', ip, started_at: '2024-01-01T00:00:00Z' };
}
const family = (from_id: string, to_id: string) => ({
  from_type: 'account',
  from_id,
  to_type: 'account',
  to_id,
  kind: 'family_of',
});

const firm = (to_id: string, kind: string) => ({
  from_type: 'company',
  from_id: 'firm',
  to_type: 'account',
  to_id,
  kind,
});

beforeAll(async () => {
  const folder = await writeDataset({
    accounts: ['a1', 'a2', 'a3', 'a4', 'c1', 'c2', 'c3'].map((account_id) => ({ account_id })),
    companies: [{ company_id: 'firm', name: 'Firm' }],
    logins: ['192.0.2.1', '192.0.2.200', '2001:db8:1::5', '2001:db8:2::5'].map(login),
    links: [
      family('a3', 'a2'),
      family('a2', 'a1'),
      firm('c1', 'employs'),
      firm('c2', 'employs'),
      firm('c3', 'controls'),
    ],
    known_shared: [
      { type: 'ip', value: '192.0.2.0/25', reason: 'a campus' },
      { type: 'ip', value: '2001:db8:1::/48', reason: 'a carrier' },
      { type: 'ip', value: '192.0.2.200', reason: 'an exit' },
    ],
  });
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
});

async function inferred(relation: string) {
  return tested.database.read<{ element: string; to: string; rule: string; version: number }>(
    `MATCH (a)-[r:${relation}]->(b)
     RETURN elementId(r) AS element, b.id AS to, r.rule AS rule, r.version AS version
     ORDER BY b.id, a.id`,
  );
}

describe('a derivation', () => {
  it('covers addresses by network, of either family, and single ones', async () => {
    await infer(tested.database, knownShared);
    const covered = await inferred('COVERS');
    expect(covered.map(({ to }) => to)).toEqual(['192.0.2.1', '192.0.2.200', '2001:db8:1::5']);
    expect(covered[0]).toMatchObject({ rule: 'known-shared', version: 1 });
  });

  it('writes nothing the second time', async () => {
    const before = await inferred('COVERS');
    await infer(tested.database, knownShared);
    expect(await inferred('COVERS')).toEqual(before);
  });

  it('points every openly connected account to the first of its group', async () => {
    await infer(tested.database, declaredTogether);
    expect((await inferred('DECLARED_WITH')).map(({ to }) => to)).toEqual([
      ...['a1', 'a1'],
      ...['c1', 'c1'],
    ]);
  });

  it('takes back what no longer follows, and replaces what an older version wrote', async () => {
    await infer(tested.database, { ...declaredTogether, version: 99 });
    expect((await inferred('DECLARED_WITH')).map(({ version }) => version)).toEqual([
      99, 99, 99, 99,
    ]);
    const nothing = { ...declaredTogether, infer: () => Promise.resolve([]) };
    await infer(tested.database, nothing);
    expect(await inferred('DECLARED_WITH')).toEqual([]);
  });
});
