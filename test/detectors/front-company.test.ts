import { describe, expect, it } from 'vitest';
import { detecting, plainAccounts } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('front-company');

const entry = {
  entry_id: 'T-1',
  list: 'TEST',
  name: 'NORTHERN LANTERN TRADING CO., LTD.',
  aliases: 'LANTERN SOFT|NORTHERN LANTERN',
  kind: 'company',
  addresses: '14 Example Street, Testville 99999, Norway',
  identifiers: 'Registration ID 1234567890',
};
const front = { company_id: 'c1', name: 'Bright Harbour Software' };

function link(from: string, to: string, kind: string) {
  const [from_type = '', from_id = ''] = from.split(':');
  const [to_type = '', to_id = ''] = to.split(':');
  return { from_type, from_id, to_type, to_id, kind, source: 'register' };
}
const paidThrough = {
  payment_accounts: [{ payment_account_id: 'p1', holder_company: 'c1' }],
  account_payments: [
    { account_id: 'a1', payment_account_id: 'p1', purpose: 'payout' },
    { account_id: 'a2', payment_account_id: 'p1', purpose: 'payout' },
  ],
};

describe('front-company', () => {
  it('finds the accounts behind a company whose officer founded a listed one', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(3),
      watchlist: [entry],
      companies: [front],
      persons: [{ person_id: 'x1', name: 'Test Officer' }],
      links: [
        link('person:x1', 'company:c1', 'officer_of'),
        link('person:x1', 'watchlist_entry:T-1', 'founded'),
      ],
      ...paidThrough,
    });
    const company = found.find(({ facts }) => facts['entity'] === 'c1');
    expect(company).toMatchObject({
      accounts: ['a1', 'a2'],
      facts: { entries: [{ list: 'TEST', entry: 'T-1' }], entries_found: 1 },
    });
    expect(company!.title).toContain('(TEST) by 2 ties in 2 steps');
    expect(company!.score).toBeGreaterThan(0.65);
    expect(company!.evidence.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['links', 'payment_accounts.holder_company', 'watchlist']),
    );
    const again = await findingsAgain();
    expect(again.map(({ id }) => id)).toEqual(found.map(({ id }) => id));
  });

  it.each([
    ['register number', { ...front, registration_number: '1234567890' }, 0.8],
    ['alias and address', { ...front, name: 'Lantern Soft LLC', address: entry.addresses }, 0.6],
    ['address', { ...front, address: '14 Example St., Testville 99999' }, 0.5],
  ])('ties a company by %s', async (_, company, least) => {
    const found = await findingsIn({
      accounts: plainAccounts(2),
      watchlist: [entry],
      companies: [company],
      ...paidThrough,
    });
    expect(found[0]!.accounts).toEqual(['a1', 'a2']);
    expect(found[0]!.score).toBeGreaterThan(least);
  });

  it('follows chains of several owners, each weighing less', async () => {
    const chain = Array.from({ length: 4 }, (_, index) => ({
      company_id: `c${index + 1}`,
      name: `Holding ${index + 1}`,
    }));
    const found = await findingsIn({
      accounts: plainAccounts(2),
      watchlist: [entry],
      companies: chain,
      links: [
        link('watchlist_entry:T-1', 'company:c4', 'owner_of'),
        ...[4, 3, 2].map((from) => link(`company:c${from}`, `company:c${from - 1}`, 'owner_of')),
      ],
      ...paidThrough,
    });
    const scores = ['c4', 'c3', 'c2'].map(
      (id) => found.find(({ facts }) => facts['entity'] === id)!.score,
    );
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(found.find(({ facts }) => facts['entity'] === 'c1')!.accounts).toEqual(['a1', 'a2']);
  });

  it('near miss: a name alone stays at 0.3 or below, another birth date ties nothing', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(2),
      watchlist: [
        entry,
        {
          entry_id: 'T-2',
          list: 'TEST',
          name: 'DOE, Sample',
          kind: 'person',
          birth_date: '1970-02-05',
        },
      ],
      companies: [{ ...front, name: 'Northern Lantern' }],
      persons: [{ person_id: 'x1', name: 'Sample Doe', birth_date: '1981-01-01' }],
      links: [link('person:x1', 'account:a1', 'represents')],
      ...paidThrough,
    });
    expect(found.map(({ facts }) => facts['entity'])).toEqual(['c1']);
    expect(found[0]!.score).toBeLessThanOrEqual(0.3);
  });

  it('keeps apart two lists that use one entry id', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(2),
      watchlist: [
        { ...entry, list: 'FIRST' },
        { ...entry, list: 'SECOND', name: 'Northern Lantern', addresses: '', identifiers: '' },
      ],
      companies: [{ ...front, registration_number: '1234567890', name: 'Northern Lantern' }],
      ...paidThrough,
    });
    const entries = found[0]!.facts['entries'] as { list: string }[];
    expect(entries.map(({ list }) => list).sort()).toEqual(['FIRST', 'SECOND']);
    expect(found[0]!.score).toBeGreaterThan(0.8);
  });

  it('weighs an address where a formation agent keeps many companies little', async () => {
    const companies = Array.from({ length: 12 }, (_, index) => ({
      company_id: `c${index + 1}`,
      name: `Tenant ${index + 1}`,
      address: entry.addresses,
    }));
    const found = await findingsIn({
      accounts: plainAccounts(2),
      watchlist: [entry],
      companies,
      ...paidThrough,
    });
    expect(found).toEqual([]);
  });
});
