import { describe, expect, it } from 'vitest';
import type { Row } from '../dataset.ts';
import { detecting, plainAccounts, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('payout-funnel');

const payouts = (ids: readonly string[]) =>
  ids.map((id) => ({
    account_id: id,
    payment_account_id: `p-${id}`,
    purpose: 'payout',
    first_used_at: time(0),
  }));

let sent = 0;
function transfer(from: string, to: string, amount: number, day: number, more: Row = {}): Row {
  sent += 1;
  return {
    transfer_id: `t${String(sent).padStart(4, '0')}`,
    from_payment_account_id: from,
    to_payment_account_id: to,
    amount,
    currency: 'USD',
    sent_at: time(day, 9 + (sent % 5)),
    status: 'settled',
    ...more,
  };
}

/** Four times: earnings come in for a job, and `share` of them leaves for `to` three days later. */
function earnsAndSends(id: string, to: string, share: number, firstDay = 0): Row[] {
  return [0, 1, 2, 3].flatMap((round) => {
    const day = firstDay + 20 * round;
    const pay = 900 + 70 * round;
    return [
      transfer(`c-${id}`, `p-${id}`, pay, day, { initiated_by: 'platform' }),
      transfer(`p-${id}`, to, Math.round(pay * share), day + 3, { initiated_by: 'payer' }),
      transfer(`p-${id}`, `shop-${id}`, Math.round(pay * 0.05), day + 4),
    ];
  });
}

const ids = ['a1', 'a2', 'a3', 'a4'];

describe('payout-funnel', () => {
  it('finds money that meets two hops after payouts of their own, with the transfers that say so', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(4).map((account) => ({ ...account, country: 'PL' })),
      payment_accounts: [{ payment_account_id: 'collector', kind: 'bank', country: 'BR' }],
      account_payments: payouts(ids),
      transfers: [
        ...ids.flatMap((id, index) => earnsAndSends(id, `wallet-${id}`, 0.9, index)),
        ...ids.flatMap((id, index) =>
          [0, 1, 2, 3].map((round) =>
            transfer(`wallet-${id}`, 'collector', 780 + 60 * round, 8 + index + 20 * round),
          ),
        ),
      ],
    });
    expect(found.map(({ facts }) => facts['destination'])).toEqual(['collector']);
    expect(found[0]).toMatchObject({
      accounts: ids,
      facts: { unrelated: 4, hops: 2, sides: 4, elsewhere: 4 },
      possible_role: 'operator',
    });
    expect(found[0]!.score).toBeGreaterThan(0.6);
    expect(found[0]!.ties).toHaveLength(6);
    expect(found[0]!.evidence.some(({ type }) => type === 'transfers.to_payment_account_id')).toBe(
      true,
    );
    expect((await findingsAgain())[0]!.id).toBe(found[0]!.id);
    expect(await findingsAgain(time(6, 0))).toEqual([]);
  });

  it('finds several payers who send one payee sums in small like pieces', async () => {
    const usual = ids.flatMap((id, index) =>
      [0, 1, 2, 3].map((round) =>
        transfer(`p-${id}`, `x-${id}-${round}`, 300 + 40 * index, round * 9),
      ),
    );
    const others = Array.from({ length: 60 }, (_, index) =>
      transfer(`q${index}`, `r${index}`, 250 + index, index),
    );
    const pieces = ids.flatMap((id, index) =>
      [3.9, 4.1, 4.05].map((amount) => transfer(`p-${id}`, 'till', amount, 40 + 10 * index)),
    );
    const found = await findingsIn({
      accounts: plainAccounts(4),
      account_payments: payouts(ids),
      transfers: [...usual, ...others, ...pieces],
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ accounts: ids, facts: { destination: 'till', unrelated: 4 } });
    expect(found[0]!.score).toBeGreaterThan(0.6);
  });

  it('near miss: money that stays, that goes to places of their own, or that meets from one side only', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(4),
      account_payments: payouts(ids),
      transfers: [
        ...earnsAndSends('a1', 'rent', 0.2),
        ...earnsAndSends('a2', 'rent', 0.2, 1),
        ...earnsAndSends('a3', 'own-a3', 0.9, 2),
        ...earnsAndSends('a4', 'own-a4', 0.9, 3),
      ],
    });
    expect(found).toEqual([]);
  });

  it('does not add up currencies: what came in as yen is not all gone with a few dollars', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(2),
      account_payments: payouts(['a1', 'a2']),
      transfers: ['a1', 'a2'].flatMap((id, index) =>
        [0, 1, 2, 3].flatMap((round) => [
          transfer(`c-${id}`, `p-${id}`, 150_000, index + 20 * round, { currency: 'JPY' }),
          transfer(`c-${id}`, `p-${id}`, 2_000, index + 20 * round),
          transfer(`p-${id}`, 'club', 100, index + 20 * round + 2),
        ]),
      ),
    });
    expect(found).toEqual([]);
  });

  it('weighs an exchange that everybody uses, declared staff and a known collecting account little', async () => {
    const customers = plainAccounts(70, 'k').map(({ account_id }) => account_id);
    const found = await findingsIn({
      accounts: [...plainAccounts(4), ...plainAccounts(70, 'k')],
      account_payments: payouts([...ids, ...customers]),
      transfers: [
        ...ids.flatMap((id, index) => earnsAndSends(id, 'agency', 0.9, index)),
        ...customers.flatMap((id, index) =>
          earnsAndSends(id, 'exchange', index % 3 === 0 ? 0.6 : 0.15, index % 20),
        ),
        ...customers.map((id) => transfer('exchange', `bank-${id}`, 300, 90)),
      ],
      links: ['a2', 'a3', 'a4'].map((id) => ({
        from_type: 'account',
        from_id: 'a1',
        to_type: 'account',
        to_id: id,
        kind: 'employs',
        source: 'platform',
      })),
    });
    for (const finding of found) expect(finding.score).toBeLessThan(0.4);
    expect(found.map(({ facts }) => facts['destination'])).not.toContain('agency');
  });
});
