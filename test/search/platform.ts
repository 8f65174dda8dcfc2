import { rm } from 'node:fs/promises';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { writeDataset, type Dataset, type Row } from '../dataset.ts';
import type { TestDatabase } from '../database.ts';

/** Of everything that a person may search for, something to find and something near it. */
const platform: Dataset = {
  accounts: [
    account('u-1001', {
      display_name: '김민준',
      email: 'junny+jobs@river.example',
      phone: '+1 (555) 010-0000',
    }),
    account('u-1002', {
      display_name: 'Kim Min-jun',
      handle: 'mjk_dev',
      phone: '0044 20 7946 0018',
    }),
    account('u-1003', { display_name: 'Jürgen Müller', address: '12 Harbour Road, Port Ellen' }),
    account('u-1004', { display_name: 'Gerda Mueller', email: 'gerda.m@other.example' }),
    account('u-1005', { display_name: 'Иван Кузнецов', website: 'https://kuznetsov.example/work' }),
    account('u-1006', { display_name: 'Silverstar Holdings', employer: 'Silverstar' }),
    account('u-1007', {
      display_name: 'Bob Tolliver',
      email: 'bob@river.example',
      phone: '555.010.0099',
    }),
  ],
  account_changes: [
    {
      account_id: 'u-1007',
      field: 'email',
      old_value: 'robert@formerly.example',
      new_value: 'bob@river.example',
      changed_at: '2024-02-01T00:00:00Z',
    },
  ],
  ips: [{ ip: '192.0.2.9', as_name: 'Heron Networks' }],
  logins: [
    ...['192.0.2.1', '192.0.2.9', '192.0.2.200', '192.0.3.1', '192.0.3.77', '19.2.0.2'].map((ip) =>
      login('u-1007', ip),
    ),
    ...['2001:db8::1', '2001:db8:0:1::1', '2001:db9::1'].map((ip) => login('u-1004', ip)),
  ],
  devices: [{ device_id: 'dev-7f3a-91', fingerprint: 'fp9c1d22' }],
  payment_accounts: [
    { payment_account_id: 'pay-88', holder_name: '王小明', provider: 'Bank of Lorn' },
  ],
  documents: [
    { document_id: 'd-1', account_id: 'u-1003', kind: 'passport', number: 'P 1234-5678' },
    {
      document_id: 'd-2',
      account_id: 'u-1004',
      kind: 'bid',
      text: `${'I have built many shops. '.repeat(40)}Please release the café milestone before Friday; write to me off the platform.`,
    },
    {
      document_id: 'd-3',
      account_id: 'u-1004',
      kind: 'message',
      text: '我们 的 团队 offers tortoise races',
    },
  ],
  companies: [{ company_id: 'c-5', name: '金星公司', registration_number: 'HRB 55 021' }],
  persons: [
    { person_id: 'p-9', name: 'Ahmad Karimi', aliases: 'أحمد کریمی|Ahmed Kareemi' },
    { person_id: 'p-star-silver-volasys', name: 'O' },
  ],
  watchlist: [
    { entry_id: 'w-77', list: 'OFAC-SDN', name: 'Volasys Silver Star', aliases: 'Silver Star' },
  ],
  known_shared: [{ type: 'ip', value: '203.0.113.0/24', reason: 'a café chain' }],
  labels: [
    { account_id: 'u-1001', role: 'operator', cluster: 'groundtruth-cluster', note: 'zzlabel' },
  ],
};

function account(account_id: string, values: Row): Row {
  return { account_id, created_at: '2024-01-01T00:00:00Z', ...values };
}

function login(account_id: string, ip: string): Row {
  return { account_id, ip, started_at: '2024-02-01T08:00:00Z' };
}

export async function loadPlatform(tested: TestDatabase): Promise<void> {
  const folder = await writeDataset(platform);
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  await rm(folder, { recursive: true });
}
