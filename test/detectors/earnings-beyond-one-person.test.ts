import { describe, expect, it } from 'vitest';
import type { Row } from '../dataset.ts';
import { detecting, plainAccounts, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('earnings-beyond-one-person');

let sent = 0;
function paid(account: string, amount: number, day: number, currency = 'USD'): Row {
  sent += 1;
  return {
    transfer_id: `t${String(sent).padStart(5, '0')}`,
    from_payment_account_id: 'escrow',
    to_payment_account_id: `p-${account}`,
    amount,
    currency,
    sent_at: time(day),
    initiated_by: 'platform',
  };
}

const payout = (id: string, purse = `p-${id}`) => ({
  account_id: id,
  payment_account_id: purse,
  purpose: 'payout',
  first_used_at: time(0),
});
/** Forty who earn between 700 and 2,650 a month over half a year. */
const peers = plainAccounts(40, 'peer').map((account) => ({ ...account, trade: 'web' }));
const peerPay = peers.flatMap(({ account_id }, index) =>
  [0, 30, 60, 90, 120, 150].map((day) => paid(account_id, 700 + 50 * index, day)),
);
const months = [0, 30, 60, 90, 120, 150];
const web = (account: Row): Row => ({ ...account, trade: 'web' });

describe('earnings-beyond-one-person', () => {
  it('finds an account that earns, delivers and works more than its peers', async () => {
    const found = await findingsIn({
      accounts: [...peers, ...plainAccounts(2).map(web)],
      account_payments: [...peers, ...plainAccounts(2)].map(({ account_id }) => payout(account_id)),
      transfers: [
        ...peerPay,
        ...months.map((day) => paid('a1', 25_000, day)),
        ...['failed', 'reversed', 'disputed'].map((status) => ({ ...paid('a1', 900, 75), status })),
        ...months.map((day) => paid('a2', 2_900, day)),
      ],
      logins: Array.from({ length: 28 }, (_, day) =>
        [0, 1].map((machine) => ({
          account_id: 'a1',
          ip: `192.0.2.${machine + 1}`,
          started_at: time(day, machine * 4),
          ended_at: time(day, machine * 4 + 14),
        })),
      ).flat(),
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      accounts: ['a1'],
      facts: {
        unit: 'account a1',
        income: { currency: 'USD', peer_trade: 'web', total: 150_000, payments: 6, months: 5.9 },
        weekly_hours: 196,
      },
    });
    expect(found[0]!.indicators).toEqual(['C14', 'C5']);
    expect(found[0]!.score).toBeGreaterThan(0.7);
    expect((await findingsAgain())[0]!.id).toBe(found[0]!.id);
    expect(await findingsAgain(time(-5))).toEqual([]);
  });

  it('finds a payout that brings in what several people earn', async () => {
    const found = await findingsIn({
      accounts: [...peers, ...plainAccounts(3).map(web)],
      account_payments: [
        ...peers.map(({ account_id }) => payout(account_id)),
        ...['a1', 'a2', 'a3'].map((id) => payout(id, 'p-common')),
      ],
      transfers: [...peerPay, ...months.map((day) => paid('common', 16_000, day))],
    });
    expect(found.map(({ facts }) => facts['unit'])).toEqual(['payout p-common']);
    expect(found[0]!.accounts).toEqual(['a1', 'a2', 'a3']);
    expect(found[0]!.title).toContain('for its 3 accounts together');
    expect(found[0]!.indicators).toEqual(['C5']);
    expect(found[0]!.score).toBeGreaterThan(0.3);
  });

  it('near miss: another currency’s large figures, and one good month', async () => {
    const found = await findingsIn({
      accounts: [...peers, ...plainAccounts(22, 'yen').map(web), ...plainAccounts(1).map(web)],
      account_payments: [...peers, ...plainAccounts(22, 'yen'), ...plainAccounts(1)].map(
        ({ account_id }) => payout(account_id),
      ),
      transfers: [
        ...peerPay,
        ...plainAccounts(22, 'yen').flatMap(({ account_id }, index) =>
          months.map((day) => paid(account_id, 150_000 + 9_000 * index, day, 'JPY')),
        ),
        paid('a1', 6_500, 40),
      ],
    });
    expect(found).toEqual([]);
  });

  it('expects it of an agency, and of people who openly earn together', async () => {
    const found = await findingsIn({
      accounts: [
        ...peers,
        { ...plainAccounts(1, 'agency')[0]!, trade: 'web', role: 'agency' },
        ...plainAccounts(5, 's').map(web),
      ],
      account_payments: [
        ...peers.map(({ account_id }) => payout(account_id)),
        payout('agency1'),
        ...plainAccounts(5, 's').map(({ account_id }) => payout(account_id, 'p-studio')),
      ],
      transfers: [
        ...peerPay,
        ...months.map((day) => paid('agency1', 30_000, day)),
        ...months.map((day) => paid('studio', 9_000, day)),
      ],
      links: ['s2', 's3', 's4', 's5'].map((id) => ({
        from_type: 'account',
        from_id: 's1',
        to_type: 'account',
        to_id: id,
        kind: 'employs',
        source: 'platform',
      })),
    });
    for (const finding of found) expect(finding.score).toBeLessThan(0.1);
  });
});
