import { describe, expect, it } from 'vitest';
import { detecting, plainAccounts, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('rating-ring');

const client = { account_id: 'c1', role: 'client' };

function rated(to: string, day: number, score = 5, from = 'c1') {
  return {
    rating_id: `r-${from}-${to}-${day}`,
    from_account_id: from,
    to_account_id: to,
    score,
    rated_at: time(day),
  };
}

function passport(account_id: string, number: string) {
  return {
    document_id: `doc-${account_id}`,
    account_id,
    kind: 'passport',
    used_for: 'signup',
    number,
    submitted_at: time(-100),
  };
}
const payout = (account_id: string, payment_account_id: string) => ({
  account_id,
  payment_account_id,
  purpose: 'payout',
});

describe('rating-ring', () => {
  it('finds a client who rates several developers within days when papers are shared', async () => {
    const found = await findingsIn({
      accounts: [client, ...plainAccounts(3)],
      ratings: [rated('a1', 1), rated('a2', 3), rated('a3', 6)],
      documents: ['a1', 'a2', 'a3'].map((id) => passport(id, 'X200')),
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      accounts: ['a1', 'a2', 'a3', 'c1'],
      facts: { client: 'c1', developers: 3, in_burst: 3, repeated_papers: ['number X200'] },
    });
    expect(found[0]!.score).toBeGreaterThan(0.6);
    expect((await findingsAgain())[0]!.id).toBe(found[0]!.id);
    expect(await findingsAgain(time(4))).toEqual([]);
  });

  it('names a developer without such a tie only as rated beside the others', async () => {
    const found = await findingsIn({
      accounts: [client, ...plainAccounts(3)],
      ratings: [rated('a1', 1), rated('a2', 3), rated('a3', 6)],
      documents: [passport('a1', 'X200'), passport('a3', 'X200'), passport('a2', 'X300')],
    });
    expect(found[0]).toMatchObject({
      accounts: ['a1', 'a3', 'c1'],
      facts: { rated_beside: ['a2'], with_repeated_papers: 2 },
    });
  });

  it('finds a client who pays and rates a developer through one payment account', async () => {
    const found = await findingsIn({
      accounts: [client, ...plainAccounts(1)],
      ratings: [rated('a1', 1)],
      account_payments: [{ ...payout('c1', 'p1'), purpose: 'funding' }, payout('a1', 'p1')],
    });
    expect(found[0]).toMatchObject({ facts: { self_paid: ['a1'], in_burst: 0 } });
    expect(found[0]!.score).toBeGreaterThanOrEqual(0.6);
  });

  it('near miss: three developers over three months, or rated low, or only two', async () => {
    const found = await findingsIn({
      accounts: [client, { account_id: 'c2' }, { account_id: 'c3' }, ...plainAccounts(3)],
      ratings: [
        ...['a1', 'a2', 'a3'].map((to, index) => rated(to, index * 30)),
        ...['a1', 'a2', 'a3'].map((to, index) => rated(to, index, 3, 'c2')),
        ...['a1', 'a2'].map((to, index) => rated(to, index, 5, 'c3')),
      ],
    });
    expect(found).toEqual([]);
  });

  it('weighs a long-standing client with many happy developers little', async () => {
    const developers = plainAccounts(10);
    const others = Array.from({ length: 10 }, (_, index) => `o${index}`);
    const found = await findingsIn({
      accounts: [client, ...developers, ...others.map((account_id) => ({ account_id }))],
      ratings: developers.flatMap(({ account_id }, index) => [
        rated(account_id, index * 5),
        ...others.map((other, day) => rated(account_id, index + day * 17, 4, other)),
      ]),
    });
    for (const { score } of found) expect(score).toBeLessThan(0.5);
  });

  it('says nothing of a couple, one of whom hires the other', async () => {
    const found = await findingsIn({
      accounts: [client, ...plainAccounts(1)],
      ratings: [rated('a1', 1)],
      account_payments: [payout('c1', 'p1'), payout('a1', 'p1')],
      links: [
        { from_type: 'account', from_id: 'a1', to_type: 'account', to_id: 'c1', kind: 'family_of' },
      ],
    });
    expect(found).toEqual([]);
  });
});
