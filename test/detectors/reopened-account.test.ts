import { describe, expect, it } from 'vitest';
import { detecting, plainAccounts, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('reopened-account');

const closed = (more: object = {}) => ({
  account_id: 'old',
  role: 'developer',
  legal_name: 'Ada North',
  birth_date: '1990-01-01',
  status: 'suspended',
  created_at: time(-100),
  closed_at: time(20),
  ...more,
});
const later = (day: number, more: object = {}) => ({
  account_id: 'new',
  role: 'developer',
  legal_name: 'Ben South',
  birth_date: '1992-02-02',
  status: 'active',
  created_at: time(day),
  ...more,
});
const session = (account_id: string, day: number, device_id = 'd1') => ({
  account_id,
  device_id,
  ip: `192.0.2.${day + 1}`,
  started_at: time(day),
});
const sessions = [session('old', 10), session('old', 12), session('new', 30), session('new', 31)];
const paid = (account_id: string, day: number) => ({
  account_id,
  payment_account_id: 'p1',
  purpose: 'payout',
  first_used_at: time(day),
});
const scoreOf = (found: { score: number }[]) => found[0]?.score ?? 0;

describe('reopened-account', () => {
  it('finds the successor of a suspended account by machine, purse and paper', async () => {
    const found = await findingsIn({
      accounts: [closed(), later(25), ...plainAccounts(3)],
      logins: sessions,
      account_payments: [paid('old', 5), paid('new', 32)],
      documents: ['old', 'new'].map((account_id) => ({
        document_id: `doc-${account_id}`,
        account_id,
        kind: 'passport',
        number: 'X1',
        submitted_at: time(account_id === 'old' ? 0 : 26),
      })),
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      accounts: ['new', 'old'],
      facts: { closed: 'old', reopened: 'new', days_between: 5 },
    });
    expect(found[0]!.score).toBeGreaterThan(0.85);
    expect((await findingsAgain())[0]!.id).toBe(found[0]!.id);
    expect(await findingsAgain(time(19))).toEqual([]);
  });

  it('takes the last login for the end of a suspended account without a time', async () => {
    const found = await findingsIn({
      accounts: [closed({ closed_at: '' }), later(25)],
      logins: sessions,
    });
    expect(found[0]).toMatchObject({ facts: { ended: time(12), time_known: false } });
    expect(await findingsAgain(time(40))).toEqual([]);
  });

  it('near miss: an account that had long been there, and a machine alone, years later', async () => {
    const before = await findingsIn({
      accounts: [closed(), later(-60)],
      logins: sessions,
      account_payments: [paid('old', 5), paid('new', 32)],
    });
    expect(before).toEqual([]);
    const after = await findingsIn({
      accounts: [closed({ status: 'closed' }), later(900)],
      logins: [session('old', 10), session('new', 905 % 200)],
    });
    expect(scoreOf(after)).toBeLessThan(0.25);
  });

  it('weighs an open return, a relative and a public machine little', async () => {
    const own = { legal_name: 'ADA North', birth_date: '1990-01-01' };
    const returned = await findingsIn({
      accounts: [closed({ status: 'closed' }), later(25, own)],
      logins: sessions,
      account_payments: [paid('old', 5), paid('new', 32)],
    });
    expect(scoreOf(returned)).toBeLessThan(0.15);
    const evading = await findingsIn({
      accounts: [closed(), later(25, own)],
      logins: sessions,
      account_payments: [paid('old', 5), paid('new', 32)],
    });
    expect(scoreOf(evading)).toBeGreaterThan(0.3);
    const relative = await findingsIn({
      accounts: [closed(), later(25)],
      logins: sessions,
      links: [
        {
          from_type: 'account',
          from_id: 'old',
          to_type: 'account',
          to_id: 'new',
          kind: 'family_of',
        },
      ],
    });
    expect(scoreOf(relative)).toBeLessThan(0.15);
    const library = await findingsIn({
      accounts: [closed(), later(25)],
      logins: sessions,
      known_shared: [{ type: 'device', value: 'd1', reason: 'a machine in a library' }],
    });
    expect(scoreOf(library)).toBeLessThan(0.15);
  });
});
