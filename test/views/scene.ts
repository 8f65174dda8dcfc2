import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { writeDataset, type Dataset, type Row } from '../dataset.ts';
import type { TestDatabase } from '../database.ts';

/** Names that a careless page would run, turn round or choke on. */
export const hostileName = '<img src=x onerror=alert(1)>';
const turnedName = '\u202Egnp.exe';
const longName = 'x'.repeat(8_000);

/**
 * Three accounts on one payout, whose money goes on, splits, and in part comes back; they rate each other, and one is
 * used from Warsaw and, an hour later, from Tokyo while it claims Brazil.
 */
const scene: Dataset = {
  accounts: [
    account('a1', {
      display_name: 'Ilse Brandt',
      country: 'BR',
      timezone: 'America/Sao_Paulo',
      phone: '+1 111',
    }),
    account('a2', { display_name: hostileName, country: 'PL', timezone: 'Europe/Warsaw' }),
    account('a3', { display_name: turnedName, legal_name: '=1+1' }),
    account('other', { display_name: 'Somebody Else' }),
  ],
  ips: [
    { ip: '192.0.2.1', country: 'PL', city: 'Warsaw', kind: 'residential' },
    { ip: '192.0.2.2', country: 'JP', city: 'Tokyo', kind: 'vpn' },
    { ip: '192.0.2.3', country: 'BR', city: 'Nowhere-on-Sea' },
  ],
  logins: [
    // Nights in São Paulo, days in Tokyo.
    ...Array.from({ length: 30 }, (_, day) => login('a1', '192.0.2.1', day + 1, 1, 7)),
    login('a1', '192.0.2.2', 5, 8, 9),
    login('a2', '192.0.2.1', 2, 9, 10),
    login('a2', '192.0.2.3', 9, 9, 10),
  ],
  payment_accounts: [
    { payment_account_id: 'p1', kind: 'bank', holder_name: 'Shared Purse', currency: 'USD' },
    { payment_account_id: 'p2', kind: 'bank', holder_name: longName },
    { payment_account_id: 'p3', kind: 'wallet', holder_name: 'Last Stop' },
    { payment_account_id: 'p4', kind: 'card', holder_name: 'Own Card' },
  ],
  account_payments: [
    ...['a1', 'a2', 'a3'].map((account_id, at) => ({
      account_id,
      payment_account_id: 'p1',
      purpose: 'payout',
      first_used_at: time(at + 1, 0),
      last_used_at: time(at + 10, 0),
    })),
    { account_id: 'a2', payment_account_id: 'p4', purpose: 'funding', first_used_at: time(3, 0) },
  ],
  transfers: [
    transfer('t1', 'p1', 'p2', 100, 'USD', 3),
    transfer('t2', 'p1', 'p2', 50, 'USD', 4),
    transfer('t3', 'p1', 'p2', 70, 'EUR', 4),
    { ...transfer('t4', 'p1', 'p2', 999, 'USD', 5), status: 'reversed' },
    transfer('t5', 'p2', 'p3', 120, 'USD', 6),
    transfer('t6', 'p3', 'p1', 10, 'USD', 7),
  ],
  jobs: [{ job_id: 'j1', client_account_id: 'a2', finished_at: time(5, 0) }],
  ratings: [
    {
      rating_id: 'r1',
      from_account_id: 'a1',
      to_account_id: 'a2',
      score: 5,
      rated_at: time(5, 2),
      job_id: 'j1',
    },
    { rating_id: 'r2', from_account_id: 'a2', to_account_id: 'a1', score: 5, rated_at: time(5, 3) },
    {
      rating_id: 'r3',
      from_account_id: 'a3',
      to_account_id: 'a1',
      score: 1,
      rated_at: time(20, 0),
    },
    {
      rating_id: 'r4',
      from_account_id: 'a1',
      to_account_id: 'other',
      score: 4,
      rated_at: time(8, 0),
    },
  ],
};

/** Loaded later: another phone, and a fourth account on the shared payout. */
const later: Dataset = {
  accounts: [
    { account_id: 'a1', phone: '+1 222' },
    account('late', { display_name: 'Late Comer' }),
  ],
  account_payments: [
    { account_id: 'late', payment_account_id: 'p1', purpose: 'payout', first_used_at: time(12, 0) },
  ],
};

function account(account_id: string, values: Row): Row {
  return { account_id, created_at: '2024-01-01T00:00:00Z', ...values };
}

function login(account_id: string, ip: string, day: number, from: number, to: number): Row {
  return { account_id, ip, started_at: time(day, from), ended_at: time(day, to) };
}

function transfer(
  transfer_id: string,
  from: string,
  to: string,
  amount: number,
  currency: string,
  day: number,
): Row {
  return {
    transfer_id,
    from_payment_account_id: from,
    to_payment_account_id: to,
    amount,
    currency,
    sent_at: time(day, 12),
  };
}

function time(day: number, hour: number): string {
  return new Date(Date.UTC(2024, 0, day, hour)).toISOString();
}

/** Loads the scene, then what came later; returns when the first load had ended. */
export async function loadScene(tested: TestDatabase): Promise<string> {
  const load = async (dataset: Dataset) => {
    const folder = await writeDataset(dataset);
    await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  };
  await load(scene);
  const between = new Date().toISOString();
  await load(later);
  return between;
}
