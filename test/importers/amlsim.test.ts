import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { importAmlsim } from '../../server/ingest/importers/amlsim.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { folderOf } from '../load/folder-of.ts';

const tested = testDatabase();

const nodes = 'nodeid,isFraud,init_balance,fraudStep\n0,false,184.44,-1\n1,true,175.8,12\n';
const transactions = 'sourceNodeId,targetNodeId,value,time\n0,1,147.8,1\n1,0,3.55,32\n';

const outFolder = () => mkdtemp(join(tmpdir(), 'skein-amlsim-'));

describe('the import of an AMLSim network', () => {
  it('makes accounts with a payment account each, transfers on their days, and labels apart', async () => {
    const out = await outFolder();
    const source = await folderOf({
      'nodes.csv.gz': gzipSync(nodes),
      'transactions.csv': transactions,
    });
    const made = await importAmlsim(source, out, { start: '2021-03-01', currency: 'EUR' });
    expect(made).toEqual({ folder: out, accounts: 2, transfers: 2, labels: 1 });
    const { files } = await loadFolders(
      tested.database,
      tested.settings,
      [out],
      {},
      silentProgress,
    );
    for (const file of files) expect(file.rejected, file.file).toBe(0);
    const rows = await tested.database.read(
      `MATCH (:Account {id: '1'})-[u:PAID_THROUGH]->(p:PaymentAccount)-[t:TRANSFERRED_TO]->(q)
       RETURN u.purpose AS purpose, q.id AS to, t.amount AS amount, t.currency AS currency, t.sent_at AS at`,
    );
    expect(rows).toEqual([
      {
        purpose: 'payout',
        to: 'p0',
        amount: 3.55,
        currency: 'EUR',
        at: '2021-04-01T00:00:00.000Z',
      },
    ]);
  });

  it('writes nothing of when the simulation made an account fraudulent', async () => {
    const out = await outFolder();
    await importAmlsim(
      await folderOf({ 'nodes.csv': nodes, 'transactions.csv': transactions }),
      out,
      {},
    );
    expect(await readFile(join(out, 'labels.csv'), 'utf8')).toBe(
      'account_id,role,kind\n1,operator,amlsim\n',
    );
    expect(await readFile(join(out, 'accounts.csv'), 'utf8')).not.toContain('12');
  });

  it('refuses a folder without its files, a file without its columns and a day that is none', async () => {
    const refused = async (files: Record<string, string>) =>
      importAmlsim(await folderOf(files), await outFolder(), {});
    await expect(refused({ 'nodes.csv': nodes })).rejects.toThrow(/holds no transactions\.csv/);
    await expect(
      refused({ 'nodes.csv': 'nodeid,isFraud\n', 'transactions.csv': transactions }),
    ).resolves.toMatchObject({ accounts: 0 });
    await expect(
      refused({ 'nodes.csv': 'id,isFraud\n', 'transactions.csv': transactions }),
    ).rejects.toThrow(/no column nodeid/);
    await expect(
      refused({ 'nodes.csv': 'id,isFraud\n1,false\n', 'transactions.csv': transactions }),
    ).rejects.toThrow(/no column nodeid/);
    await expect(
      refused({
        'nodes.csv': nodes,
        'transactions.csv': 'sourceNodeId,targetNodeId,value,time\n0,1,5,soon\n',
      }),
    ).rejects.toThrow(/the day “soon”/);
  });
});
