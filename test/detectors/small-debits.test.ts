import { describe, expect, it } from 'vitest';
import type { Row } from '../dataset.ts';
import { detecting, plainAccounts, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('small-debits');

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

const use = (account_id: string, payment_account_id: string, purpose: string) => ({
  account_id,
  payment_account_id,
  purpose,
  first_used_at: time(0),
});
const accounts = plainAccounts(3);
const uses = [use('a1', 'p1', 'payout'), use('a2', 'p2', 'funding'), use('a3', 'p3', 'funding')];
const platform = Array.from({ length: 30 }, (_, index) =>
  transfer(`q${index}`, `r${index}`, 150 + index, index),
);
/** Every fourth day a sum of its own. */
const debits = (more: (index: number) => Row) =>
  Array.from({ length: 30 }, (_, index) =>
    transfer(index % 3 === 0 ? 'p3' : 'p2', 'p1', 180 + 17 * (index % 7), 4 * index, more(index)),
  );

describe('small-debits', () => {
  it('finds many small debits to one beneficiary, and says who drew and who paid', async () => {
    const found = await findingsIn({
      accounts,
      account_payments: uses,
      transfers: [
        ...platform,
        ...debits((index) => ({
          initiated_by: 'payee',
          status: index % 4 === 0 ? 'disputed' : 'settled',
        })),
      ],
    });
    expect(found).toHaveLength(2);
    const side = (name: string) => found.find(({ facts }) => facts['side'] === name)!;
    expect(side('beneficiary')).toMatchObject({ accounts: ['a1'], possible_role: 'operator' });
    expect(side('payers')).toMatchObject({ accounts: ['a2', 'a3'], possible_role: 'victim' });
    expect(side('payers').facts['drawn']).toMatchObject([{ debits: 30, payers: 2, disputed: 8 }]);
    expect(side('payers').score).toBeGreaterThan(0.7);
    const ids = (findings: typeof found) => findings.map(({ id }) => id);
    expect(ids(await findingsAgain())).toEqual(ids(found));
    expect(await findingsAgain(time(10))).toEqual([]);
  });

  it('near miss: the same sums sent by the payer, for jobs, or few of them', async () => {
    const found = await findingsIn({
      accounts,
      account_payments: uses,
      transfers: [
        ...platform,
        ...debits(() => ({ initiated_by: 'payer' })),
        ...debits((index) => ({ initiated_by: 'payee', job_id: `j${index}` })),
        ...debits(() => ({ initiated_by: 'payee' })).slice(0, 4),
      ],
    });
    expect(found).toEqual([]);
  });

  it('says nothing of an agreed retainer and little of a seller with standing orders', async () => {
    const found = await findingsIn({
      accounts: [...accounts, ...plainAccounts(40, 's')],
      account_payments: [
        ...uses,
        ...plainAccounts(40, 's').map(({ account_id }) =>
          use(account_id, `p-${account_id}`, 'funding'),
        ),
      ],
      transfers: [
        ...platform,
        ...[0, 30, 61, 91, 122, 152, 183].map((day) =>
          transfer('p2', 'p1', 400, day, { initiated_by: 'payee', reference: 'retainer' }),
        ),
        ...plainAccounts(40, 's').flatMap(({ account_id }, index) =>
          [0, 25, 60].map((day) =>
            transfer(`p-${account_id}`, 'seller', 20 + ((index * day) % 9), day, {
              initiated_by: 'payee',
            }),
          ),
        ),
      ],
    });
    expect(found.map(({ facts }) => facts['beneficiary'])).not.toContain('p1');
    for (const finding of found) expect(finding.score).toBeLessThan(0.15);
  });
});
