import { describe, expect, it } from 'vitest';
import { detecting, plainAccounts, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('shared-payout');

const payout = (account_id: string, payment_account_id: string, day = 0) => ({
  account_id,
  payment_account_id,
  purpose: 'payout',
  first_used_at: time(day),
});
const purse = { payment_account_id: 'p1', kind: 'bank', holder_name: 'Person a1' };

describe('shared-payout', () => {
  it('finds unrelated accounts that are paid into one payment account, with the rows that say so', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(4),
      payment_accounts: [purse],
      account_payments: ['a1', 'a2', 'a3', 'a4'].map((id, day) => payout(id, 'p1', day)),
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      accounts: ['a1', 'a2', 'a3', 'a4'],
      facts: { payout: 'p1', unrelated: 4, other_names: 3 },
      first_seen: time(0),
      last_seen: time(3),
      indicators: ['M6', 'C5'],
    });
    expect(found[0]!.score).toBeGreaterThan(0.85);
    const lines = found[0]!.evidence
      .filter(({ type }) => type === 'account_payments.payment_account_id')
      .flatMap(({ sources }) => sources.map((source) => `${source.file}:${source.line}`));
    expect(lines.sort()).toEqual([2, 3, 4, 5].map((line) => `account_payments.csv:${line}`));
    expect((await findingsAgain())[0]!.id).toBe(found[0]!.id);
    expect(await findingsAgain(time(1, 0))).toEqual([]);
  });

  it('near miss: accounts paid into accounts of their own, one of which another funds from', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(2),
      account_payments: [
        payout('a1', 'p1'),
        payout('a2', 'p2'),
        { ...payout('a2', 'p1'), purpose: 'funding' },
      ],
    });
    expect(found).toEqual([]);
  });

  it('weighs an agency with declared staff, a family and a known collecting account little', async () => {
    const found = await findingsIn({
      accounts: [...plainAccounts(4), ...plainAccounts(2, 'f'), ...plainAccounts(5, 'k')],
      payment_accounts: ['agency', 'family', 'firm'].map((id) => ({ payment_account_id: id })),
      account_payments: [
        ...['a1', 'a2', 'a3', 'a4'].map((id) => payout(id, 'agency')),
        ...['f1', 'f2'].map((id) => payout(id, 'family')),
        ...['k1', 'k2', 'k3', 'k4', 'k5'].map((id) => payout(id, 'firm')),
      ],
      links: [
        ...['a2', 'a3', 'a4'].map((id) => link('a1', id, 'employs')),
        link('f1', 'f2', 'family_of'),
      ],
      known_shared: [{ type: 'payment_account', value: 'firm', reason: 'collecting account' }],
    });
    expect(found).toHaveLength(3);
    for (const finding of found) expect(finding.score).toBeLessThan(0.2);
    for (const { indicators } of found) expect(indicators).toEqual(['M6']);
  });

  it('weighs friends who openly bill through their studio, and a payment firm’s own account, less', async () => {
    const studio = plainAccounts(4, 's').map((account) => ({
      ...account,
      employer: 'Blue Kite Studio',
    }));
    const employed = plainAccounts(4, 'e').map((account) => ({
      ...account,
      employer: 'Marrow Ltd',
    }));
    const found = await findingsIn({
      accounts: [...plainAccounts(4), ...studio, ...employed, ...plainAccounts(4, 'w')],
      payment_accounts: [
        purse,
        { payment_account_id: 'p2', holder_name: 'Blue Kite Studio' },
        { payment_account_id: 'p3', holder_name: 'Person e1' },
        { payment_account_id: 'p4', holder_name: 'Quickpay Ltd', provider: 'Quickpay' },
      ],
      account_payments: ['a', 's', 'e', 'w'].flatMap((prefix, index) =>
        plainAccounts(4, prefix).map(({ account_id }) => payout(account_id, `p${index + 1}`)),
      ),
    });
    const score = (id: string) => found.find(({ facts }) => facts['payout'] === id)!.score;
    expect(score('p2')).toBeLessThan(0.1);
    expect(score('p3')).toBeLessThan(0.6 * score('p1'));
    expect(score('p4')).toBeLessThan(0.2);
  });
});

function link(from_id: string, to_id: string, kind: string) {
  return { from_type: 'account', from_id, to_type: 'account', to_id, kind, source: 'platform' };
}
