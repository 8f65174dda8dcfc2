import { describe, expect, it } from 'vitest';
import { detecting, plainAccounts, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('self-rating');

const client = { account_id: 'c1', role: 'client' };
const rated = (to: string, from = 'c1', score = 5) => ({
  rating_id: `r-${from}-${to}`,
  from_account_id: from,
  to_account_id: to,
  score,
  rated_at: time(30),
});
const paid = (account_id: string, payment_account_id: string, purpose = 'payout') => ({
  account_id,
  payment_account_id,
  purpose,
});
const sent = (from: string, to: string, day: number, amount = 100, more = {}) => ({
  transfer_id: `t-${from}-${to}-${day}`,
  from_payment_account_id: from,
  to_payment_account_id: to,
  amount,
  currency: 'USD',
  sent_at: time(day),
  ...more,
});
/** The client's funds and the payouts of two developers, each with an account of its own. */
const ownAccounts = [paid('c1', 'pc', 'funding'), paid('a1', 'p1'), paid('a2', 'p2')];

describe('self-rating', () => {
  it('finds a client who pays and rates a developer through one payment account', async () => {
    const found = await findingsIn({
      accounts: [client, ...plainAccounts(2)],
      ratings: [rated('a1'), rated('a2')],
      account_payments: [paid('c1', 'p1', 'funding'), paid('a1', 'p1'), paid('a2', 'p2')],
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      accounts: ['a1', 'c1'],
      ties: [{ a: 'a1', b: 'c1', share: 1 }],
      facts: { client: 'c1', developers: [{ developer: 'a1', how: 'same', where: 'p1' }] },
    });
    expect(found[0]!.score).toBeGreaterThan(0.7);
    expect((await findingsAgain())[0]!.id).toBe(found[0]!.id);
    expect(await findingsAgain(time(20))).toEqual([]);
  });

  it('finds money that comes back to the client, straight or by way of one account', async () => {
    const found = await findingsIn({
      accounts: [client, ...plainAccounts(2)],
      ratings: [rated('a1'), rated('a2')],
      account_payments: ownAccounts,
      transfers: [
        sent('pc', 'p1', 1),
        sent('p1', 'pc', 3, 95),
        sent('pc', 'p2', 1),
        sent('p2', 'w', 4, 90),
        sent('w', 'pc', 6, 85),
      ],
    });
    expect(found[0]).toMatchObject({
      accounts: ['a1', 'a2', 'c1'],
      facts: {
        developers: [
          { developer: 'a1', how: 'back', back: 0.95 },
          { developer: 'a2', how: 'back by way of', where: 'w' },
        ],
      },
    });
    expect(found[0]!.score).toBeGreaterThan(0.7);
    expect((await findingsAgain(time(31)))[0]!.score).toBe(found[0]!.score);
  });

  it('finds both sending their money to one place', async () => {
    const found = await findingsIn({
      accounts: [client, ...plainAccounts(2)],
      ratings: [rated('a1')],
      account_payments: ownAccounts,
      transfers: [sent('pc', 'w', 2), sent('p1', 'w', 3)],
    });
    expect(found[0]).toMatchObject({ facts: { developers: [{ how: 'both to', where: 'w' }] } });
    expect(found[0]!.score).toBeGreaterThan(0.3);
  });

  it('near miss: a client who pays and rates, and no money meets', async () => {
    const found = await findingsIn({
      accounts: [client, ...plainAccounts(2)],
      ratings: [rated('a1'), rated('a2')],
      account_payments: ownAccounts,
      transfers: [
        sent('pc', 'p1', 1),
        sent('pc', 'p2', 2),
        sent('p1', 'shop', 3),
        sent('x', 'pc', 1),
      ],
    });
    expect(found).toEqual([]);
  });

  it('near miss: a low rating, money returned by the platform, a job the other way round', async () => {
    const found = await findingsIn({
      accounts: [client, ...plainAccounts(3)],
      jobs: [{ job_id: 'j1', client_account_id: 'a2' }],
      ratings: [rated('a1'), rated('a2'), rated('a3', 'c1', 2)],
      account_payments: [...ownAccounts, paid('a3', 'pc')],
      transfers: [
        sent('pc', 'p1', 1),
        sent('p1', 'pc', 3, 100, { initiated_by: 'platform' }),
        sent('p2', 'pc', 5, 100, { job_id: 'j1' }),
      ],
    });
    expect(found).toEqual([]);
  });

  it('weighs a couple, a collecting account and a refund next to nothing', async () => {
    const couple = await findingsIn({
      accounts: [client, ...plainAccounts(1)],
      ratings: [rated('a1')],
      account_payments: [paid('c1', 'p1'), paid('a1', 'p1')],
      links: [
        { from_type: 'account', from_id: 'a1', to_type: 'account', to_id: 'c1', kind: 'family_of' },
      ],
    });
    for (const { score } of couple) expect(score).toBeLessThan(0.1);

    const many = plainAccounts(20);
    const collecting = await findingsIn({
      accounts: [client, ...many],
      ratings: [rated('a1')],
      account_payments: [client, ...many].map(({ account_id }) => paid(account_id, 'p1')),
    });
    for (const { score } of collecting) expect(score).toBeLessThan(0.1);

    const refund = await findingsIn({
      accounts: [client, ...plainAccounts(1)],
      ratings: [rated('a1')],
      account_payments: ownAccounts.slice(0, 2),
      transfers: [sent('pc', 'p1', 1, 1000), sent('p1', 'pc', 3, 50)],
    });
    for (const { score } of refund) expect(score).toBeLessThan(0.2);
  });

  it('does not count a place that everybody uses', async () => {
    const others = Array.from({ length: 40 }, (_, index) => `o${index}`);
    const found = await findingsIn({
      accounts: [client, ...plainAccounts(1)],
      ratings: [rated('a1')],
      account_payments: ownAccounts.slice(0, 2),
      transfers: ['pc', 'p1', ...others].map((from) => sent(from, 'exchange', 2)),
    });
    for (const { score } of found) expect(score).toBeLessThan(0.1);
  });
});
