import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { detect } from '../../server/decisions/applied/detect.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { writeDataset, type Dataset, type Row } from '../dataset.ts';
import type { TestDatabase } from '../database.ts';
import { oneHand } from '../one-hand.ts';

/** Ids that a careless path, query or page would trip over. */
export const hostileIds = [
  '../../x',
  'a/b?c=d&e#f',
  'a%20b%2F%',
  '账户-一 ü',
  "' OR 1=1 //",
  '<img src=x onerror=alert(1)>',
  '__proto__',
  'type:with:colons',
  'x'.repeat(512),
] as const;

const crowd = Array.from({ length: 40 }, (_, at) => `guest-${String(at).padStart(2, '0')}`);

const hand = oneHand(['a1', 'a2', 'a3'], 'Ilse Brandt');

/**
 * A ring of three accounts in one hand, an address that many share, an id that two
 * watchlists use for different entries, hostile ids, and ground truth that must never show.
 */
const ring: Dataset = {
  ...hand,
  accounts: [
    account('a1', {
      display_name: 'Minjun Harlow',
      email: 'minjun@harlow.example',
      phone: '+1555',
    }),
    account('a2', {
      display_name: 'Dana Quill',
      handle: 'dquill',
      website: 'https://quill.example',
    }),
    account('a3', { display_name: 'Zoë Müller', legal_name: 'Zoe Muller' }),
    ...crowd.map((id) => account(id, {})),
    ...hostileIds.map((id) => account(id, { display_name: `Hostile ${hostileIds.indexOf(id)}` })),
  ],
  logins: [
    ...hand.logins!,
    ...crowd.map((id) => login(id, '198.51.100.9', '2024-02-01T08:00:00Z')),
    ...Array.from({ length: 30 }, (_, day) =>
      login('a1', '2001:db8::7', `2024-01-${String(day + 1).padStart(2, '0')}T09:00:00Z`),
    ),
    login('a1', '198.51.100.9', '2024-02-02T08:00:00Z'),
  ],
  ratings: [
    { rating_id: 'r1', from_account_id: 'a2', to_account_id: 'a2', score: 5 },
    { rating_id: 'r2', from_account_id: 'a2', to_account_id: 'a1', score: 5 },
  ],
  companies: [{ company_id: 'c1', name: 'Ambergate Trading' }],
  watchlist: [
    { entry_id: 'w1', list: 'LIST-A', name: 'Amberlock Trading', aliases: 'Silver Heron|金星公司' },
    { entry_id: 'w1', list: 'LIST-B', name: 'Another Entry' },
    { entry_id: 'w2', list: 'LIST-B', name: 'Third Entry' },
  ],
  links: [
    link('company', 'c1', 'account', 'a1', 'employs'),
    link('company', 'c1', 'account', 'a1', 'controls'),
    link('company', 'c1', 'watchlist_entry', 'w2', 'linked_to'),
    link('person', 'nobody-described', 'company', 'c1', 'officer_of'),
  ],
  labels: [{ account_id: 'a1', role: 'operator', cluster: 'groundtruth-cluster', note: 'zzlabel' }],
};

function account(account_id: string, values: Row): Row {
  return { account_id, created_at: '2024-01-01T00:00:00Z', ...values };
}

function login(account_id: string, ip: string, started_at: string): Row {
  return { account_id, ip, started_at };
}

function link(
  from_type: string,
  from_id: string,
  to_type: string,
  to_id: string,
  kind: string,
): Row {
  return { from_type, from_id, to_type, to_id, kind };
}

/** A later row of `a1`: another phone, and a column that the contract does not name. */
const laterRow = 'account_id,phone,favourite_colour\na1,+1999,teal\n';

/** Loads the ring, then the later row, and detects. */
export async function loadRing(tested: TestDatabase): Promise<DetectionResult> {
  const first = await writeDataset(ring);
  const later = await mkdtemp(join(tmpdir(), 'skein-later-'));
  await writeFile(join(later, 'accounts.csv'), laterRow);
  for (const folder of [first, later])
    await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  for (const folder of [first, later]) await rm(folder, { recursive: true });
  return detect(tested.database, {}, silentProgress);
}
