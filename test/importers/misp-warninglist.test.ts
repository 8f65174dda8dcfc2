import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detect } from '../../server/decisions/applied/detect.ts';
import { importMispWarninglists } from '../../server/ingest/importers/misp-warninglist.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { folderOf } from '../load/folder-of.ts';

const tested = testDatabase();
const outFolder = () => mkdtemp(join(tmpdir(), 'skein-misp-'));

const vpn = {
  name: 'VPN providers',
  version: 20260820,
  type: 'cidr',
  description: 'networks of VPN providers',
  list: ['203.0.113.0/24', '2001:db8:7::/48', 'exit.vpn.example'],
};

async function listFile(list: unknown): Promise<string> {
  return join(await folderOf({ 'list.json': JSON.stringify(list) }), 'list.json');
}

describe('the import of MISP warning lists', () => {
  it('makes known_shared of addresses and networks, one row each, and counts the rest', async () => {
    const out = await outFolder();
    const other = { ...vpn, name: 'Hosting', version: 3, list: ['203.0.113.0/24', '198.51.100.7'] };
    const made = await importMispWarninglists([await listFile(vpn), await listFile(other)], out);
    expect(made).toEqual({ folder: out, networks: 3, left_out: 1 });
    expect(await readFile(join(out, 'known_shared.csv'), 'utf8')).toBe(
      'type,value,reason\n' +
        'ip,203.0.113.0/24,"MISP warning list, version 20260820: VPN providers; MISP warning list, version 3: Hosting"\n' +
        'ip,2001:db8:7::/48,"MISP warning list, version 20260820: VPN providers"\n' +
        'ip,198.51.100.7,"MISP warning list, version 3: Hosting"\n',
    );
  });

  it('lets accounts that meet on a listed network be linked by less', async () => {
    await tested.empty();
    const accounts = ['a1', 'a2', 'a3', 'a4'].map((account_id) => ({
      account_id,
      created_at: '2023-01-01T00:00:00Z',
    }));
    const session = (account_id: string, ip: string, day: number) => ({
      account_id,
      ip,
      started_at: `2024-01-0${day}T09:00:00Z`,
      ended_at: `2024-01-0${day}T11:00:00Z`,
    });
    const logins = [1, 2, 3].flatMap((day) => [
      ...['a1', 'a2'].map((id) => session(id, '203.0.113.9', day)),
      ...['a3', 'a4'].map((id) => session(id, '192.0.2.9', day)),
    ]);
    const out = await outFolder();
    await importMispWarninglists([await listFile(vpn)], out);
    const folders = [await writeDataset({ accounts, logins }), out];
    const { files } = await loadFolders(
      tested.database,
      tested.settings,
      folders,
      {},
      silentProgress,
    );
    for (const file of files) expect(file.rejected, file.file).toBe(0);
    const { findings } = await detect(tested.database, { only: ['shared-ip'] }, silentProgress);
    const score = (account: string) =>
      findings.find((finding) => finding.accounts.includes(account))?.score ?? 0;
    expect(score('a3')).toBeGreaterThan(0);
    expect(score('a1')).toBeLessThan(score('a3') / 2);
  });

  it('says of a file that is none what is wrong', async () => {
    const out = await outFolder();
    await expect(importMispWarninglists([await listFile({ name: 'x' })], out)).rejects.toThrow(
      /no warning list: JSON with name, version, type and list/,
    );
    await expect(importMispWarninglists([join(out, 'none.json')], out)).rejects.toThrow(
      /cannot be read/,
    );
  });
});
