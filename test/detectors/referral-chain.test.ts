import { describe, expect, it } from 'vitest';
import { detecting, plainAccounts, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('referral-chain');

const brought = (account_id: string, referred_by: string) => ({
  account_id,
  role: 'developer',
  created_at: time(5),
  referred_by,
});
const session = (account_id: string, day: number, device_id: string, ip: string) => ({
  account_id,
  device_id,
  ip,
  started_at: time(day),
});
const family = { from_type: 'account', to_type: 'account', kind: 'family_of' };

describe('referral-chain', () => {
  it('finds a referral between two that share a machine and a purse', async () => {
    const found = await findingsIn({
      accounts: [...plainAccounts(30), brought('b1', 'a1')],
      logins: [session('a1', 6, 'd1', '192.0.2.1'), session('b1', 7, 'd1', '192.0.2.2')],
      account_payments: ['a1', 'b1'].map((account_id) => ({
        account_id,
        payment_account_id: 'p1',
        purpose: 'payout',
        first_used_at: time(8),
      })),
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      accounts: ['a1', 'b1'],
      facts: { from: 'a1', brought: 'b1' },
    });
    expect(found[0]!.score).toBeGreaterThan(0.8);
    expect((await findingsAgain())[0]!.id).toBe(found[0]!.id);
    expect(await findingsAgain(time(4))).toEqual([]);
    expect((await findingsAgain(time(6, 12)))[0]?.score ?? 0).toBeLessThan(0.15);
  });

  it('says that who brought in is the younger', async () => {
    const found = await findingsIn({
      accounts: [
        ...plainAccounts(30),
        { account_id: 'late', role: 'developer', created_at: time(45) },
        brought('b1', 'late'),
      ],
      logins: [session('late', 46, 'd1', '192.0.2.1'), session('b1', 47, 'd1', '192.0.2.2')],
    });
    expect(found[0]!.title).toBe(
      `late is on record as having brought in b1, opened ${time(5).slice(0, 10)}, 40 days before late itself, one device`,
    );
  });

  it('finds recommended accounts with the same paper and the same rare clients', async () => {
    const jobs = ['j1', 'j2', 'j3', 'j4'].map((job_id, index) => ({
      job_id,
      client_account_id: index % 2 === 0 ? 'c1' : 'c2',
      posted_at: time(0),
    }));
    const bids = jobs.map(({ job_id }, index) => ({
      bid_id: `b${index}`,
      account_id: index < 2 ? 'a1' : 'a2',
      job_id,
      submitted_at: time(6),
      status: 'accepted',
    }));
    const links = [
      { from_type: 'account', from_id: 'a1', to_type: 'account', to_id: 'a2', kind: 'recommended' },
    ];
    const weak = await findingsIn({ accounts: plainAccounts(30), links, jobs, bids });
    expect(weak[0]!.score).toBeLessThan(0.45);
    const found = await findingsIn({
      accounts: plainAccounts(30),
      links,
      jobs,
      bids,
      documents: ['a1', 'a2'].map((account_id) => ({
        document_id: `doc-${account_id}`,
        account_id,
        kind: 'passport',
        number: 'X123456',
        submitted_at: time(1),
      })),
    });
    expect(found[0]!.score).toBeGreaterThan(0.6);
    expect(found[0]).toMatchObject({ accounts: ['a1', 'a2'], facts: { papers: 1 } });
  });

  it('near miss: referrals alone, however many', async () => {
    const found = await findingsIn({
      accounts: [
        ...plainAccounts(10),
        ...Array.from({ length: 10 }, (_, index) => brought(`b${index}`, `a${(index % 4) + 1}`)),
      ],
    });
    expect(found).toEqual([]);
  });

  it('weighs relatives, and what is known to be shared, little', async () => {
    const found = await findingsIn({
      accounts: [...plainAccounts(10), brought('b1', 'a1'), brought('b2', 'a2')],
      logins: [
        session('a1', 6, 'd1', '192.0.2.1'),
        session('b1', 7, 'd1', '192.0.2.1'),
        session('a2', 6, 'library', '192.0.2.2'),
        session('b2', 7, 'library', '192.0.2.3'),
      ],
      links: [{ ...family, from_id: 'a1', to_id: 'b1' }],
      known_shared: [{ type: 'device', value: 'library', reason: 'a machine in a library' }],
    });
    for (const { score } of found) expect(score).toBeLessThan(0.2);
  });
});
