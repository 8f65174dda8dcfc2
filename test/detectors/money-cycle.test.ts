import { describe, expect, it } from 'vitest';
import type { Row } from '../dataset.ts';
import { detecting, plainAccounts, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('money-cycle');

const ids = ['a1', 'a2', 'a3', 'a4'];
const payouts = ids.map((id) => ({
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
    sent_at: time(day),
    ...more,
  };
}

/** Payments between strangers, so that the four are few among many. */
const platform = Array.from({ length: 60 }, (_, index) =>
  transfer(`q${index}`, `r${index}`, 230 + 3 * index, index),
);
const others = ids.flatMap((id, index) =>
  [0, 1, 2, 3].map((round) => transfer(`p-${id}`, `x-${id}-${round}`, 260 + 40 * index, 9 * round)),
);

describe('money-cycle', () => {
  it('finds a sum that comes back over four hands, with the transfers that carried it', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(4),
      account_payments: payouts,
      transfers: [
        ...platform,
        transfer('p-a1', 'p-a2', 5000, 10),
        transfer('p-a2', 'p-a3', 4900, 14),
        transfer('p-a3', 'p-a4', 4850, 19),
        transfer('p-a4', 'p-a1', 4800, 30),
      ],
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ accounts: ids, facts: { closed: 4, unrelated: 4 } });
    expect(found[0]!.score).toBeGreaterThan(0.5);
    expect((await findingsAgain())[0]!.id).toBe(found[0]!.id);
    expect(await findingsAgain(time(20))).toEqual([]);
  });

  it('finds small payments of one size that are passed on', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(4),
      account_payments: payouts,
      transfers: [
        ...platform,
        ...others,
        ...ids
          .slice(0, 3)
          .flatMap((id, index) =>
            [0, 1, 2].map(() => transfer(`p-${id}`, `p-${ids[index + 1]!}`, 11.5, 50 + 12 * index)),
          ),
        // Not of that size: it is not what was passed on.
        transfer('p-a1', 'p-a2', 240, 20),
      ],
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ accounts: ids, facts: { closed: 0, steps: 3, transfers: 9 } });
    expect(found[0]!.score).toBeGreaterThan(0.4);
  });

  it('near miss: the wrong order of time, another currency, or too much lost on the way', async () => {
    const circle = (suffix: string, rows: readonly [number, number, string][]) =>
      rows.map(([amount, day, currency], index) =>
        transfer(`p-a${index + 1}`, `p-a${((index + 1) % 3) + 1}`, amount, day, {
          currency,
          reference: suffix,
        }),
      );
    const found = await findingsIn({
      accounts: plainAccounts(3),
      account_payments: payouts.slice(0, 3),
      transfers: [
        ...platform,
        ...circle('backwards', [
          [5000, 30, 'USD'],
          [4900, 20, 'USD'],
          [4800, 10, 'USD'],
        ]),
        ...circle('exchanged', [
          [700, 40, 'EUR'],
          [690, 44, 'CNY'],
          [680, 49, 'EUR'],
        ]),
        ...circle('spent', [
          [900, 60, 'USD'],
          [450, 64, 'USD'],
          [200, 69, 'USD'],
        ]),
      ],
    });
    expect(found).toEqual([]);
  });

  it('says little of a family that passes a sum round, and nothing of a refund or of paid work', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(4),
      account_payments: payouts,
      transfers: [
        ...platform,
        transfer('p-a1', 'p-a2', 800, 10),
        transfer('p-a2', 'p-a3', 800, 14),
        transfer('p-a3', 'p-a1', 800, 19),
        transfer('p-a4', 'shop', 120, 30),
        transfer('shop', 'p-a4', 120, 33),
        ...[40, 44, 48].map((day, index) =>
          transfer(`p-a${index + 1}`, `p-a${((index + 1) % 3) + 1}`, 600, day, {
            job_id: `j${day}`,
          }),
        ),
      ],
      links: ['a2', 'a3'].map((id) => ({
        from_type: 'account',
        from_id: 'a1',
        to_type: 'account',
        to_id: id,
        kind: 'family_of',
        source: 'platform',
      })),
    });
    expect(found).toHaveLength(1);
    expect(found[0]!.score).toBeLessThan(0.1);
  });
});
