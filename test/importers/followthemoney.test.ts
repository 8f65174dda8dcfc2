import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { followTheMoney } from '../../server/evidence/exchange/followthemoney.ts';
import { importFollowTheMoney } from '../../server/ingest/importers/followthemoney.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { readListedNames, Screening } from '../../server/graph/names/screen.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { everyKind } from '../evidence/every-kind.ts';
import { folderOf } from '../load/folder-of.ts';

const tested = testDatabase();
const outFolder = () => mkdtemp(join(tmpdir(), 'skein-ftm-'));

async function fileOf(lines: readonly unknown[]): Promise<string> {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  return join(await folderOf({ 'entities.ftm.json': `${text.join('\n')}\n` }), 'entities.ftm.json');
}

const entities = [
  {
    id: 'NK-1',
    schema: 'Company',
    datasets: ['us_ofac_sdn'],
    properties: {
      name: ['Yanbian Silverstar', 'Silver Star|Star'],
      alias: ['China Silver Star'],
      topics: ['sanction'],
      program: ['DPRK3'],
      country: ['cn'],
      address: ['1 River Road, Yanji'],
    },
  },
  {
    id: 'p-1',
    schema: 'Person',
    properties: {
      name: ['Ana Lind'],
      birthDate: ['1980'],
      country: ['se', 'xx-yy'],
      notes: ['@x'],
    },
  },
  {
    id: 'c-1',
    schema: 'Company',
    properties: { name: ['Lind AB'], incorporationDate: ['2019-02-03'] },
  },
  {
    id: 'o-1',
    schema: 'Ownership',
    properties: { owner: ['p-1'], asset: ['c-1'], percentage: ['60'], startDate: ['2019-03-01'] },
  },
  {
    id: 'u-1',
    schema: 'UserAccount',
    properties: { username: ['ana'], service: ['Gigboard'], email: ['ana@example.org'] },
  },
  {
    id: 'b-1',
    schema: 'BankAccount',
    properties: { name: ['Ana Lind'], bankName: ['A Bank'], currency: ['SEK'] },
  },
  { id: 'w-1', schema: 'CryptoWallet', properties: { name: ['x'] } },
  {
    id: 't-1',
    schema: 'Payment',
    properties: {
      payerAccount: ['b-1'],
      beneficiaryAccount: ['w-1'],
      amount: ['12.50'],
      currency: ['SEK'],
      date: ['2024-05-06'],
    },
  },
  { id: 'l-1', schema: 'UnknownLink', properties: { subject: ['p-1'], object: ['nobody'] } },
  { id: 's-1', schema: 'Vessel', properties: { name: ['Silver'] } },
];

describe('the import of FollowTheMoney', () => {
  it('makes a dataset that loads whole, and counts what has no place in it', async () => {
    await tested.empty();
    const out = await outFolder();
    const made = await importFollowTheMoney(await fileOf(entities), out);
    expect(made).toEqual({
      folder: out,
      rows: {
        watchlist: 1,
        persons: 1,
        companies: 1,
        accounts: 1,
        payment_accounts: 2,
        transfers: 1,
        links: 1,
      },
      left_out: { UnknownLink: 1, Vessel: 1 },
    });
    const summary = await loadFolders(tested.database, tested.settings, [out], {}, silentProgress);
    expect(summary.files.map(({ rejected }) => rejected)).toEqual(summary.files.map(() => 0));
    expect(summary.files).toHaveLength(7);
    expect(summary.unknown_columns).toEqual([]);
    const screening = new Screening(await readListedNames(tested.database));
    expect(screening.matches('China Silver Star')[0]).toMatchObject({
      entry_id: 'NK-1',
      list: 'us_ofac_sdn',
    });
    const link = await readFile(join(out, 'links.csv'), 'utf8');
    expect(link).toContain('person,p-1,company,c-1,owner_of,60,2019-03-01,,o-1');
  });

  it('takes what Skein hands to others', async () => {
    const { nodes, relations } = everyKind();
    const out = await outFolder();
    const source = await fileOf([[...followTheMoney(nodes, relations)].join('').trimEnd()]);
    const { rows } = await importFollowTheMoney(source, out);
    // An account and a profile; the links from the account to all that can be linked.
    expect(rows).toEqual({
      accounts: 2,
      payment_accounts: 1,
      companies: 1,
      persons: 1,
      watchlist: 1,
      links: 5,
    });
    await tested.empty();
    const summary = await loadFolders(tested.database, tested.settings, [out], {}, silentProgress);
    expect(summary.files.reduce((sum, { rejected }) => sum + rejected, 0)).toBe(0);
  });

  it('leaves a folder as it was when the last of many lines is none', async () => {
    const out = await outFolder();
    await importFollowTheMoney(await fileOf(entities), out);
    const before = await readFile(join(out, 'persons.csv'), 'utf8');
    // More than is held back before it is written.
    const many = Array.from({ length: 3_000 }, (_, at) => ({
      id: `q-${at.toFixed(0)}`,
      schema: 'Person',
      properties: { name: ['n'.repeat(500)] },
    }));
    const source = await fileOf([...many, 'cut off']);
    await expect(importFollowTheMoney(source, out)).rejects.toThrow('line 3001');
    expect(await readFile(join(out, 'persons.csv'), 'utf8')).toBe(before);
    expect((await readdir(out)).filter((file) => !file.endsWith('.csv'))).toEqual([]);
  });

  it('says where something is no entity, and what to do', async () => {
    for (const bad of ['{', '[]', '{"id":"a"}', '{"id":"","schema":"Person","properties":{}}']) {
      const source = await fileOf([entities[0], bad]);
      const out = join(await outFolder(), 'made');
      await expect(importFollowTheMoney(source, out)).rejects.toThrow(
        messages.load.followthemoney.notAnEntity(source, 2),
      );
      expect(await readdir(out)).toEqual([]);
    }
    await expect(importFollowTheMoney('none.json', await outFolder())).rejects.toThrow('none.json');
  });
});
