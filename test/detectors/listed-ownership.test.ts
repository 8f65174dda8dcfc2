import { describe, expect, it } from 'vitest';
import type { Row } from '../dataset.ts';
import { detecting, plainAccounts } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('listed-ownership');

const listed: readonly Row[] = [
  { entry_id: 'T-1', list: 'TEST', name: 'DOE, Sample', kind: 'person', birth_date: '1970-02-05' },
  { entry_id: 'T-2', list: 'TEST', name: 'LANTERN TRADING CO., LTD.', kind: 'company' },
];
/** The first of the list by name and birth date. */
const owner = { person_id: 'x1', name: 'Sample Doe', birth_date: '1970-02-05' };
const companies = ['c1', 'c2', 'c3'].map((id) => ({ company_id: id, name: `Harbour ${id}` }));
const paidThrough = {
  payment_accounts: [{ payment_account_id: 'p1', holder_company: 'c1' }],
  account_payments: [{ account_id: 'a1', payment_account_id: 'p1', purpose: 'payout' }],
};
const base = { accounts: plainAccounts(3), watchlist: listed, persons: [owner], companies };

function link(from: string, to: string, kind: string, more: Record<string, string | number> = {}) {
  const [from_type = '', from_id = ''] = from.split(':');
  const [to_type = '', to_id = ''] = to.split(':');
  return { from_type, from_id, to_type, to_id, kind, source: 'register', ...more };
}
const owns = (from: string, to: string, share: number, more = {}) =>
  link(from, to, 'owner_of', { share_percent: share, ...more });

describe('listed-ownership', () => {
  it('finds who is paid through a company that listed ones own together, in part through another', async () => {
    const found = await findingsIn({
      ...base,
      links: [
        owns('person:x1', 'company:c2', 50, { since: '2019-03-01' }),
        owns('company:c2', 'company:c1', 30),
        owns('watchlist_entry:T-2', 'company:c1', 20.5),
        link('person:x1', 'company:c1', 'officer_of'),
      ],
      ...paidThrough,
    });
    const of = (id: string) => found.find(({ facts }) => facts['entity'] === id);
    expect(of('c1')).toMatchObject({
      accounts: ['a1'],
      facts: {
        share: 50.5,
        entries: [{ entry: 'T-1' }, { entry: 'T-2' }],
        control: [{ who: 'Sample Doe', kind: 'officer_of' }],
        behind: [{ account: 'a1', through: 'payout' }],
      },
    });
    expect(of('c1')!.score).toBeGreaterThan(0.7);
    expect(of('c1')!.evidence.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['links', 'derived.listed-ownership', 'derived.same-name']),
    );
    expect(of('c2')).toMatchObject({
      accounts: [],
      facts: { share: 50, entries: [{ entry: 'T-1' }] },
    });
    expect(of('c3')).toBeUndefined();
    const again = await findingsAgain();
    expect(again).toEqual(found);
  });

  it('near miss: less than half, control, a stake without a share, one that ended or has not begun', async () => {
    const found = await findingsIn({
      ...base,
      links: [
        owns('person:x1', 'company:c1', 49.9),
        link('person:x1', 'company:c1', 'controls', { share_percent: 100 }),
        link('person:x1', 'company:c2', 'owner_of'),
        owns('person:x1', 'company:c3', 100, { since: '2020-01-01', until: '2021-01-01' }),
      ],
      ...paidThrough,
    });
    expect(found).toEqual([]);
    const then = await findingsAgain('2020-06-01T00:00:00.000Z');
    expect(then.map(({ facts }) => facts['entity'])).toEqual(['c3']);
    expect(await findingsAgain('2019-06-01T00:00:00.000Z')).toEqual([]);
  });

  it('the honest twin: a namesake alone is no listed owner, and who is no longer listed is none', async () => {
    const namesake = { person_id: 'x1', name: 'Sample Doe' };
    const links = [
      owns('person:x1', 'company:c1', 100),
      owns('watchlist_entry:T-2', 'company:c2', 100),
    ];
    const watchlist = [listed[0]!, { ...listed[1]!, delisted_on: '2022-01-01' }];
    expect(
      await findingsIn({ ...base, persons: [namesake], watchlist, links, ...paidThrough }),
    ).toEqual([]);
    const before = await findingsAgain('2021-12-31T00:00:00.000Z');
    expect(before.map(({ facts }) => facts['entity'])).toEqual(['c2']);
  });

  it('goes through circles of owners', async () => {
    const found = await findingsIn({
      ...base,
      links: [
        owns('person:x1', 'company:c1', 55),
        owns('company:c1', 'company:c2', 90),
        owns('company:c2', 'company:c1', 60),
        owns('company:c2', 'account:a2', 100),
      ],
      ...paidThrough,
    });
    const shares = found.map(({ facts, accounts }) => [facts['entity'], facts['share'], accounts]);
    expect(shares.sort()).toEqual([
      ['a2', 100, ['a2']],
      ['c1', 100, ['a1']],
      ['c2', 90, ['a2']],
    ]);
  });
});
