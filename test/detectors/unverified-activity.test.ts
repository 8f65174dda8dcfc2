import { describe, expect, it } from 'vitest';
import { detecting, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('unverified-activity');

const jobs = Array.from({ length: 15 }, (_, index) => ({
  job_id: `j${index}`,
  client_account_id: 'client',
  posted_at: time(0),
}));

function bids(account_id: string, days: readonly number[]) {
  return days.map((day, index) => ({
    bid_id: `${account_id}-${day}-${index}`,
    account_id,
    job_id: `j${index}`,
    submitted_at: time(day),
    status: 'submitted',
  }));
}

const days = (from: number, count: number) => Array.from({ length: count }, (_, day) => from + day);

function account(account_id: string, verified: number | null) {
  return {
    account_id,
    role: 'developer',
    created_at: time(0),
    ...(verified === null ? {} : { verified_at: time(verified) }),
  };
}

const peers = Array.from({ length: 12 }, (_, index) => account(`p${index}`, 2));
const peersBids = peers.flatMap(({ account_id }) => bids(account_id, days(5, 5)));

describe('unverified-activity', () => {
  it('finds weeks of bids on an account that was never verified', async () => {
    const found = await findingsIn({
      accounts: [...peers, account('a1', null), account('a2', 60)],
      jobs,
      bids: [...peersBids, ...bids('a1', days(20, 15)), ...bids('a2', days(20, 5))],
    });
    const scores = new Map(found.map((finding) => [finding.accounts[0], finding.score]));
    expect([...scores.keys()].sort()).toEqual(['a1', 'a2']);
    const titles = new Map(found.map((finding) => [finding.accounts[0], finding.title]));
    expect(titles.get('a1')).toContain('with no verification on record');
    expect(titles.get('a2')).toContain('before verification');
    expect(titles.get('a1')).toContain('of 13 active peers, 1 did that');
    expect(scores.get('a1')).toBeGreaterThan(0.15);
    expect(scores.get('a1')).toBeGreaterThan(scores.get('a2')!);
    expect((await findingsAgain()).map(({ id }) => id)).toEqual(found.map(({ id }) => id));
  });

  it('near miss: two bids while the check was pending', async () => {
    const found = await findingsIn({
      accounts: [...peers, account('a1', 4)],
      jobs,
      bids: [...peersBids, ...bids('a1', [1, 3, 6, 8])],
    });
    expect(found).toEqual([]);
  });

  it('names nobody where nobody is verified', async () => {
    const unverified = Array.from({ length: 12 }, (_, index) => account(`p${index}`, null));
    const found = await findingsIn({
      accounts: unverified,
      jobs,
      bids: unverified.flatMap(({ account_id }) => bids(account_id, days(20, 10))),
    });
    expect(found).toEqual([]);
  });

  it('takes a later verification for none, as of a time before it', async () => {
    await findingsIn({
      accounts: [...peers, account('a1', 60)],
      jobs,
      bids: [...peersBids, ...bids('a1', days(20, 15))],
    });
    const [finding] = await findingsAgain(time(40));
    expect(finding).toMatchObject({ accounts: ['a1'], facts: { verified_at: null, overdue: 15 } });
  });
});
