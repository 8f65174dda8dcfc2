import { describe, expect, it } from 'vitest';
import { detecting, plainAccounts } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('watchlist-match');

const person = {
  entry_id: 'T-1',
  list: 'TEST',
  name: 'DOE, Song Hwa',
  kind: 'person',
  birth_date: '1970-02-05',
  identifiers: 'Passport 927220230 (Nowhere)',
};
const korean = { ...person, name: 'JONG, Song Hwa' };
const company = {
  entry_id: 'T-2',
  list: 'TEST',
  name: 'NORTHERN LANTERN TRADING CO., LTD.',
  kind: 'company',
  addresses: '20998B-26 Long Example East Road, Testville',
};
const account = { account_id: 'a1', display_name: 'worker one', legal_name: 'Jeong Seonghwa' };

describe('watchlist-match', () => {
  it.each([
    ['a romanisation', { legal_name: 'Jeong Seonghwa' }],
    ['Hangul', { legal_name: '정성화' }],
    ['a display name', { legal_name: '', display_name: 'Song-hwa Jong' }],
  ])('scores a name alone, in %s, 0.3 at most', async (_, names) => {
    const found = await findingsIn({ accounts: [{ ...account, ...names }], watchlist: [korean] });
    expect(found).toHaveLength(1);
    expect(found[0]!.accounts).toEqual(['a1']);
    expect(found[0]!.score).toBeGreaterThan(0.2);
    expect(found[0]!.score).toBeLessThanOrEqual(0.3);
    expect((await findingsAgain()).map(({ id }) => id)).toEqual(found.map(({ id }) => id));
  });

  it('scores high what a birth date or a number goes with', async () => {
    const found = await findingsIn({
      accounts: [
        { ...account, birth_date: '1970-02-05' },
        { account_id: 'a2', legal_name: 'Somebody Else' },
        { account_id: 'a3', legal_name: 'Chong Song-hwa' },
      ],
      documents: [
        { document_id: 'd2', account_id: 'a2', kind: 'passport', number: '927220230' },
        {
          document_id: 'd3',
          account_id: 'a3',
          kind: 'passport',
          number: '927220230',
          name_on_document: 'Jong Song Hwa',
        },
      ],
      watchlist: [korean],
    });
    const score = (id: string) => found.find(({ accounts }) => accounts.includes(id))!.score;
    expect(score('a1')).toBeGreaterThan(0.75);
    expect(score('a2')).toBeGreaterThan(0.7);
    expect(score('a3')).toBeGreaterThan(score('a2'));
  });

  it('scores a company by name and an address romanised otherwise', async () => {
    const found = await findingsIn({
      companies: [
        {
          company_id: 'c1',
          name: 'Northern Lantern Trading LLC',
          address: 'Long Example Dong Lu, 20998B-26Hao, Testville',
        },
      ],
      watchlist: [company],
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ accounts: [], facts: { subject: 'c1', entry: 'T-2' } });
    expect(found[0]!.score).toBeGreaterThan(0.6);
  });

  it('leaves out an entry from when its list no longer has it, until it is listed anew', async () => {
    const gone = { ...company, delisted_on: '2022-01-01' };
    const named = { company_id: 'c1', name: 'Northern Lantern Trading LLC', address: '' };
    expect(await findingsIn({ companies: [named], watchlist: [gone] })).toEqual([]);
    expect(await findingsAgain('2021-06-01T00:00:00.000Z')).toHaveLength(1);
    const back = { ...gone, listed_on: '2023-01-01' };
    expect(await findingsIn({ companies: [named], watchlist: [back] })).toHaveLength(1);
  });

  it('finds the holder of a payment account', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(1),
      payment_accounts: [{ payment_account_id: 'p1', holder_name: 'Jong Song Hwa' }],
      account_payments: [{ account_id: 'a1', payment_account_id: 'p1', purpose: 'payout' }],
      watchlist: [korean],
    });
    expect(found[0]!.accounts).toEqual(['a1']);
    expect(found[0]!.score).toBeLessThanOrEqual(0.3);
  });

  it('near miss: another syllable or another birth date', async () => {
    const found = await findingsIn({
      accounts: [
        { account_id: 'a1', legal_name: 'Jong Song Chol' },
        { ...account, account_id: 'a2', birth_date: '1981-01-01' },
      ],
      watchlist: [korean],
    });
    expect(found).toEqual([]);
  });

  it('benign twin: where many bear the name, it weighs less', async () => {
    const accounts = Array.from({ length: 12 }, (_, index) => ({
      account_id: `a${index}`,
      legal_name: 'Jong Song Hwa',
    }));
    const found = await findingsIn({ accounts, watchlist: [korean] });
    expect(Math.max(...found.map(({ score }) => score))).toBeLessThan(0.2);
  });
});
